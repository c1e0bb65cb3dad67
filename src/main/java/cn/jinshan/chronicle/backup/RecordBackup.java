package cn.jinshan.chronicle.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;

/** Backup of a database: what it is made of, and what it says of itself. */
class RecordBackup {

    static final String MADE = "Chronicle-Moment";
    static final String SCHEMA = "Chronicle-Schema";
    static final String SOFTWARE = "Bag-Software-Agent";
    static final String NAME_OF_SOFTWARE = "jinshan-chronicle ";

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern(
                    "'chronicle-'uuuuMMdd-HHmmss", Locale.ROOT)
            .withZone(SHANGHAI);

    private static final DateTimeFormatter WORDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(SHANGHAI);

    private final Connection connection;
    private final String schemaVersion;
    private final String softwareVersion;

    /** @param connection in a transaction of the {@link RecordExport#ISOLATION} that has read nothing yet */
    RecordBackup(Connection connection, String schemaVersion, String softwareVersion) {
        this.connection = connection;
        this.schemaVersion = schemaVersion;
        this.softwareVersion = softwareVersion;
    }

    /** What is written besides the tables. */
    interface Documents {
        void write(BagWriter bag) throws IOException;
    }

    /** A moment, for a sentence. */
    static String words(Instant moment) {
        return WORDS.format(moment);
    }

    /** The name of a backup of that moment, without an end. */
    static String name(Instant made) {
        return NAME.format(made);
    }

    /** The moment that a name says, whatever follows it; empty for another name. */
    static Optional<Instant> made(String name) {
        try {
            return Optional.of(Instant.from(NAME.parse(name, new ParsePosition(0))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Writes the backup. */
    void write(OutputStream file, Instant made, Documents documents, Progress progress)
            throws SQLException, IOException {
        try (var bag = new BagWriter(file, name(made))) {
            new RecordExport(connection).write(bag, progress);
            documents.write(bag);
            var info = new LinkedHashMap<String, String>();
            info.put("Source-Organization", "金山区残疾人事业大事记");
            info.put("Bagging-Date", made.atZone(SHANGHAI).toLocalDate().toString());
            info.put(SOFTWARE, NAME_OF_SOFTWARE + softwareVersion);
            info.put(SCHEMA, schemaVersion);
            info.put(MADE, made.toString());
            bag.finish(info);
        }
    }
}
