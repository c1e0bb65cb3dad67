package cn.jinshan.chronicle.entries;

/**
 * Entry before or after another one in its chronicle.
 *
 * @param wording its date in the source's own words; may be empty
 */
public record Neighbour(long id, String wording, String title) {}
