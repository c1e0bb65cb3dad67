package cn.jinshan.chronicle.search;

import cn.jinshan.chronicle.text.FoldedText;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Smallest piece of a text that is searched as a whole: a Chinese character, a symbol, a number, or a word of letters.
 *
 * @param text normalised by {@link FoldedText#forSearch}
 * @param isCharacter whether it is a Chinese character or a symbol, of which two make a pair
 * @param isApart whether a mark that ends a clause, or a line break, stands before it
 * @param start place of its first character in the text as typed
 * @param end place after its last character there
 */
record Unit(String text, boolean isCharacter, boolean isApart, int start, int end) {

    private static final String ENDS_OF_CLAUSES = "，。、；：？！…,.:;?!";

    private static final Set<UnicodeScript> WITHOUT_SPACES = Set.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL,
            UnicodeScript.BOPOMOFO);

    private static final String LIMITED = FoldedText.NUMBER + "," + FoldedText.NUMBER;

    /** {@code 1,000} is one number, and the same as 1000. */
    private static final Pattern THOUSANDS =
            Pattern.compile("\\d{1,3}(?:" + LIMITED + "\\d{3})+(?=" + FoldedText.NUMBER + ")");

    private static final Pattern BETWEEN_DIGITS = Pattern.compile("(?<=\\d)" + LIMITED);

    private enum Type {
        GAP,
        LIMIT,
        CHARACTER,
        DIGIT,
        LETTER;

        static Type of(int each) {
            if (each == FoldedText.NUMBER) {
                return LIMIT;
            }
            if (Character.isDigit(each)) {
                return DIGIT;
            }
            if (Character.isLetter(each)) {
                return WITHOUT_SPACES.contains(UnicodeScript.of(each)) ? CHARACTER : LETTER;
            }
            return Character.isWhitespace(each) || ENDS_OF_CLAUSES.indexOf(each) >= 0 ? GAP : CHARACTER;
        }
    }

    /** The units of a text, in its order. */
    static List<Unit> of(String typed) {
        var folded = FoldedText.forSearch(typed);
        var text = folded.text();
        var units = new ArrayList<Unit>();
        boolean isApart = false;
        for (int place = 0; place < text.length(); ) {
            var type = Type.of(text.codePointAt(place));
            int end = text.offsetByCodePoints(place, 1);
            while ((type == Type.DIGIT || type == Type.LETTER)
                    && end < text.length()
                    && Type.of(text.codePointAt(end)) == type) {
                end = text.offsetByCodePoints(end, 1);
            }
            var thousands = THOUSANDS.matcher(text).region(place, text.length());
            if (type == Type.DIGIT && thousands.lookingAt()) {
                end = thousands.end();
            }
            if (type == Type.GAP) {
                isApart = true;
            } else if (type != Type.LIMIT) {
                int last = folded.place(text.offsetByCodePoints(end, -1));
                units.add(new Unit(
                        BETWEEN_DIGITS.matcher(text.substring(place, end)).replaceAll(""),
                        type == Type.CHARACTER,
                        isApart,
                        folded.place(place),
                        typed.offsetByCodePoints(last, 1)));
                isApart = false;
            }
            place = end;
        }
        return List.copyOf(units);
    }

    /** Whether it and the next one make a pair. */
    boolean pairsWith(Unit next) {
        return isCharacter && next.isCharacter && !next.isApart;
    }
}
