package cn.jinshan.chronicle.search;

import cn.jinshan.chronicle.entries.PublishedSection;
import cn.jinshan.chronicle.entries.Subject.Kind;
import java.util.List;

/**
 * Page of search results. Each list of choices has what is chosen and what would show something.
 *
 * @param near whether nothing has all the words, and this is what comes near
 * @param total how many entries there are on all pages
 * @param everywhere how many there would be without filters
 * @param years the newest first
 * @param sections in their order, as the newest year calls them
 * @param months 1 to 12, and 13 for none
 * @param kinds of the subjects
 * @param entries of this page, the best first
 * @param suggestions the same question with whole names that were perhaps meant
 */
public record SearchResult(
        Search search,
        boolean near,
        long total,
        long everywhere,
        List<Facet<Integer>> years,
        List<Facet<PublishedSection>> sections,
        List<Facet<Integer>> months,
        List<Facet<Kind>> kinds,
        List<Found> entries,
        List<Search> suggestions) {

    /** What is found while nothing is public. */
    static SearchResult nothing(Search search) {
        return new SearchResult(search, false, 0, 0, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** How many pages there are, at least 1. */
    public int pages() {
        return pages(total);
    }

    static int pages(long total) {
        return (int) Math.max(1, Math.min(Search.LAST_PAGE, (total + Search.PAGE - 1) / Search.PAGE));
    }

    /** The chosen sections, in their order. */
    public List<PublishedSection> chosenSections() {
        return sections.stream().filter(Facet::chosen).map(Facet::value).toList();
    }
}
