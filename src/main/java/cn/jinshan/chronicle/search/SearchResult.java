package cn.jinshan.chronicle.search;

import cn.jinshan.chronicle.entries.PublishedSection;
import cn.jinshan.chronicle.entries.Tally;
import cn.jinshan.chronicle.entries.TimelineFilter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Page of search results.
 *
 * @param sections to choose from: those of all public years, each slug once, as the newest year calls it
 * @param tallies by year, the newest first, of whatever the words are found in, so that a facet can leave out its own
 *     filter
 * @param entries of this page, the best first
 * @param nearest what may have been meant where nothing was found
 */
public record SearchResult(
        Search search,
        List<PublishedSection> sections,
        SortedMap<Integer, Tally> tallies,
        List<Found> entries,
        List<Search> nearest) {

    /** How many entries a choice of sections and months would show, in a year or in all. */
    public long count(@Nullable Integer year, TimelineFilter filter) {
        return tallies.entrySet().stream()
                .filter(of -> year == null || year.equals(of.getKey()))
                .map(Map.Entry::getValue)
                .mapToLong(tally -> tally.count(filter))
                .sum();
    }

    /** The same count within the chosen year. */
    public long count(TimelineFilter filter) {
        return count(search.year(), filter);
    }

    /** How many entries there are on all pages. */
    public long total() {
        return count(search.filter());
    }

    /** How many pages there are, at least 1. */
    public int pages() {
        return (int) Math.max(1, (total() + Search.PAGE - 1) / Search.PAGE);
    }

    /** The years to choose from, the newest first: what is chosen, and what would show something. */
    public List<Integer> yearsToChoose() {
        var years = new TreeSet<Integer>(Comparator.reverseOrder());
        tallies.keySet().stream()
                .filter(year -> count(year, search.filter()) > 0)
                .forEach(years::add);
        if (search.year() != null) {
            years.add(search.year());
        }
        return List.copyOf(years);
    }

    /** The sections to choose from: what is chosen, and what would show something. */
    public List<PublishedSection> sectionsToChoose() {
        var filter = search.filter();
        return sections.stream()
                .filter(section ->
                        filter.sections().contains(section.slug()) || count(filter.onlySection(section.slug())) > 0)
                .toList();
    }

    /** The months to choose from, of {@link TimelineFilter#months}: what is chosen, and what would show something. */
    public List<Integer> monthsToChoose() {
        var filter = search.filter();
        return IntStream.rangeClosed(1, TimelineFilter.UNDATED)
                .filter(month -> filter.months().contains(month) || count(filter.onlyMonth(month)) > 0)
                .boxed()
                .toList();
    }

    /** The sections that the filter chooses; none where it shows all. */
    public List<PublishedSection> chosenSections() {
        return sections.stream()
                .filter(section -> search.filter().sections().contains(section.slug()))
                .toList();
    }

    /** Their titles, as they stand in a sentence. */
    public String chosenTitles() {
        return chosenSections().stream().map(PublishedSection::title).collect(Collectors.joining("、"));
    }
}
