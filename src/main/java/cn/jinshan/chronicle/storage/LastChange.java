package cn.jinshan.chronicle.storage;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * A change of the database: a commit that wrote a table other than the sessions'.
 *
 * @param number one more than that of the change before it
 * @param entry the highest number of an entry that was ever given
 * @param made when it was committed, to the microsecond
 */
public record LastChange(long number, long entry, Instant made) {

    /** Before the first. */
    public static final LastChange NONE = new LastChange(0, 0, Instant.EPOCH);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final Pattern LINE = Pattern.compile("((\\d{19}) (\\d{19}) (\\S{27})) ([0-9a-f]{8})\n");

    /** The length of every line. */
    static final int LENGTH = NONE.line().length();

    /** The line in the file: ASCII with a checksum at its end. */
    String line() {
        var words = String.format(Locale.ROOT, "%019d %019d %s", number, entry, TIME.format(made));
        return words + " " + checksum(words) + "\n";
    }

    /** The change in a line; empty if the line is incomplete. */
    static Optional<LastChange> in(String line) {
        var parts = LINE.matcher(line);
        return parts.matches() && parts.group(5).equals(checksum(parts.group(1)))
                ? Optional.of(new LastChange(
                        Long.parseLong(parts.group(2)), Long.parseLong(parts.group(3)), Instant.parse(parts.group(4))))
                : Optional.empty();
    }

    private static String checksum(String words) {
        var sum = new CRC32();
        sum.update(words.getBytes(StandardCharsets.US_ASCII));
        return String.format(Locale.ROOT, "%08x", sum.getValue());
    }
}
