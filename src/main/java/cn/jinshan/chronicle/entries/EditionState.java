package cn.jinshan.chronicle.entries;

/** State of an edition, from draft to withdrawn. */
public enum EditionState {
    DRAFT,
    SUBMITTED,
    PUBLISHED,
    SUPERSEDED,
    WITHDRAWN
}
