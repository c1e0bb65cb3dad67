package cn.jinshan.chronicle.search;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.text.ParsePosition;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The two ways in which Chinese writes a number, 33 and 三十三, and a day, 18号 and 18日. */
final class Numerals {

    private static final Pattern WORDS = Pattern.compile("[零一二三四五六七八九十百千]+");
    private static final Pattern FIGURES = Pattern.compile("(?<!\\d)[1-9]\\d{0,3}(?!\\d)");

    private static final Pattern DAY = Pattern.compile("(?<=[\\d一二三四五六七八九十])号$");

    private static final RuleBasedNumberFormat CHINESE =
            new RuleBasedNumberFormat(ULocale.CHINESE, RuleBasedNumberFormat.SPELLOUT);

    private Numerals() {}

    /**
     * A word with all its numbers in figures, and with all of them in words, each also with 日 for 号; without the word
     * itself.
     */
    static Stream<String> otherwise(String word) {
        return Stream.of(
                        word,
                        replaced(word, WORDS, Numerals::figures),
                        replaced(word, FIGURES, number -> words(Long.parseLong(number))))
                .flatMap(each -> Stream.of(each, DAY.matcher(each).replaceFirst("日")))
                .distinct()
                .filter(other -> !other.equals(word));
    }

    private static String replaced(String word, Pattern numbers, UnaryOperator<String> other) {
        return numbers.matcher(word).replaceAll(number -> other.apply(number.group()));
    }

    private static synchronized String figures(String words) {
        var place = new ParsePosition(0);
        var number = CHINESE.parse(words, place);
        return place.getIndex() == words.length() && words(number.longValue()).equals(words)
                ? String.valueOf(number)
                : words;
    }

    private static synchronized String words(long number) {
        return CHINESE.format(number);
    }
}
