package cn.jinshan.chronicle.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.exc.JacksonIOException;

class BackupFolderTest {

    private static final Instant NOON = Instant.parse("2024-09-03T04:00:00Z");

    @TempDir
    Path data;

    @Test
    void aBackupIsWholeOrNotThereAndItsOwnersAlone() throws Exception {
        var folder = folder();

        folder.keep("good.zip", file -> bag(file));
        assertThatThrownBy(() -> folder.keep("bad.zip", file -> file.write(new byte[100])))
                .isInstanceOf(RefusedBackupException.class);
        assertThatThrownBy(() -> folder.keep("worse.zip", file -> {
                    file.write(new byte[100]);
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(IOException.class);

        assertThat(names(folder)).containsExactly("good.zip");
        assertThat(Files.list(folder.path())).hasSize(1);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.file("good.zip"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.path())))
                .isEqualTo("rwx------");
    }

    @Test
    void theLastRoomOfADiskIsLeftToOthers() {
        var folder = new BackupFolder(data.resolve("backups"), Long.MAX_VALUE);

        assertThatThrownBy(() -> folder.keep("large.zip", file -> bag(file))).isInstanceOf(NoRoomLeftException.class);

        assertThat(folder.path()).isEmptyDirectory();
    }

    /** JSON and transactions wrap it. */
    @Test
    void whatTheDiskRefusesIsSaidAsThatHoweverItIsWrapped() {
        var refused = new NoRoomLeftException("disk");

        for (var wrapped : List.of(new UncheckedIOException(refused), JacksonIOException.construct(refused))) {
            assertThatThrownBy(() -> folder().keep("x.zip", file -> {
                        throw wrapped;
                    }))
                    .isSameAs(refused);
        }
    }

    private static void bag(OutputStream file) throws IOException {
        try (var bag = new BagWriter(file, "chronicle")) {
            bag.finish(Map.of(RecordBackup.MADE, NOON.toString()));
        }
    }

    @Test
    void theLastHoursDaysAndMonthsStay() throws IOException {
        var folder = folder();
        var now = NOON;
        // Every hour of a year and a half
        for (int hour = 0; hour < 24 * 550; hour++) {
            var made = now.minus(hour, ChronoUnit.HOURS);
            if (hour < 24 * 70 || made.toString().contains("-01T0")) {
                touch(folder, RecordBackup.name(made) + ".zip");
            }
        }
        touch(folder, "by-hand.zip");

        folder.tidy(now);

        var names = names(folder);
        assertThat(names.subList(0, 24)).first().isEqualTo("chronicle-20240903-120000.zip");
        assertThat(names.subList(0, 24)).last().isEqualTo("chronicle-20240902-130000.zip");
        // The first of each of thirty days, today and yesterday among them
        assertThat(names.subList(24, 54))
                .startsWith("chronicle-20240902-000000.zip", "chronicle-20240901-000000.zip")
                .endsWith("chronicle-20240805-000000.zip", "chronicle-20240801-000000.zip");
        assertThat(names).contains("chronicle-20231001-080000.zip").endsWith("by-hand.zip");
        assertThat(names).doesNotContain("chronicle-20230901-080000.zip");
        assertThat(names).hasSize(24 + 28 + 12 + 1);
    }

    @Test
    void whatIsAYearOldGoesExceptTheNewest() throws IOException {
        var folder = folder();
        touch(folder, "chronicle-20220801-020000.zip");
        touch(folder, "chronicle-20220701-020000.zip");

        folder.tidy(NOON);

        assertThat(names(folder)).containsExactly("chronicle-20220801-020000.zip");
    }

    @Test
    void threeOfBeforeARestoreStay() throws IOException {
        var folder = folder();
        for (int day = 1; day < 6; day++) {
            touch(folder, "chronicle-2024080" + day + "-020000-before-restore." + (day == 1 ? "mv.db" : "zip"));
        }

        folder.tidy(NOON);

        assertThat(folder.file("chronicle-20240801-020000-before-restore.mv.db"))
                .doesNotExist();
        assertThat(names(folder))
                .containsExactly(
                        "chronicle-20240805-020000-before-restore.zip",
                        "chronicle-20240804-020000-before-restore.zip",
                        "chronicle-20240803-020000-before-restore.zip");
    }

    @Test
    void whatAKilledBackupLeftIsCleaned() throws IOException {
        var folder = folder();
        touch(folder, "chronicle-20240903-120000.zip.part");
        touch(folder, "mine.part");
        touch(folder, "mine.zip.part");

        folder.tidy(NOON);

        assertThat(Files.list(folder.path()).map(Path::getFileName))
                .containsExactlyInAnyOrder(Path.of("mine.part"), Path.of("mine.zip.part"));
    }

    @Test
    void theListOfWhatWasErasedOnlyGrows() throws IOException {
        var list = folder().erased();
        assertThat(list.numbers()).isEmpty();

        list.add(Set.of(29L, 7L));
        list.add(Set.of(8L));

        assertThat(list.numbers()).containsExactly(7L, 8L, 29L);
        assertThat(folder().file("erased-entries.txt")).hasContent("7\n8\n29\n");
    }

    private BackupFolder folder() {
        return new BackupFolder(data.resolve("backups"));
    }

    private static void touch(BackupFolder folder, String name) throws IOException {
        Files.createDirectories(folder.path());
        Files.writeString(folder.file(name), "");
    }

    private static List<String> names(BackupFolder folder) throws IOException {
        return folder.kept().stream().map(BackupFolder.Kept::name).toList();
    }
}
