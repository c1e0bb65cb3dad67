package cn.jinshan.chronicle.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import cn.jinshan.chronicle.ChronicleApplication;
import cn.jinshan.chronicle.start.GivenCommand;
import cn.jinshan.chronicle.start.RefusedStartException;
import cn.jinshan.chronicle.storage.OfflineDatabase;
import cn.jinshan.chronicle.storage.OtherProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.flyway.autoconfigure.FlywayProperties;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Backup and restore from the command line, while the application is stopped. */
@ExtendWith(OutputCaptureExtension.class)
class BackupCommandTest {

    @TempDir
    Path folder;

    private Path data;
    private Path file;

    @BeforeEach
    void used() throws Exception {
        data = folder.resolve("data");
        file = folder.resolve("usb/chronicle.zip");
        Files.createDirectories(data);
        var flyway = new FlywayProperties();
        flyway.setLocations(List.of("classpath:db/migration", "classpath:db/seed"));
        OfflineDatabase.in(data.resolve("chronicle"), flyway).migrate(null);
        write("update chronicle set title = '备份里的题目'");
    }

    @Test
    void oneSentenceSaysWhatBecameOfIt(CapturedOutput output) throws Exception {
        command("--backup=" + file);
        assertThat(output)
                .containsPattern(
                        "The record of [-0-9]{10} [:0-9]{8} is in " + file + ", which was read back: \\d+ bytes\\.");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var bag = Bag.open(file)) {
            assertThat(bag.part("chronicles/2023.json")).isNotEmpty();
        }

        write("update chronicle set title = '后来的题目'");
        command("--restore=" + file);
        assertThat(title()).isEqualTo("备份里的题目");
        assertThat(output)
                .containsPattern("was restored from " + file + "; what was there before is kept in " + data
                        + "/backups/chronicle-\\d{8}-\\d{6}-before-restore\\.zip, and 0 of its lines in the activity log are"
                        + " later; everybody is signed out\\.");

        Files.delete(data.resolve("chronicle.mv.db"));
        command("--restore=" + file);
        assertThat(output).contains("there was none before.");
        assertThat(title()).isEqualTo("备份里的题目");

        var broken = folder.resolve("broken.zip");
        Files.writeString(broken, "PK");
        refuse("--restore=" + broken);
        refuse("--restore=" + folder.resolve("none.zip"));
        refuse("--backup=" + folder);
        refuse("--backup=/");
        assertThat(output.getErr() + output.getOut()).contains("Nothing was done. ");
        assertThat(title()).isEqualTo("备份里的题目");
    }

    /** One round of what the drill does ten times. */
    @Test
    void whatIsKilledLeavesTheOldStateOrTheNewOne() throws Exception {
        command("--backup=" + file);
        write("update chronicle set title = '后来的题目'");
        killOnce(data.resolve("chronicle.restoring.mv.db"), "--restore=" + file);
        assertThat(title()).isIn("备份里的题目", "后来的题目");

        write("update chronicle set title = '又是后来'");
        killOnce(file.resolveSibling("chronicle.zip.part"), "--backup=" + file);
        command("--restore=" + file);
        assertThat(title()).isIn("备份里的题目", "又是后来");
        assertThat(Files.list(data).map(Path::getFileName).map(Path::toString))
                .containsOnly("chronicle.mv.db", "chronicle.last-change", "backups");
    }

    private void command(String command) {
        var arguments = arguments(command);
        var application = new SpringApplication(ChronicleApplication.class);
        GivenCommand.prepare(application, arguments);
        application.run(arguments).close();
    }

    private String[] arguments(String command) {
        return new String[] {
            command, "--chronicle.data=" + data, "--spring.datasource.url=jdbc:h2:file:${chronicle.data}/chronicle"
        };
    }

    private void refuse(String command) {
        assertThat(catchThrowable(() -> command(command))).isInstanceOf(RefusedStartException.class);
    }

    /** At any moment after a file is there. */
    private void killOnce(Path isThere, String command) throws IOException, InterruptedException {
        var process = OtherProcess.start(ChronicleApplication.class, arguments(command));
        while (process.isAlive() && !Files.exists(isThere)) {
            Thread.onSpinWait();
        }
        process.waitFor(new Random().nextLong(1000), TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
    }

    private void write(String statement) throws SQLException {
        try (var connection = database().connect();
                var change = connection.createStatement()) {
            change.execute(statement);
            connection.commit();
        }
    }

    private String title() throws SQLException {
        try (var connection = database().connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select title from chronicle")) {
            row.next();
            return row.getString(1);
        }
    }

    private OfflineDatabase database() {
        return OfflineDatabase.in(data.resolve("chronicle"), new FlywayProperties());
    }
}
