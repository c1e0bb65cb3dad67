package cn.jinshan.chronicle.entries;

import java.time.Instant;

/** Public address of an entry, by its number, and when its present edition could first be read. */
public record PublicAddress(long id, Instant changed) {}
