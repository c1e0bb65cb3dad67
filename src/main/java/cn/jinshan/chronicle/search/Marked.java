package cn.jinshan.chronicle.search;

import cn.jinshan.chronicle.text.FoldedText;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;

/**
 * Text with the searched words marked.
 *
 * @param pieces which together are the text
 */
public record Marked(List<Piece> pieces) {

    private static final int BEFORE = 24;
    private static final int AFTER = 96;

    /** A part of the text, all of it found or none. */
    public record Piece(String text, boolean found) {}

    /** A text with these words in it, which are folded as {@link FoldedText#forSearch} does. */
    static Marked of(String text, Collection<String> words) {
        return new Marked(pieces(text, found(text, words), 0, text.length()));
    }

    /** An excerpt of a long text, around the first marked word. */
    static Marked excerpt(String text, Collection<String> words) {
        var found = found(text, words);
        int first = Math.max(0, found.nextSetBit(0));
        int start = text.offsetByCodePoints(first, -Math.min(BEFORE, text.codePointCount(0, first)));
        int end = text.offsetByCodePoints(first, Math.min(AFTER, text.codePointCount(first, text.length())));
        while (isCut(text, start)) {
            start--;
        }
        while (isCut(text, end)) {
            end++;
        }
        var pieces = new ArrayList<Piece>();
        if (start > 0) {
            pieces.add(new Piece("…", false));
        }
        pieces.addAll(pieces(text, found, start, end));
        if (end < text.length()) {
            pieces.add(new Piece("…", false));
        }
        return new Marked(List.copyOf(pieces));
    }

    /** Whether a number, or a word of letters, goes on at a place. */
    private static boolean isCut(String text, int place) {
        return place > 0 && place < text.length() && runsOn(text.charAt(place - 1)) && runsOn(text.charAt(place));
    }

    private static boolean runsOn(char each) {
        return Character.isLetterOrDigit(each) && !Character.isIdeographic(each);
    }

    private static BitSet found(String text, Collection<String> words) {
        var folded = FoldedText.forSearch(text);
        var found = new BitSet(text.length());
        for (var word : words) {
            for (int at = folded.text().indexOf(word);
                    at >= 0;
                    at = folded.text().indexOf(word, at + 1)) {
                int last = folded.place(at + word.length() - 1);
                found.set(folded.place(at), text.offsetByCodePoints(last, 1));
            }
        }
        return found;
    }

    private static List<Piece> pieces(String text, BitSet found, int start, int end) {
        var pieces = new ArrayList<Piece>();
        int from = start;
        while (from < end) {
            boolean marked = found.get(from);
            int to = marked ? found.nextClearBit(from) : found.nextSetBit(from);
            to = to < 0 ? end : Math.min(to, end);
            pieces.add(new Piece(text.substring(from, to), marked));
            from = to;
        }
        return List.copyOf(pieces);
    }

    /** Whether any word is marked. */
    public boolean isFound() {
        return pieces.stream().anyMatch(Piece::found);
    }
}
