package cn.jinshan.chronicle.storage;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.ChronicleApplication;
import cn.jinshan.chronicle.Staff;
import cn.jinshan.chronicle.changes.PublicChanges;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/** The database file is taken back to an earlier copy. */
@ExtendWith(OutputCaptureExtension.class)
class OlderDatabaseTest {

    private static final String OLDER = "The database is older than what was acknowledged";

    @TempDir
    Path folder;

    @Test
    void eachTimeItIsSaidAndNoNumberIsGivenTwice(CapturedOutput output) throws IOException {
        var given = new HashSet<Long>();
        try (var application = started()) {
            given.add(saved(application));
        }
        copy("chronicle.mv.db", "first");
        try (var application = started()) {
            given.add(saved(application));
            given.add(saved(application));
        }
        copy("chronicle.mv.db", "second");
        try (var application = started()) {
            assertThat(open(application)).isEmpty();
            given.add(saved(application));
        }
        assertThat(output).doesNotContain(OLDER);

        for (var copy : List.of("first", "second", "first")) {
            copy(copy, "chronicle.mv.db");
            var said = output.getOut().split(OLDER, -1).length;
            try (var application = started()) {
                assertThat(output.getOut().split(OLDER, -1)).hasSize(said + 1);
                assertThat(open(application)).hasSize(1);
                assertThat(application
                                .getBean(JdbcTemplate.class)
                                .queryForList("select note from journal where verb = 'database.older'", String.class))
                        .singleElement()
                        .asString()
                        .contains(" → ");
                assertThat(given.add(saved(application)))
                        .as("a number of its own")
                        .isTrue();
            }
        }
        var said = output.getOut().split(OLDER, -1).length;
        try (var application = started()) {
            assertThat(output.getOut().split(OLDER, -1)).hasSize(said);
            assertThat(open(application)).hasSize(1);
            var older = open(application).get(0);
            application.getBean(OlderDatabases.class).settle(older.id());
            assertThat(open(application)).isEmpty();
            assertThat(older.known()).isBefore(older.acknowledged());
        }
    }

    /** What was derived from the lost changes is not taken for what the database says. */
    @Test
    void theLogOfPublicChangesIsAnotherOneOnceTheDatabaseWasOlder() throws IOException {
        String log;
        try (var application = started()) {
            log = log(application);
            assertThat(UUID.fromString(log)).as("made after the migrations").isNotNull();
        }
        copy("chronicle.mv.db", "first");
        try (var application = started()) {
            saved(application);
            assertThat(log(application)).isEqualTo(log);
        }

        copy("first", "chronicle.mv.db");
        try (var application = started()) {
            assertThat(log(application)).isNotEqualTo(log);
            log = log(application);
        }
        try (var application = started()) {
            assertThat(log(application)).isEqualTo(log);
        }
    }

    /** Its check constraints would die with it, half an hour after the first start. */
    @Test
    void aNewDatabaseTakesRowsWhenTheConnectionThatMigratedItHasGone() throws Exception {
        try (var application = started()) {
            var pool = application.getBean(HikariDataSource.class);
            try (var held = pool.getConnection()) {
                pool.getHikariPoolMXBean().softEvictConnections();
                held.createStatement()
                        .execute("insert into account (name, full_name, role) values ('late', '晚来的', 'EDITOR')");
                held.commit();
            }
        }
    }

    @Test
    void aDatabaseThatIsNotThereBeginsAnew(CapturedOutput output) throws IOException {
        try (var application = started()) {
            saved(application);
        }
        Files.delete(folder.resolve("chronicle.mv.db"));
        try (var application = started()) {
            assertThat(open(application)).isEmpty();
            assertThat(new LastChangeFile(folder.resolve("chronicle").toString())
                            .read()
                            .orElseThrow()
                            .number())
                    .isEqualTo(changes(application));
        }
        assertThat(output).doesNotContain(OLDER);
    }

    @Test
    void whatStandsBesideItMayBeMissingOrDamaged(CapturedOutput output) throws IOException {
        try (var application = started()) {
            saved(application);
        }
        var beside = folder.resolve("chronicle.last-change");
        Files.writeString(beside, "?");
        try (var application = started()) {
            assertThat(output).contains("chronicle.last-change is missing or damaged");
            saved(application);
            assertThat(new LastChangeFile(folder.resolve("chronicle").toString())
                            .read()
                            .orElseThrow()
                            .number())
                    .isEqualTo(changes(application));
        }
    }

    /** The session of whoever reads is written with every request, and is no change. */
    @Test
    void onlyWhatIsWrittenOutsideTheSessionsIsCounted() {
        try (var application = started()) {
            var database = application.getBean(JdbcTemplate.class);
            var transaction = application.getBean(TransactionOperations.class);
            var before = changes(application);
            transaction.executeWithoutResult(status -> database.update("delete from spring_session"));
            transaction.executeWithoutResult(status -> database.queryForList("select * from entry"));
            assertThat(changes(application)).isEqualTo(before);
            transaction.executeWithoutResult(status -> {
                database.update("update settings set version = version + 1");
                status.setRollbackOnly();
            });
            assertThat(changes(application)).isEqualTo(before);
            transaction.executeWithoutResult(status -> {
                database.update("update settings set version = version + 1");
                database.update("delete from spring_session");
            });
            assertThat(changes(application)).isEqualTo(before + 1);
        }
    }

    private ConfigurableApplicationContext started() {
        return new SpringApplicationBuilder(ChronicleApplication.class, Staff.class)
                .run(
                        "--server.port=0",
                        "--chronicle.data=" + folder,
                        "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("chronicle"),
                        "--spring.main.banner-mode=off");
    }

    private static long saved(ConfigurableApplicationContext application) {
        return application.getBean(Staff.class).published(2023, "visits", "5月18日", "2023-05-18", "走访");
    }

    private static long changes(ConfigurableApplicationContext application) {
        return application.getBean(JdbcTemplate.class).queryForObject("select number from last_change", Long.class);
    }

    private static String log(ConfigurableApplicationContext application) {
        return application.getBean(PublicChanges.class).position().log();
    }

    private static List<OlderDatabase> open(ConfigurableApplicationContext application) {
        return application.getBean(OlderDatabases.class).open();
    }

    private void copy(String from, String to) throws IOException {
        Files.copy(folder.resolve(from), folder.resolve(to), StandardCopyOption.REPLACE_EXISTING);
    }
}
