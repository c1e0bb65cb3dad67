package cn.jinshan.chronicle.entries;

import cn.jinshan.chronicle.dates.EventDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Filter and order of a year's timeline, as a reader chose them. An entry is shown if it matches any chosen section and
 * any chosen month.
 *
 * @param sections slugs; none chosen means all
 * @param months 1 to 12, and {@link #UNDATED}; none chosen means all
 * @param view arranged by time, or by section as first published
 * @param order of the view by time
 * @param page from 1
 */
public record TimelineFilter(SortedSet<String> sections, SortedSet<Integer> months, View view, Order order, int page) {

    /** Stands after the twelve months for the entries whose source names no month. */
    public static final int UNDATED = 13;

    /** The highest page number that is accepted. */
    public static final int LAST_PAGE = 999_999;

    /** Everything, oldest first. */
    public static final TimelineFilter WHOLE =
            new TimelineFilter(new TreeSet<>(), new TreeSet<>(), View.TIME, Order.OLDEST, 1);

    private static final Pattern PAGE = Pattern.compile("[1-9]\\d{0,5}");
    private static final Pattern MONTH = Pattern.compile("0?[1-9]|1[0-2]");

    /** How a timeline is arranged. */
    public enum View {
        TIME,
        SECTIONS
    }

    /** Which end of the year stands first. */
    public enum Order {
        OLDEST,
        NEWEST
    }

    public TimelineFilter {
        sections = unmodifiable(sections);
        months = unmodifiable(months);
    }

    private static <T extends Comparable<T>> SortedSet<T> unmodifiable(SortedSet<T> values) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(values));
    }

    /**
     * Reads {@code section}, {@code month} ({@code 1} to {@code 12} or {@code none}), {@code view}, {@code order} and
     * {@code page}. Empty values count as absent; other names are ignored; a value that names nothing is not public.
     */
    public static TimelineFilter read(Map<String, List<String>> parameters) {
        var sections = new TreeSet<>(values(parameters, "section").toList());
        var months = new TreeSet<>(
                values(parameters, "month").map(TimelineFilter::month).toList());
        var view = values(parameters, "view").map(name -> named(View.class, name));
        var order = values(parameters, "order").map(name -> named(Order.class, name));
        var page = values(parameters, "page").map(TimelineFilter::page);
        return new TimelineFilter(sections, months, first(view, View.TIME), first(order, Order.OLDEST), first(page, 1));
    }

    /** Reads all values, so that an invalid one is always refused. */
    private static <T> T first(Stream<T> values, T absent) {
        var all = values.toList();
        return all.isEmpty() ? absent : all.get(0);
    }

    private static Stream<String> values(Map<String, List<String>> parameters, String name) {
        return parameters.getOrDefault(name, List.of()).stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    private static int month(String value) {
        if (value.equals("none")) {
            return UNDATED;
        }
        if (!MONTH.matcher(value).matches()) {
            throw new NotPublicException("month");
        }
        return Integer.parseInt(value);
    }

    /** A month as an address says it: {@code 1} to {@code 12}, or {@code none}. */
    public static String value(int month) {
        return month == UNDATED ? "none" : String.valueOf(month);
    }

    /** Reads the number of a page; not public unless it is from 1 to {@link #LAST_PAGE}. */
    public static int page(String value) {
        if (!PAGE.matcher(value).matches()) {
            throw new NotPublicException("page");
        }
        return Integer.parseInt(value);
    }

    /** Reads a constant as {@link #word} writes it; not public if the value names none. */
    public static <E extends Enum<E>> E named(Class<E> type, String value) {
        return Stream.of(type.getEnumConstants())
                .filter(constant -> word(constant).equals(value))
                .findFirst()
                .orElseThrow(() -> new NotPublicException(type.getSimpleName()));
    }

    /** A constant as addresses and data say it. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    public boolean choosesSections() {
        return !sections.isEmpty();
    }

    public boolean choosesMonths() {
        return !months.isEmpty();
    }

    public boolean choosesUndated() {
        return months.contains(UNDATED);
    }

    /** Whether anything is left out. */
    public boolean chooses() {
        return choosesSections() || choosesMonths();
    }

    /** Whether it shows the whole year by time, from its first page on. */
    boolean isTopOfYear() {
        return !chooses() && !isBySections() && page == 1;
    }

    public boolean isBySections() {
        return view == View.SECTIONS;
    }

    public boolean isNewestFirst() {
        return order == Order.NEWEST;
    }

    public TimelineFilter onlySection(String slug) {
        return new TimelineFilter(new TreeSet<>(List.of(slug)), months, view, order, 1);
    }

    public TimelineFilter withoutSection(String slug) {
        return new TimelineFilter(without(sections, slug), months, view, order, 1);
    }

    public TimelineFilter withoutSections() {
        return new TimelineFilter(new TreeSet<>(), months, view, order, 1);
    }

    /** With this month, or {@link #UNDATED}, instead of those chosen. */
    public TimelineFilter onlyMonth(int month) {
        return new TimelineFilter(sections, new TreeSet<>(List.of(month)), view, order, 1);
    }

    /** The filter with only the entries whose source names no month. */
    public TimelineFilter onlyUndated() {
        return onlyMonth(UNDATED);
    }

    public TimelineFilter withoutMonth(int month) {
        return new TimelineFilter(sections, without(months, month), view, order, 1);
    }

    public TimelineFilter withoutMonths() {
        return new TimelineFilter(sections, new TreeSet<>(), view, order, 1);
    }

    public TimelineFilter byTime() {
        return new TimelineFilter(sections, months, View.TIME, order, 1);
    }

    public TimelineFilter bySections() {
        return new TimelineFilter(sections, months, View.SECTIONS, order, 1);
    }

    public TimelineFilter oldestFirst() {
        return new TimelineFilter(sections, months, View.TIME, Order.OLDEST, 1);
    }

    public TimelineFilter newestFirst() {
        return new TimelineFilter(sections, months, View.TIME, Order.NEWEST, 1);
    }

    public TimelineFilter page(int other) {
        return new TimelineFilter(sections, months, view, order, other);
    }

    private static <T extends Comparable<T>> SortedSet<T> without(SortedSet<T> values, T value) {
        var rest = new TreeSet<>(values);
        rest.remove(value);
        return rest;
    }

    /** The shortest query of an address that {@link #read} reads back, with its question mark; empty for everything. */
    public String query() {
        var query = new StringJoiner("&", "?", "").setEmptyValue("");
        sections.forEach(slug -> query.add("section=" + slug));
        months.forEach(month -> query.add("month=" + value(month)));
        if (isBySections()) {
            query.add("view=" + word(view));
        } else if (isNewestFirst()) {
            query.add("order=" + word(order));
        }
        if (page > 1) {
            query.add("page=" + page);
        }
        return query.toString();
    }

    /** The chosen months as {@link EventDate#months} has them; all twelve where none is chosen. */
    int monthBits() {
        return choosesMonths()
                ? months.stream()
                        .filter(month -> month != UNDATED)
                        .mapToInt(month -> 1 << (month - 1))
                        .sum()
                : (1 << 12) - 1;
    }

    /** Whether it shows entries of a section. */
    public boolean includes(String section) {
        return !choosesSections() || sections.contains(section);
    }

    /** Whether entries whose source names no month are among those chosen. */
    boolean includesUndated() {
        return !choosesMonths() || choosesUndated();
    }
}
