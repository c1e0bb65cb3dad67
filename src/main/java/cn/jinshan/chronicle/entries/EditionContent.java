package cn.jinshan.chronicle.entries;

import cn.jinshan.chronicle.dates.Edtf.Shape;
import cn.jinshan.chronicle.dates.EventDate;
import cn.jinshan.chronicle.dates.Precision;
import cn.jinshan.chronicle.text.Prose;
import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

/** Stored content of an edition: its words, its date, and its place in a chronicle. */
@MappedSuperclass
abstract class EditionContent {

    @ManyToOne(fetch = FetchType.LAZY)
    Chronicle chronicle;

    /** The chronicle, also the first column of the public index; H2 uses it only with a condition on this table. */
    @Column(name = "chronicle_id", insertable = false, updatable = false)
    @Nullable
    Long chronicleId;

    @ManyToOne(fetch = FetchType.LAZY)
    Section section;

    int position;

    String title;

    String wording;

    @Nullable
    String edtf;

    private @Nullable LocalDate earliest;

    private @Nullable LocalDate latest;

    @Enumerated(EnumType.STRING)
    private @Nullable Precision precision;

    @Enumerated(EnumType.STRING)
    private @Nullable Shape shape;

    private int months;

    private @Nullable Integer place;

    String body;

    String easyTitle;

    String easyRead;

    @Nullable
    String correction;

    @ManyToMany
    @JoinTable(
            name = "edition_subject",
            joinColumns = @JoinColumn(name = "edition_id"),
            inverseJoinColumns = @JoinColumn(name = "subject_id"))
    @OrderColumn(name = "position")
    List<Subject> subjects;

    @SuppressWarnings("NullAway.Init")
    EditionContent() {}

    void write(Section section, int position, Content content) {
        this.chronicle = section.chronicle();
        this.section = section;
        this.position = position;
        this.title = content.title();
        this.wording = content.wording();
        this.body = content.body();
        this.easyTitle = content.easyTitle();
        this.easyRead = content.easyRead();
        this.correction = content.correction();
        this.subjects = new ArrayList<>(content.subjects());
        var date = content.date();
        Assert.isTrue(date == null || date.year() == chronicle.year(), "The date belongs to another year's chronicle");
        this.edtf = date == null ? null : date.edtf().toString();
        this.earliest = date == null ? null : date.edtf().earliest();
        this.latest = date == null ? null : date.edtf().latest();
        this.precision = date == null ? null : date.edtf().precision();
        this.shape = date == null ? null : date.edtf().shape();
        this.months = date == null ? 0 : date.months();
        this.place = date == null ? null : date.place();
    }

    /** The content without the correction note. */
    Content withoutCorrection() {
        return new Content(title, wording, date(), body, easyTitle, easyRead, null, subjects);
    }

    @Nullable
    EventDate date() {
        return edtf == null ? null : EventDate.of(wording, edtf, chronicle.year());
    }

    /**
     * What the edition lacks to be published.
     *
     * @param correcting whether its chronicle published an earlier edition; a closed chronicle takes nothing else, with
     *     or without a note
     */
    Set<Lack> lacks(boolean correcting) {
        boolean isNoted = correction != null && !correction.isBlank();
        return Lack.of(title, edtf != null, body, isNoted || !(correcting && chronicle.isClosed()));
    }

    PublishedEntry asPublished(long entry, int number, Instant published) {
        var date = date();
        return new PublishedEntry(
                entry,
                number,
                PublishedSection.of(section),
                position,
                title,
                date == null ? EventDate.parse("", chronicle.year(), null) : date,
                new Prose(body),
                easyTitle,
                new Prose(easyRead),
                chronicle.isOpenAt(published) ? correction : null,
                published);
    }
}
