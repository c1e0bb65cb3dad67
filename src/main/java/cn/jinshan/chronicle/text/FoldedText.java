package cn.jinshan.chronicle.text;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Normalised text for comparison: half width, simplified characters, 零 for 〇, 券 for 劵; without spaces, quotation marks,
 * brackets, dots and dashes, unless they stand between digits. Marks that end a clause, and line breaks, stay.
 */
public final class FoldedText {

    /**
     * Stands before and after each run of digits where something is looked for, so that no number is found in another.
     */
    public static final char NUMBER = '\uE000';

    private static final String MARKS = "\"'`“”‘’「」『』﹁﹂《》〈〉()[]{}【】〔〕〖〗<>·•‧・-‐‑‒–—―−~〜";

    /** Each second is often written for the first of two. */
    private static final String TWINS = "券劵账帐零〇零○唯惟果菓峰峯";

    private static final char[] ALIKE = alike();

    private static final Pattern ACCENT = Pattern.compile("\\p{M}");

    private final String text;
    private final int[] places;

    private FoldedText(String text, int[] places) {
        this.text = text;
        this.places = places;
    }

    public static FoldedText of(String typed) {
        var text = new StringBuilder(typed.length());
        var places = new int[typed.length()];
        for (int place = 0; place < typed.length(); place++) {
            char each = HalfWidth.of(typed.charAt(place));
            if (!isMark(each) || isBetweenDigits(typed, place)) {
                places[text.length()] = place;
                text.append(ALIKE[each]);
            }
        }
        return new FoldedText(text.toString(), places);
    }

    /**
     * The same for whoever looks for something: also in small letters without accents and tones, with each character
     * that only looks different (①, ㎡, ﬁ) as those it stands for (Unicode compatibility decomposition, NFKD), and with
     * {@link #NUMBER} around each run of digits.
     */
    public static FoldedText forSearch(String typed) {
        var plain = new StringBuilder(typed.length());
        var places = IntStream.builder();
        for (int place = 0; place < typed.length(); place = typed.offsetByCodePoints(place, 1)) {
            var letters = plain(typed.codePointAt(place));
            plain.append(letters);
            for (int i = 0; i < letters.length(); i++) {
                places.add(place);
            }
        }
        var typedPlaces = places.build().toArray();
        var folded = of(plain.toString());
        for (int i = 0; i < folded.text.length(); i++) {
            folded.places[i] = typedPlaces[folded.places[i]];
        }
        return folded.withWholeNumbers(typed);
    }

    private FoldedText withWholeNumbers(String typed) {
        var marked = new StringBuilder(text.length());
        var markedPlaces = IntStream.builder();
        for (int i = 0; i < text.length(); i++) {
            if (isDigit(i) && (i == 0 || !isOneNumber(typed, i - 1))) {
                marked.append(NUMBER);
                markedPlaces.add(places[i]);
            }
            marked.append(text.charAt(i));
            markedPlaces.add(places[i]);
            if (isDigit(i) && (i + 1 == text.length() || !isOneNumber(typed, i))) {
                marked.append(NUMBER);
                markedPlaces.add(places[i]);
            }
        }
        return new FoldedText(marked.toString(), markedPlaces.build().toArray());
    }

    /** Whether a character and the next are digits of the same number; ① and what follows it are not. */
    private boolean isOneNumber(String typed, int index) {
        return isDigit(index)
                && isDigit(index + 1)
                && (places[index] == places[index + 1]
                        || (Character.isDigit(typed.charAt(places[index]))
                                && Character.isDigit(typed.charAt(places[index + 1]))));
    }

    private boolean isDigit(int index) {
        return Character.isDigit(text.charAt(index));
    }

    private static String plain(int character) {
        var typed = Character.toString(character);
        if (character < 128 || Character.isIdeographic(character)) {
            return typed.toLowerCase(Locale.ROOT);
        }
        var decomposed = Normalizer.normalize(typed, Normalizer.Form.NFKD);
        return ACCENT.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /** A folded text without {@link #NUMBER}. */
    public static String unmarked(String folded) {
        return folded.replace(String.valueOf(NUMBER), "");
    }

    public String text() {
        return text;
    }

    /** Place of a character in the text as typed. */
    public int place(int index) {
        return places[index];
    }

    private static boolean isMark(char each) {
        return Character.isSpaceChar(each) || each == '\t' || MARKS.indexOf(each) >= 0;
    }

    private static boolean isBetweenDigits(String typed, int place) {
        return place > 0
                && place + 1 < typed.length()
                && Character.isDigit(typed.charAt(place - 1))
                && Character.isDigit(typed.charAt(place + 1));
    }

    private static char[] alike() {
        var alike = new char[Character.MAX_VALUE + 1];
        for (int each = 0; each < alike.length; each++) {
            alike[each] = (char) each;
        }
        var simplified = Transliterator.getInstance("Hant-Hans");
        for (char each = '一'; each <= '\u9fff'; each++) {
            var simple = simplified.transliterate(String.valueOf(each));
            if (simple.length() == 1) {
                alike[each] = simple.charAt(0);
            }
        }
        for (int each = 0; each < alike.length; each++) {
            int twin = TWINS.indexOf(alike[each]);
            if (twin % 2 == 1) {
                alike[each] = TWINS.charAt(twin - 1);
            }
        }
        return alike;
    }
}
