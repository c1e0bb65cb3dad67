package cn.jinshan.chronicle.text;

import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;

/**
 * Standard characters for radicals, private-use characters and variants; each file in {@code characters} names its
 * source.
 */
final class StandardCharacters {

    private static final Map<Integer, Integer> RADICALS = read("radicals");
    private static final Map<Integer, Integer> PRIVATE = read("private-use");
    private static final Map<Integer, Integer> VARIANTS = read("variants");
    private static final Map<Integer, Integer> SIMPLIFIED = simplified();

    private StandardCharacters() {}

    /** The ideograph that looks like a radical; any other character itself. */
    static int ofRadical(int character) {
        return character < '⺀' || character > '⿕' ? character : RADICALS.getOrDefault(character, character);
    }

    /** The character that a private-use character stands for; any other character itself. */
    static int ofPrivateUse(int character) {
        return PRIVATE.getOrDefault(character, character);
    }

    /** The one character that stands for all those which are equal to this one when texts are compared. */
    static int ofVariant(int character) {
        if (character < '⺀') {
            return character;
        }
        int standard = ofRadical(ofPrivateUse(character));
        if (Character.isIdeographic(standard)) {
            standard = Normalizer.normalize(Character.toString(standard), Normalizer.Form.NFC)
                    .codePointAt(0);
        }
        return VARIANTS.getOrDefault(standard, standard);
    }

    /**
     * The same, also for a traditional character that is a standard one itself in other words (乾, 徵, 昇), as ICU
     * simplifies it: whoever looks for something may write it so.
     */
    static int ofSimplified(int character) {
        int standard = ofVariant(character);
        return SIMPLIFIED.getOrDefault(standard, standard);
    }

    private static Map<Integer, Integer> simplified() {
        var transform = Transliterator.getInstance("Hant-Hans");
        var simplified = new HashMap<Integer, Integer>();
        for (int each = '一'; each <= '\u9fff'; each++) {
            var simple = transform.transliterate(Character.toString(each));
            int standard = ofVariant(simple.codePointAt(0));
            if (ofVariant(each) == each && standard != each && simple.codePointCount(0, simple.length()) == 1) {
                simplified.put(each, standard);
            }
        }
        simplified.values().removeIf(simplified::containsKey);
        return simplified;
    }

    /** Each line has a standard character, then those that it stands for, themselves or their numbers. */
    private static Map<Integer, Integer> read(String file) {
        try {
            var standard = new HashMap<Integer, Integer>();
            new ClassPathResource("characters/" + file + ".txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" "))
                    .forEach(line -> {
                        for (int i = 1; i < line.length; i++) {
                            standard.put(number(line[i]), line[0].codePointAt(0));
                        }
                    });
            return Collections.unmodifiableMap(standard);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static int number(String character) {
        return character.startsWith("U+") ? Integer.parseInt(character.substring(2), 16) : character.codePointAt(0);
    }
}
