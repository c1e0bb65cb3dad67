package cn.jinshan.chronicle.backup;

import cn.jinshan.chronicle.storage.OfflineDatabase;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Import of a backup into a new database: into the emptied tables of the schema that it was made of, which is then
 * migrated to the newest.
 */
class RecordImport {

    private final Bag bag;
    private final OfflineDatabase database;
    private final Progress progress;

    /** @param database that is new, and that nobody else has open */
    RecordImport(Bag bag, OfflineDatabase database, Progress progress) {
        this.bag = bag;
        this.database = database;
        this.progress = progress;
    }

    /**
     * Makes the database; its numbers go on above those of the backup.
     *
     * @throws RefusedBackupException if it is of a newer version, or not what its lists say
     */
    void run() throws SQLException, IOException {
        var version = bag.schemaVersion();
        if (!database.knows(version)) {
            throw new RefusedBackupException("newer", version, bag.softwareVersion());
        }
        database.migrate(version);
        // Opened anew, as storage.ReopenedAfterMigration says
        try (var connection = database.connect()) {
            load(connection);
        }
        database.migrate(null);
    }

    private void load(Connection connection) throws SQLException, IOException {
        var tables = StoredTable.of(connection);
        var listed = TableLine.in(bag);
        var names = new HashSet<String>();
        tables.forEach(table -> names.add(table.name()));
        if (!listed.keySet().equals(names)) {
            throw new RefusedBackupException("tables", difference(listed.keySet(), names));
        }
        empty(connection, tables);
        progress.begin(tables.size());
        for (var table : tables) {
            var line = listed.get(table.name());
            try (var lines = bag.part(TableLine.part(table.name()))) {
                long rows = new TableRows(connection, table).read(lines);
                if (line == null || rows != line.rows()) {
                    throw new RefusedBackupException("rows", table.name(), rows);
                }
            }
            var numbers = table.numbers(connection);
            if (numbers.isPresent() && line.next() != null) {
                numbers.get().raise(line.next());
            }
            connection.commit();
            progress.step();
        }
    }

    private static String difference(Set<String> some, Set<String> others) {
        var all = new HashSet<>(some);
        all.addAll(others);
        all.removeIf(name -> some.contains(name) && others.contains(name));
        return String.join(", ", all);
    }

    private static void empty(Connection connection, List<StoredTable> tables) throws SQLException {
        var lastFirst = new ArrayList<>(tables);
        Collections.reverse(lastFirst);
        try (var statement = connection.createStatement()) {
            for (var table : lastFirst) {
                statement.execute("delete from " + table.name());
            }
        }
        connection.commit();
    }
}
