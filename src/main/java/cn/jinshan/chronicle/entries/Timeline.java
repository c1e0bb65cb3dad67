package cn.jinshan.chronicle.entries;

import java.util.List;

/**
 * Page of a year's timeline.
 *
 * @param tally counts for every choice, so that a facet can leave out its own filter
 * @param highlights of the year, in their order; none but on top of the whole year
 * @param entries of this page, in the chosen order
 */
public record Timeline(
        PublishedChronicle chronicle,
        TimelineFilter filter,
        Tally tally,
        List<PublishedHighlight> highlights,
        List<PublishedEntry> entries) {

    /** The most entries on one page. */
    public static final int PAGE = 500;

    /** How many entries the filter shows on all its pages. */
    public long total() {
        return tally.count(filter);
    }

    /** The sections that the filter chooses; none where it shows all. */
    public List<PublishedSection> chosenSections() {
        return chronicle.sections().stream()
                .filter(section -> filter.sections().contains(section.slug()))
                .toList();
    }

    /** The address of what another choice of the year shows. */
    public String results(TimelineFilter other) {
        return "/" + chronicle.year() + other.query() + "#results";
    }

    /** How many pages there are, at least 1. */
    public int pages() {
        return pages(total());
    }

    static int pages(long total) {
        return (int) Math.max(1, (total + PAGE - 1) / PAGE);
    }
}
