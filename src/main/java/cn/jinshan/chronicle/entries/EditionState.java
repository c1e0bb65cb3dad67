package cn.jinshan.chronicle.entries;

/** Where an edition stands between its writing and its end. */
public enum EditionState {
    DRAFT,
    SUBMITTED,
    PUBLISHED,
    SUPERSEDED,
    WITHDRAWN
}
