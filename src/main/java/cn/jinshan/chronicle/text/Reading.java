package cn.jinshan.chronicle.text;

import static java.util.stream.Collectors.joining;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Pronunciation of a name, sortable as in a dictionary: by letters, syllable for syllable, ü after u; by tones only
 * where all letters are the same, the neutral tone last. Names that begin with no letter come after all others.
 *
 * @param pinyin as people read it, with tone marks
 * @param letters of its syllables, without tones, {@code v} for ü
 * @param tones of its syllables in their order, 1 to 5
 */
public record Reading(String pinyin, String letters, String tones) implements Comparable<Reading> {

    private static final Comparator<Reading> ORDER = Comparator.comparing(
                    (Reading reading) -> reading.initial().isEmpty())
            .thenComparing(Reading::letters)
            .thenComparing(Reading::tones)
            .thenComparing(Reading::pinyin);

    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");
    private static final Pattern SPACE = Pattern.compile(" ");
    private static final Pattern MARK = Pattern.compile("\\p{M}");

    /** The marks of the first to the fourth tone, as combining characters. */
    private static final String TONES = "\u0304\u0301\u030C\u0300";

    private static final String NEUTRAL = "5";

    public static Reading of(String pinyin) {
        var syllables = NEITHER_LETTER_NOR_DIGIT
                .matcher(Normalizer.normalize(pinyin, Normalizer.Form.NFD)
                        .toLowerCase(Locale.ROOT)
                        .replace("u\u0308", "v"))
                .replaceAll(" ")
                .strip();
        var tones = SPACE.splitAsStream(syllables).map(Reading::tone).collect(joining());
        return new Reading(pinyin, MARK.matcher(syllables).replaceAll(""), tones);
    }

    private static String tone(String syllable) {
        return syllable.chars()
                .map(TONES::indexOf)
                .filter(tone -> tone >= 0)
                .mapToObj(tone -> String.valueOf(tone + 1))
                .findFirst()
                .orElse(NEUTRAL);
    }

    /** The letter that it is found under, {@code A} to {@code Z}; empty for none. */
    public String initial() {
        return letters.matches("[a-z].*") ? letters.substring(0, 1).toUpperCase(Locale.ROOT) : "";
    }

    @Override
    public int compareTo(Reading other) {
        return ORDER.compare(this, other);
    }
}
