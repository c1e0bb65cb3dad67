package cn.jinshan.chronicle.search;

/**
 * Choice of a filter.
 *
 * @param count of the entries that it would show
 * @param chosen whether it is part of the search
 */
public record Facet<T>(T value, long count, boolean chosen) {}
