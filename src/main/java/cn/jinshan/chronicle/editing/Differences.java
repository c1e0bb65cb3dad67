package cn.jinshan.chronicle.editing;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.DeltaType;
import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Two texts, each in pieces that are the same in the other or not, word by word as Chinese is read.
 *
 * @param yours the pieces of the one
 * @param theirs the pieces of the other
 */
record Differences(List<Piece> yours, List<Piece> theirs) {

    /** A piece of a text. */
    record Piece(String text, boolean differs) {}

    static Differences between(String yours, String theirs) {
        var mine = new ArrayList<Piece>();
        var other = new ArrayList<Piece>();
        for (var delta : DiffUtils.diff(
                        words(yours), words(theirs), new MyersDiffWithLinearSpace<>(String::equals), null, true)
                .getDeltas()) {
            boolean differs = delta.getType() != DeltaType.EQUAL;
            add(mine, delta.getSource().getLines(), differs);
            add(other, delta.getTarget().getLines(), differs);
        }
        return new Differences(mine, other);
    }

    private static void add(List<Piece> pieces, List<String> words, boolean differs) {
        if (!words.isEmpty()) {
            pieces.add(new Piece(String.join("", words), differs));
        }
    }

    /** The words of a text, found by ICU's dictionary, with all that stands between them. */
    private static List<String> words(String text) {
        var breaks = BreakIterator.getWordInstance(Locale.CHINA);
        breaks.setText(text);
        var words = new ArrayList<String>();
        for (int start = breaks.first(), end = breaks.next();
                end != BreakIterator.DONE;
                start = end, end = breaks.next()) {
            words.add(text.substring(start, end));
        }
        return words;
    }
}
