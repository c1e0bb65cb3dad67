package cn.jinshan.chronicle.entries;

/**
 * Event in the transaction that erases an entry: nothing is left of it but its number.
 *
 * @param id the number of the entry
 */
public record EntryErased(long id) {}
