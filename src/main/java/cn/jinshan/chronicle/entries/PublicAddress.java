package cn.jinshan.chronicle.entries;

import java.time.Instant;

/**
 * Public address of an entry, and when it last changed.
 *
 * @param id of the entry
 * @param changed when its present edition could first be read
 */
public record PublicAddress(long id, Instant changed) {}
