package cn.jinshan.chronicle.backup;

import cn.jinshan.chronicle.storage.OfflineDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Export of all tables of the record into a bag, of one moment: as one transaction sees them, while others go on
 * writing.
 */
class RecordExport {

    /** The isolation with which both databases show all tables as they were at one moment. */
    static final int ISOLATION = Connection.TRANSACTION_SERIALIZABLE;

    private final Connection connection;
    private final boolean isH2;

    /** @param connection in a transaction of that isolation that has read nothing yet */
    RecordExport(Connection connection) throws SQLException {
        this.connection = connection;
        this.isH2 = OfflineDatabase.isH2(connection);
    }

    /** Writes each table, and the list of them. */
    void write(BagWriter bag, Progress progress) throws SQLException, IOException {
        var tables = StoredTable.of(connection);
        progress.begin(tables.size());
        var lines = new ArrayList<TableLine>();
        // H2 would else hold all rows of a table
        flow(true);
        try {
            for (var table : tables) {
                try (var part = bag.part(TableLine.part(table.name()))) {
                    long rows = new TableRows(connection, table).write(part);
                    lines.add(new TableLine(table.name(), rows, next(table)));
                }
                progress.step();
            }
        } finally {
            flow(false);
        }
        try (var part = bag.part(TableLine.LIST)) {
            part.write(TableLine.list(lines).getBytes(StandardCharsets.UTF_8));
        }
    }

    private void flow(boolean lazily) throws SQLException {
        if (isH2) {
            try (var statement = connection.createStatement()) {
                statement.execute("set lazy_query_execution " + (lazily ? 1 : 0));
            }
        }
    }

    private @Nullable Long next(StoredTable table) throws SQLException {
        var numbers = table.numbers(connection);
        return numbers.isPresent() ? numbers.get().next() : null;
    }
}
