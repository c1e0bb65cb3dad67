package cn.jinshan.chronicle.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Normalised text for comparison: half width, one of all variants of a character ({@code characters/variants.txt}), 零
 * for 〇, 券 for 劵; without spaces, quotation marks, brackets, dots and dashes, unless they stand between digits, and
 * without what nobody sees. Marks that end a clause, and line breaks, stay.
 */
public final class FoldedText {

    /**
     * Stands before and after each run of digits where something is looked for, so that no number is found in another.
     * It is a non-character, which no folded text has: it is never seen.
     */
    public static final char NUMBER = '\uFDD0';

    private static final String MARKS = "\"'`“”‘’「」『』﹁﹂《》〈〉()[]{}【】〔〕〖〗<>·•‧・-‐‑‒–—―−~〜⠀";

    /** Each second is often written for the first of two. */
    private static final String TWINS = "券劵账帐零〇零○唯惟果菓峰峯";

    private static final Pattern ACCENT = Pattern.compile("\\p{M}");

    /** What single characters become, kept once it is known: it takes longer than all the rest of a text. */
    private static final @Nullable String[] ONE = new String[Character.MIN_SUPPLEMENTARY_CODE_POINT];

    private static final @Nullable String[] PLAIN = new String[Character.MIN_SUPPLEMENTARY_CODE_POINT];

    private final String text;
    private final int[] places;

    private FoldedText(String text, int[] places) {
        this.text = text;
        this.places = places;
    }

    public static FoldedText of(String typed) {
        var seenPlaces = IntStream.builder();
        var seen = new StringBuilder(typed.length());
        for (int place = 0; place < typed.length(); place = typed.offsetByCodePoints(place, 1)) {
            int each = typed.codePointAt(place);
            if (!Unseen.is(each)) {
                seen.appendCodePoint(each);
                seenPlaces.add(place);
            }
        }
        return folded(seen.codePoints().toArray(), seenPlaces.build().toArray());
    }

    private static FoldedText folded(int[] seen, int[] seenPlaces) {
        var text = new StringBuilder(seen.length);
        var places = IntStream.builder();
        for (int i = 0; i < seen.length; i++) {
            var letters = known(ONE, seen[i], FoldedText::one);
            if (!areMarks(letters) || isBetweenDigits(seen, i)) {
                text.append(letters);
                for (int letter = 0; letter < letters.length(); letter++) {
                    places.add(seenPlaces[i]);
                }
            }
        }
        return new FoldedText(text.toString(), places.build().toArray());
    }

    private static String known(@Nullable String[] known, int character, IntFunction<String> become) {
        if (character >= known.length) {
            return become.apply(character);
        }
        var one = known[character];
        if (one == null) {
            one = become.apply(character);
            known[character] = one;
        }
        return one;
    }

    private static String one(int character) {
        int standard = StandardCharacters.ofSimplified(HalfWidth.of(character));
        int twin = TWINS.indexOf(standard);
        var one = twin % 2 == 1 ? TWINS.substring(twin - 1, twin) : Character.toString(standard);
        if (standard < 128 || Character.isIdeographic(standard)) {
            return one;
        }
        var letters = Normalizer.normalize(one, Normalizer.Form.NFD);
        return letters.length() > 1 && isMark(letters.codePointAt(0)) ? one : letters;
    }

    /**
     * What is equal in texts that look the same: in small letters and half width, composed, one of all variants of a
     * character, without what nobody sees.
     */
    public static String look(String typed) {
        var letters = HalfWidth.compatible(one(typed)).toLowerCase(Locale.ROOT);
        return one(HalfWidth.compatible(letters)).strip();
    }

    private static String one(String typed) {
        return typed.codePoints()
                .filter(each -> !Unseen.is(each))
                .map(StandardCharacters::ofVariant)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
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
            int each = typed.codePointAt(place);
            var letters = known(PLAIN, each, FoldedText::plainVariant);
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

    private static String plainVariant(int character) {
        return Unseen.is(character) ? "" : plain(StandardCharacters.ofVariant(character));
    }

    private static String plain(int character) {
        var typed = Character.toString(character);
        if (Character.isDigit(character)) {
            return String.valueOf(Character.digit(character, 10));
        }
        if (character < 128 || Character.isIdeographic(character)) {
            return typed.toLowerCase(Locale.ROOT);
        }
        var decomposed = Normalizer.normalize(typed, Normalizer.Form.NFKD);
        return ACCENT.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /** What {@link #forSearch} makes of a text, without {@link #NUMBER}. */
    public static String searched(String typed) {
        return forSearch(typed).text.replace(String.valueOf(NUMBER), "");
    }

    public String text() {
        return text;
    }

    /** Place of a character in the text as typed. */
    public int place(int index) {
        return places[index];
    }

    private static boolean areMarks(String letters) {
        for (int i = 0; i < letters.length(); i += Character.charCount(letters.codePointAt(i))) {
            if (!isMark(letters.codePointAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isMark(int each) {
        return Character.isSpaceChar(each) || each == '\t' || MARKS.indexOf(each) >= 0;
    }

    private static boolean isBetweenDigits(int[] seen, int index) {
        return index > 0
                && index + 1 < seen.length
                && Character.isDigit(seen[index - 1])
                && Character.isDigit(seen[index + 1]);
    }
}
