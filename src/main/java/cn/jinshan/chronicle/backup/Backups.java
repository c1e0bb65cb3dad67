package cn.jinshan.chronicle.backup;

import cn.jinshan.chronicle.backup.BackupRuns.Run;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/** What staff have to know of the backups: how they stand, and what they hold. */
@Service
public class Backups {

    private static final Duration OLD = Duration.ofDays(2);

    /** Until then after its start an application has made one by itself, if it can. */
    private static final Duration FIRST = Duration.ofHours(2);

    private final BackupRuns runs;
    private final BackupFolders folders;
    private final Clock clock;
    private final Instant started;

    Backups(BackupRuns runs, BackupFolders folders, Clock clock) {
        this.runs = runs;
        this.folders = folders;
        this.clock = clock;
        this.started = clock.instant();
    }

    /** What administrators are warned of. */
    public enum Warning {
        /** No backup is newer than 48 hours; not while an application that has just started has none yet. */
        OLD,
        /** The last one would have taken the last room of the disk. */
        NO_ROOM,
        /** The last one could not be written. */
        NOT_WRITTEN,
        /** There is no second folder. */
        ONE_FOLDER,
        /** The newest is not in the second folder. */
        NOT_COPIED,
        /** The last that was tried could not be restored. */
        NOT_RESTORABLE
    }

    /** What administrators are to be warned of now. */
    public Set<Warning> warnings() {
        var warnings = EnumSet.noneOf(Warning.class);
        var newest = runs.newest();
        var until = newest.map(run -> run.made().plus(OLD)).orElse(started.plus(FIRST));
        if (until.isBefore(clock.instant())) {
            warnings.add(Warning.OLD);
        }
        runs.last().map(Run::failure).ifPresent(failure -> warnings.add(Warning.valueOf(failure.name())));
        if (folders.second().isEmpty()) {
            warnings.add(Warning.ONE_FOLDER);
        } else if (newest.isPresent() && !Boolean.TRUE.equals(newest.get().copied())) {
            warnings.add(Warning.NOT_COPIED);
        }
        if (runs.lastRehearsed()
                .filter(run -> Boolean.FALSE.equals(run.restorable()))
                .isPresent()) {
            warnings.add(Warning.NOT_RESTORABLE);
        }
        return warnings;
    }

    /** The moment that the newest backup holds; empty while none was made. */
    public Optional<Instant> newest() {
        return runs.newest().map(Run::made);
    }

    /** Until when backups may hold what is erased now; empty where there are none. */
    public Optional<LocalDate> holdingUntil() {
        return folders.hold()
                ? Optional.of(LocalDate.now(clock).plusDays(BackupFolder.DAYS_KEPT + 1L))
                : Optional.empty();
    }
}
