package cn.jinshan.chronicle.search;

import cn.jinshan.chronicle.entries.PublishedSection;
import cn.jinshan.chronicle.search.IndexStore.Followed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.DrillSideways;
import org.apache.lucene.facet.DrillSideways.DrillSidewaysResult;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/** The index as it was at one moment, for one search; to be closed after it. */
final class IndexReading implements AutoCloseable {

    private static final int MOST_NAMES = 12;

    /** Searcher with what the facets of its reader are counted by. */
    static final class FacetedSearcher extends IndexSearcher {

        /** None while there is no entry. */
        private final @Nullable SortedSetDocValuesReaderState facets;

        FacetedSearcher(IndexReader reader) throws IOException {
            super(reader);
            this.facets = count(EntryDocument.any()) == 0
                    ? null
                    : new DefaultSortedSetDocValuesReaderState(reader, EntryDocument.FACETS);
        }
    }

    private final SearcherManager searchers;
    private final FacetedSearcher searcher;
    private final Followed followed;

    IndexReading(SearcherManager searchers, Followed followed) throws IOException {
        this.searchers = searchers;
        this.searcher = (FacetedSearcher) searchers.acquire();
        this.followed = followed;
    }

    OtherForms otherForms() {
        return followed.otherForms();
    }

    /** The years that are open, the newest first. */
    List<Integer> years() {
        return followed.years();
    }

    /** The sections of all years, each slug once. */
    List<PublishedSection> sections() {
        return followed.sections();
    }

    boolean has(Term term) {
        try {
            return searcher.getIndexReader().docFreq(term) > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The explained words and other names that have these initials in pinyin; none for less than two. */
    List<String> withInitials(String letters) {
        var names = new ArrayList<String>();
        if (letters.length() > 1) {
            try {
                for (var hit : searcher.search(NameDocument.ofInitials(letters), MOST_NAMES).scoreDocs) {
                    names.add(NameDocument.name(searcher.storedFields().document(hit.doc)));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return names;
    }

    IndexSearcher searcher() {
        return searcher;
    }

    /** The best entries of a query, and the counts of all facets, each as if its own choice were left out. */
    DrillSidewaysResult search(DrillDownQuery query, int most) throws IOException {
        var sideways = new DrillSideways(searcher, EntryDocument.FACETS, Objects.requireNonNull(searcher.facets));
        return sideways.search(query, null, null, most, EntryDocument.BEST_FIRST, false);
    }

    /** Whether there is no entry, so that there is nothing to search. */
    boolean isEmpty() {
        return searcher.facets == null;
    }

    /** What tells where in a document a query found something. */
    Weight matcher(Query query) throws IOException {
        return searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    }

    /** How many entries a query finds. */
    int count(Query query) {
        try {
            return searcher.count(query);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        searchers.release(searcher);
    }
}
