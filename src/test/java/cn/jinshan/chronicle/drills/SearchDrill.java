package cn.jinshan.chronicle.drills;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.search.Publishers;
import cn.jinshan.chronicle.search.SearchingReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Entries are published, corrected, withdrawn and the events that they are about renamed, while readers search and
 * read: the search and the pages of entries and months are never older than the answer to a change, and on another
 * instance never more than a second.
 */
@ExtendWith(Table.class)
class SearchDrill {

    static final String HEAD =
            "| drill | changes | searches | pages read | wrong answers | known elsewhere: median, 95 %, worst |";

    static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final int YEAR = 2023;

    private static final int CHANGES_A_ROUND = 100;

    @TempDir
    Path folder;

    @Test
    void onH2() throws Exception {
        try (var application = Application.in(folder)) {
            drill("search, H2", 3, 3, application);
        }
    }

    @Test
    void onPostgres() throws Exception {
        try (var postgres = new Postgres(folder.resolve("postgres"));
                var application = Application.in(folder.resolve("data"), postgres.settings())) {
            drill("search, PostgreSQL", 3, 3, application);
        }
    }

    @Test
    void onTwoInstancesOfOnePostgres() throws Exception {
        try (var postgres = new Postgres(folder.resolve("postgres"));
                var one = Application.in(folder.resolve("one"), postgres.settings());
                var other = Application.in(folder.resolve("other"), postgres.settings())) {
            drill("search, two instances", 4, 2, one, other);
        }
    }

    /** Somebody else holds the log of public changes for a while, and commits or not; nobody overtakes. */
    @Test
    void whatIsCommittedLate() throws Exception {
        try (var postgres = new Postgres(folder.resolve("postgres"));
                var one = Application.in(folder.resolve("one"), postgres.settings());
                var other = Application.in(folder.resolve("other"), postgres.settings());
                var publishers = publishers(4)) {
            var readers = Stream.of(one, other)
                    .map(instance -> new SearchingReader(instance.port()))
                    .toList();
            readers.forEach(reader -> reader.untilReady(PATIENCE));
            publishers.begin(2, one.port(), other.port());
            var late = new ArrayList<String>();
            for (int round = 0; round < Table.rounds(10); round++) {
                publishers.untilChanged(4);
                var word = GeneratedEntries.word(900_000 + round);
                boolean commits = round % 2 == 0;
                long committed;
                try (var connection = postgres.connect()) {
                    connection.setAutoCommit(false);
                    change(connection, word);
                    long before = number(postgres);
                    Writers.pause(
                            Duration.ofMillis(500 + ThreadLocalRandom.current().nextInt(1500)));
                    assertThat(number(postgres)).isEqualTo(before);
                    assertThat(readers)
                            .allSatisfy(
                                    reader -> assertThat(isFound(reader, word)).isFalse());
                    if (commits) {
                        connection.commit();
                    } else {
                        connection.rollback();
                    }
                    committed = System.nanoTime();
                }
                for (var reader : readers) {
                    for (long sent = System.nanoTime(); isFound(reader, word) != commits; sent = System.nanoTime()) {
                        if (sent - committed > Duration.ofSeconds(1).toNanos()) {
                            late.add(word + " is not known a second later");
                            break;
                        }
                    }
                }
            }
            publishers.end();
            publishers.lookForAll(one.port(), other.port());
            report("search, what is committed late", publishers);
            assertThat(late).isEmpty();
        }
    }

    /** As an instance does, but for everything else that belongs to a correction. */
    private static void change(Connection connection, String word) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("update edition set title = '迟到的" + word + "' where entry_id = 11 and live = true");
            statement.execute("update change_log set number = number + 1, made = current_timestamp");
            statement.execute("insert into public_change (number, kind, thing, made)"
                    + " select number, 'ENTRY', 11, made from change_log");
        }
    }

    private static long number(Postgres postgres) throws SQLException {
        try (var connection = postgres.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select number from change_log")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static boolean isFound(SearchingReader reader, String word) {
        var page = reader.ask(word);
        return !page.isNear() && page.entries().contains(11);
    }

    private static void drill(String drill, int publishing, int reading, Application... instances) {
        var ports = Stream.of(instances).map(Application::port).toArray(Integer[]::new);
        try (var publishers = publishers(publishing)) {
            for (var instance : instances) {
                new SearchingReader(instance.port()).untilReady(PATIENCE);
            }
            publishers.begin(reading, ports);
            publishers.untilChanged(Table.rounds(10) * CHANGES_A_ROUND);
            publishers.end();
            publishers.lookForAll(ports);
            report(drill, publishers);
            assertThat(Stream.of(instances).flatMap(each -> each.errors().stream()))
                    .isEmpty();
        }
    }

    static Publishers publishers(int count) {
        return new Publishers(YEAR, count, Application.ADMINISTRATOR, Application.PASSWORD);
    }

    static void report(String drill, Publishers publishers) {
        var lags = publishers.lags();
        Table.add(
                HEAD,
                drill,
                publishers.changes(),
                publishers.searches(),
                publishers.readings(),
                publishers.wrong().size(),
                lags.isEmpty()
                        ? ""
                        : Stream.of(0.5, 0.95, 1.0)
                                .map(part -> lags.get((int) Math.ceil(part * lags.size()) - 1))
                                .map(lag -> String.format(Locale.ROOT, "%d ms", lag.toMillis()))
                                .reduce((first, second) -> first + ", " + second)
                                .orElseThrow());
        assertThat(publishers.wrong()).isEmpty();
        assertThat(publishers.near()).isPositive();
    }
}
