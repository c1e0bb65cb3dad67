package cn.jinshan.chronicle.entries;

import cn.jinshan.chronicle.dates.EventDate;
import java.util.List;

/** Counts of a year's entries for any choice of sections and months. */
public record Tally(List<Row> rows) {

    /** Entries of the section of a slug that belong to the same {@link EventDate#months}, counted. */
    public record Row(String section, int months, long count) {}

    /** How many entries a choice shows, whatever its page. */
    public long count(TimelineFilter filter) {
        int months = filter.monthBits();
        return rows.stream()
                .filter(row -> filter.includes(row.section))
                .filter(row -> (row.months & months) != 0 || (row.months == 0 && filter.includesUndated()))
                .mapToLong(Row::count)
                .sum();
    }
}
