package cn.jinshan.chronicle.storage;

import java.time.Instant;

/**
 * Record of one time that the database was older than the last acknowledged change.
 *
 * @param known when the last change was made that it knows
 * @param acknowledged when the last change was made that had been acknowledged
 */
public record OlderDatabase(long id, Instant known, Instant acknowledged) {}
