package cn.jinshan.chronicle.storage;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Disk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged on the H2 file is there, whatever becomes of the process or the machine. */
class DurabilityTest {

    /** {@code -Dkills=20} tries harder. */
    private static final int KILLS = Integer.getInteger("kills", 10);

    @TempDir
    Path folder;

    /** Two processes at a time, each on its own file, as most of the time is spent starting them. */
    @Test
    void anAcknowledgedEntryIsFoundAfterTheProcessIsKilled() {
        var files = Stream.of("one", "other").map(folder::resolve).toList();
        files.forEach(file -> Saving.in(file.toString()).close());

        assertThat(files.parallelStream()
                        .mapToInt(file -> killAgainAndAgain(
                                file, new Random(file.getFileName().hashCode())))
                        .sum())
                .isGreaterThan(KILLS);
    }

    /** How many entries were acknowledged; each of them was found. */
    private static int killAgainAndAgain(Path folder, Random random) {
        var acknowledged = new HashSet<Long>();
        for (int round = 1; round <= KILLS / 2; round++) {
            acknowledged.addAll(savedUntilKilled(folder, 1 + random.nextInt(40)));

            assertThat(entries(folder)).as("after kill %d", round).containsAll(acknowledged);
        }
        return acknowledged.size();
    }

    @Test
    void anAcknowledgedEntryIsFoundAfterThePowerIsCut() throws Exception {
        Disk.attach();
        try (var record = Saving.in(Disk.SCHEME + ":" + folder)) {
            for (int round = 1; round <= KILLS; round++) {
                long saved = Saving.save(record);

                var after = Files.createDirectory(folder.resolve("after" + round));
                Disk.afterPowerCut(folder.resolve("chronicle.mv.db"), after.resolve("chronicle.mv.db"));
                assertThat(entries(after)).as("after cut %d", round).contains(saved);
            }
        }
    }

    private static List<Long> savedUntilKilled(Path folder, int count) {
        var saved = new ArrayList<Long>();
        var said = new ArrayList<String>();
        try {
            var process = OtherProcess.start(Saving.class, folder.toString());
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
