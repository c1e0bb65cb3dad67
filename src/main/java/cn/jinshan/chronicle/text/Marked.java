package cn.jinshan.chronicle.text;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Text, or an excerpt of one, with what was looked for and found marked.
 *
 * @param pieces which together are the text
 */
public record Marked(List<Piece> pieces) {

    private static final String CUT = "…";

    /** A part of the text, all of it found or none. */
    public record Piece(String text, boolean found) {}

    /** A whole text, all of it marked or none. */
    public static Marked whole(String text, boolean found) {
        return new Marked(text.isEmpty() ? List.of() : List.of(new Piece(text, found)));
    }

    /**
     * A part of a text, with dots where it is cut.
     *
     * @param found the places that were found, of the whole text
     */
    public static Marked of(String text, BitSet found, int start, int end) {
        var whole = wholeCharacters(text, found);
        var pieces = new ArrayList<Piece>();
        if (start > 0) {
            pieces.add(new Piece(CUT, false));
        }
        int from = start;
        while (from < end) {
            boolean marked = whole.get(from);
            int to = marked ? whole.nextClearBit(from) : whole.nextSetBit(from);
            to = to < 0 ? end : Math.min(to, end);
            pieces.add(new Piece(text.substring(from, to), marked));
            from = to;
        }
        if (end < text.length()) {
            pieces.add(new Piece(CUT, false));
        }
        return new Marked(List.copyOf(pieces));
    }

    /** No mark begins or ends inside of what a reader takes for one character. */
    private static BitSet wholeCharacters(String text, BitSet found) {
        var whole = new BitSet(text.length());
        if (!found.isEmpty()) {
            var characters = BreakIterator.getCharacterInstance(Locale.ROOT);
            characters.setText(text);
            int start = characters.first();
            for (int end = characters.next(); end != BreakIterator.DONE; end = characters.next()) {
                int first = found.nextSetBit(start);
                whole.set(start, end, first >= 0 && first < end);
                start = end;
            }
        }
        return whole;
    }

    /** The text, without marks. */
    public String text() {
        return pieces.stream().map(Piece::text).collect(Collectors.joining());
    }

    /** Whether any word is marked. */
    public boolean isFound() {
        return pieces.stream().anyMatch(Piece::found);
    }
}
