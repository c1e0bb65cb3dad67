package cn.jinshan.chronicle.entries;

/** Stage of an entry in the review workflow, as staff see it. */
public enum ReviewStage {
    /** Being written. */
    DRAFT,
    /** Being written again, for a reason that a reviewer gave. */
    RETURNED,
    /** Waiting for a review. */
    SUBMITTED,
    /** Given all reviews, waiting for somebody to publish it. */
    APPROVED,
    PUBLISHED,
    WITHDRAWN,
    SUPERSEDED;

    /** Whether its edition may still become public. */
    public boolean isOpen() {
        return this == DRAFT || this == RETURNED || this == SUBMITTED || this == APPROVED;
    }
}
