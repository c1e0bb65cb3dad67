package cn.jinshan.chronicle.search;

import cn.jinshan.chronicle.entries.NotPublicException;
import cn.jinshan.chronicle.entries.PublicRecord;
import cn.jinshan.chronicle.entries.PublishedEntry;
import cn.jinshan.chronicle.entries.PublishedSection;
import cn.jinshan.chronicle.entries.Subject.Kind;
import cn.jinshan.chronicle.entries.TimelineFilter;
import cn.jinshan.chronicle.search.EntryDocument.Dimension;
import cn.jinshan.chronicle.search.Question.Asked;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.DrillSideways.DrillSidewaysResult;
import org.springframework.stereotype.Service;

/** Search of the public record: the index says which entries are found, the record what they say. */
@Service
public class PublicSearch {

    private final PublicRecord record;
    private final SearchIndex index;

    PublicSearch(PublicRecord record, SearchIndex index) {
        this.record = record;
        this.index = index;
    }

    /**
     * A page of the entries that have all the words of a search in title, names of subjects, text, easy-read text or
     * date; where there are none, of those that come near. Entries with the words in the title come first, then in a
     * name, then in a text; then the newest year, in chronicle order.
     *
     * @param search a search that is not refused
     * @throws NotPublicException if there is no such year, or the filter names a missing section or page
     * @throws IndexPreparingException while the index is built
     */
    public SearchResult find(Search search) {
        var years = record.years();
        var sections = record.sections();
        if (search.year() != null && !years.contains(search.year())) {
            throw new NotPublicException("year");
        }
        var slugs = sections.stream().map(PublishedSection::slug).toList();
        if (!slugs.containsAll(search.filter().sections())) {
            throw new NotPublicException("section");
        }
        try (var reading = index.read()) {
            return new Answer(search, reading, years, sections).result();
        } catch (IOException | UncheckedIOException e) {
            throw index.broken(e);
        }
    }

    /** Answer to one search. */
    private class Answer {

        private final Search search;
        private final IndexReading reading;
        private final List<Integer> years;
        private final List<PublishedSection> sections;

        Answer(Search search, IndexReading reading, List<Integer> years, List<PublishedSection> sections) {
            this.search = search;
            this.reading = reading;
            this.years = years;
            this.sections = sections;
        }

        SearchResult result() throws IOException {
            var question = new Question(search, reading, years);
            var asked = question.exact();
            var everywhere = reading.count(asked.query());
            if (everywhere > 0 || question.isEmpty()) {
                return result(asked, everywhere, false, List.of());
            }
            var words = question.nearWords();
            var near = Question.near(words);
            return result(near, reading.count(near.query()), true, question.suggestions(words));
        }

        private SearchResult result(Asked asked, int everywhere, boolean near, List<Search> suggestions)
                throws IOException {
            int page = search.filter().page();
            if (everywhere == 0) {
                if (page > 1) {
                    throw new NotPublicException("page");
                }
                return new SearchResult(
                        search, false, 0, 0, List.of(), List.of(), List.of(), List.of(), List.of(), suggestions);
            }
            var found = reading.search(chosen(asked), page * Search.PAGE);
            long total = found.hits.totalHits.value;
            if (page > SearchResult.pages(total)) {
                throw new NotPublicException("page");
            }
            var numbers = new ArrayList<Long>();
            for (int hit = (page - 1) * Search.PAGE; hit < found.hits.scoreDocs.length; hit++) {
                numbers.add(EntryDocument.number(reading.searcher(), found.hits.scoreDocs[hit].doc));
            }
            var filter = search.filter();
            return new SearchResult(
                    search,
                    near,
                    total,
                    everywhere,
                    facets(years, found, Dimension.YEAR, String::valueOf, year -> year.equals(search.year())),
                    facets(
                            sections,
                            found,
                            Dimension.SECTION,
                            PublishedSection::slug,
                            section -> filter.sections().contains(section.slug())),
                    facets(
                            IntStream.rangeClosed(1, TimelineFilter.UNDATED)
                                    .boxed()
                                    .toList(),
                            found,
                            Dimension.MONTH,
                            TimelineFilter::value,
                            month -> filter.months().contains(month)),
                    facets(
                            List.of(Kind.values()),
                            found,
                            Dimension.KIND,
                            TimelineFilter::word,
                            kind -> kind == search.kind()),
                    entries(numbers, asked),
                    suggestions);
        }

        private DrillDownQuery chosen(Asked asked) {
            var query = new DrillDownQuery(EntryDocument.FACETS, asked.query());
            search.filter().sections().forEach(section -> query.add(Dimension.SECTION.name(), section));
            search.filter().months().forEach(month -> query.add(Dimension.MONTH.name(), TimelineFilter.value(month)));
            if (search.year() != null) {
                query.add(Dimension.YEAR.name(), String.valueOf(search.year()));
            }
            if (search.kind() != null) {
                query.add(Dimension.KIND.name(), TimelineFilter.word(search.kind()));
            }
            return query;
        }

        /** Of all values, those that are chosen or would show something. */
        private static <T> List<Facet<T>> facets(
                List<T> values,
                DrillSidewaysResult found,
                Dimension dimension,
                Function<T, String> label,
                Predicate<T> chosen)
                throws IOException {
            var facets = new ArrayList<Facet<T>>();
            for (var value : values) {
                var count = found.facets.getSpecificValue(dimension.name(), label.apply(value));
                if (chosen.test(value) || count.longValue() > 0) {
                    facets.add(new Facet<>(value, Math.max(0, count.longValue()), chosen.test(value)));
                }
            }
            return List.copyOf(facets);
        }

        /** What is public no more, or not yet again, is left out. */
        private List<Found> entries(List<Long> numbers, Asked asked) {
            var entries =
                    record.entries(numbers).stream().collect(Collectors.toMap(PublishedEntry::id, Function.identity()));
            var subjects = record.subjectNames(numbers);
            return numbers.stream()
                    .map(entries::get)
                    .filter(Objects::nonNull)
                    .map(entry -> Found.of(entry, subjects.getOrDefault(entry.id(), List.of()), asked))
                    .toList();
        }
    }
}
