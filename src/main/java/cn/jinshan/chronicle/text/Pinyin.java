package cn.jinshan.chronicle.text;

import com.ibm.icu.text.Transliterator;
import java.util.regex.Pattern;
import org.springframework.util.ConcurrentLruCache;

/**
 * Conversion of Chinese names to Hanyu Pinyin (ISO 7098) with tone marks: words are read as words, by the longest
 * phrase that is known, names as names, by the surname; other characters one by one.
 */
public final class Pinyin {

    /** As many as an index may have; to read them anew for every reader would take a second. */
    private static final int REMEMBERED = 10_000;

    private static final ConcurrentLruCache<String, String> NAMES =
            new ConcurrentLruCache<>(REMEMBERED, Pinyin::readPerson);

    private static final ConcurrentLruCache<String, String> WORDS =
            new ConcurrentLruCache<>(REMEMBERED, words -> read(words, Readings.WORDS));

    /** Divides the parts of a name of an ethnic minority or a foreigner, which begins with no surname. */
    private static final Pattern DOT = Pattern.compile("[·•・‧∙⋅．᛫]");

    private Pinyin() {}

    /** How a person's name is read: the surname as a surname (单 shàn, 万俟 mò qí), the given name by its characters. */
    public static String ofPerson(String name) {
        return NAMES.get(name);
    }

    /** How words that are nobody's name are read (银行 yín háng). */
    public static String of(String words) {
        return WORDS.get(words);
    }

    private static String readPerson(String name) {
        if (DOT.matcher(name).find()) {
            return read(name, Readings.CHARACTERS);
        }
        var surname = Readings.SURNAMES.longestAt(name, 0);
        if (surname == null) {
            surname = !name.isEmpty() && Character.isIdeographic(name.codePointAt(0))
                    ? name.substring(0, name.offsetByCodePoints(0, 1))
                    : "";
        }
        var given = name.substring(surname.length());
        var known = Readings.SURNAMES.reading(surname);
        return joined(
                known == null ? read(surname, Readings.CHARACTERS) : known,
                read(given, Readings.WORDS.reading(given) == null ? Readings.CHARACTERS : Readings.WORDS));
    }

    private static String read(String text, Readings readings) {
        var read = new StringBuilder();
        int unread = 0;
        int place = 0;
        while (place < text.length()) {
            var phrase = readings.longestAt(text, place);
            if (phrase == null) {
                place++;
                continue;
            }
            append(read, characters(text.substring(unread, place)));
            append(read, String.valueOf(readings.reading(phrase)));
            place += phrase.length();
            unread = place;
        }
        append(read, characters(text.substring(unread)));
        return read.toString();
    }

    private static String joined(String first, String second) {
        var both = new StringBuilder(first);
        append(both, second);
        return both.toString();
    }

    private static void append(StringBuilder read, String next) {
        boolean isBetweenLetters = !read.isEmpty()
                && !next.isEmpty()
                && isLetter(read.codePointBefore(read.length()))
                && isLetter(next.codePointAt(0));
        read.append(isBetweenLetters ? " " : "").append(next);
    }

    private static boolean isLetter(int character) {
        return Character.isLetter(character) || Character.getType(character) == Character.NON_SPACING_MARK;
    }

    private static String characters(String text) {
        return text.isEmpty() ? "" : Characters.READ.transliterate(text);
    }

    /** The readings of single characters (CLDR), loaded when the first is asked for. */
    private static final class Characters {
        private static final Transliterator READ = Transliterator.getInstance("Han-Latin");
    }
}
