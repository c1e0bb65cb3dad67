package cn.jinshan.chronicle.backup;

import cn.jinshan.chronicle.backup.BackupRuns.Failure;
import cn.jinshan.chronicle.backup.BackupRuns.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import net.javacrumbs.shedlock.core.DefaultLockingTaskExecutor;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockingTaskExecutor;
import net.javacrumbs.shedlock.provider.jdbctemplate.JdbcTemplateLockProvider;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Job that makes backups, in a thread of its own: every hour in which something changed, every night, and whenever an
 * administrator asks for one. Of several instances one does it.
 */
@Component
class BackupJob implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(BackupJob.class);

    private static final LocalTime NIGHT = LocalTime.of(2, 0);

    /** Who is killed while making one leaves it to others after that. */
    private static final Duration LOCKED = Duration.ofHours(2);

    private static final Duration LAST_MOMENT = Duration.ofSeconds(10);

    private final BackupMaker maker;
    private final BackupRuns runs;
    private final BackupFolders folders;
    private final Rehearsal rehearsal;
    private final boolean byItself;
    private final LockingTaskExecutor oneInstance;
    private final Clock clock;

    private final ExecutorService working = Executors.newSingleThreadExecutor(work -> {
        var thread = new Thread(work, "backup");
        thread.setDaemon(true);
        return thread;
    });

    private final AtomicReference<@Nullable Progress> running = new AtomicReference<>();

    BackupJob(
            BackupMaker maker,
            BackupRuns runs,
            BackupFolders folders,
            Rehearsal rehearsal,
            BackupProperties properties,
            JdbcTemplate database,
            Clock clock) {
        this.maker = maker;
        this.runs = runs;
        this.folders = folders;
        this.rehearsal = rehearsal;
        this.byItself = properties.backup().byItself();
        this.oneInstance = new DefaultLockingTaskExecutor(
                new JdbcTemplateLockProvider(JdbcTemplateLockProvider.Configuration.builder()
                        .withJdbcTemplate(database)
                        .usingDbTime()
                        .build()));
        this.clock = clock;
    }

    /** How far the backup is that this instance is making; empty if it is making none. */
    Optional<Progress> running() {
        return Optional.ofNullable(running.get());
    }

    /** Begins a backup, and does not wait for it; nothing if one is being made. */
    void begin() {
        begin(progress -> make(false, progress));
    }

    @Scheduled(cron = "0 10 * * * *", zone = "Asia/Shanghai")
    void everyHour() {
        if (byItself) {
            beginByItself();
        }
    }

    /** Begins a backup where something changed, and in any case once a night; the newest of a night is tried. */
    void beginByItself() {
        begin(progress -> {
            make(!isOfAnotherNight(runs.newest().map(Run::made)), progress);
            if (isOfAnotherNight(runs.lastRehearsed().map(Run::rehearsed))) {
                rehearsal.run(progress);
            }
        });
    }

    private void begin(Consumer<Progress> work) {
        var progress = new Progress();
        if (running.compareAndSet(null, progress)) {
            working.execute(() -> {
                try {
                    oneInstance.executeWithLock(
                            (Runnable) () -> work.accept(progress),
                            new LockConfiguration(clock.instant(), "backup", LOCKED, Duration.ZERO));
                } catch (DataAccessException | TransactionException e) {
                    LOG.error("No backup is made while the database is away: {}", e.getMessage());
                } finally {
                    running.set(null);
                }
            });
        }
    }

    private boolean isOfAnotherNight(Optional<Instant> last) {
        var now = ZonedDateTime.now(clock);
        var night = now.with(NIGHT);
        var lastNight = night.isAfter(now) ? night.minusDays(1) : night;
        return last.orElse(Instant.EPOCH).isBefore(lastNight.toInstant());
    }

    /** @param onlyChanged whether one is not kept that is the same as the newest */
    private void make(boolean onlyChanged, Progress progress) {
        var made = clock.instant();
        var name = RecordBackup.name(made) + ".zip";
        var file = folders.first().file(name);
        if (Files.exists(file)) {
            // Of this very second
            return;
        }
        try {
            folders.noteErased(maker.erased());
            var before = runs.newest().map(Run::sums);
            var sums = folders.first().keep(name, written -> maker.write(written, made, progress));
            if (onlyChanged && before.equals(Optional.of(sums))) {
                Files.delete(file);
            } else {
                runs.add(new Run(made, name, Files.size(file), sums, folders.copy(name), null, null, null));
            }
        } catch (DataAccessException | TransactionException e) {
            throw e;
        } catch (NoRoomLeftException e) {
            LOG.error("No backup was made: {}. Make room, or give chronicle.data a larger disk", e.getMessage());
            runs.add(Run.failed(made, name, Failure.NO_ROOM));
        } catch (IOException | SQLException | RuntimeException e) {
            LOG.error("No backup was made in {}", folders.first().path(), e);
            runs.add(Run.failed(made, name, Failure.NOT_WRITTEN));
        } finally {
            folders.tidy(made);
        }
    }

    /** What is being written gets a moment; it is not interrupted, as that would close an H2 file under everybody. */
    @Override
    public void destroy() throws InterruptedException {
        working.shutdown();
        if (!working.awaitTermination(LAST_MOMENT.toSeconds(), TimeUnit.SECONDS)) {
            LOG.warn("A backup was not ended before the stop; what it wrote is deleted by the next one");
        }
    }
}
