package cn.jinshan.chronicle.site;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Disk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged on the H2 file is there, whatever becomes of the process or the machine. */
class DurabilityTest {

    private static final int KILLS = 20;

    @TempDir
    Path folder;

    @Test
    void anAcknowledgedEntryIsFoundAfterTheProcessIsKilled() throws Exception {
        Saving.in(folder.toString()).close();
        var random = new Random(29);
        var acknowledged = new HashSet<Long>();
        for (int round = 1; round <= KILLS; round++) {
            var saved = savedUntilKilled(1 + random.nextInt(40));
            acknowledged.addAll(saved);

            assertThat(entries(folder)).as("after kill %d", round).containsAll(acknowledged);
        }
        assertThat(acknowledged).hasSizeGreaterThan(KILLS);
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

    private List<Long> savedUntilKilled(int count) throws IOException, InterruptedException {
        var child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Saving.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        var saved = new ArrayList<Long>();
        var said = new ArrayList<String>();
        try (var lines = child.inputReader()) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(line);
                if (line.startsWith("saved ")) {
                    saved.add(Long.parseLong(line.substring("saved ".length())));
                    if (saved.size() == count) {
                        child.toHandle().destroyForcibly();
                    }
                }
            }
        } finally {
            child.destroyForcibly().waitFor();
        }
        assertThat(saved).as("%s", said).hasSizeGreaterThanOrEqualTo(count);
        return saved;
    }

    private static Set<Long> entries(Path folder) throws SQLException {
        var found = new HashSet<Long>();
        try (var connection = DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("chronicle"), "sa", "");
                var rows = connection
                        .createStatement()
                        .executeQuery("select entry_id from edition where state = 'PUBLISHED'")) {
            while (rows.next()) {
                found.add(rows.getLong(1));
            }
        }
        return found;
    }
}
