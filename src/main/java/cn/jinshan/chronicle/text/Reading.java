package cn.jinshan.chronicle.text;

import static java.util.stream.Collectors.joining;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Pronunciation of a name, sortable as in a dictionary, character by character: by the letters of its syllable, ü after
 * u; by its tone, the neutral one last; by the character itself, so that one surname stands together. Names that begin
 * with no letter come after all others.
 *
 * @param pinyin as people read it, with tone marks
 * @param letters of its syllables, without tones, {@code v} for ü
 * @param tones of its syllables in their order, 1 to 5
 * @param order what it is sorted by
 */
public record Reading(String pinyin, String letters, String tones, String order) implements Comparable<Reading> {

    private static final Comparator<Reading> ORDER =
            Comparator.comparing(Reading::order).thenComparing(Reading::pinyin);

    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");
    private static final Pattern BETWEEN_LETTER_AND_DIGIT =
            Pattern.compile("(?<=\\p{N})(?=\\p{L})|(?<=[\\p{L}\\p{M}])(?=\\p{N})");
    private static final Pattern WRITTEN = Pattern.compile("\\p{IsHan}|\\p{N}+|[\\p{L}\\p{M}&&[^\\p{IsHan}]]+");
    private static final Pattern SPACE = Pattern.compile(" ");
    private static final Pattern MARK = Pattern.compile("\\p{M}");

    /** The marks of the first to the fourth tone, as combining characters. */
    private static final String TONES = "\u0304\u0301\u030C\u0300";

    private static final String NEUTRAL = "5";

    /** Stands between the letters of a syllable and its tone, and comes before any letter. */
    private static final char END = '\0';

    /** Comes after all letters. */
    private static final char LAST = '\uFFFF';

    public Reading(String pinyin, String letters, String tones) {
        this(pinyin, letters, tones, ordered(letters, tones, List.of()));
    }

    /** The pronunciation alone. */
    public static Reading of(String pinyin) {
        return of(pinyin, "");
    }

    /** The pronunciation of a name, syllable for character where there are as many. */
    public static Reading of(String pinyin, String name) {
        var words = words(pinyin);
        var written = WRITTEN.matcher(name).results().map(MatchResult::group).toList();
        var divided = Syllables.of(words, written.size());
        var syllables = divided == null ? SPACE.splitAsStream(words).toList() : divided;
        var tones = syllables.stream().map(Reading::tone).collect(joining());
        var letters = MARK.matcher(String.join(" ", syllables)).replaceAll("");
        return new Reading(pinyin, letters, tones, ordered(letters, tones, divided == null ? List.of() : written));
    }

    private static String words(String pinyin) {
        var plain = Normalizer.normalize(pinyin, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replace("u\u0308", "v");
        var words = NEITHER_LETTER_NOR_DIGIT.matcher(plain).replaceAll(" ").strip();
        return BETWEEN_LETTER_AND_DIGIT.matcher(words).replaceAll(" ");
    }

    private static String ordered(String letters, String tones, List<String> characters) {
        var order = new StringBuilder();
        if (initial(letters).isEmpty()) {
            order.append(LAST);
        }
        var syllables = SPACE.splitAsStream(letters).toList();
        for (int i = 0; i < syllables.size(); i++) {
            order.append(syllables.get(i))
                    .append(END)
                    .append(i < tones.length() ? tones.substring(i, i + 1) : "")
                    .append(i < characters.size() ? characters.get(i) : "");
        }
        return order.toString();
    }

    private static String tone(String syllable) {
        return syllable.chars()
                .map(TONES::indexOf)
                .filter(tone -> tone >= 0)
                .mapToObj(tone -> String.valueOf(tone + 1))
                .findFirst()
                .orElse(NEUTRAL);
    }

    /** Its letters in the ways in which they are typed: ü as {@code v} and as {@code u}. */
    public Stream<String> typed() {
        return Stream.of(letters, letters.replace('v', 'u')).distinct();
    }

    /** The letter that it is found under, {@code A} to {@code Z}; empty for none. */
    public String initial() {
        return initial(letters);
    }

    private static String initial(String letters) {
        return letters.matches("[a-z].*") ? letters.substring(0, 1).toUpperCase(Locale.ROOT) : "";
    }

    @Override
    public int compareTo(Reading other) {
        return ORDER.compare(this, other);
    }
}
