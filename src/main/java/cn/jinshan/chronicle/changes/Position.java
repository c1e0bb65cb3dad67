package cn.jinshan.chronicle.changes;

import java.time.Instant;

/**
 * Where the log of public changes stands.
 *
 * @param log the identity of the log; another database has another one
 * @param number of the last committed change; 0 for none
 * @param made when that change was made: a database that was taken back and went on has another change of that number
 */
public record Position(String log, long number, Instant made) {}
