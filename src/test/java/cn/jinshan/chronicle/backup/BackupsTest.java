package cn.jinshan.chronicle.backup;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Reader;
import cn.jinshan.chronicle.WholeApplication;
import cn.jinshan.chronicle.backup.BackupRuns.Failure;
import cn.jinshan.chronicle.backup.Backups.Warning;
import cn.jinshan.chronicle.entries.EntryErased;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

/** Backups are made by themselves: every hour in which something changed, and every night. */
@WholeApplication
class BackupsTest {

    @TempDir
    static Path folder;

    @Autowired
    Backups backups;

    @Autowired
    BackupJob job;

    @Autowired
    BackupMaker maker;

    @Autowired
    Rehearsal rehearsal;

    @Autowired
    BackupProperties properties;

    @Autowired
    Clock clock;

    @Autowired
    BackupRuns runs;

    @Autowired
    Reader reader;

    @Autowired
    JdbcTemplate database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher events;

    @DynamicPropertySource
    static void folders(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", () -> "jdbc:h2:mem:backups");
        properties.add("chronicle.data", () -> folder.resolve("data"));
        properties.add("chronicle.backup.copy", () -> folder.resolve("disk/second"));
    }

    @BeforeEach
    @AfterEach
    void noneYet() throws IOException {
        change("delete from backup");
        FileSystemUtils.deleteRecursively(folder.resolve("data/backups"));
        FileSystemUtils.deleteRecursively(folder.resolve("disk"));
    }

    @Test
    void whatIsBackedUpIsInBothFoldersAndHasTheDocumentsByteForByte() throws IOException {
        byItself();

        assertThat(names("data/backups")).hasSize(1).isEqualTo(names("disk/second"));
        var name = names("data/backups").get(0);
        assertThat(folder.resolve("data/backups").resolve(name))
                .hasSameBinaryContentAs(folder.resolve("disk/second").resolve(name));
        try (var bag = Bag.open(folder.resolve("disk/second").resolve(name))) {
            bag.verify();
            assertThat(new String(bag.part("chronicles/2023.json").readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(reader.get("/2023.json").body());
            assertThat(TableLine.in(bag)).doesNotContainKeys("spring_session", "one_time_link", "form_secret");
        }
        assertThat(runs.newest()).hasValueSatisfying(run -> {
            assertThat(run.name()).isEqualTo(name);
            assertThat(run.copied()).isTrue();
            assertThat(run.restorable()).as("tried at night").isTrue();
        });
        assertThat(backups.warnings()).isEmpty();
        assertThat(Files.list(folder.resolve("data/backups"))).hasSize(1);
    }

    @Test
    void inAnHourWithoutAChangeThereIsNoneAndEachNightThereIsOne() throws IOException {
        byItself();
        byItself();
        assertThat(known()).isEqualTo(1);

        change("update settings set contact = contact || '。'");
        nextSecond();
        byItself();
        assertThat(known()).isEqualTo(2);
        assertThat(runs.newest().orElseThrow().restorable())
                .as("not of a night")
                .isNull();

        change("update backup set made = dateadd('day', -1, made), rehearsed = dateadd('day', -1, rehearsed)");
        nextSecond();
        byItself();
        assertThat(known()).isEqualTo(3);
        assertThat(runs.newest().orElseThrow().restorable()).isTrue();
    }

    /** ShedLock's row says that another instance is at it. */
    @Test
    void ofSeveralInstancesOneMakesThem() throws IOException {
        byItself();
        change("update backup set made = dateadd('day', -1, made)");
        change("update shedlock set lock_until = dateadd('hour', 1, localtimestamp), locked_by = 'another'");

        byItself();
        assertThat(known()).isEqualTo(1);

        change("update shedlock set lock_until = dateadd('hour', -1, localtimestamp)");
        nextSecond();
        byItself();
        assertThat(known()).isEqualTo(2);
    }

    @Test
    void whatCannotBeWrittenIsSaid() throws IOException {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data/backups"), "a file where the folder should be");

        byItself();

        assertThat(runs.last().orElseThrow().failure()).isEqualTo(Failure.NOT_WRITTEN);
        assertThat(backups.warnings()).contains(Warning.NOT_WRITTEN);
        Files.delete(folder.resolve("data/backups"));
        nextSecond();
        byItself();
        assertThat(backups.warnings()).isEmpty();
    }

    @Test
    void aSecondDiskThatIsAwayIsSaidAndTheFirstHasItAll() throws IOException {
        Files.writeString(folder.resolve("disk"), "nothing is mounted here");

        byItself();

        assertThat(names("data/backups")).hasSize(1);
        assertThat(backups.warnings()).containsExactly(Warning.NOT_COPIED);
    }

    @Test
    void whatCouldNotBeRestoredIsSaid() throws IOException {
        byItself();
        runs.rehearsed(
                runs.newest().orElseThrow().name(), runs.newest().orElseThrow().made(), false);

        assertThat(backups.warnings()).containsExactly(Warning.NOT_RESTORABLE);
    }

    @Test
    void whatIsTwoDaysOldIsSaid() throws IOException {
        byItself();
        change("update backup set made = dateadd('hour', -49, made)");

        assertThat(backups.warnings()).containsExactly(Warning.OLD);
    }

    @Test
    void theNumberOfWhatWasErasedStandsBesideThem() throws IOException {
        transaction.executeWithoutResult(status -> events.publishEvent(new EntryErased(29)));
        assertThat(folder.resolve("data/backups/erased-entries.txt")).hasContent("29\n");
        assertThat(folder.resolve("disk/second/erased-entries.txt")).hasContent("29\n");

        // A kill took the moment after the commit
        change("update entry set erased = now() where id = 28");
        byItself();
        change("update entry set erased = null where id = 28");
        assertThat(folder.resolve("disk/second/erased-entries.txt")).hasContent("28\n29\n");
        transaction.executeWithoutResult(status -> {
            events.publishEvent(new EntryErased(27));
            status.setRollbackOnly();
        });
        assertThat(folder.resolve("data/backups/erased-entries.txt")).hasContent("28\n29\n");
    }

    @Test
    void anErasureLeavesABackupAloneThatIsBeingMade() throws IOException {
        var unfinished = folder.resolve("data/backups/chronicle-20240903-120000.zip.part");
        Files.createDirectories(unfinished.getParent());
        Files.writeString(unfinished, "half");

        transaction.executeWithoutResult(status -> events.publishEvent(new EntryErased(29)));

        assertThat(unfinished).exists();
    }

    @Test
    void aFullDiskIsSaidAndWhatWasKeptStays() throws Exception {
        byItself();
        var before = names("data/backups");
        nextSecond();
        var full = new BackupFolder(folder.resolve("data/backups"), Long.MAX_VALUE);
        var job = new BackupJob(
                maker, runs, new BackupFolders(full, Optional.empty()), rehearsal, properties, database, clock);
        job.begin();
        await(job);
        job.destroy();

        assertThat(runs.last().orElseThrow().failure()).isEqualTo(Failure.NO_ROOM);
        assertThat(backups.warnings()).contains(Warning.NO_ROOM);
        assertThat(names("data/backups")).isEqualTo(before);
        change("insert into journal (happened, verb, thing) values (now(), 'x', 'others go on')");
        change("delete from journal where verb = 'x'");
    }

    private void byItself() {
        job.beginByItself();
        await(job);
    }

    private static void await(BackupJob job) {
        while (job.running().isPresent()) {
            Thread.onSpinWait();
        }
    }

    /** A backup has the second in its name. */
    private static void nextSecond() {
        long end = System.nanoTime() + Duration.ofMillis(1100).toNanos();
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private Integer known() {
        return database.queryForObject("select count(*) from backup", Integer.class);
    }

    private void change(String statement) {
        transaction.executeWithoutResult(status -> database.update(statement));
    }

    private static List<String> names(String name) throws IOException {
        return new BackupFolder(folder.resolve(name))
                .kept().stream().map(BackupFolder.Kept::name).toList();
    }
}
