package cn.jinshan.chronicle.backup;

import cn.jinshan.chronicle.backup.StoredTable.Column;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Rows of a table as JSON lines: an object for each row, with all its columns, in the order of the primary key. Only
 * some of them are in memory at once.
 */
class TableRows {

    private static final int PIECE = 500;

    /** A text is stored with at most a million characters. */
    private static final int LONGEST_TEXT = 20_000_000;

    static final JsonFactory JSON = JsonFactory.builder()
            .rootValueSeparator("\n")
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(LONGEST_TEXT)
                    .maxNestingDepth(2)
                    .build())
            .build();

    private final Connection connection;
    private final StoredTable table;

    TableRows(Connection connection, StoredTable table) {
        this.connection = connection;
        this.table = table;
    }

    /** Writes all rows that the transaction of the connection sees; gives their number. */
    long write(OutputStream lines) throws SQLException, IOException {
        long count = 0;
        try (var statement = connection.createStatement();
                var json = JSON.createGenerator(ObjectWriteContext.empty(), lines, JsonEncoding.UTF8)) {
            statement.setFetchSize(PIECE);
            try (var rows = statement.executeQuery("select " + table.columnNames() + " from " + table.name()
                    + " order by " + String.join(", ", table.key()))) {
                while (rows.next()) {
                    json.writeStartObject();
                    for (int at = 0; at < table.columns().size(); at++) {
                        json.writeName(table.columns().get(at).name());
                        write(json, table.columns().get(at), rows, at + 1);
                    }
                    json.writeEndObject();
                    count++;
                }
            }
        }
        if (count > 0) {
            lines.write('\n');
        }
        return count;
    }

    private static void write(JsonGenerator json, Column column, ResultSet row, int at) throws SQLException {
        if (row.getObject(at) == null) {
            json.writeNull();
            return;
        }
        switch (column.kind()) {
            case NUMBER -> json.writeNumber(row.getLong(at));
            case TEXT -> json.writeString(encodable(row.getString(at)));
            case TRUTH -> json.writeBoolean(row.getBoolean(at));
            case DAY -> json.writeString(row.getObject(at, LocalDate.class).toString());
            case MOMENT ->
                json.writeString(
                        row.getObject(at, OffsetDateTime.class).toInstant().toString());
        }
    }

    /** Half a surrogate pair, which no text has but an H2 file would keep, is left as a question mark. */
    private static String encodable(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text)
                ? text
                : new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    /**
     * Adds the rows that the lines tell of, and commits; gives their number.
     *
     * @throws RefusedBackupException if a line is no row of the table
     */
    long read(InputStream lines) throws SQLException {
        var columns = new HashMap<String, Integer>();
        IntStream.range(0, table.columns().size())
                .forEach(at -> columns.put(table.columns().get(at).name(), at));
        var insert = "insert into " + table.name() + " (" + table.columnNames() + ") values ("
                + table.columns().stream().map(column -> "?").collect(Collectors.joining(", ")) + ")";
        long count = 0;
        try (var statement = connection.prepareStatement(insert);
                var json = JSON.createParser(ObjectReadContext.empty(), lines)) {
            while (json.nextToken() != null) {
                readRow(json, columns, statement, count + 1);
                statement.addBatch();
                count++;
                if (count % PIECE == 0) {
                    statement.executeBatch();
                }
            }
            statement.executeBatch();
            connection.commit();
            return count;
        } catch (JacksonException e) {
            throw new RefusedBackupException(e, "line", table.name(), count + 1);
        } catch (SQLException e) {
            if (String.valueOf(e.getSQLState()).matches("2[123].*")) {
                throw new RefusedBackupException(e, "row", table.name(), count);
            }
            throw e;
        }
    }

    private void readRow(JsonParser json, Map<String, Integer> columns, PreparedStatement row, long line)
            throws SQLException {
        require(json.currentToken() == JsonToken.START_OBJECT, line);
        var set = new BitSet();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            int at = columns.getOrDefault(json.currentName(), -1);
            require(at >= 0, line);
            json.nextToken();
            require(set(row, at + 1, table.columns().get(at).kind(), json), line);
            set.set(at);
        }
        require(json.currentToken() == JsonToken.END_OBJECT && set.cardinality() == columns.size(), line);
    }

    private void require(boolean holds, long line) {
        if (!holds) {
            throw new RefusedBackupException("line", table.name(), line);
        }
    }

    /** Sets a value of a row; false where it is of another kind. */
    private static boolean set(PreparedStatement row, int at, StoredTable.Kind kind, JsonParser json)
            throws SQLException {
        var token = json.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            row.setNull(at, type(kind));
            return true;
        }
        switch (kind) {
            case NUMBER -> {
                if (token == JsonToken.VALUE_NUMBER_INT) {
                    row.setLong(at, json.getLongValue());
                    return true;
                }
            }
            case TRUTH -> {
                if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
                    row.setBoolean(at, token == JsonToken.VALUE_TRUE);
                    return true;
                }
            }
            default -> {
                var value = token == JsonToken.VALUE_STRING ? value(kind, json.getString()) : null;
                if (value != null) {
                    row.setObject(at, value);
                    return true;
                }
            }
        }
        return false;
    }

    private static @Nullable Object value(StoredTable.Kind kind, String text) {
        try {
            return switch (kind) {
                case DAY -> LocalDate.parse(text);
                case MOMENT -> Instant.parse(text).atOffset(ZoneOffset.UTC);
                default -> text;
            };
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static int type(StoredTable.Kind kind) {
        return switch (kind) {
            case NUMBER -> Types.BIGINT;
            case TEXT -> Types.VARCHAR;
            case TRUTH -> Types.BOOLEAN;
            case DAY -> Types.DATE;
            case MOMENT -> Types.TIMESTAMP_WITH_TIMEZONE;
        };
    }
}
