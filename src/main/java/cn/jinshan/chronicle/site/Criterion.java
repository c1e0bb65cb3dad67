package cn.jinshan.chronicle.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/**
 * Success criterion of WCAG 2.2, and whether the public pages meet it.
 *
 * @param number such as {@code 1.4.10}
 * @param level {@code A} to {@code AAA}
 * @param outcome {@code met}, {@code part}, {@code not}, or {@code none} where it does not apply
 * @param means what tells so, one or more
 */
record Criterion(String number, String level, String outcome, List<String> means) {

    /** All of them in their order, as {@code wcag.txt} has them. */
    static List<Criterion> all() throws IOException {
        return new ClassPathResource("wcag.txt")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> List.of(line.split(" ")))
                .map(words -> new Criterion(words.get(0), words.get(1), words.get(2), words.subList(3, words.size())))
                .toList();
    }

    /** The principle it belongs to: 1 perceivable, 2 operable, 3 understandable, 4 robust. */
    String principle() {
        return number.substring(0, 1);
    }
}
