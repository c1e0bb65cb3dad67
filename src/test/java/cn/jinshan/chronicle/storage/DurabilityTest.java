package cn.jinshan.chronicle.storage;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Disk;
import cn.jinshan.chronicle.DiskRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/**
 * Acknowledged changes stay in the H2 file when the process or the machine stops. H2 normally reuses free room after 45
 * seconds; here it does so at once, because mistakes in that never show in a file that only grows.
 */
class DurabilityTest {

    private static final String REUSED_AT_ONCE =
            "spring.datasource.url=jdbc:h2:file:${chronicle.data}/chronicle" + ";RETENTION_TIME=500";

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(3);

    private static final int MOMENTS = 12;

    private static final int KILLS = 2;

    @TempDir
    Path folder;

    @Test
    void whatWasAcknowledgedIsThereAfterAKillAndAfterAPowerCutAtAnyMoment() throws Exception {
        var record = folder.resolve("record");
        Disk.attach(record);
        var acknowledged = new HashMap<Long, Long>();
        try (var saving = Saving.in(Disk.SCHEME + ":" + folder, REUSED_AT_ONCE)) {
            long end = System.nanoTime() + LONG_ENOUGH.toNanos();
            while (System.nanoTime() < end) {
                acknowledged.put(Saving.save(saving), System.nanoTime());
            }
        }
        assertThat(acknowledged).hasSizeGreaterThan(MOMENTS);

        assertThat(lost(record, acknowledged)).isEmpty();
    }

    private List<String> lost(Path record, Map<Long, Long> acknowledged) throws IOException {
        var lost = new ArrayList<String>();
        try (var disk = new DiskRecord(record, folder.resolve("made-again"))) {
            for (long moment : moments(record, acknowledged)) {
                disk.until(moment);
                for (var left : DiskRecord.Left.values()) {
                    var image = folder.resolve("image");
                    disk.copy(left, image);
                    var missing = new HashSet<>(acknowledged.keySet());
                    missing.removeIf(entry -> acknowledged.get(entry) > moment);
                    missing.removeAll(entries(image));
                    if (!missing.isEmpty()) {
                        lost.add("%s of %s at %d".formatted(missing, left, moment));
                    }
                    FileSystemUtils.deleteRecursively(image);
                }
            }
        }
        return lost;
    }

    /** Operations of the disk, from the first acknowledgement on. */
    private static List<Long> moments(Path record, Map<Long, Long> acknowledged) throws IOException {
        long first = acknowledged.values().stream().min(Long::compare).orElseThrow();
        var times =
                DiskRecord.times(record).stream().filter(time -> time > first).toList();
        return new Random(17)
                .ints(MOMENTS, 0, times.size())
                .mapToObj(times::get)
                .sorted()
                .toList();
    }

    @Test
    void whatWasAcknowledgedIsThereAfterTheProcessIsKilledAgainAndAgain() {
        Saving.in(folder.toString()).close();
        var acknowledged = new HashSet<Long>();
        for (int round = 1; round <= KILLS; round++) {
            acknowledged.addAll(savedUntilKilled(100));

            var copy = folder.resolve("copy" + round);
            assertThat(entries(copied(copy))).as("after kill %d", round).containsAll(acknowledged);
        }
    }

    /** Opened apart, as opening and closing it would tidy it up before the next kill. */
    private Path copied(Path copy) {
        try {
            Files.createDirectory(copy);
            return Files.copy(folder.resolve("chronicle.mv.db"), copy.resolve("chronicle.mv.db"))
                    .getParent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Long> savedUntilKilled(int count) {
        var saved = new ArrayList<Long>();
        var said = new ArrayList<String>();
        try {
            var process = OtherProcess.start(Saving.class, folder.toString(), REUSED_AT_ONCE);
            try (var lines = process.inputReader()) {
                for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                    said.add(line);
                    if (line.startsWith("saved ")) {
                        saved.add(Long.parseLong(line.substring("saved ".length())));
                    }
                    // Its handle leaves the rest of what it said to be read
                    if (saved.size() == count) {
                        process.toHandle().destroyForcibly();
                    }
                }
            } finally {
                process.destroyForcibly().waitFor();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        assertThat(saved).as("%s", said).hasSizeGreaterThanOrEqualTo(count);
        return saved;
    }

    private static Set<Long> entries(Path folder) {
        var found = new HashSet<Long>();
        try (var connection = DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("chronicle"), "sa", "");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select entry_id from edition where state = 'PUBLISHED'")) {
            while (rows.next()) {
                found.add(rows.getLong(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }
}
