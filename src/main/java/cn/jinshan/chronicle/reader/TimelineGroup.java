package cn.jinshan.chronicle.reader;

import cn.jinshan.chronicle.dates.Period;
import cn.jinshan.chronicle.entries.PublishedEntry;
import cn.jinshan.chronicle.entries.PublishedSection;
import cn.jinshan.chronicle.entries.Timeline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Group of entries under one heading of a timeline.
 *
 * @param period the month, season, quarter, half-year or year; null in the view by sections
 * @param section the section; null in the view by time
 */
public record TimelineGroup(
        @Nullable Period period, @Nullable PublishedSection section, List<PublishedEntry> entries) {

    static List<TimelineGroup> of(Timeline timeline) {
        var groups = new LinkedHashMap<Record, TimelineGroup>();
        for (var entry : timeline.entries()) {
            var group = timeline.filter().isBySections()
                    ? groups.computeIfAbsent(
                            entry.section(), section -> new TimelineGroup(null, entry.section(), new ArrayList<>()))
                    : groups.computeIfAbsent(
                            entry.date().heading(),
                            period -> new TimelineGroup(entry.date().heading(), null, new ArrayList<>()));
            group.entries().add(entry);
        }
        return List.copyOf(groups.values());
    }

    /**
     * The kind of heading: {@code section}, {@code month}, {@code year} for the undated, or {@code period} for anything
     * between.
     */
    public String kind() {
        if (period == null) {
            return "section";
        }
        return switch (period.precision()) {
            case DAY, MONTH -> "month";
            case SEASON, QUARTER, HALF_YEAR -> "period";
            case YEAR -> "year";
        };
    }

    /**
     * The id of the group on the page: {@code month-5}, {@code quarter-1}, {@code year-1} for the undated,
     * {@code section-visits}.
     */
    public String id() {
        if (section != null) {
            return "section-" + section.slug();
        }
        if (period == null) {
            throw new IllegalStateException("A group stands under a period or a section");
        }
        var precision = period.precision().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return precision + "-" + period.number();
    }
}
