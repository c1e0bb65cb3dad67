package cn.jinshan.chronicle.drills;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.util.FileSystemUtils;

/** The database of an application that is not running, in its folder. */
record H2File(Path folder) {

    /** Those that the application gives it. */
    static final String SETTINGS = ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;MAX_COMPACT_TIME=0";

    private static final String NAME = "chronicle";

    private static final Pattern NUMBER = Pattern.compile("(\\d{19}) \\d{19} \\S{27} [0-9a-f]{8}");

    /** What the writers saved, read from a copy: opening the file would tidy it up. */
    Map<Long, Integer> saves() throws IOException, SQLException {
        var copy = Files.createTempDirectory("copy");
        try {
            copyTo(copy);
            try (var connection =
                    DriverManager.getConnection("jdbc:h2:file:" + copy.resolve(NAME) + SETTINGS, "sa", "")) {
                return saves(connection);
            }
        } finally {
            FileSystemUtils.deleteRecursively(copy);
        }
    }

    /** What the writers saved, in any database. */
    static Map<Long, Integer> saves(Connection connection) throws SQLException {
        var saves = new HashMap<Long, Integer>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select entry_id, body from edition")) {
            while (rows.next()) {
                Save.numberIn(rows.getString(2)).ifPresent(number -> {
                    try {
                        saves.merge(rows.getLong(1), number, Math::max);
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                });
            }
        }
        return saves;
    }

    /** Whether the file beside the database knows a change that the database does not. */
    boolean isBehindItsFile() throws IOException, SQLException {
        var beside = folder.resolve(NAME + ".last-change");
        if (!Files.exists(beside)) {
            return false;
        }
        long acknowledged = NUMBER.matcher(Files.readString(beside, StandardCharsets.ISO_8859_1))
                .results()
                .mapToLong(line -> Long.parseLong(line.group(1)))
                .max()
                .orElse(0);
        var copy = Files.createTempDirectory("copy");
        try {
            copyTo(copy);
            try (var connection =
                            DriverManager.getConnection("jdbc:h2:file:" + copy.resolve(NAME) + SETTINGS, "sa", "");
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery("select number from last_change")) {
                rows.next();
                return rows.getLong(1) < acknowledged;
            }
        } finally {
            FileSystemUtils.deleteRecursively(copy);
        }
    }

    /** Copies the database alone, without what stands beside it. */
    void copyTo(Path other) throws IOException {
        Files.createDirectories(other);
        Files.copy(database(folder), database(other), StandardCopyOption.REPLACE_EXISTING);
    }

    long size() throws IOException {
        return Files.size(database(folder));
    }

    private static Path database(Path folder) {
        return folder.resolve(NAME + ".mv.db");
    }
}
