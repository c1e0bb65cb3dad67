package cn.jinshan.chronicle.dates;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/** The feasts and days of observance that wordings name, from {@code dates/feasts.txt}. */
final class Feasts {

    private static final List<Feast> ALL = read();
    private static final Map<String, Integer> NUMBERS = numbers();
    private static final Pattern NAME = Pattern.compile(anyName());

    private static final Pattern NUMBER = Pattern.compile("#(\\d+)#");

    private Feasts() {}

    /** The text with each name of a feast replaced by its number between two {@code #}: {@code #3#前夕}. */
    static String numbered(String text) {
        return NAME.matcher(text).replaceAll(name -> "#" + NUMBERS.get(name.group()) + "#");
    }

    /** All the names that are known. */
    static Set<String> names() {
        return NUMBERS.keySet();
    }

    /** The text with the usual name of each feast that {@link #numbered} replaced. */
    static String named(String text) {
        return NUMBER.matcher(text).replaceAll(number -> of(number.group(1)).name());
    }

    /** The feast of a number that {@link #numbered} wrote. */
    static Feast of(String number) {
        return ALL.get(Integer.parseInt(number));
    }

    /** The longest name first; no part of a number is one: 五一 stands in 五一年 and 十一 in 十一月. */
    private static String anyName() {
        var figure = "[\\d" + Spelling.NUMERALS + "]";
        return NUMBERS.keySet().stream()
                .sorted(comparing(String::length).reversed())
                .map(name -> (name.matches(figure + ".*") ? "(?<![月第]|" + figure + ")" : "")
                        + name
                        + (name.matches(".*" + figure)
                                ? "(?!" + figure + "|[年月日号时点个次届天周季旬:]|[-、,和与至到~—–]" + figure + ")"
                                : ""))
                .collect(joining("|"));
    }

    private static Map<String, Integer> numbers() {
        var numbers = new HashMap<String, Integer>();
        for (int number = 0; number < ALL.size(); number++) {
            for (var name : ALL.get(number).names()) {
                if (numbers.put(name, number) != null) {
                    throw new IllegalStateException(name + " is twice in dates/feasts.txt");
                }
            }
        }
        return numbers;
    }

    private static List<Feast> read() {
        try {
            return new ClassPathResource("dates/feasts.txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\\|"))
                    .map(row -> new Feast(
                            row[0].strip(),
                            row[1].strip().equals("-") ? 0 : Integer.parseInt(row[1].strip()),
                            Arrays.asList(row[2].strip().split(" "))))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
