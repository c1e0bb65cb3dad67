package cn.jinshan.chronicle.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Locale;
import java.util.function.Supplier;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.SplittingBreakIterator;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;

/**
 * Marks in a text where something was found, made by Lucene's highlighter from the text as it is shown.
 *
 * @param written of words as they are written
 * @param spoken of words as they are spoken, where none is found as it is written
 */
record Marks(BooleanQuery written, BooleanQuery spoken) {

    private static final String ENDS_OF_CLAUSES = "，；：。！？\n";

    /** An excerpt has about so many characters or more. */
    private static final int LENGTH = 100;

    /** So far into an excerpt stands, about, what was found. */
    private static final float PLACE = 0.2f;

    private static final UnifiedHighlighter WHOLE = highlighter(WholeBreakIterator::new);

    private static final UnifiedHighlighter EXCERPT =
            highlighter(() -> LengthGoalBreakIterator.createMinLength(clauses(), LENGTH, PLACE));

    private static UnifiedHighlighter highlighter(Supplier<BreakIterator> passages) {
        return UnifiedHighlighter.builderWithoutSearcher(Place.ANALYZER)
                .withBreakIterator(passages)
                .withFormatter(new Formatter())
                .withMaxLength(Integer.MAX_VALUE - 1)
                .withMaxNoHighlightPassages(1)
                .build();
    }

    private static BreakIterator clauses() {
        var clauses = BreakIterator.getSentenceInstance(Locale.CHINESE);
        for (int i = 0; i < ENDS_OF_CLAUSES.length(); i++) {
            clauses = new SplittingBreakIterator(clauses, ENDS_OF_CLAUSES.charAt(i));
        }
        return clauses;
    }

    private static class Formatter extends PassageFormatter {
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

    private static boolean isEnd(char each) {
        return ENDS_OF_CLAUSES.indexOf(each) >= 0;
    }

    /** A text with the marks. */
    Marked in(String text) {
        return marked(WHOLE, text);
    }

    /** The part of a text that has most of them; it begins and ends with a clause. */
    Marked excerpt(String text) {
        return marked(EXCERPT, text);
    }

    private Marked marked(UnifiedHighlighter highlighter, String text) {
        var marked = marked(highlighter, Place.TEXT.written(), written, text);
        return marked.isFound() || spoken.clauses().isEmpty()
                ? marked
                : marked(highlighter, Place.TEXT.spoken(), spoken, text);
    }

    private static Marked marked(UnifiedHighlighter highlighter, String field, Query query, String text) {
        try {
            return text.isEmpty()
                            || !(highlighter.highlightWithoutSearcher(field, query, text, 1) instanceof Marked marked)
                    ? Marked.whole(text, false)
                    : marked;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same, and a name. */
    Marks and(String name) {
        var also = new BooleanQuery.Builder();
        written.clauses().forEach(also::add);
        also.add(Phrase.written(new ArrayList<>(Unit.of(name))).in(Place.TEXT.written()), Occur.SHOULD);
        return new Marks(also.build(), spoken);
    }
}
