package cn.jinshan.chronicle.reader;

import cn.jinshan.chronicle.entries.PublishedChronicle;
import cn.jinshan.chronicle.entries.PublishedSection;
import cn.jinshan.chronicle.entries.Tally;
import cn.jinshan.chronicle.entries.TimelineFilter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Table of entry counts by section: a row for each month of a year, or for each year.
 *
 * @param sections the columns
 * @param total counts each entry once, though an entry of several months stands in several rows
 */
record Figures(List<PublishedSection> sections, List<Row> rows, Row total) {

    private static final List<String> HATCHES = List.of(
            "M0 0",
            "M-2 2l4-4M0 8l8-8M6 10l4-4",
            "M0 2h8M0 6h8",
            "M2 0v8",
            "M-2 6l4 4M0 0l8 8M6-2l4 4",
            "M0 0l8 8M0 8l8-8");

    /**
     * @param of the month, or {@link TimelineFilter#UNDATED}, or the year; 0 for the total
     * @param cells one for each section
     * @param address the page that shows these entries; null if there is none
     */
    record Row(
            int of, List<Cell> cells, long count, @Nullable String address) {}

    /**
     * @param before the number of entries in the sections before it, in the same row
     * @param address the page that shows these entries; null if there is none
     */
    record Cell(
            PublishedSection section,
            long before,
            long count,
            @Nullable String address) {}

    /** A row for each month and for the undated. */
    static Figures ofMonths(PublishedChronicle chronicle, Tally tally) {
        var sections = chronicle.sections();
        var path = "/" + chronicle.year();
        var rows = IntStream.rangeClosed(1, TimelineFilter.UNDATED)
                .mapToObj(month -> row(month, sections, tally, path, TimelineFilter.WHOLE.onlyMonth(month)))
                .toList();
        return new Figures(sections, rows, row(0, sections, tally, path, TimelineFilter.WHOLE));
    }

    /** A row for each year, oldest first, and a column for each section of any year, with its latest title. */
    static Figures ofYears(Map<PublishedChronicle, Tally> tallies) {
        var sections = new LinkedHashMap<String, PublishedSection>();
        tallies.keySet()
                .forEach(chronicle -> chronicle.sections().forEach(section -> {
                    sections.remove(section.slug());
                    sections.put(section.slug(), section);
                }));
        var columns = List.copyOf(sections.values());
        var rows = new ArrayList<Row>();
        tallies.forEach((chronicle, tally) ->
                rows.add(row(chronicle.year(), columns, tally, "/" + chronicle.year(), TimelineFilter.WHOLE)));
        var together = new Tally(tallies.values().stream()
                .flatMap(tally -> tally.rows().stream())
                .toList());
        return new Figures(columns, rows, row(0, columns, together, null, TimelineFilter.WHOLE));
    }

    private static Row row(
            int of, List<PublishedSection> sections, Tally tally, @Nullable String path, TimelineFilter filter) {
        var cells = new ArrayList<Cell>();
        long sum = 0;
        for (var section : sections) {
            var chosen = filter.onlySection(section.slug());
            long count = tally.count(chosen);
            cells.add(new Cell(section, sum, count, address(path, chosen)));
            sum += count;
        }
        return new Row(of, cells, sum, address(path, filter));
    }

    private static @Nullable String address(@Nullable String path, TimelineFilter filter) {
        return path == null ? null : path + filter.query() + "#results";
    }

    /** The hatching that tells the bars of neighbouring sections apart without colour, as paths in a square of 8. */
    public List<String> hatches() {
        return HATCHES;
    }

    /** The length of a bar, in hundredths of the longest row. */
    public double length(long count) {
        long longest = rows.stream().mapToLong(Row::count).max().orElse(0);
        return Math.round(10_000.0 * count / Math.max(1, longest)) / 100.0;
    }
}
