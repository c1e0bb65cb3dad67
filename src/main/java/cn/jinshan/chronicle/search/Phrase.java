package cn.jinshan.chronicle.search;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * Units or syllables that stand one after the other.
 *
 * @param terms each with its position, as {@link UnitTokenizer} counts them
 */
record Phrase(List<Positioned> terms) {

    record Positioned(String term, int position) {}

    /** Units as they are written; null for any other unit at that place. */
    static Phrase written(List<@Nullable Unit> units) {
        var terms = new ArrayList<Positioned>();
        int position = 0;
        boolean isCovered = false;
        for (int i = 0; i < units.size(); i++) {
            var unit = units.get(i);
            var next = i + 1 < units.size() ? units.get(i + 1) : null;
            position += unit != null && unit.isApart() ? 2 : 1;
            var second = unit != null && next != null && unit.pairsWith(next) ? next.text() : "";
            if (unit != null && !(second.isEmpty() && isCovered)) {
                terms.add(new Positioned(unit.text() + second, position));
            }
            isCovered = !second.isEmpty();
        }
        return new Phrase(List.copyOf(terms));
    }

    /** Syllables of pinyin, each behind a prefix. */
    static Phrase spoken(String prefix, List<String> syllables) {
        var terms = new ArrayList<Positioned>();
        syllables.forEach(syllable -> terms.add(new Positioned(prefix + syllable, terms.size())));
        return new Phrase(List.copyOf(terms));
    }

    /** Finds it in a field; nothing at once where the index lacks one of the terms. */
    Query in(String field, IndexReading index) {
        var query = new PhraseQuery.Builder();
        for (var each : terms) {
            var term = new Term(field, each.term);
            if (!index.has(term)) {
                return new MatchNoDocsQuery();
            }
            query.add(term, each.position);
        }
        return query.build();
    }
}
