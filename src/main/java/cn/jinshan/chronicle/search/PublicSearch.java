package cn.jinshan.chronicle.search;

import cn.jinshan.chronicle.entries.NotPublicException;
import cn.jinshan.chronicle.entries.PublicRecord;
import cn.jinshan.chronicle.entries.PublishedEntry;
import cn.jinshan.chronicle.entries.PublishedSection;
import cn.jinshan.chronicle.entries.Subject.Kind;
import cn.jinshan.chronicle.entries.TimelineFilter;
import cn.jinshan.chronicle.search.EntryDocument.Dimension;
import cn.jinshan.chronicle.search.EntryDocument.Stored;
import cn.jinshan.chronicle.search.Question.Asked;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
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
        try (var reading = index.read()) {
            if (search.year() != null && !reading.years().contains(search.year())) {
                throw new NotPublicException("year");
            }
            var slugs = reading.sections().stream().map(PublishedSection::slug).toList();
            if (!slugs.containsAll(search.filter().sections())) {
                throw new NotPublicException("section");
            }
            return new Answer(search, reading).result();
        } catch (IOException | UncheckedIOException e) {
            throw index.broken(e);
        }
    }

    /** Answer to one search. */
    private class Answer {

        private final Search search;
        private final IndexReading reading;

        Answer(Search search, IndexReading reading) {
            this.search = search;
            this.reading = reading;
        }

        SearchResult result() throws IOException {
            int page = search.filter().page();
            if (page > Search.LAST_PAGE || (page > 1 && reading.isEmpty())) {
                throw new NotPublicException("page");
            }
            if (reading.isEmpty()) {
                return SearchResult.nothing(search);
            }
            var question = new Question(search, reading);
            var exact = question.exact();
            var found = found(exact);
            if (everywhere(exact, found) > 0 || question.isEmpty()) {
                return result(exact, found, false, List.of());
            }
            var words = question.nearWords();
            var near = Question.near(words);
            found = found(near);
            return everywhere(near, found) > 0
                    ? result(near, found, true, question.suggestions(words))
                    : result(exact, found, false, List.of());
        }

        private DrillSidewaysResult found(Asked asked) throws IOException {
            return reading.search(chosen(asked), search.filter().page() * Search.PAGE);
        }

        private long everywhere(Asked asked, DrillSidewaysResult found) {
            return search.chooses() ? reading.count(asked.query()) : found.hits.totalHits.value;
        }

        private SearchResult result(Asked asked, DrillSidewaysResult found, boolean near, List<Search> suggestions)
                throws IOException {
            int page = search.filter().page();
            long total = found.hits.totalHits.value;
            if (page > SearchResult.pages(total)) {
                throw new NotPublicException("page");
            }
            var hits = new ArrayList<Stored>();
            for (int hit = (page - 1) * Search.PAGE; hit < found.hits.scoreDocs.length; hit++) {
                hits.add(Stored.of(reading.searcher(), found.hits.scoreDocs[hit].doc));
            }
            var filter = search.filter();
            return new SearchResult(
                    search,
                    near,
                    total,
                    everywhere(asked, found),
                    facets(reading.years(), found, Dimension.YEAR, String::valueOf, year -> year.equals(search.year())),
                    facets(
                            reading.sections(),
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
                    entries(hits, asked),
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

        /** What is public no more is left out; what has another edition by now has no marks. */
        private List<Found> entries(List<Stored> hits, Asked asked) throws IOException {
            var numbers = hits.stream().map(Stored::entry).toList();
            var entries =
                    record.entries(numbers).stream().collect(Collectors.toMap(PublishedEntry::id, Function.identity()));
            var subjects = record.subjectNames(numbers);
            var query = reading.matcher(asked.query());
            var found = new ArrayList<Found>();
            for (var hit : hits) {
                var entry = entries.get(hit.entry());
                if (entry != null) {
                    var marks = entry.edition() == hit.edition()
                            ? Marks.of(query, reading.searcher(), hit.document())
                            : Marks.NONE;
                    found.add(Found.of(entry, subjects.getOrDefault(entry.id(), List.of()), marks, asked.words()));
                }
            }
            return List.copyOf(found);
        }
    }
}
