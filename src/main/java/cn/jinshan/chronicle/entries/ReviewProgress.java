package cn.jinshan.chronicle.entries;

import cn.jinshan.chronicle.entries.Review.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reviews of an edition, and how often it was submitted for them.
 *
 * @param submitted when it was last
 * @param submittedBy the account that submitted it then
 * @param approvals how many reviewers have approved it since
 * @param returned whether it is a draft again because a reviewer returned it
 * @param reviews all there were, oldest first
 */
public record ReviewProgress(
        int submissions,
        @Nullable Instant submitted,
        @Nullable Long submittedBy,
        int approvals,
        boolean returned,
        List<Review> reviews) {

    /** The approvals that count: of what was submitted last, unless it was taken back or returned since. */
    public List<Review> inForce() {
        return approvals == 0
                ? List.of()
                : reviews.stream()
                        .filter(review -> review.submission() == submissions)
                        .toList();
    }

    /** Whether this draft was submitted and then taken back. */
    public boolean isTakenBack() {
        return submissions > 0 && !returned;
    }

    /** Whether somebody's approval counts. */
    public boolean isApprovedBy(long account) {
        return inForce().stream().anyMatch(review -> review.account() == account);
    }

    /** Why and by whom it was returned; empty once it is submitted again. */
    public Optional<Review> reasonToChange() {
        return returned ? lastReturn() : Optional.empty();
    }

    /** Why and by whom it was last returned, if ever. */
    public Optional<Review> lastReturn() {
        return reviews.stream()
                .filter(review -> review.verdict() == Verdict.RETURNED)
                .reduce((earlier, later) -> later);
    }
}
