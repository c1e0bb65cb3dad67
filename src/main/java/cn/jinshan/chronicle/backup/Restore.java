package cn.jinshan.chronicle.backup;

import cn.jinshan.chronicle.entries.Erasure;
import cn.jinshan.chronicle.start.OwnersAlone;
import cn.jinshan.chronicle.start.RefusedStartException;
import cn.jinshan.chronicle.storage.OfflineDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Restore of a backup in place of the present database: a new one is built beside it, and takes its place in one step.
 * What was erased stays erased, no number is given twice, nobody stays signed in, and the present state is kept first.
 */
class Restore {

    /** H2: a file that cannot be read, by {@code org.h2.api.ErrorCode}. */
    private static final Set<Integer> DAMAGED = Set.of(50000, 90028, 90030, 90048, 90097);

    private final OfflineDatabase present;
    private final BackupFolders folders;
    private final String softwareVersion;
    private final Instant now;

    Restore(OfflineDatabase present, BackupFolders folders, String softwareVersion, Instant now) {
        this.present = present;
        this.folders = folders;
        this.softwareVersion = softwareVersion;
        this.now = now;
    }

    /**
     * What a restore did.
     *
     * @param made the moment that was restored
     * @param later how many lines of the activity log were later than that, and are not in it
     * @param before the file that keeps the state before; null if there was none
     * @param erased how many entries were erased again
     */
    record Done(Instant made, long later, @Nullable Path before, int erased) {}

    /** What the present database knows that a backup may not. */
    private record Known(SortedSet<Long> erased, Map<String, Long> next, Optional<String> formSecret) {}

    /**
     * Restores a file.
     *
     * @throws RefusedBackupException if it is no backup that can be restored here; nothing was changed then
     */
    Done run(Path file) throws SQLException, IOException {
        try (var bag = Bag.open(file)) {
            bag.verify();
            if (present.isMissing()) {
                return run(file, bag, null);
            }
            try (var connection = hold()) {
                return run(file, bag, connection);
            }
        }
    }

    /** Opens the present database, so that nobody else does meanwhile; null if it cannot be read. */
    private @Nullable Connection hold() throws SQLException {
        try {
            var connection = present.connect();
            if (!isAlone(connection)) {
                connection.close();
                throw new RefusedStartException(
                        "Others are connected to the database: the chronicle may be running.",
                        "Stop all its instances first.");
            }
            return connection;
        } catch (SQLException e) {
            if (DAMAGED.contains(e.getErrorCode())) {
                return null;
            }
            throw e;
        }
    }

    /** PostgreSQL lists whoever has just gone for a moment. */
    private static boolean isAlone(Connection connection) throws SQLException {
        for (int asked = 0; asked < 20; asked++) {
            if (OfflineDatabase.others(connection) == 0) {
                return true;
            }
            // Within a transaction the list stays as it was
            connection.rollback();
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        return false;
    }

    private Done run(Path file, Bag bag, @Nullable Connection held) throws SQLException, IOException {
        var beside = present.beside();
        try {
            new RecordImport(bag, beside, new Progress()).run();
            long later = held == null ? 0 : later(held, bag.made());
            var before = keep(held);
            int erased = finish(beside, known(file, held), file);
            if (erased > 0) {
                // The file would still hold the words
                beside.compact();
            }
            if (held != null) {
                // What it has read would be locked
                held.rollback();
            }
            beside.replace(present);
            return new Done(bag.made(), later, before, erased);
        } catch (SQLException | IOException | RuntimeException e) {
            beside.discard();
            throw e;
        }
    }

    /** How many lines the activity log has that are later than a backup. */
    static long later(Connection connection, Instant made) throws SQLException {
        if (!hasRecord(connection)) {
            return 0;
        }
        try (var statement = connection.prepareStatement("select count(*) from journal where happened > ?")) {
            statement.setObject(1, made.atOffset(ZoneOffset.UTC));
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static boolean hasRecord(Connection connection) throws SQLException {
        return OfflineDatabase.tables(connection).stream().anyMatch("journal"::equalsIgnoreCase);
    }

    /** Keeps the present state: as a backup, or the file as it is where that cannot be read. */
    private @Nullable Path keep(@Nullable Connection held) throws SQLException, IOException {
        var folder = folders.first();
        var name = RecordBackup.name(now) + BackupFolder.BEFORE_RESTORE;
        if (held == null) {
            var file = present.file();
            if (file.isEmpty() || present.isMissing() || Files.size(file.get()) == 0) {
                return null;
            }
            OwnersAlone.createFolder(folder.path());
            var copy = folder.file(name + ".mv.db");
            OwnersAlone.createFile(copy);
            Files.copy(file.get(), copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            return copy;
        }
        if (!hasRecord(held)) {
            return null;
        }
        var version = present.version().orElse("0");
        folder.keep(
                name + ".zip",
                out -> new RecordBackup(held, version, softwareVersion).write(out, now, bag -> {}, new Progress()));
        return folder.file(name + ".zip");
    }

    /** All that is known of erased entries and of numbers that were given: here, and beside the file. */
    private Known known(Path file, @Nullable Connection held) throws SQLException, IOException {
        var erased = folders.erased();
        erased.addAll(BackupFolder.around(file).erased().numbers());
        var next = new HashMap<String, Long>();
        Optional<String> secret = Optional.empty();
        if (held != null && hasRecord(held)) {
            var database = on(held);
            erased.addAll(database.queryForList("select id from entry where erased is not null", Long.class));
            for (var table : StoredTable.of(held)) {
                var numbers = table.numbers(held);
                if (numbers.isPresent()) {
                    next.put(table.name(), numbers.get().next());
                }
            }
            if (OfflineDatabase.tables(held).stream().anyMatch("form_secret"::equalsIgnoreCase)) {
                secret = database.queryForList("select secret from form_secret", String.class).stream()
                        .findFirst();
            }
        }
        next.merge("entry", present.acknowledged().entry() + 1, Math::max);
        if (!erased.isEmpty()) {
            next.merge("entry", erased.last() + 1, Math::max);
        }
        return new Known(erased, next, secret);
    }

    /** Gives the restored record what it cannot know; answers how many entries were erased again. */
    private int finish(OfflineDatabase restored, Known known, Path file) throws SQLException, IOException {
        try (var connection = restored.connect()) {
            var database = on(connection);
            int erased = 0;
            var moment = Timestamp.from(now);
            for (long entry : known.erased) {
                var there =
                        database.queryForList("select erased is null from entry where id = ?", Boolean.class, entry);
                if (there.isEmpty()) {
                    database.update("insert into entry (id, erased) values (?, ?)", entry, moment);
                } else if (there.get(0)) {
                    new Erasure(database).erase(entry, now);
                    erased++;
                }
            }
            long nextEntry = 1;
            for (var table : StoredTable.of(connection)) {
                var numbers = table.numbers(connection);
                if (numbers.isPresent()) {
                    long next = numbers.get().raise(known.next.getOrDefault(table.name(), 1L));
                    nextEntry = table.name().equals("entry") ? next : nextEntry;
                }
            }
            known.formSecret.ifPresent(
                    secret -> database.update("insert into form_secret (id, secret) values (1, ?)", secret));
            // What was derived from another record does not fit this one
            database.update("update change_log set log = ?", UUID.randomUUID().toString());
            database.update(
                    "insert into journal (happened, verb, area, thing, note) values (?, ?, 'backup', 'database', ?)",
                    moment,
                    "backup.restored",
                    file.getFileName().toString());
            database.update(
                    "update last_change set number = ?, entry = ?, made = ?",
                    present.acknowledged().number() + 1,
                    nextEntry - 1,
                    moment);
            connection.commit();
            return erased;
        }
    }

    private static JdbcTemplate on(Connection connection) {
        return new JdbcTemplate(new SingleConnectionDataSource(connection, true));
    }
}
