package cn.jinshan.chronicle.entries;

import static cn.jinshan.chronicle.entries.RefusedException.refuseIf;

import cn.jinshan.chronicle.entries.Review.Verdict;
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
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Wording (版本) of an entry. Its content never changes once published; its state changes by a {@link Transition}, which
 * {@link Entry} checks first.
 */
@Entity
public class Edition extends EditionContent implements EditionFacts {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    private Entry entry;

    /** The key of {@link #entry}, so that reading a page of editions loads no entries. */
    @Column(name = "entry_id", insertable = false, updatable = false)
    private @Nullable Long entryId;

    private int number;

    @Enumerated(EnumType.STRING)
    private EditionState state;

    private int submissions;

    private @Nullable Instant submitted;

    private @Nullable Long submittedBy;

    /** The number of approvals since the last submission. */
    private int approvals;

    /** Whether a reviewer returned it, so that it is a draft again. */
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

    /** The text that the public reads instead of a withdrawn edition. */
    private @Nullable String farewell;

    /** The accounts of all who wrote in it. */
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

    /** Replaces the content; refused if it is no draft. */
    void write(Section section, int position, Content content, long author) {
        refuseIf(!isDraft(), "submitted");
        write(section, position, content);
        authors.add(author);
    }

    /** Takes over the content and the authors of another edition, without its correction note. */
    void writeFrom(Edition other, long author) {
        write(other.section, other.position, other.withoutCorrection(), author);
        authors.addAll(other.authors);
    }

    /** Submits the edition: nobody may write in it now. */
    void submit(long by, Instant now) {
        state = EditionState.SUBMITTED;
        submissions++;
        submitted = now;
        submittedBy = by;
        returned = false;
    }

    void takeBack() {
        state = EditionState.DRAFT;
        approvals = 0;
    }

    void returnToEditor(String reason, long by, Instant now) {
        reviews.add(new Review(submissions, by, Verdict.RETURNED, reason, now));
        takeBack();
        returned = true;
    }

    void approve(long by, Instant now) {
        reviews.add(new Review(submissions, by, Verdict.APPROVED, null, now));
        approvals++;
    }

    void publish(long by, Instant now) {
        state = EditionState.PUBLISHED;
        live = true;
        returned = false;
        published = now;
        publishedBy = by;
    }

    /** Marks the edition as superseded by a later one. */
    void supersede() {
        state = EditionState.SUPERSEDED;
        live = null;
    }

    void withdraw(String reason, @Nullable String farewell, long by, Instant now) {
        state = EditionState.WITHDRAWN;
        live = null;
        withdrawn = now;
        withdrawnBy = by;
        this.reason = reason;
        this.farewell = farewell;
    }

    /** Whether the other edition is an earlier one that the same chronicle published. */
    boolean followsPublished(Edition earlier) {
        return earlier.published != null && earlier.number < number && earlier.chronicle.year() == chronicle.year();
    }

    /** Whether this is a later edition in the same chronicle as one of which only number and chronicle are known. */
    public boolean follows(int earlier, long itsChronicle) {
        return earlier < number && Objects.equals(chronicleId, itsChronicle);
    }

    @Override
    public EditionState state() {
        return state;
    }

    @Override
    public boolean correcting() {
        return entry.isCorrection(this);
    }

    @Override
    public boolean closed() {
        return chronicle.isClosed();
    }

    @Override
    public Set<Long> authors() {
        return Set.copyOf(authors);
    }

    @Override
    public ReviewProgress reviewing() {
        return new ReviewProgress(submissions, submitted, submittedBy, approvals, returned, List.copyOf(reviews));
    }

    boolean isLive() {
        return Boolean.TRUE.equals(live);
    }

    int number() {
        return number;
    }

    /** The edition as the public reads it; refused if it is not public. */
    public PublishedEntry asPublished() {
        if (!isLive() || edtf == null || published == null) {
            throw new IllegalStateException("Edition " + number + " is not public");
        }
        return asItWouldBe(published);
    }

    /** The edition as the public would read it if published at that time; missing parts stay empty. */
    public PublishedEntry asItWouldBe(Instant published) {
        return asPublished(entryId(), number, published);
    }

    public Long id() {
        return Objects.requireNonNull(id);
    }

    public Long entryId() {
        return Objects.requireNonNull(entryId);
    }

    /** The edition as a row of a list for staff, with the public number, and the approvals that it needs. */
    public EntryRow asRow(@Nullable Integer published, int needed) {
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

    /** The edition as staff read it. */
    EditorialEdition asWritten() {
        boolean correcting = correcting();
        return new EditorialEdition(
                number,
                state,
                correcting,
                chronicle.asPublished(),
                chronicle.isOpened(),
                closed(),
                PublishedSection.of(section),
                position,
                title,
                wording,
                date(),
                body,
                easyTitle,
                easyRead,
                correction,
                subjects.stream().map(PublishedSubject::of).toList(),
                authors(),
                reviewing(),
                published,
                publishedBy,
                withdrawn,
                withdrawnBy,
                reason,
                farewell,
                lacks(correcting));
    }
}
