package cn.jinshan.chronicle.search;

import cn.jinshan.chronicle.text.FoldedText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Search for similar words in texts: those that differ from a word by one character (replaced, added or left out). */
final class Nearest {

    /** Where a similar word was found, the most likely place first. */
    enum Place {
        NAME,
        TITLE,
        TEXT
    }

    private enum Slip {
        OTHER,
        MISSING,
        ADDED
    }

    private record Piece(String words, Place place, Slip slip, int times) {}

    private static final Comparator<Piece> LIKELIEST = Comparator.comparing(Piece::place)
            .thenComparing(Piece::slip)
            .thenComparing(piece -> -piece.times)
            .thenComparing(Piece::words);

    private final String word;
    private final Map<String, Piece> pieces = new HashMap<>();

    /** @param word folded as {@link FoldedText#forSearch} does */
    Nearest(String word) {
        this.word = word;
    }

    /** The two halves of the word; a word that differs by one character contains one of them. */
    List<String> halves() {
        int half = word.offsetByCodePoints(0, word.codePointCount(0, word.length()) / 2);
        return List.of(word.substring(0, half), word.substring(half));
    }

    /** Adds a name, which may be similar as a whole or by its reading. */
    void name(String name, String folded) {
        folded.lines().filter(this::isNear).findFirst().ifPresent(line -> add(name, line, Place.NAME, Slip.OTHER));
        in(name, Place.NAME);
    }

    private boolean isNear(String other) {
        return slipAt(other, 0, 0) || slipAt(other, 0, 1) || slipAt(other, 0, -1);
    }

    private boolean slipAt(String text, int start, int more) {
        return text.length() - start == word.length() + more && slip(text, start, more);
    }

    /** Adds a text, any part of which may be similar. */
    void in(String text, Place place) {
        var folded = FoldedText.forSearch(text);
        for (int start = 0; start < folded.text().length(); start++) {
            for (var slip : Slip.values()) {
                int more = slip == Slip.MISSING ? 1 : slip == Slip.ADDED ? -1 : 0;
                if (slip(folded.text(), start, more)) {
                    int end = start + word.length() + more;
                    int last = folded.place(end - 1);
                    add(
                            text.substring(folded.place(start), text.offsetByCodePoints(last, 1)),
                            folded.text().substring(start, end),
                            place,
                            slip);
                }
            }
        }
    }

    /** Whether the word stands at a place of a text but for one character, which makes it longer there by that many. */
    private boolean slip(String text, int start, int more) {
        int length = word.length() + more;
        if (length < 2 || start + length > text.length()) {
            return false;
        }
        int same = 0;
        while (same < word.length() && same < length && text.charAt(start + same) == word.charAt(same)) {
            same++;
        }
        if (same == word.length() || (more > 0 && same == 0) || slipsOverANumber(text, start, same, more)) {
            return false;
        }
        int rest = same + (more > 0 ? 0 : 1);
        if (!text.regionMatches(start + same + (more < 0 ? 0 : 1), word, rest, word.length() - rest)) {
            return false;
        }
        var piece = text.substring(start, start + length);
        return FoldedText.unmarked(piece).length() > 1 && piece.codePoints().allMatch(Nearest::isOfAWord);
    }

    /** Whether what differs after so many characters is no character, but where a number begins or ends. */
    private boolean slipsOverANumber(String text, int start, int same, int more) {
        return (more <= 0 && word.charAt(same) == FoldedText.NUMBER)
                || (more >= 0 && text.charAt(start + same) == FoldedText.NUMBER);
    }

    private static boolean isOfAWord(int character) {
        return character == FoldedText.NUMBER || Character.isLetterOrDigit(character);
    }

    private void add(String words, String folded, Place place, Slip slip) {
        pieces.merge(
                folded,
                new Piece(words, place, slip, 1),
                (known, another) -> new Piece(known.words, known.place, known.slip, known.times + 1));
    }

    /** The most likely similar words, as written in the text. */
    List<String> likeliest(int most) {
        var sorted = new ArrayList<>(pieces.values());
        sorted.sort(LIKELIEST);
        return sorted.stream().map(Piece::words).distinct().limit(most).toList();
    }
}
