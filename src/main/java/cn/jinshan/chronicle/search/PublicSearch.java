package cn.jinshan.chronicle.search;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import cn.jinshan.chronicle.entries.Chronicles;
import cn.jinshan.chronicle.entries.Edition;
import cn.jinshan.chronicle.entries.Editions;
import cn.jinshan.chronicle.entries.NotPublicException;
import cn.jinshan.chronicle.entries.PublicRecord;
import cn.jinshan.chronicle.entries.PublishedSection;
import cn.jinshan.chronicle.entries.Section;
import cn.jinshan.chronicle.entries.Subject;
import cn.jinshan.chronicle.entries.TimelineFilter;
import cn.jinshan.chronicle.text.FoldedText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Search of the public record. */
@Service
@Transactional(readOnly = true)
public class PublicSearch {

    private final PublicRecord record;
    private final Chronicles chronicles;
    private final Editions editions;
    private final Searching searching;

    PublicSearch(PublicRecord record, Chronicles chronicles, Editions editions, JdbcTemplate database) {
        this.record = record;
        this.chronicles = chronicles;
        this.editions = editions;
        this.searching = new Searching(database);
    }

    /**
     * A page of the entries that have all the words of a search in title, text, easy-read text, date or names of
     * subjects. Entries with the words in the title come first, then in a name, then in a text; then the newest year,
     * in chronicle order.
     *
     * @param search a search that is not refused
     * @throws NotPublicException if there is no such year, or the filter names a missing section or page
     */
    public SearchResult find(Search search) {
        var opened = chronicles.openedSections();
        var sections = sections(opened);
        if (search.year() != null && !record.years().contains(search.year())) {
            throw new NotPublicException("year");
        }
        var slugs = sections.stream().map(PublishedSection::slug).toList();
        if (!slugs.containsAll(search.filter().sections())) {
            throw new NotPublicException("section");
        }
        var words = searching.words(search);
        var hits = searching.find(words, search, opened.stream().collect(toMap(Section::id, Function.identity())));
        var nearest = hits.tallies().isEmpty()
                ? searching.nearest(words).stream()
                        .map(meant -> new Search(meant, null, TimelineFilter.WHOLE))
                        .toList()
                : List.<Search>of();
        var result = new SearchResult(search, sections, hits.tallies(), found(hits.page(), words), nearest);
        if (search.filter().page() > result.pages()) {
            throw new NotPublicException("page");
        }
        return result;
    }

    /** The sections of all opened years, each slug once, with the newest title. */
    private static List<PublishedSection> sections(List<Section> opened) {
        var sections = new LinkedHashMap<String, PublishedSection>();
        opened.stream().map(PublishedSection::of).forEach(section -> sections.putIfAbsent(section.slug(), section));
        return List.copyOf(sections.values());
    }

    List<Found> found(List<Long> page, List<Searching.Word> words) {
        if (page.isEmpty()) {
            return List.of();
        }
        var found = editions.among(page).stream().collect(toMap(Edition::id, Function.identity()));
        var mentions = editions.subjects(page).stream()
                .collect(groupingBy(Editions.Mention::entry, mapping(Editions.Mention::subject, toList())));
        return page.stream()
                .map(found::get)
                // The entry was withdrawn or replaced since it was found
                .filter(Objects::nonNull)
                .map(edition -> found(edition, mentions.getOrDefault(edition.entryId(), List.of()), words))
                .toList();
    }

    private static Found found(Edition edition, List<Subject> about, List<Searching.Word> words) {
        var sought = words.stream().flatMap(word -> word.all().stream()).collect(toSet());
        var subjects = new ArrayList<String>();
        for (var subject : about) {
            if (words.stream().anyMatch(word -> subject.isFoundBy(word.word()))) {
                subjects.add(subject.name());
                var name = FoldedText.forSearch(subject.name()).text();
                if (sought.stream().noneMatch(name::contains)) {
                    sought.add(name);
                }
            }
        }
        return Found.of(
                edition.asPublished(),
                subjects.stream().map(name -> Marked.of(name, sought)).toList(),
                sought);
    }
}
