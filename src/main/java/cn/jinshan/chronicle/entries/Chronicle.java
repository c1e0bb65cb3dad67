package cn.jinshan.chronicle.entries;

import static cn.jinshan.chronicle.entries.RefusedException.refuseIf;

import cn.jinshan.chronicle.text.FoldedText;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

/** The chronicle (大事记) of one year. */
@Entity
public class Chronicle extends VersionedEntity {

    @Column(name = "chronicle_year")
    private int year;

    private String title;

    private String introduction;

    @Embedded
    private @Nullable Source source;

    private @Nullable Instant opened;

    private @Nullable Instant closed;

    @OneToMany(mappedBy = "chronicle", cascade = CascadeType.PERSIST, orphanRemoval = true)
    @OrderBy("position, id")
    private List<Section> sections = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected Chronicle() {}

    /**
     * A chronicle that only staff see yet.
     *
     * @param year 1900 to 2999
     * @param title not empty
     * @param introduction may be empty
     * @param source where it was first published, if anywhere
     */
    public Chronicle(int year, String title, String introduction, @Nullable Source source) {
        Assert.isTrue(year >= 1900 && year <= 2999, "A chronicle needs a year from 1900 to 2999");
        this.year = year;
        describe(title, introduction, source);
    }

    /** Says something else about the year, open or closed; what, as in the constructor. */
    public final void describe(String title, String introduction, @Nullable Source source) {
        Assert.hasText(title, "A chronicle needs a title");
        this.title = title;
        this.introduction = introduction;
        this.source = source;
    }

    /** Which of title, introduction and source would be others than they are, in this order. */
    public List<String> differing(String title, String introduction, @Nullable Source source) {
        var differing = new ArrayList<String>();
        if (!title.equals(this.title)) {
            differing.add("title");
        }
        if (!introduction.equals(this.introduction)) {
            differing.add("introduction");
        }
        if (!Objects.equals(source, this.source)) {
            differing.add("source");
        }
        return differing;
    }

    /** Takes over the sections of another year: slug, titles, order and tone. */
    public void takeSectionsOf(Chronicle other) {
        for (var section : other.sections) {
            var own = new Section(this, section.slug(), section.title(), section.position(), section.tone());
            own.describe(section.title(), section.titleEn(), section.tone());
            sections.add(own);
        }
    }

    /**
     * Adds a section at the end.
     *
     * @param slug as in {@link Section}
     * @param titleEn its title on English pages; may be empty
     * @throws RefusedException if the chronicle is closed: it takes no new entry that could stand there; or if another
     *     of its sections has one of these titles
     */
    public Section add(String slug, String title, String titleEn, Tone tone) {
        refuseIf(isClosed(), "closedSections");
        var section = new Section(this, slug, title, sections.size() + 1, tone);
        refuseIf(isTaken(title, section, Section::title), "sectionTitleTaken");
        describe(section, title, titleEn, tone);
        sections.add(section);
        return section;
    }

    /**
     * Gives a section of this year other titles or another tone, in a closed year too.
     *
     * @param titleEn its title on English pages; may be empty
     * @throws RefusedException if another section has one of the titles, and this one had another so far
     */
    public void describe(Section section, String title, String titleEn, Tone tone) {
        refuseIf(!title.equals(section.title()) && isTaken(title, section, Section::title), "sectionTitleTaken");
        boolean isOther = !titleEn.isEmpty() && !titleEn.equals(section.titleEn());
        refuseIf(isOther && isTaken(titleEn, section, Section::titleEn), "sectionTitleEnTaken");
        section.describe(title, titleEn, tone);
    }

    /** Titles that differ only in marks and spaces count as the same: a screen reader reads them alike. */
    private boolean isTaken(String title, Section own, Function<Section, String> other) {
        var heard = FoldedText.of(title).text();
        return sections.stream()
                .filter(section -> section != own)
                .anyMatch(section -> FoldedText.of(other.apply(section)).text().equals(heard));
    }

    /** Puts a section at a place from 1, or as the last; the others move along, so that places stay 1, 2, 3 … */
    public void move(Section section, int place) {
        sections.remove(section);
        sections.add(Math.min(place - 1, sections.size()), section);
        number();
    }

    /** Removes a section, of a closed year too; refused if any edition, whatever its state, uses it. */
    public void remove(Section section, boolean used) {
        refuseIf(used, "sectionUsed");
        sections.remove(section);
        number();
    }

    private void number() {
        for (int i = 0; i < sections.size(); i++) {
            sections.get(i).standAt(i + 1);
        }
    }

    /** Opens the chronicle to the public; refused if it is open already. */
    public void open(Instant now) {
        refuseIf(opened != null, "openedBefore");
        opened = now;
    }

    /** Ends its writing (已定稿): from now on old entries may only be corrected; refused if it is closed already. */
    public void close(Instant now) {
        refuseIf(closed != null, "closedBefore");
        closed = now;
    }

    /** Refuses to remove a year that the public sees, or that any edition, whatever its state, uses. */
    public void refuseToGo(boolean used) {
        refuseIf(used || opened != null, "yearStays");
    }

    /** Whether the public saw it at that time. */
    boolean isOpenAt(Instant when) {
        return opened != null && !when.isBefore(opened);
    }

    public boolean isOpened() {
        return opened != null;
    }

    public boolean isClosed() {
        return closed != null;
    }

    /** 1900 to 2999. */
    public int year() {
        return year;
    }

    public List<Section> sections() {
        return sections;
    }

    /** The chronicle as the public sees it once it is opened. */
    public PublishedChronicle asPublished() {
        var published = sections.stream().map(PublishedSection::of).toList();
        return new PublishedChronicle(id(), year, title, introduction, source, published);
    }

    /** The chronicle as staff see it, with the number of entries in each stage. */
    public EditorialChronicle asWritten(Map<ReviewStage, Long> entries) {
        return new EditorialChronicle(asPublished(), version(), opened, closed, entries);
    }
}
