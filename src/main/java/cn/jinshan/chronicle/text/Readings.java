package cn.jinshan.chronicle.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Dictionary of how words are read, one word to a line of a resource, with its syllables behind it. */
final class Readings {

    /** Surnames that are not read as their characters are elsewhere. */
    static final Readings SURNAMES = new Readings(read("surnames"));

    /** The ordinary readings of single characters, where they differ from those of CLDR. */
    static final Readings CHARACTERS;

    static final Readings WORDS;

    static {
        var words = read("words");
        var characters = new HashMap<>(words);
        characters.keySet().removeIf(word -> word.codePointCount(0, word.length()) > 1);
        CHARACTERS = new Readings(characters);
        var all = read("phrases");
        all.putAll(words);
        WORDS = new Readings(all);
    }

    private final Map<String, String> readings;
    private final Phrases phrases;

    private Readings(Map<String, String> readings) {
        this.readings = readings;
        this.phrases = new Phrases(readings.keySet());
    }

    /** The longest of its words that a text has at a place. */
    @Nullable
    String longestAt(String text, int place) {
        return place < text.length() ? phrases.longestAt(text, place) : null;
    }

    /** How a word is read; null if it is not one of these. */
    @Nullable
    String reading(String word) {
        return readings.get(word);
    }

    private static Map<String, String> read(String name) {
        try (var resource =
                Objects.requireNonNull(Readings.class.getResourceAsStream("/pinyin/" + name + ".txt"), name)) {
            var readings = new HashMap<String, String>();
            new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> {
                        int space = line.indexOf(' ');
                        readings.put(line.substring(0, space), line.substring(space + 1));
                    });
            return readings;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
