package cn.jinshan.chronicle.backup;

import cn.jinshan.chronicle.storage.OfflineDatabase;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Table of the record, as H2 and PostgreSQL both describe it.
 *
 * @param name in small letters, as all names here
 * @param key the columns of its primary key
 * @param references the tables that its rows refer to
 */
record StoredTable(String name, List<Column> columns, List<String> key, Set<String> references) {

    /**
     * Tables that are no part of the record, and never leave the database: who is signed in, secrets, and what an
     * installation notes of itself.
     */
    private static final Set<String> LEFT_OUT = Set.of(
            "flyway_schema_history",
            "spring_session",
            "spring_session_attributes",
            "one_time_link",
            "form_secret",
            "last_change",
            "backup",
            "shedlock");

    /** Column of a table. */
    record Column(String name, Kind kind, boolean isIdentity) {}

    /** Kind of a column's values, by which they are written in JSON. */
    enum Kind {
        NUMBER,
        TEXT,
        TRUTH,
        /** A date without a time (ISO 8601). */
        DAY,
        /** An instant in UTC, to the microsecond (RFC 3339). */
        MOMENT;

        private static Kind of(int type, String name) {
            return switch (type) {
                case Types.SMALLINT, Types.INTEGER, Types.BIGINT -> NUMBER;
                case Types.CHAR, Types.VARCHAR, Types.CLOB -> TEXT;
                case Types.BOOLEAN, Types.BIT -> TRUTH;
                case Types.DATE -> DAY;
                case Types.TIMESTAMP_WITH_TIMEZONE -> MOMENT;
                default -> {
                    if (name.equals("timestamptz")) {
                        yield MOMENT;
                    }
                    throw new IllegalStateException("No form in a backup for columns of the type " + name);
                }
            };
        }
    }

    /** The tables of a database that make up the record, each after those that it refers to. */
    static List<StoredTable> of(Connection connection) throws SQLException {
        var found = new TreeMap<String, StoredTable>();
        var database = connection.getMetaData();
        for (var name : OfflineDatabase.tables(connection)) {
            if (!LEFT_OUT.contains(small(name))) {
                found.put(small(name), table(connection, database, name));
            }
        }
        var ordered = new ArrayList<StoredTable>();
        var placed = new HashSet<String>();
        while (!found.isEmpty()) {
            var next = found.values().stream()
                    .filter(table -> placed.containsAll(table.references()))
                    .toList();
            if (next.isEmpty()) {
                throw new IllegalStateException("Tables refer to each other in a circle: " + found.keySet());
            }
            for (var table : next) {
                found.remove(table.name());
                placed.add(table.name());
                ordered.add(table);
            }
        }
        return ordered;
    }

    private static StoredTable table(Connection connection, DatabaseMetaData database, String name)
            throws SQLException {
        var catalog = connection.getCatalog();
        var schema = connection.getSchema();
        var columns = read(
                database.getColumns(catalog, schema, name, "%"),
                row -> new Column(
                        small(row.getString("COLUMN_NAME")),
                        Kind.of(row.getInt("DATA_TYPE"), small(row.getString("TYPE_NAME"))),
                        row.getString("IS_AUTOINCREMENT").equals("YES")));
        var key = new TreeMap<Integer, String>();
        read(
                database.getPrimaryKeys(catalog, schema, name),
                row -> key.put((int) row.getShort("KEY_SEQ"), small(row.getString("COLUMN_NAME"))));
        var references =
                read(database.getImportedKeys(catalog, schema, name), row -> small(row.getString("PKTABLE_NAME")));
        references.remove(small(name));
        return new StoredTable(small(name), columns, List.copyOf(key.values()), Set.copyOf(references));
    }

    private interface Reading<T> {
        @Nullable
        T of(ResultSet row) throws SQLException;
    }

    private static <T> List<T> read(ResultSet rows, Reading<T> reading) throws SQLException {
        try (rows) {
            var list = new ArrayList<T>();
            while (rows.next()) {
                list.add(reading.of(rows));
            }
            return list;
        }
    }

    private static String small(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** The numbers that the database gives to its rows; empty where it gives none. */
    Optional<Numbers> numbers(Connection connection) {
        return columns.stream()
                .filter(Column::isIdentity)
                .findFirst()
                .map(column -> new Numbers(connection, name, column.name()));
    }

    /** The names of the columns, with commas. */
    String columnNames() {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }
}
