package cn.jinshan.chronicle.entries;

import java.time.Instant;

/** Public note of what an edition of an entry corrected, and when that was published in an open chronicle. */
public record PublishedCorrection(String note, Instant published) {}
