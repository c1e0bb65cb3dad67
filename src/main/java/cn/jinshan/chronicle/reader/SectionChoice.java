package cn.jinshan.chronicle.reader;

import cn.jinshan.chronicle.entries.PublishedSection;
import cn.jinshan.chronicle.entries.Timeline;
import java.util.List;

/**
 * Section of a year as its filter offers it.
 *
 * @param count the number of entries that it would show if chosen alone
 * @param chosen whether it is among the sections of the filter
 * @param address of what is shown with it alone; once it is chosen, without it
 */
public record SectionChoice(PublishedSection section, long count, boolean chosen, String address) {

    /** Whether it can be chosen: it is not yet, and would show something. */
    public boolean isOffered() {
        return !chosen && count > 0;
    }

    static List<SectionChoice> of(Timeline timeline) {
        return timeline.chronicle().sections().stream()
                .map(section -> of(timeline, section))
                .toList();
    }

    private static SectionChoice of(Timeline timeline, PublishedSection section) {
        var filter = timeline.filter();
        var alone = filter.onlySection(section.slug());
        boolean chosen = filter.sections().contains(section.slug());
        return new SectionChoice(
                section,
                timeline.tally().count(alone),
                chosen,
                timeline.results(chosen ? filter.withoutSection(section.slug()) : alone));
    }
}
