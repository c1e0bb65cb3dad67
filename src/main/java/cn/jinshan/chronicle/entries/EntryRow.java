package cn.jinshan.chronicle.entries;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry in a list for staff: its latest edition.
 *
 * @param version of the entry
 * @param number of the edition
 * @param approvals that it was given since it was last submitted
 * @param needed how many it has to be given
 * @param wording the date as it was typed
 * @param published the number of the edition that the public reads, if there is one
 * @param changed when it was last changed, if not only by the seed
 */
public record EntryRow(
        long id,
        long version,
        int number,
        Stage stage,
        int approvals,
        int needed,
        int year,
        String wording,
        boolean dated,
        String title,
        PublishedSection section,
        @Nullable Integer published,
        @Nullable Instant changed,
        @Nullable Long changedBy) {

    /** Whether it is on its way to the public: a draft, or submitted. */
    public boolean isOpen() {
        return switch (stage) {
            case DRAFT, RETURNED, SUBMITTED, APPROVED -> true;
            case PUBLISHED, WITHDRAWN, SUPERSEDED -> false;
        };
    }

    /** The review that it waits for; only for one that waits. */
    public ReviewStep step() {
        return ReviewStep.of(approvals + 1, needed);
    }
}
