package cn.jinshan.chronicle.drills;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.search.SearchAlone;
import cn.jinshan.chronicle.search.SearchingReader;
import cn.jinshan.chronicle.storage.OtherProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** The application is killed while it builds its search of thousands of entries, or follows what is published. */
@ExtendWith(Table.class)
class SearchKillDrill {

    private static final String HEAD =
            "| drill | kills | entries or changes | wrong answers | longest wait for the search |";

    private static final int ENTRIES = 10_000;

    private static final String FEDERATION = "示例区残疾人联合会";

    @TempDir
    Path folder;

    private final Random random = new Random(7);
    private final List<String> wrong = new ArrayList<>();
    private Duration longestWait = Duration.ZERO;
    private GeneratedEntries generated;

    private void generate() throws Exception {
        try (var application = Application.in(folder)) {
            application.stop();
        }
        generated = GeneratedEntries.in(folder, ENTRIES);
        FileSystemUtils.deleteRecursively(folder.resolve("search"));
    }

    @Test
    void whileItIsFirstBuilt() throws Exception {
        generate();
        int rounds = Table.rounds(2);
        var said = new ArrayList<String>();
        for (int round = 1; round <= rounds; round++) {
            FileSystemUtils.deleteRecursively(folder.resolve("search"));
            for (int kill = 1; kill <= 2; kill++) {
                try (var application = Application.in(folder)) {
                    Writers.pause(Duration.ofMillis(random.nextInt(1500)));
                    var answer = new SearchingReader(application.port()).answer("走访");
                    said.add(answer.statusCode() + (answer.statusCode() == 503 ? answer.body() : ""));
                }
            }
            try (var application = Application.in(folder)) {
                look(application);
            }
        }
        report("killed while the search is built", rounds * 2);
        assertThat(said).as("the search was built by then").anyMatch(answer -> answer.startsWith("503"));
    }

    @Test
    void whileItFollows() throws Exception {
        generate();
        int rounds = Table.rounds(2);
        try (var publishers = SearchDrill.publishers(3)) {
            for (int round = 0; round <= rounds; round++) {
                try (var application = Application.in(folder)) {
                    look(application);
                    publishers.lookForAll(application.port());
                    if (round < rounds) {
                        publishers.begin(2, application.port());
                        publishers.untilChanged(1 + random.nextInt(30));
                        application.kill();
                        publishers.end();
                    }
                }
            }
            wrong.addAll(publishers.wrong());
        }
        report("killed while the search follows", rounds);
    }

    /** The name of the federation, of which thousands of entries speak. */
    @Test
    void whileItFollowsWhatChangesThousands() throws Exception {
        generate();
        int rounds = Table.rounds(2);
        var name = FEDERATION;
        for (int round = 0; round <= rounds; round++) {
            try (var application = Application.in(folder)) {
                look(application);
                var reader = new SearchingReader(application.port());
                long mentioning = reader.ask(FEDERATION).count();
                assertThat(mentioning).isGreaterThan(1000);
                if (reader.ask(name).count() != mentioning) {
                    wrong.add("The name " + name + " is not found in all " + mentioning);
                }
                var desk = application.desk().signIn(Application.ADMINISTRATOR, Application.PASSWORD);
                var address = desk.page("/admin/subjects?q=" + name)
                        .select("tbody a[href^=/admin/subjects/]")
                        .attr("href");
                name = FEDERATION + "银铃".repeat(round + 1);
                desk.submit(address, "name", name);
                if (round < rounds) {
                    Writers.pause(Duration.ofMillis(random.nextInt(500)));
                    application.kill();
                } else {
                    longestWait = Duration.ZERO;
                    wait(reader);
                    assertThat(reader.ask(name).count()).isEqualTo(mentioning);
                }
            }
        }
        report("killed while it follows what thousands mention; wait for that", rounds);
    }

    /** What the search says while its database is away does not count, but what it says afterwards. */
    @Test
    void whileItsDatabaseIsKilled() throws Exception {
        int rounds = Table.rounds(5);
        try (var postgres = new Postgres(folder.resolve("postgres"));
                var application = Application.in(folder.resolve("data"), postgres.settings());
                var publishers = SearchDrill.publishers(3)) {
            new SearchingReader(application.port()).untilReady(SearchDrill.PATIENCE);
            for (int round = 1; round <= rounds; round++) {
                publishers.begin(2, application.port());
                publishers.untilChanged(1 + random.nextInt(20));
                postgres.kill();
                publishers.end();
                postgres.start();
                int before = publishers.wrong().size();
                publishers.lookForAll(application.port());
                var found = publishers.wrong();
                wrong.addAll(found.subList(before, found.size()));
            }
            Table.add(HEAD, "PostgreSQL killed under the search", rounds, publishers.changes(), wrong.size(), "");
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void alone() throws Exception {
        int kills = Table.rounds(20);
        int changes = 0;
        for (int kill = 0; kill < kills; kill++) {
            var process = OtherProcess.start(SearchAlone.class, folder.toString(), H2File.SETTINGS);
            boolean ready = false;
            try (var lines = process.inputReader()) {
                for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.equals(SearchAlone.READY)) {
                        ready = true;
                        var moment =
                                CompletableFuture.delayedExecutor(100 + random.nextInt(1900), TimeUnit.MILLISECONDS);
                        // Its handle leaves the rest of what it said to be read
                        moment.execute(() -> process.toHandle().destroyForcibly());
                    } else if (line.startsWith(SearchAlone.CHANGED)) {
                        changes++;
                    } else {
                        wrong.add(line + ", before kill " + (kill + 1));
                    }
                }
            } finally {
                process.destroyForcibly().waitFor();
            }
            assertThat(ready).as("%s", wrong).isTrue();
        }
        Table.add(HEAD, "the search alone, killed", kills, changes, wrong.size(), "");
        assertThat(wrong).isEmpty();
    }

    private void look(Application application) {
        var reader = new SearchingReader(application.port());
        wait(reader);
        wrong.addAll(generated.wrongTo(reader));
    }

    private void wait(SearchingReader reader) {
        long began = System.nanoTime();
        reader.untilReady(SearchDrill.PATIENCE);
        var wait = Duration.ofNanos(System.nanoTime() - began);
        longestWait = wait.compareTo(longestWait) > 0 ? wait : longestWait;
    }

    private void report(String drill, int kills) {
        Table.add(
                HEAD,
                drill,
                kills,
                ENTRIES,
                wrong.size(),
                String.format(Locale.ROOT, "%.1f s", longestWait.toMillis() / 1000.0));
        assertThat(wrong).isEmpty();
    }
}
