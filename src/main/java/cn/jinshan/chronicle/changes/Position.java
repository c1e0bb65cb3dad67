package cn.jinshan.chronicle.changes;

/**
 * Where the log of public changes stands.
 *
 * @param log the identity of the log; another database has another one
 * @param number of the last committed change; 0 for none
 */
public record Position(String log, long number) {}
