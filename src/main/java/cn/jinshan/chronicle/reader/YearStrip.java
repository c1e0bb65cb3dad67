package cn.jinshan.chronicle.reader;

import static java.util.stream.Collectors.toCollection;

import cn.jinshan.chronicle.entries.PublishedSection;
import cn.jinshan.chronicle.entries.Timeline;
import cn.jinshan.chronicle.entries.TimelineFilter;
import cn.jinshan.chronicle.entries.Tone;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Chart of a year: a bar for each month and one for the undated, with a mark for each entry in the tone of its section.
 *
 * @param entriesPerMark 1, or more if a month would not fit
 * @param overlapping whether an entry belongs to several months, so that the counts cannot be summed
 */
public record YearStrip(List<Bar> bars, long entriesPerMark, boolean overlapping) {

    private static final int TALLEST = 15;

    /**
     * Bar of the chart.
     *
     * @param month 1 to 12, or {@link TimelineFilter#UNDATED}
     * @param count the number of entries that this month would show if chosen alone
     * @param chosen whether it is among the months of the filter
     * @param address of what is shown with it alone; once it is chosen, without it
     * @param marks the marks from bottom to top
     */
    public record Bar(int month, long count, boolean chosen, String address, List<Tone> marks) {

        /** Whether it can be chosen: it is not yet, and would show something. */
        public boolean isOffered() {
            return !chosen && count > 0;
        }

        public boolean isUndated() {
            return month == TimelineFilter.UNDATED;
        }

        /** The month as in the address. */
        public String value() {
            return TimelineFilter.value(month);
        }
    }

    /** The nearest months with entries, before and after the chosen ones; empty if no month is chosen. */
    public List<Bar> near() {
        var chosen = bars.stream().filter(Bar::chosen).mapToInt(Bar::month).summaryStatistics();
        var filled =
                bars.stream().filter(bar -> bar.count > 0 && !bar.isUndated()).toList();
        var before = filled.stream().filter(bar -> bar.month < chosen.getMin()).reduce((earlier, later) -> later);
        var after = filled.stream().filter(bar -> bar.month > chosen.getMax()).findFirst();
        return chosen.getCount() == 0
                ? List.of()
                : Stream.of(before, after).flatMap(Optional::stream).toList();
    }

    static YearStrip of(Timeline timeline) {
        var months = IntStream.rangeClosed(1, TimelineFilter.UNDATED).boxed().toList();
        long most = months.stream()
                .mapToLong(month -> timeline.tally().count(timeline.filter().onlyMonth(month)))
                .max()
                .orElse(0);
        long entriesPerMark = Math.max(1, (most + TALLEST - 1) / TALLEST);
        var bars = months.stream()
                .map(month -> bar(timeline, month, entriesPerMark))
                .toList();
        long whole = timeline.tally().count(timeline.filter().withoutMonths());
        return new YearStrip(
                bars, entriesPerMark, bars.stream().mapToLong(Bar::count).sum() > whole);
    }

    private static Bar bar(Timeline timeline, int month, long entriesPerMark) {
        var choice = timeline.filter().onlyMonth(month);
        var marks = timeline.chronicle().sections().stream()
                .filter(section -> choice.includes(section.slug()))
                .flatMap(section -> marks(timeline, choice, section, entriesPerMark).stream())
                .collect(toCollection(ArrayList::new));
        Collections.reverse(marks);
        boolean chosen = timeline.filter().months().contains(month);
        var address = timeline.results(chosen ? timeline.filter().withoutMonth(month) : choice);
        return new Bar(month, timeline.tally().count(choice), chosen, address, marks);
    }

    private static List<Tone> marks(
            Timeline timeline, TimelineFilter choice, PublishedSection section, long entriesPerMark) {
        long count = timeline.tally().count(choice.onlySection(section.slug()));
        return Collections.nCopies((int) ((count + entriesPerMark - 1) / entriesPerMark), section.tone());
    }
}
