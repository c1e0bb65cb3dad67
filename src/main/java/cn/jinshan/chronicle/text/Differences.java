package cn.jinshan.chronicle.text;

import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * Two texts compared, each in pieces marked as common or different: by Chinese words, or by sentences where the texts
 * differ too much for a comparison of words.
 *
 * @param yours the pieces of the one
 * @param theirs the pieces of the other
 * @param coarse whether whole sentences are compared, or nothing was found to be the same
 */
public record Differences(List<Piece> yours, List<Piece> theirs, boolean coarse) {

    /** A piece of a text. */
    record Piece(String text, boolean differs) {}

    public static Differences between(String yours, String theirs) {
        var breaks = BreakIterator.getWordInstance(Locale.CHINA);
        return between(units(breaks, yours), units(breaks, theirs), false);
    }

    private static Differences between(List<String> yours, List<String> theirs, boolean coarse) {
        var alignment = Alignment.of(yours, theirs);
        if (alignment.isPresent()) {
            return new Differences(
                    pieces(yours, alignment.get().ofOne()),
                    pieces(theirs, alignment.get().ofOther()),
                    coarse);
        }
        return coarse
                ? new Differences(pieces(yours, new BitSet()), pieces(theirs, new BitSet()), true)
                : between(sentences(yours), sentences(theirs), true);
    }

    private static List<Piece> pieces(List<String> words, BitSet same) {
        var pieces = new ArrayList<Piece>();
        int from = 0;
        while (from < words.size()) {
            boolean differs = !same.get(from);
            int to = differs ? same.nextSetBit(from) : same.nextClearBit(from);
            to = to < 0 || to > words.size() ? words.size() : to;
            pieces.add(new Piece(String.join("", words.subList(from, to)), differs));
            from = to;
        }
        return pieces;
    }

    private static List<String> sentences(List<String> words) {
        var breaks = BreakIterator.getSentenceInstance(Locale.CHINA);
        return units(breaks, String.join("", words));
    }

    /** The words of a text, found by ICU's dictionary, or its sentences, with all that stands between them. */
    private static List<String> units(BreakIterator breaks, String text) {
        breaks.setText(text);
        var units = new ArrayList<String>();
        for (int start = breaks.first(), end = breaks.next();
                end != BreakIterator.DONE;
                start = end, end = breaks.next()) {
            units.add(text.substring(start, end));
        }
        return units;
    }
}
