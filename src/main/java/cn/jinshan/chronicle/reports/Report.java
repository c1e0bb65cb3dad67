package cn.jinshan.chronicle.reports;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.orm.ObjectOptimisticLockingFailureException;

/** Report of a mistake by a reader (读者反映), with its answer. */
@Entity
class Report {

    /** State of a report. */
    enum Standing {
        /** It needs an answer. */
        OPEN,
        /** It has no answer yet, and looks like advertising. */
        SUSPECT,
        ANSWERED
    }

    /** Result of a report. */
    enum Outcome {
        /** The entry is corrected. */
        CORRECTED,
        /** Nothing is changed; a note says why. */
        NO_CHANGE,
        SPAM
    }

    private static final int EXCERPT = 60;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private long version;

    private String formKey;

    private @Nullable Long entryId;

    private String words;

    private @Nullable String contact;

    private Instant sent;

    @Enumerated(EnumType.STRING)
    private Standing standing;

    @Enumerated(EnumType.STRING)
    private @Nullable Outcome outcome;

    @Enumerated(EnumType.STRING)
    private @Nullable Outcome formerOutcome;

    private @Nullable String note;

    private @Nullable Instant answered;

    private @Nullable Long answeredBy;

    @SuppressWarnings("NullAway.Init")
    protected Report() {}

    /**
     * A report without an answer.
     *
     * @param formKey the key of the form with these words, at most 36 characters; a second report with the key is
     *     refused
     * @param entryId the number of the entry; null for none
     * @param words 1 to 2000 characters
     * @param contact how to reach the reader, at most 200 characters; null for none
     * @param suspect whether it looks like advertising
     */
    Report(
            String formKey,
            @Nullable Long entryId,
            String words,
            @Nullable String contact,
            boolean suspect,
            Instant sent) {
        this.formKey = formKey;
        this.entryId = entryId;
        this.words = words;
        this.contact = contact;
        this.standing = suspect ? Standing.SUSPECT : Standing.OPEN;
        this.sent = sent;
    }

    /**
     * Makes sure that the user has seen the last change.
     *
     * @throws ObjectOptimisticLockingFailureException if somebody changed the report since
     */
    void refuseStale(long seen) {
        if (seen != version) {
            throw new ObjectOptimisticLockingFailureException(Report.class, id());
        }
    }

    /**
     * Closes the report; the answer replaces an earlier one.
     *
     * @param note for colleagues, at most 1000 characters; not empty if nothing was changed
     * @param by the account of the user who answers
     */
    void answer(Outcome outcome, String note, long by, Instant now) {
        if (outcome == Outcome.NO_CHANGE && note.isBlank()) {
            throw new IllegalArgumentException("Why nothing was changed needs a word");
        }
        this.standing = Standing.ANSWERED;
        this.outcome = outcome;
        this.note = note;
        this.answered = now;
        this.answeredBy = by;
    }

    /** Reopens the report; its former answer stays known. */
    void reopen() {
        standing = Standing.OPEN;
        formerOutcome = outcome == null ? formerOutcome : outcome;
        outcome = null;
    }

    /** Deletes how to reach the reader. */
    void forgetContact() {
        contact = null;
    }

    /** Whether this user has answered it in just this way. */
    boolean isAnswered(@Nullable Outcome outcome, String note, long by) {
        return standing == Standing.ANSWERED
                && this.outcome == outcome
                && note.equals(this.note)
                && Objects.equals(answeredBy, by);
    }

    /** The style class of its state; it shares those of the editions. */
    public String cssClass() {
        return switch (standing) {
            case OPEN -> "state--submitted";
            case SUSPECT -> "state--draft";
            case ANSWERED -> "state--superseded";
        };
    }

    /** The beginning of its words, in one line. */
    public String excerpt() {
        var line = words.replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= EXCERPT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, EXCERPT)) + "…";
    }

    public long id() {
        return Objects.requireNonNull(id, "Not saved yet");
    }

    public long version() {
        return version;
    }

    public @Nullable Long entryId() {
        return entryId;
    }

    public String words() {
        return words;
    }

    public @Nullable String contact() {
        return contact;
    }

    public Instant sent() {
        return sent;
    }

    public Standing standing() {
        return standing;
    }

    public @Nullable Outcome outcome() {
        return outcome;
    }

    /** The result before it was last reopened; null if it never was. */
    public @Nullable Outcome formerOutcome() {
        return formerOutcome;
    }

    public @Nullable String note() {
        return note;
    }

    /** The time of the last answer; null if it was never answered. */
    public @Nullable Instant answered() {
        return answered;
    }

    /** The account of the last answer. */
    public @Nullable Long answeredBy() {
        return answeredBy;
    }
}
