package cn.jinshan.chronicle.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jinshan.chronicle.Postgres;
import cn.jinshan.chronicle.start.RefusedStartException;
import cn.jinshan.chronicle.storage.FileCompactionTest;
import cn.jinshan.chronicle.storage.OfflineDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class RestoreTest {

    private static final String SEEDED = "classpath:db/migration,classpath:db/seed";

    private static final Instant BACKED_UP = Instant.parse("2024-09-03T04:00:00Z");
    private static final Instant RESTORED = Instant.parse("2024-09-04T04:00:00Z");

    @TempDir
    Path folder;

    enum Kind {
        H2,
        POSTGRES
    }

    @ParameterizedTest
    @CsvSource({"H2, H2", "H2, POSTGRES", "POSTGRES, H2"})
    void everythingIsAsItWas(Kind from, Kind to) throws Exception {
        var old = used(from);
        var file = backUp(old, "old.zip");
        var fresh = to == Kind.H2 ? inFile("fresh") : onPostgres();

        var done = restore(file, fresh);

        assertThat(done).isEqualTo(new Restore.Done(BACKED_UP, 0, null, 0));
        var expected = sums(file);
        // The list knows that the journal has a line more, that says so; what was derived is not of this record
        expected.keySet()
                .removeAll(Arrays.asList(
                        "data/tables.jsonl", "data/tables/journal.jsonl", "data/tables/change_log.jsonl"));
        assertThat(expected).hasSizeGreaterThan(20);
        assertThat(sums(backUp(fresh, "new.zip"))).containsAllEntriesOf(expected);
        read(fresh, database -> {
            assertThat(database.queryForList("select verb from journal order by id", String.class))
                    .endsWith("entry.published", "backup.restored");
            assertThat(database.queryForList("select principal_name from spring_session", String.class))
                    .isEmpty();
        });
    }

    /** A year that was begun without the seed is one, also on an installation that would begin with it. */
    @ParameterizedTest
    @CsvSource({"true, false", "false, true"})
    void itIsRestoredIntoASeededOrAnEmptyInstallation(boolean seeded, boolean intoSeeded) throws Exception {
        var old = inFile("old", seeded ? SEEDED : "classpath:db/migration");
        old.migrate(null);
        var file = backUp(old, "old.zip");
        var fresh = inFile("fresh", intoSeeded ? SEEDED : "classpath:db/migration");
        fresh.migrate(null);

        restore(file, fresh);

        fresh.migrate(null);
        assertThat(sums(backUp(fresh, "new.zip")).get("data/tables/edition.jsonl"))
                .isEqualTo(sums(file).get("data/tables/edition.jsonl"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "POSTGRES"})
    void aUsedInstallationKeepsItsNumbersItsSecretAndItsStateOfBefore(Kind kind) throws Exception {
        var database = used(kind);
        var file = backUp(database, "old.zip");
        write(database, on -> {
            on.update("insert into entry (form_key) values ('later')");
            on.update("insert into entry (form_key) values ('gone')");
            on.update("delete from entry where form_key = 'gone'");
            on.update(
                    "insert into journal (happened, verb, thing) values ('2024-09-03T12:00:01+08:00', 'x', 'entry 30')");
            on.update("insert into form_secret (id, secret) values (1, 'sealed')");
            on.update("insert into spring_session values ('1', 'one', 1, 1, 1, 1, 'wangli')");
        });

        var done = restore(file, database);

        assertThat(done.later()).isEqualTo(1);
        read(database, on -> {
            assertThat(on.queryForList("select form_key from entry where form_key is not null", String.class))
                    .isEmpty();
            assertThat(on.queryForList("select secret from form_secret", String.class))
                    .containsExactly("sealed");
            assertThat(on.queryForList("select session_id from spring_session", String.class))
                    .isEmpty();
        });
        write(database, on -> {
            on.update("insert into entry (form_key) values ('next')");
            assertThat(on.queryForObject("select id from entry where form_key = 'next'", Long.class))
                    .isEqualTo(32);
        });

        assertThat(done.before()).hasFileName("chronicle-20240904-120000-before-restore.zip");
        restore(done.before(), database);
        read(
                database,
                on -> assertThat(on.queryForList("select form_key from entry where form_key is not null", String.class))
                        .containsExactly("later"));
    }

    /** The backup knows of higher numbers than there are rows, the present database of lower ones. */
    @ParameterizedTest
    @ValueSource(strings = {"H2", "POSTGRES"})
    void aNumberThatWasGivenBeforeTheBackupIsNeverGivenAgain(Kind kind) throws Exception {
        var database = used(kind);
        write(database, on -> on.execute("alter table entry alter column id restart with 50"));
        var file = backUp(database, "old.zip");
        var other = kind == Kind.H2 ? inFile("other") : onPostgres();
        other.migrate(null);

        restore(file, other);

        try (var bag = Bag.open(backUp(other, "again.zip"))) {
            assertThat(TableLine.in(bag).get("entry").next()).isEqualTo(50);
        }
        write(other, on -> {
            on.update("insert into entry (form_key) values ('next')");
            assertThat(on.queryForObject("select id from entry where form_key = 'next'", Long.class))
                    .isEqualTo(50);
            if (kind == Kind.H2) {
                assertThat(on.queryForObject("select entry from last_change", Long.class))
                        .isEqualTo(49);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "POSTGRES"})
    void whatWasErasedStaysErasedWhoeverKnowsIt(Kind kind) throws Exception {
        var database = used(kind);
        var file = backUp(database, "usb/old.zip");
        var title = new StringBuilder();
        read(
                database,
                on -> title.append(on.queryForObject("select title from edition where entry_id = 4", String.class)));
        assertThat(inFile(database, title.toString())).isEqualTo(kind == Kind.H2);
        write(database, on -> on.update("update entry set erased = now() where id = 3"));
        new ErasedList(folder.resolve("data/backups")).add(Set.of(4L));
        new ErasedList(folder.resolve("second")).add(Set.of(5L));
        BackupFolder.around(file).erased().add(Set.of(6L, 77L));

        assertThat(restore(file, database).erased()).isEqualTo(4);

        write(database, on -> {
            assertThat(on.queryForList("select id from entry where erased is not null order by id", Long.class))
                    .containsExactly(3L, 4L, 5L, 6L, 77L);
            assertThat(on.queryForList("select distinct entry_id from edition", Long.class))
                    .hasSize(25)
                    .doesNotContain(3L, 4L, 5L, 6L);
            on.update("insert into entry (form_key) values ('next')");
            assertThat(on.queryForObject("select id from entry where form_key = 'next'", Long.class))
                    .isEqualTo(78);
        });
        assertThat(inFile(database, title.toString())).isFalse();
        try (var bag = Bag.open(backUp(database, "new.zip"))) {
            assertThat(lines(bag, "edition", title.toString())).isZero();
        }
    }

    /** Whether a database is a file that holds words. */
    private static boolean inFile(OfflineDatabase database, String words) throws Exception {
        var file = database.file();
        return file.isPresent() && FileCompactionTest.holds(file.get(), words);
    }

    @Test
    void aBackupOfAnOlderVersionIsMigrated() throws Exception {
        var old = inFile("old");
        old.migrate("32.1");
        write(old, on -> on.update("update edition set title = '旧版的标题' where entry_id = 1"));
        var file = backUp(old, "old.zip");
        var fresh = inFile("fresh");

        restore(file, fresh);

        read(fresh, on -> {
            assertThat(on.queryForObject("select title from edition where entry_id = 1", String.class))
                    .isEqualTo("旧版的标题");
            // Of V33_1, and after it
            assertThat(on.queryForObject("select count(*) from edition where easy_title <> ''", Long.class))
                    .isPositive();
        });
        old.migrate(null);
        assertThat(fresh.version()).isEqualTo(old.version());
    }

    /** What a forger would change in a part, in the end refused for a reason. */
    private record Unfit(String reason, String part, String found, String instead) {}

    private static final List<Unfit> UNFIT = List.of(
            new Unfit("newer", "bag-info.txt", "Chronicle-Schema: .*", "Chronicle-Schema: 999"),
            new Unfit("newer", "bag-info.txt", "Chronicle-Schema: .*", "Chronicle-Schema: '; drop"),
            new Unfit("foreign", "bag-info.txt", "Chronicle-Moment: .*", "Chronicle-Moment: yesterday"),
            new Unfit("foreign", "bag-info.txt", "Chronicle-Schema: .*", ""),
            new Unfit("broken", "data/tables.jsonl", "^\\{", "["),
            new Unfit("tables", "data/tables.jsonl", "\"name\":\"review\"", "\"name\":\"spring_session\""),
            new Unfit("rows", "data/tables.jsonl", "\"entry\",\"rows\":29", "\"entry\",\"rows\":28"),
            new Unfit("line", "data/tables/entry.jsonl", "^\\{", "\\{\\{"),
            new Unfit("line", "data/tables/entry.jsonl", "\"version\":0", "\"version\":\"0\""),
            new Unfit("line", "data/tables/entry.jsonl", "\"version\":0", "\"version\":99999999999999999999"),
            new Unfit("line", "data/tables/entry.jsonl", "\"version\":0,", ""),
            new Unfit("line", "data/tables/entry.jsonl", "\"version\":0", "\"id); drop table entry\":0"),
            new Unfit("line", "data/tables/edition.jsonl", "\"published\":\"[^\"]*\"", "\"published\":\"gestern\""),
            new Unfit("row", "data/tables/edition.jsonl", "\"entry_id\":1,", "\"entry_id\":4711,"),
            new Unfit("row", "data/tables/edition.jsonl", "\"months\":0,", "\"months\":-1,"),
            new Unfit("row", "data/tables/entry.jsonl", "\"id\":2,", "\"id\":1,"));

    /** The sums are right: whoever changed it has made them anew. */
    @Test
    void whatDoesNotFitIsRefusedAndNothingIsTouched() throws Exception {
        var database = used(Kind.H2);
        var file = backUp(database, "old.zip");
        for (var unfit : UNFIT) {
            var altered = altered(file, unfit.part, unfit.found, unfit.instead);

            assertThatThrownBy(() -> restore(altered, database))
                    .as(unfit.toString())
                    .isInstanceOfSatisfying(
                            RefusedBackupException.class,
                            refused -> assertThat(refused.code()).isEqualTo("backup.refused." + unfit.reason));
            assertThat(Files.list(folder.resolve("h2")))
                    .containsExactly(database.file().orElseThrow());
        }
        read(
                database,
                on -> assertThat(on.queryForList("select verb from journal", String.class))
                        .contains("entry.published")
                        .doesNotContain("backup.restored"));
        assertThat(folder.resolve("data")).doesNotExist();
    }

    private Path altered(Path file, String part, String found, String instead) throws Exception {
        var parts = new LinkedHashMap<String, String>();
        try (var zip = new ZipFile(file.toFile())) {
            for (var each : zip.stream().toList()) {
                var name = each.getName().substring(each.getName().indexOf('/') + 1);
                parts.put(name, new String(zip.getInputStream(each).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        var text = parts.get(part);
        var changed = Pattern.compile(found, Pattern.MULTILINE).matcher(text).replaceFirst(instead);
        assertThat(changed).isNotEqualTo(text);
        parts.put(part, changed);
        var altered = folder.resolve("altered.zip");
        try (var bag = new BagWriter(Files.newOutputStream(altered), "chronicle")) {
            for (var each : parts.entrySet()) {
                if (each.getKey().startsWith("data/")) {
                    try (var written = bag.part(each.getKey().substring("data/".length()))) {
                        written.write(each.getValue().getBytes(StandardCharsets.UTF_8));
                    }
                }
            }
            var info = new LinkedHashMap<String, String>();
            parts.get("bag-info.txt")
                    .lines()
                    .filter(line -> line.contains(": "))
                    .forEach(line -> {
                        var pair = line.split(": ", 2);
                        info.put(pair[0], pair[1]);
                    });
            bag.finish(info);
        }
        return altered;
    }

    @Test
    void aDamagedDatabaseIsReplacedAndKeptAsItIs() throws Exception {
        var database = used(Kind.H2);
        var file = backUp(database, "old.zip");
        var damaged = new byte[100_000];
        Files.write(database.file().orElseThrow(), damaged);

        var done = restore(file, database);

        assertThat(done.before()).hasBinaryContent(damaged);
        read(
                database,
                on -> assertThat(on.queryForObject("select count(*) from entry", Long.class))
                        .isEqualTo(29));
    }

    /** An H2 file lets one process open it. */
    @Test
    void whileOthersAreConnectedNothingIsRestored() throws Exception {
        var database = used(Kind.POSTGRES);
        var file = backUp(database, "old.zip");
        try (var running = database.connect()) {
            assertThatThrownBy(() -> restore(file, database)).isInstanceOf(RefusedStartException.class);
            assertThat(running.isValid(1)).isTrue();
        }
    }

    /** Two tables are written in one transaction, again and again, while the backup is made. */
    @ParameterizedTest
    @ValueSource(strings = {"H2", "POSTGRES"})
    void aBackupIsOfOneMoment(Kind kind) throws Exception {
        var database = used(kind);
        var stop = new AtomicBoolean();
        var ready = new CompletableFuture<Void>();
        var writing = CompletableFuture.runAsync(() -> {
            try (var connection = database.connect()) {
                var on = on(connection);
                for (int number = 0; !stop.get(); number++) {
                    on.update("insert into term (name, explanation) values (?, '同时')", "词" + number);
                    on.update(
                            "insert into journal (happened, verb, thing) values (now(), 'term.added', ?)",
                            "词" + number);
                    connection.commit();
                    if (number == 50) {
                        ready.complete(null);
                    }
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        ready.join();
        for (int round = 0; round < 5; round++) {
            var file = backUp(database, "round" + round + ".zip");
            try (var bag = Bag.open(file)) {
                var terms = lines(bag, "term", "同时");
                assertThat(terms).isGreaterThan(50).isEqualTo(lines(bag, "journal", "term.added"));
            }
        }
        stop.set(true);
        writing.join();
    }

    private static long lines(Bag bag, String table, String with) throws Exception {
        try (var lines = bag.part(TableLine.part(table))) {
            return new String(lines.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains(with))
                    .count();
        }
    }

    /** A seeded database with an account, a draft of an entry and a line in the journal. */
    private OfflineDatabase used(Kind kind) throws Exception {
        var database = kind == Kind.H2 ? inFile("h2") : onPostgres();
        database.migrate(null);
        write(database, on -> {
            on.update(
                    "insert into account (name, full_name, role, password) values ('wangli', '王莉', 'EDITOR', 'hash')");
            on.update("insert into journal (happened, account_id, verb, thing, note) values"
                    + " ('2024-09-03T11:59:59.123456+08:00', 1, 'entry.published', 'entry 1', '引号\" 反斜\\ 换行\n 𠮷')");
            on.update("insert into working_copy (account_id, entry_id, form_key, fields, changed) values"
                    + " (1, 2, 'k', '{\"title\":\"正在写\"}', now())");
        });
        return database;
    }

    private Path backUp(OfflineDatabase database, String name) throws Exception {
        var file = folder.resolve(name);
        var schema = database.version().orElseThrow();
        try (var connection = database.connect()) {
            BackupFolder.around(file)
                    .keep(
                            file.getFileName().toString(),
                            out -> new RecordBackup(connection, schema, "test")
                                    .write(out, BACKED_UP, bag -> {}, new Progress()));
        }
        return file;
    }

    private static Map<String, String> sums(Path file) throws Exception {
        var sums = new TreeMap<String, String>();
        try (var bag = Bag.open(file)) {
            bag.manifest().lines().forEach(line -> sums.put(line.substring(130), line.substring(0, 128)));
        }
        return sums;
    }

    private Restore.Done restore(Path file, OfflineDatabase database) throws Exception {
        var folders = new BackupFolders(
                new BackupFolder(folder.resolve("data/backups")),
                Optional.of(new BackupFolder(folder.resolve("second"))));
        return new Restore(database, folders, "test", RESTORED).run(file);
    }

    interface Work {
        void on(JdbcTemplate database) throws SQLException;
    }

    private static void write(OfflineDatabase database, Work work) throws SQLException {
        try (var connection = database.connect()) {
            work.on(on(connection));
            connection.commit();
        }
    }

    private static void read(OfflineDatabase database, Work work) throws SQLException {
        write(database, work);
    }

    private static JdbcTemplate on(Connection connection) {
        return new JdbcTemplate(new SingleConnectionDataSource(connection, true));
    }

    private OfflineDatabase inFile(String name) throws Exception {
        return inFile(name, SEEDED);
    }

    private OfflineDatabase inFile(String name, String locations) throws Exception {
        Files.createDirectories(folder.resolve(name));
        return database("jdbc:h2:file:" + folder.resolve(name).resolve("chronicle"), "sa", "", locations);
    }

    private static OfflineDatabase onPostgres() {
        return database(Postgres.freshDatabase(), Postgres.USER, Postgres.PASSWORD, SEEDED);
    }

    private static OfflineDatabase database(String url, String user, String password, String locations) {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test",
                        Map.of(
                                "spring.datasource.url", url,
                                "spring.datasource.username", user,
                                "spring.datasource.password", password,
                                "spring.flyway.locations", locations)));
        return OfflineDatabase.of(environment);
    }
}
