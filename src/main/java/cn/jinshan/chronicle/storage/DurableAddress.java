package cn.jinshan.chronicle.storage;

import cn.jinshan.chronicle.start.RefusedStartException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * JDBC address of an H2 file, completed with the settings that make an acknowledged save durable.
 *
 * @param url with every setting
 * @param path of the database, before the ends of the names of its files; a file system's scheme may stand before it
 */
record DurableAddress(String url, String path) {

    private static final String H2 = "jdbc:h2:";

    /** H2 addresses that are remote, read-only or in memory. */
    private static final Pattern NO_FILE =
            Pattern.compile("(?:tcp|ssl):.*|(?:.*:)?(?:zip|classpath|memFS|memLZ|nioMemFS|nioMemLZ):.*");

    /** What H2 writes into a file of its own is thrown as well; on a full disk it fills the log with traces. */
    private static final String TRACE = "TRACE_LEVEL_FILE";

    /** Each with the one value that it may have. */
    private static final Map<String, String> SETTINGS = new LinkedHashMap<>();

    static {
        // A commit is written at once
        SETTINGS.put("WRITE_DELAY", "0");
        // Closed by us after the last answer, not by H2 under it; and once the last connection is gone, not later
        SETTINGS.put("DB_CLOSE_ON_EXIT", "FALSE");
        SETTINGS.put("DB_CLOSE_DELAY", "0");
        // Measured: src/docs/durability.md
        SETTINGS.put("MAX_COMPACT_TIME", "0");
        // Nobody else writes
        SETTINGS.put("AUTO_SERVER", "FALSE");
        SETTINGS.put("FILE_LOCK", "FS");
        SETTINGS.put("ACCESS_MODE_DATA", "rw");
    }

    /**
     * The address that an operator set, made safe.
     *
     * @return empty where H2 keeps nothing on a disk of its own, by intention: another database, or
     *     {@code jdbc:h2:mem:}
     * @throws RefusedStartException if it is no file that this process could write, or has a setting with which an
     *     acknowledged save could be lost
     */
    static Optional<DurableAddress> of(String url) {
        if (!url.startsWith(H2) || url.startsWith(H2 + "mem:")) {
            return Optional.empty();
        }
        var parts = url.substring(H2.length()).split(";");
        var path = parts[0].replaceFirst("^file:", "");
        if (NO_FILE.matcher(path).matches()) {
            throw unsafe(H2 + parts[0] + " is no file on a disk of this machine.");
        }
        var missing = new LinkedHashMap<>(SETTINGS);
        Stream.of(parts).skip(1).map(String::strip).forEach(setting -> {
            var name = setting.replaceFirst("\\s*=.*", "").toUpperCase(Locale.ROOT);
            var only = SETTINGS.get(name);
            if (only != null && !setting.replaceFirst("[^=]*=?\\s*", "").equalsIgnoreCase(only)) {
                throw unsafe("With " + setting + " an acknowledged save could be lost; only " + name + "=" + only
                        + " is safe.");
            }
            missing.remove(name);
        });
        var safe = new StringBuilder(url.replaceFirst(";\\s*$", ""));
        missing.forEach(
                (name, value) -> safe.append(';').append(name).append('=').append(value));
        if (!url.toUpperCase(Locale.ROOT).contains(TRACE)) {
            safe.append(';').append(TRACE).append("=0");
        }
        return Optional.of(new DurableAddress(safe.toString(), path));
    }

    private static RefusedStartException unsafe(String why) {
        return new RefusedStartException(
                "The chronicle does not start on this database: " + why,
                "Set spring.datasource.url to a plain file, such as jdbc:h2:file:/srv/chronicle/chronicle (the rest is added"
                        + " by itself), or to PostgreSQL.");
    }

    /** From the first {@code ;} on. */
    String settings() {
        return url.substring(url.indexOf(';'));
    }
}
