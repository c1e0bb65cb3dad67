package cn.jinshan.chronicle.reader;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import org.springframework.core.io.ClassPathResource;

/**
 * Stroke counts of Chinese characters in the mainland's form, from Unihan (UAX #38); {@code strokes.txt} says how it
 * was made.
 */
final class Strokes {

    private static final char FIRST = '\u4E00';
    private static final String COUNTS = read();

    private Strokes() {}

    /** The number of strokes of a character; 0 if it is not known. */
    static int of(int character) {
        int index = character - FIRST;
        return index >= 0 && index < COUNTS.length() ? COUNTS.charAt(index) - '0' : 0;
    }

    private static String read() {
        try {
            return new ClassPathResource("strokes/strokes.txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(Predicate.not(line -> line.startsWith("#")))
                    .collect(joining());
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
