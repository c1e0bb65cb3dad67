package cn.jinshan.chronicle.storage;

import java.time.Instant;

/**
 * One time that the database came back older than what had been acknowledged.
 *
 * @param known when the last change was made that it knows
 * @param acknowledged when the last change was made that had been acknowledged
 */
public record OlderDatabase(long id, Instant known, Instant acknowledged) {}
