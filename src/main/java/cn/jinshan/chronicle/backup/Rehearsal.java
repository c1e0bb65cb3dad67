package cn.jinshan.chronicle.backup;

import cn.jinshan.chronicle.backup.BackupRuns.Run;
import cn.jinshan.chronicle.storage.OfflineDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.flyway.autoconfigure.FlywayProperties;
import org.springframework.stereotype.Component;

/**
 * Rehearsal of a restore: the newest backup is restored into an H2 file of its own beside the backups, to know that it
 * can be, and that file is deleted.
 */
@Component
class Rehearsal {

    private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);

    /** Of what a backup holds unpacked, so many times as much may be its database. */
    private static final int LARGER = 3;

    /** So much room a database has at least, in bytes. */
    private static final long LEAST = 32L * 1024 * 1024;

    private final BackupRuns runs;
    private final BackupFolders folders;
    private final FlywayProperties flyway;
    private final Clock clock;

    Rehearsal(BackupRuns runs, BackupFolders folders, FlywayProperties flyway, Clock clock) {
        this.runs = runs;
        this.folders = folders;
        this.flyway = flyway;
        this.clock = clock;
    }

    /** Tries the newest backup, unless another instance has it, or there is no room for that. */
    void run(Progress progress) {
        var folder = folders.first();
        var name = runs.newest().map(Run::name).orElse("");
        var file = folder.file(name);
        if (!Files.isRegularFile(file)) {
            return;
        }
        boolean restorable = false;
        try (var bag = Bag.open(file)) {
            if (!folder.hasRoomFor(LEAST + LARGER * bag.bytes())) {
                LOG.warn("The backup {} is not restored to try it: there is no room for that", name);
                return;
            }
            bag.verify();
            restore(bag, OfflineDatabase.in(folder.file("rehearsal"), flyway), progress);
            restorable = true;
        } catch (IOException | SQLException | RuntimeException e) {
            LOG.error("The backup {} could not be restored to try it", name, e);
        }
        runs.rehearsed(name, clock.instant(), restorable);
    }

    private static void restore(Bag bag, OfflineDatabase database, Progress progress) throws SQLException, IOException {
        // What an interrupted one left
        database.discard();
        try {
            new RecordImport(bag, database, progress).run();
        } finally {
            database.discard();
        }
    }
}
