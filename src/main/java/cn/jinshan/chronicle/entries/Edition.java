package cn.jinshan.chronicle.entries;

import cn.jinshan.chronicle.dates.Edtf.Shape;
import cn.jinshan.chronicle.dates.EventDate;
import cn.jinshan.chronicle.dates.Precision;
import cn.jinshan.chronicle.entries.Review.Verdict;
import cn.jinshan.chronicle.text.Prose;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One wording (版本) of an entry. Its content never changes once published; only its state does. */
@Entity
public class Edition {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    private Entry entry;

    /** Read beside {@link #entry} so that reading a page of editions loads no entries. */
    @Column(name = "entry_id", insertable = false, updatable = false)
    private @Nullable Long entryId;

    private int number;

    @ManyToOne(fetch = FetchType.LAZY)
    private Chronicle chronicle;

    /** Stands first in the public index, which H2 takes only for a condition on this table. */
    @Column(name = "chronicle_id", insertable = false, updatable = false)
    private @Nullable Long chronicleId;

    @ManyToOne(fetch = FetchType.LAZY)
    private Section section;

    private int position;

    private String title;

    private String wording;

    private @Nullable String edtf;

    private @Nullable LocalDate earliest;

    private @Nullable LocalDate latest;

    @Enumerated(EnumType.STRING)
    private @Nullable Precision precision;

    @Enumerated(EnumType.STRING)
    private @Nullable Shape shape;

    private int months;

    private @Nullable Integer place;

    private String body;

    private String easyRead;

    private @Nullable String correction;

    @ManyToMany
    @JoinTable(name = "edition_subject", inverseJoinColumns = @JoinColumn(name = "subject_id"))
    @OrderColumn(name = "position")
    private List<Subject> subjects;

    /** Once while it is public, else never; a list so that it is not read along with the edition. */
    @ElementCollection
    @CollectionTable(name = "edition_text", joinColumns = @JoinColumn(name = "edition_id"))
    private List<FoldedEdition> folded = new ArrayList<>();

    @Enumerated(EnumType.STRING)
    private EditionState state;

    private int submissions;

    private @Nullable Instant submitted;

    private @Nullable Long submittedBy;

    /** Since it was last submitted. */
    private int approvals;

    /** Whether it is a draft again because a reviewer returned it. */
    private boolean returned;

    @ElementCollection
    @CollectionTable(name = "review", joinColumns = @JoinColumn(name = "edition_id"))
    @OrderBy("given")
    private Set<Review> reviews = new LinkedHashSet<>();

    private @Nullable Boolean live;

    private @Nullable Instant published;

    private @Nullable Long publishedBy;

    private @Nullable Instant withdrawn;

    private @Nullable Long withdrawnBy;

    private @Nullable String reason;

    /** What the public reads in its place, once it is withdrawn. */
    private @Nullable String farewell;

    /** Everyone who wrote in it. */
    @ElementCollection
    @CollectionTable(name = "edition_author", joinColumns = @JoinColumn(name = "edition_id"))
    @Column(name = "account_id")
    private Set<Long> authors = new LinkedHashSet<>();

    @SuppressWarnings("NullAway.Init")
    protected Edition() {}

    @SuppressWarnings("NullAway.Init")
    Edition(Entry entry, int number) {
        this.entry = entry;
        this.number = number;
        this.state = EditionState.DRAFT;
    }

    /** Puts a content in the place of what it said; refused once it is no draft. */
    void write(Section section, int position, Content content, long author) {
        refuseUnlessDraft();
        this.chronicle = section.chronicle();
        this.section = section;
        this.position = position;
        this.title = content.title();
        this.wording = content.wording();
        this.body = content.body();
        this.easyRead = content.easyRead();
        this.correction = content.correction();
        this.subjects = new ArrayList<>(content.subjects());
        this.authors.add(author);
        var date = content.date();
        if (date != null && date.year() != chronicle.year()) {
            throw new IllegalArgumentException("The date belongs to another year's chronicle");
        }
        this.edtf = date == null ? null : date.edtf().toString();
        this.earliest = date == null ? null : date.edtf().earliest();
        this.latest = date == null ? null : date.edtf().latest();
        this.precision = date == null ? null : date.edtf().precision();
        this.shape = date == null ? null : date.edtf().shape();
        this.months = date == null ? 0 : date.months();
        this.place = date == null ? null : date.place();
    }

    /** Takes over what another edition says, and its authors with it; all but its note of what it corrected. */
    void writeFrom(Edition other, long author) {
        write(other.section, other.position, other.content(null), author);
        authors.addAll(other.authors);
    }

    private Content content(@Nullable String correction) {
        return new Content(title, wording, date(), body, easyRead, correction, subjects);
    }

    private @Nullable EventDate date() {
        return edtf == null ? null : EventDate.of(wording, edtf, chronicle.year());
    }

    /**
     * What it still needs before the public may see it.
     *
     * @param correcting whether its chronicle published an earlier one; what is new is no longer taken by a closed one,
     *     with a note or without
     */
    private Set<Lack> lacks(boolean correcting) {
        var lacks = EnumSet.noneOf(Lack.class);
        if (title.isBlank()) {
            lacks.add(Lack.TITLE);
        }
        if (edtf == null) {
            lacks.add(Lack.DATE);
        }
        if (body.isBlank()) {
            lacks.add(Lack.BODY);
        }
        if (correcting && chronicle.isClosed() && (correction == null || correction.isBlank())) {
            lacks.add(Lack.CORRECTION);
        }
        return lacks;
    }

    /** Asks reviewers to look at it; from now on nobody writes in it. */
    void submit(long by, Instant now) {
        refuseUnlessDraft();
        refuseIncomplete();
        state = EditionState.SUBMITTED;
        submissions++;
        submitted = now;
        submittedBy = by;
        returned = false;
    }

    /** Makes it a draft again; refused for whoever neither wrote nor submitted it. */
    void takeBack(long by) {
        refuseUnlessSubmitted();
        if (!authors.contains(by) && !Objects.equals(submittedBy, by)) {
            throw new RefusedException("notYours");
        }
        writeAgain();
    }

    /** Makes it a draft again, for a reason; refused for its authors. */
    void returnToEditor(String reason, long by, Instant now) {
        refuseUnlessSubmitted();
        refuseAuthor(by);
        reviews.add(new Review(submissions, by, Verdict.RETURNED, reason, now));
        writeAgain();
        returned = true;
    }

    private void writeAgain() {
        state = EditionState.DRAFT;
        approvals = 0;
    }

    /** Approves it once; refused for its authors, for whoever did already, and when enough others did. */
    void approve(int needed, long by, Instant now) {
        refuseUnlessSubmitted();
        refuseAuthor(by);
        if (approvals >= needed) {
            throw new RefusedException("approvedEnough");
        }
        if (isApprovedBy(by)) {
            throw new RefusedException("approvedByYou");
        }
        reviews.add(new Review(submissions, by, Verdict.APPROVED, null, now));
        approvals++;
    }

    private boolean isApprovedBy(long account) {
        return reviews.stream()
                .anyMatch(review -> review.submission() == submissions
                        && review.verdict() == Verdict.APPROVED
                        && review.account() == account);
    }

    private void refuseAuthor(long account) {
        if (authors.contains(account)) {
            throw new RefusedException("ownWork");
        }
    }

    /** Shows it to the public; refused for what lacks something, or approvals. */
    void publish(int needed, long by, Instant now) {
        if (!isOpen()) {
            throw new RefusedException("noDraft");
        }
        refuseIncomplete();
        if (isDraft() && needed > 0) {
            throw new RefusedException("reviewFirst", needed);
        }
        if (approvals < needed) {
            throw new RefusedException("approvalsMissing", approvals, needed);
        }
        state = EditionState.PUBLISHED;
        live = true;
        returned = false;
        published = now;
        publishedBy = by;
        folded = new ArrayList<>(List.of(new FoldedEdition(
                entry,
                section,
                position,
                months,
                place,
                FoldedEdition.title(title),
                FoldedEdition.prose(new Prose(body), new Prose(easyRead)),
                FoldedEdition.wording(chronicle.year(), wording))));
    }

    private void refuseIncomplete() {
        if (!lacks(chronicle.isClosed()).isEmpty()) {
            throw new RefusedException("incomplete");
        }
    }

    private void refuseUnlessDraft() {
        if (state != EditionState.DRAFT) {
            throw new RefusedException(state == EditionState.SUBMITTED ? "submitted" : "noDraft");
        }
    }

    private void refuseUnlessSubmitted() {
        if (state != EditionState.SUBMITTED) {
            throw new RefusedException("notSubmitted");
        }
    }

    /** Gives way to a later edition. */
    void supersede() {
        state = EditionState.SUPERSEDED;
        live = null;
        folded = new ArrayList<>();
    }

    void withdraw(String reason, @Nullable String farewell, long by, Instant now) {
        state = EditionState.WITHDRAWN;
        live = null;
        folded = new ArrayList<>();
        withdrawn = now;
        withdrawnBy = by;
        this.reason = reason;
        this.farewell = farewell;
    }

    /** Whether its own chronicle published that other edition. */
    boolean followsPublished(Edition earlier) {
        return earlier.published != null && earlier.number < number && earlier.chronicle.year() == chronicle.year();
    }

    /** The same for what is known of that edition without reading it. */
    boolean follows(EditorialEditions.Once earlier) {
        return earlier.number() < number && Objects.equals(chronicleId, earlier.chronicle());
    }

    boolean isOfClosedChronicle() {
        return chronicle.isClosed();
    }

    boolean isDraft() {
        return state == EditionState.DRAFT;
    }

    /** Whether it is on its way to the public: a draft, or submitted. */
    boolean isOpen() {
        return isDraft() || state == EditionState.SUBMITTED;
    }

    boolean isLive() {
        return Boolean.TRUE.equals(live);
    }

    int number() {
        return number;
    }

    /** As the public reads it; refused for what they may not see. */
    public PublishedEntry asPublished() {
        var date = date();
        if (!isLive() || date == null || published == null) {
            throw new IllegalStateException("Edition " + number + " is not public");
        }
        return asPublished(date, published);
    }

    /** As the public would read it, published at that time; what it does not say yet stays empty. */
    PublishedEntry asItWouldBe(Instant published) {
        var date = date();
        return asPublished(date == null ? EventDate.parse("", chronicle.year(), null) : date, published);
    }

    private PublishedEntry asPublished(EventDate date, Instant published) {
        return new PublishedEntry(
                entryId(),
                number,
                PublishedSection.of(section),
                position,
                title,
                date,
                new Prose(body),
                new Prose(easyRead),
                chronicle.isOpenAt(published) ? correction : null,
                published);
    }

    public Long id() {
        return Objects.requireNonNull(id);
    }

    public Long entryId() {
        return Objects.requireNonNull(entryId);
    }

    /**
     * As staff find it in a list.
     *
     * @param published the number of the edition that the public reads, if there is one
     * @param needed how many approvals it has to be given
     */
    EntryRow asRow(@Nullable Integer published, int needed) {
        return new EntryRow(
                entryId(),
                entry.version(),
                number,
                EditionStatus.of(state, returned, approvals, needed),
                wording,
                edtf != null,
                title,
                PublishedSection.of(section),
                published,
                entry.changed(),
                entry.changedBy());
    }

    /**
     * As staff read it.
     *
     * @param correcting whether its chronicle published an earlier one
     */
    EditorialEdition asWritten(boolean correcting) {
        return new EditorialEdition(
                number,
                state,
                correcting,
                PublishedChronicle.of(chronicle),
                chronicle.isOpened(),
                chronicle.isClosed(),
                PublishedSection.of(section),
                position,
                title,
                wording,
                date(),
                body,
                easyRead,
                correction,
                subjects.stream().map(PublishedSubject::of).toList(),
                Set.copyOf(authors),
                new Reviewing(submissions, submitted, submittedBy, approvals, returned, List.copyOf(reviews)),
                published,
                publishedBy,
                withdrawn,
                withdrawnBy,
                reason,
                farewell,
                lacks(correcting));
    }
}
