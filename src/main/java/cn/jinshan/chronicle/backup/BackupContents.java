package cn.jinshan.chronicle.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/**
 * What a backup says of itself, after all of it was read and compared with its sums.
 *
 * @param made the moment that it holds
 * @param schemaVersion that its tables have
 * @param softwareVersion of the application that made it
 * @param tables that it lists, by their names
 */
record BackupContents(Instant made, String schemaVersion, String softwareVersion, Map<String, TableLine> tables) {

    /** @throws RefusedBackupException if the file is no backup, or not whole */
    static BackupContents of(Path file) {
        try (var bag = Bag.open(file)) {
            bag.verify();
            return new BackupContents(bag.made(), bag.schemaVersion(), bag.softwareVersion(), TableLine.in(bag));
        } catch (IOException e) {
            throw new RefusedBackupException(e, "broken");
        }
    }

    /** How many rows of a table it has. */
    public long rows(String table) {
        var line = tables.get(table);
        return line == null ? 0 : line.rows();
    }
}
