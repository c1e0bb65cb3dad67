package cn.jinshan.chronicle.backup;

import cn.jinshan.chronicle.entries.EntryErased;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Folders of backups: the one in the data folder, and a second one where the operator has named it. */
@Component
@EnableConfigurationProperties(BackupProperties.class)
class BackupFolders {

    private static final Logger LOG = LoggerFactory.getLogger(BackupFolders.class);

    private final BackupFolder first;
    private final Optional<BackupFolder> second;

    @Autowired
    BackupFolders(BackupProperties properties) {
        this(
                new BackupFolder(properties.folder()),
                Optional.ofNullable(properties.backup().copy()).map(BackupFolder::new));
    }

    BackupFolders(BackupFolder first, Optional<BackupFolder> second) {
        this.first = first;
        this.second = second;
    }

    BackupFolder first() {
        return first;
    }

    Optional<BackupFolder> second() {
        return second;
    }

    private List<BackupFolder> all() {
        return Stream.concat(Stream.of(first), second.stream()).toList();
    }

    /** Whether there is any backup. */
    boolean hold() {
        try {
            for (var each : all()) {
                if (!each.kept().isEmpty()) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Copies a backup of the first folder into the second; answers whether that went well, null if there is none. */
    @Nullable
    Boolean copy(String name) {
        if (second.isEmpty()) {
            return null;
        }
        try {
            second.get().keepCopy(first.file(name));
            return true;
        } catch (IOException | SQLException | RefusedBackupException e) {
            LOG.error(
                    "The backup {} could not be copied into {}: {}",
                    name,
                    second.get().path(),
                    e.toString());
            return false;
        }
    }

    /** Deletes what need not be kept, and what an interrupted backup left. */
    void tidy(Instant now) {
        for (var each : all()) {
            try {
                each.tidy(now);
            } catch (IOException e) {
                LOG.error("What need not be kept stays in {}: {}", each.path(), e.toString());
            }
        }
    }

    /** The numbers of the entries that were erased, as any of them knows. */
    SortedSet<Long> erased() throws IOException {
        var erased = new TreeSet<Long>();
        for (var each : all()) {
            erased.addAll(each.erased().numbers());
        }
        return erased;
    }

    /** The number of what was erased stands beside all backups, also those of before. */
    @TransactionalEventListener
    void erased(EntryErased entry) {
        noteErased(Set.of(entry.id()));
    }

    /** Notes numbers of erased entries beside the backups; where that fails, the next backup notes them. */
    synchronized void noteErased(Collection<Long> entries) {
        for (var each : all()) {
            try {
                each.erased().add(entries);
            } catch (IOException e) {
                LOG.error(
                        "{} does not know of all erased entries until the next backup: {}", each.path(), e.toString());
            }
        }
    }
}
