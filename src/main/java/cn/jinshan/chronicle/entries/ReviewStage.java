package cn.jinshan.chronicle.entries;

/** Where the last edition of an entry stands on its way to the public and back, as staff see it. */
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
    SUPERSEDED
}
