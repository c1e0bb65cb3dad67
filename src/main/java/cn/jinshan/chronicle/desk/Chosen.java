package cn.jinshan.chronicle.desk;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Entry that a user chose in a list, with the version of the entry that was seen. */
record Chosen(long id, long version) {

    /** The number of entries on a page of the list. */
    static final int MOST = 50;

    private static final Pattern WRITTEN = Pattern.compile("([1-9]\\d{0,17})-(\\d{1,18})");

    /**
     * Reads values like {@code 7-3}, the entry and its version; skips all others.
     *
     * @throws ResponseStatusException for more than {@link #MOST}
     */
    static List<Chosen> read(List<String> values) {
        if (values.size() > MOST) {
            throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
        }
        return values.stream()
                .map(Chosen::read)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private static Optional<Chosen> read(String value) {
        return Stream.of(WRITTEN.matcher(value))
                .filter(Matcher::matches)
                .map(numbers -> new Chosen(Long.parseLong(numbers.group(1)), Long.parseLong(numbers.group(2))))
                .findFirst();
    }

    @Override
    public String toString() {
        return id + "-" + version;
    }
}
