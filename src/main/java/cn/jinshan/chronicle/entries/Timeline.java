package cn.jinshan.chronicle.entries;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Page of a year's timeline.
 *
 * @param tally counts for every choice, so that a facet can leave out its own filter
 * @param entries of this page, in the chosen order
 */
public record Timeline(PublishedChronicle chronicle, TimelineFilter filter, Tally tally, List<PublishedEntry> entries) {

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

    /** Their titles, as they stand in a sentence. */
    public String chosenTitles() {
        return chosenSections().stream().map(PublishedSection::title).collect(Collectors.joining("、"));
    }

    /** How many pages there are, at least 1. */
    public int pages() {
        return pages(total());
    }

    static int pages(long total) {
        return (int) Math.max(1, (total + PAGE - 1) / PAGE);
    }
}
