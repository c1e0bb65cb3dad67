package cn.jinshan.chronicle.text;

import static java.util.stream.Collectors.toCollection;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Readings of the characters of a text one by one, in the letters in which pinyin without tones is typed. */
public final class CharacterReadings {

    private static final Pattern SPACE = Pattern.compile(" ");
    private static final Pattern LETTERS = Pattern.compile("[a-z]+");

    /** Of single characters, as many as a text has. */
    private static final Map<Integer, Set<String>> ALONE = new ConcurrentHashMap<>();

    private static final Map<String, Set<String>> SYLLABLES = new ConcurrentHashMap<>();

    private CharacterReadings() {}

    /**
     * How each character is read in the words of a text (长 in 长三角, and in 校长): a syllable without tones, with ü as
     * {@code v} and as {@code u}; none for what is no Chinese character. One for each code point.
     */
    public static List<Set<String>> of(String text) {
        var readings = new ArrayList<Set<String>>();
        for (int place = 0; place < text.length(); ) {
            var word = Readings.WORDS.longestAt(text, place);
            var syllables = word == null
                    ? List.<String>of()
                    : SPACE.splitAsStream(String.valueOf(Readings.WORDS.reading(word)))
                            .toList();
            if (word != null && syllables.size() == word.codePointCount(0, word.length())) {
                syllables.forEach(syllable -> readings.add(letters(syllable)));
                place += word.length();
            } else {
                int character = text.codePointAt(place);
                readings.add(ALONE.computeIfAbsent(character, CharacterReadings::alone));
                place += Character.charCount(character);
            }
        }
        return readings;
    }

    private static Set<String> alone(int character) {
        return Character.isIdeographic(character) ? letters(Pinyin.of(Character.toString(character))) : Set.of();
    }

    private static Set<String> letters(String syllable) {
        return SYLLABLES.computeIfAbsent(
                syllable,
                each -> Reading.of(each)
                        .typed()
                        .filter(LETTERS.asMatchPredicate())
                        .collect(toCollection(LinkedHashSet::new)));
    }
}
