package cn.jinshan.chronicle.text;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Dictionary of all readings of a Chinese character, as whoever types pinyin without tones writes them. */
public final class CharacterReadings {

    private static final Pattern SPACE = Pattern.compile(" ");
    private static final Pattern TONE = Pattern.compile("[\\p{M}&&[^\u0308]]");
    private static final Pattern SYLLABLE = Pattern.compile("[a-z]+\u0308?[a-z]*");

    /** The readings that words and surnames give to their characters. */
    private static final Map<Integer, Set<String>> IN_WORDS = inWords();

    private static final Map<Integer, Set<String>> KNOWN = new ConcurrentHashMap<>();

    private CharacterReadings() {}

    /** The syllables without tones, ü as {@code v} and as {@code u}; none for what is no Chinese character. */
    public static Set<String> of(int character) {
        return Character.isIdeographic(character)
                ? KNOWN.computeIfAbsent(character, CharacterReadings::read)
                : Set.of();
    }

    private static Set<String> read(int character) {
        var readings = new LinkedHashSet<String>();
        add(readings, Pinyin.of(Character.toString(character)));
        readings.addAll(IN_WORDS.getOrDefault(character, Set.of()));
        return Set.copyOf(readings);
    }

    /** The letters of a reading without tones, in the two ways in which ü is typed. */
    public static List<String> typed(String reading) {
        var letters = TONE.matcher(
                        Normalizer.normalize(reading, Normalizer.Form.NFD).toLowerCase(Locale.ROOT))
                .replaceAll("");
        return letters.indexOf('\u0308') < 0
                ? List.of(letters)
                : List.of(letters.replace("u\u0308", "v"), letters.replace("\u0308", ""));
    }

    private static void add(Set<String> readings, String syllable) {
        typed(syllable).stream()
                .filter(letters -> SYLLABLE.matcher(letters).matches())
                .forEach(readings::add);
    }

    private static Map<Integer, Set<String>> inWords() {
        var readings = new HashMap<Integer, Set<String>>();
        Stream.of(Readings.WORDS, Readings.SURNAMES)
                .forEach(words -> words.each((word, reading) -> {
                    var syllables = SPACE.splitAsStream(reading).toList();
                    var characters = word.codePoints().toArray();
                    for (int i = 0; i < characters.length && syllables.size() == characters.length; i++) {
                        add(readings.computeIfAbsent(characters[i], none -> new LinkedHashSet<>()), syllables.get(i));
                    }
                }));
        return readings;
    }
}
