package cn.jinshan.chronicle.search;

import cn.jinshan.chronicle.text.Marked;
import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.Weight;
import org.apache.lucene.search.uhighlight.FieldHighlighter;
import org.apache.lucene.search.uhighlight.FieldOffsetStrategy;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.OffsetsEnum;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.PassageScorer;
import org.apache.lucene.search.uhighlight.SplittingBreakIterator;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter.OffsetSource;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Marks in the texts of one entry where a question found something, as Lucene matched it. */
final class Marks {

    private static final String ENDS_OF_CLAUSES = "，；：。！？\n";

    /** An excerpt has about so many characters or more. */
    private static final int LENGTH = 100;

    /** So far into an excerpt stands, about, what was found. */
    private static final float PLACE = 0.2f;

    private final @Nullable Matches matches;

    private Marks(@Nullable Matches matches) {
        this.matches = matches;
    }

    /** None in any text. */
    static final Marks NONE = new Marks(null);

    /**
     * Of what a query found.
     *
     * @param document number of the entry's document in the index
     */
    static Marks of(Weight query, IndexSearcher index, int document) throws IOException {
        var leaves = index.getIndexReader().leaves();
        var leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        return new Marks(query.matches(leaf, document - leaf.docBase));
    }

    private @Nullable MatchesIterator found(Place place) throws IOException {
        return matches == null ? null : matches.getMatches(place.name());
    }

    /** A text with the marks. */
    Marked in(Place place, String text) throws IOException {
        return in(place, List.of(text)).get(0);
    }

    /** All the texts of a place with their marks. */
    List<Marked> in(Place place, List<String> texts) throws IOException {
        var found = new BitSet();
        var each = found(place);
        while (each != null && each.next()) {
            found.set(each.startOffset(), each.endOffset());
        }
        var marked = new ArrayList<Marked>();
        int start = 0;
        for (var text : texts) {
            marked.add(Marked.of(text, found.get(start, start + text.length()), 0, text.length()));
            start += text.length() + 1;
        }
        return marked;
    }

    /** The part of a text that has most of the marks; it begins and ends with a clause. */
    Marked excerpt(Place place, String text) throws IOException {
        var found = found(place);
        var offsets = found == null
                ? OffsetsEnum.EMPTY
                : new OffsetsEnum.OfMatchesIterator(found, () -> new BytesRef(place.name()));
        var passages = LengthGoalBreakIterator.createMinLength(clauses(), LENGTH, PLACE);
        var highlighter = new FieldHighlighter(
                place.name(),
                new Matched(offsets),
                passages,
                new PassageScorer(),
                1,
                1,
                new Formatter(),
                Comparator.comparingInt(Passage::getStartOffset));
        return highlighter.highlightFieldForDoc(null, 0, text) instanceof Marked marked
                ? marked
                : Marked.whole(text, false);
    }

    private static BreakIterator clauses() {
        var clauses = BreakIterator.getSentenceInstance(Locale.CHINESE);
        for (int i = 0; i < ENDS_OF_CLAUSES.length(); i++) {
            clauses = new SplittingBreakIterator(clauses, ENDS_OF_CLAUSES.charAt(i));
        }
        return clauses;
    }

    private static boolean isEnd(char each) {
        return ENDS_OF_CLAUSES.indexOf(each) >= 0;
    }

    /** What Lucene has matched already, for its highlighter. */
    private static final class Matched extends FieldOffsetStrategy {

        private final OffsetsEnum offsets;

        Matched(OffsetsEnum offsets) {
            super(null);
            this.offsets = offsets;
        }

        @Override
        public OffsetSource getOffsetSource() {
            return OffsetSource.POSTINGS;
        }

        @Override
        public OffsetsEnum getOffsetsEnum(LeafReader reader, int document, String content) {
            return offsets;
        }
    }

    private static final class Formatter extends PassageFormatter {
        @Override
        public Marked format(Passage[] passages, String text) {
            var found = new BitSet(text.length());
            for (var passage : passages) {
                for (int i = 0; i < passage.getNumMatches(); i++) {
                    found.set(passage.getMatchStarts()[i], passage.getMatchEnds()[i]);
                }
            }
            int start = passages[0].getStartOffset();
            int end = passages[passages.length - 1].getEndOffset();
            if (end < text.length() && isEnd(text.charAt(end))) {
                end++;
            }
            while (start < end && isEnd(text.charAt(start))) {
                start++;
            }
            return Marked.of(
                    text,
                    found,
                    start,
                    text.substring(start, end).stripTrailing().length() + start);
        }
    }
}
