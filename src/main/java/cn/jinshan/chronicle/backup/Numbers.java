package cn.jinshan.chronicle.backup;

import cn.jinshan.chronicle.storage.OfflineDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/** Numbers that a database gives to new rows of a table: none is given twice, also not after a restore. */
class Numbers {

    private final Connection connection;
    private final String table;
    private final String column;

    /** @param column whose numbers the database gives */
    Numbers(Connection connection, String table, String column) {
        this.connection = connection;
        this.table = table;
        this.column = column;
    }

    /** The number that the next row would be given; above all that are there, and all that were given. */
    long next() throws SQLException {
        try (var statement = connection.createStatement()) {
            var given = OfflineDatabase.isH2(connection)
                    ? "select identity_base from information_schema.columns where table_schema = current_schema"
                            + " and lower(table_name) = '" + table + "' and lower(column_name) = '" + column + "'"
                    // Where it was told to begin and has given none yet, that is the next
                    : "select last_value + case when is_called then 1 else 0 end from " + sequence(statement);
            return number(
                    statement,
                    "select greatest((" + given + "), (select coalesce(max(" + column + "), 0) + 1 from " + table
                            + "))");
        }
    }

    private String sequence(Statement statement) throws SQLException {
        try (var row = statement.executeQuery(
                "select pg_get_serial_sequence(quote_ident(current_schema()) || '." + table + "', '" + column + "')")) {
            row.next();
            return row.getString(1);
        }
    }

    private static long number(Statement statement, String query) throws SQLException {
        try (var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Goes on with a number, or a higher one that is the next; answers with which. */
    long raise(long least) throws SQLException {
        long next = Math.max(least, next());
        try (var statement = connection.createStatement()) {
            statement.execute(
                    String.format(Locale.ROOT, "alter table %s alter column %s restart with %d", table, column, next));
        }
        return next;
    }
}
