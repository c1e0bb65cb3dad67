package cn.jinshan.chronicle.entries;

import cn.jinshan.chronicle.text.FoldedText;
import cn.jinshan.chronicle.text.Pinyin;
import cn.jinshan.chronicle.text.PlainText;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

/** Person, organisation, place or event (a competition, a project) that entries are about. */
@Entity
public class Subject extends VersionedEntity {

    /** Kind of a subject. */
    public enum Kind {
        PERSON,
        ORGANISATION,
        PLACE,
        EVENT;

        /** How a name is read, as its characters tell. */
        public String read(String name) {
            return this == PERSON ? Pinyin.ofPerson(name) : Pinyin.of(name);
        }
    }

    /** Name of the subject, unique within its kind. */
    @Embeddable
    public record Name(@Enumerated(EnumType.STRING) Kind kind, String name) {}

    private static final Pattern U_WITH_DOTS = Pattern.compile("[üǖǘǚǜÜǕǗǙǛ]");

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String name;

    private @Nullable String note;

    private @Nullable String reading;

    private boolean listed;

    private @Nullable String folded;

    /** Former names, and names of merged subjects; they still lead to this subject. */
    @ElementCollection
    @CollectionTable(name = "former_name", joinColumns = @JoinColumn(name = "subject_id"))
    private Set<Name> formerNames = new LinkedHashSet<>();

    /** Numbers of merged subjects; their addresses lead to this subject. */
    @ElementCollection
    @CollectionTable(name = "merged_subject", joinColumns = @JoinColumn(name = "subject_id"))
    @Column(name = "id")
    private Set<Long> merged = new LinkedHashSet<>();

    @SuppressWarnings("NullAway.Init")
    protected Subject() {}

    /** A subject that the public index lists. Its name is not empty and, within its kind, its own. */
    public Subject(Kind kind, String name) {
        Assert.hasText(name, "A subject needs a name");
        this.kind = kind;
        this.name = name;
        this.listed = true;
    }

    /** Calls it something else, its own within its kind, or corrects what it is; its former name still leads to it. */
    public void call(Kind kind, String name) {
        Assert.hasText(name, "A subject needs a name");
        var called = new Name(kind, name);
        var before = called();
        if (!called.equals(before)) {
            formerNames.remove(called);
            this.kind = kind;
            this.name = name;
            rememberFormer(before);
        }
    }

    /** Remembers what it was called, unless only in a form in which no name is typed any more. */
    private void rememberFormer(Name former) {
        if (!new Name(former.kind(), PlainText.of(former.name())).equals(called())) {
            formerNames.add(former);
        }
    }

    /** Says in one line, or blank for none, what it is, and whether the public index lists it. */
    public void describe(String note, boolean listed) {
        this.note = note.isBlank() ? null : note;
        this.listed = listed;
    }

    /** Former names, and names of merged subjects. */
    public List<Name> formerNames() {
        return List.copyOf(formerNames);
    }

    /** No longer takes a former name for its own, so that another may be called so. */
    public void forget(Name former) {
        formerNames.remove(former);
    }

    /**
     * Takes in what turned out to be the same: its addresses, its names, its note where there is none here, and its
     * reading where there is none here of the same name. The public index lists it only if it listed both.
     */
    public void absorb(Subject other) {
        formerNames.addAll(other.formerNames);
        rememberFormer(other.called());
        formerNames.remove(called());
        merged.addAll(other.merged);
        if (other.id != null) {
            merged.add(other.id);
        }
        note = note == null ? other.note : note;
        reading = reading == null && name.equals(other.name) ? other.reading : reading;
        listed = listed && other.listed;
    }

    private Name called() {
        return new Name(kind, name);
    }

    /**
     * Whether its name, a former one, or how it is read contains these words; tones, spaces and variants do not matter.
     */
    public boolean answersTo(String words) {
        var folded = FoldedText.of(words).text();
        return has(name, words, folded)
                || formerNames.stream().anyMatch(former -> has(former.name(), words, folded))
                || (!spoken(words).isEmpty() && spoken(read()).contains(spoken(words)));
    }

    private static boolean has(String name, String words, String folded) {
        return name.contains(words)
                || (!folded.isEmpty() && FoldedText.of(name).text().contains(folded));
    }

    private static String spoken(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFD)
                .replaceAll("[\\p{M}\\s'-]", "")
                .toLowerCase(Locale.ROOT);
    }

    /** How it is read, by what staff say or else by its characters. */
    public String read() {
        return reading == null ? kind.read(name) : reading;
    }

    /** The reading, normalised as in {@link #folded}. */
    public String foldedReading() {
        return FoldedText.forSearch(read()).text();
    }

    @PrePersist
    @PreUpdate
    void fold() {
        folded = folded(kind, name, reading);
    }

    /** Search text, one line each: its name, and its reading, with ü also typed as v. */
    public static String folded(Kind kind, String name, @Nullable String reading) {
        var read = reading == null ? kind.read(name) : reading;
        return Stream.of(name, read, U_WITH_DOTS.matcher(read).replaceAll("v"))
                .map(words -> FoldedText.forSearch(words).text())
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    public boolean isListed() {
        return listed;
    }

    /** The subject as staff see it, with the number of editions that mention it. */
    public EditorialSubject asWritten(long editions) {
        return new EditorialSubject(PublishedSubject.asWritten(this), version(), listed, formerNames(), editions);
    }

    public Kind kind() {
        return kind;
    }

    public String name() {
        return name;
    }

    @Nullable
    String note() {
        return note;
    }

    @Nullable
    String reading() {
        return reading;
    }

    /** Says how its name is read, in pinyin; blank, or just what its characters say, for nothing better. */
    public void read(String reading) {
        this.reading = reading.isBlank() || reading.equals(kind.read(name)) ? null : reading;
    }
}
