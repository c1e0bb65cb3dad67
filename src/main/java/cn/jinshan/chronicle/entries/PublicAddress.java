package cn.jinshan.chronicle.entries;

import java.time.Instant;

/**
 * Where an entry is read.
 *
 * @param id of the entry
 * @param changed when its present edition could first be read
 */
public record PublicAddress(long id, Instant changed) {}
