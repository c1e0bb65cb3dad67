package cn.jinshan.chronicle.entries;

import java.time.Instant;

/**
 * Public note of what one edition of an entry corrected.
 *
 * @param note what was corrected, in the publisher's words
 * @param published when the edition was, its chronicle being open
 */
public record PublishedCorrection(String note, Instant published) {}
