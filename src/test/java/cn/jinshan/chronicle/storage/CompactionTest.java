package cn.jinshan.chronicle.storage;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.ChronicleApplication;
import cn.jinshan.chronicle.Desk;
import cn.jinshan.chronicle.Staff;
import cn.jinshan.chronicle.dates.EventDate;
import cn.jinshan.chronicle.entries.Content;
import cn.jinshan.chronicle.entries.Subject;
import cn.jinshan.chronicle.search.IndexedWords;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.index.IndexNotFoundException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What is erased is in the file of the database and of the search until the next stop, or the next start, and no
 * longer.
 */
@ExtendWith(OutputCaptureExtension.class)
class CompactionTest {

    private static final String GONE = "忘川渡";
    private static final String STAYS = "石化渡";

    private static final int MANY = 40;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Pattern PORT = Pattern.compile("Jetty started on port (\\d+)");

    @TempDir
    Path folder;

    @Test
    void theFirstStopAfterAnErasureCompactsTheFile(CapturedOutput output) throws Exception {
        long entry;
        long changes;
        try (var application = started()) {
            // So many that Lucene would not merge their segment because of the one that is deleted in it
            for (int i = 0; i < MANY; i++) {
                published(application, STAYS + i);
            }
            entry = published(application, GONE);
            published(application, STAYS);
            assertThat(becomes(true, () -> isInTheSearch(GONE))).as("before").isTrue();
            erase(Desk.at(port(application)), entry);
            assertThat(becomes(false, () -> isInTheSearch(GONE))).isTrue();
            assertThat(becomes(
                            true,
                            () -> IndexedWords.filesBesideTheIndex(folder.resolve("search"))
                                    .isEmpty()))
                    .isTrue();
            assertThat(due()).exists();
            assertThat(isInTheFile(GONE)).as("before").isTrue();
            changes = changes(application);
        }

        assertThat(due()).doesNotExist();
        assertThat(isInTheFile(STAYS)).as("what is looked for would be found").isTrue();
        assertThat(isInTheFile(GONE)).isFalse();
        try (var application = started()) {
            assertThat(changes(application)).isGreaterThan(changes);
            var desk = Desk.at(port(application));
            assertThat(desk.get("/entries/" + entry).statusCode()).isEqualTo(410);
            assertThat(desk.get("/2023.json").body().contains(STAYS)).isTrue();
        }
        assertThat(isInTheSearch(STAYS)).isTrue();
        assertThat(output)
                .contains("The database file was compacted")
                .doesNotContain("The database is older", "is missing or damaged");
    }

    @Test
    void afterAKillTheNextStartCompactsBeforeItServes(CapturedOutput output) throws Exception {
        long entry;
        try (var application = started()) {
            entry = published(application, GONE);
            published(application, STAYS);
            application.getBean(Staff.class).account("chensi", "陈思", "ADMINISTRATOR");
            assertThat(becomes(true, () -> isInTheSearch(GONE))).as("before").isTrue();
        }
        kill(entry);
        assertThat(due()).exists();
        assertThat(isInTheFile(GONE)).as("before").isTrue();

        try (var application = started()) {
            assertThat(output.getOut().indexOf("The database file was compacted"))
                    .isPositive()
                    .isLessThan(output.getOut()
                            .indexOf("Jetty started on port", output.getOut().indexOf("compacted")));
            assertThat(due()).doesNotExist();
            assertThat(isInTheFile(STAYS)).isTrue();
            assertThat(isInTheFile(GONE)).isFalse();
            assertThat(Desk.at(port(application)).get("/entries/" + entry).statusCode())
                    .isEqualTo(410);
            assertThat(becomes(false, () -> isInTheSearch(GONE))).isTrue();
        }
        assertThat(isInTheSearch(STAYS)).isTrue();
        assertThat(isInTheSearch(GONE)).isFalse();
        assertThat(IndexedWords.filesBesideTheIndex(folder.resolve("search"))).isEmpty();
        assertThat(output).doesNotContain("The database is older", "is missing or damaged");
    }

    /** Erases it in another process, which is killed at once. */
    private void kill(long entry) throws IOException, InterruptedException {
        var process = OtherProcess.start(ChronicleApplication.class, settings());
        try (var lines = process.inputReader()) {
            var port = lines.lines()
                    .map(PORT::matcher)
                    .filter(Matcher::find)
                    .map(found -> Integer.parseInt(found.group(1)))
                    .findFirst()
                    .orElseThrow();
            erase(Desk.at(port), entry);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private String[] settings() {
        return new String[] {
            "--server.port=0",
            "--chronicle.data=" + folder,
            "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("chronicle"),
            "--spring.main.banner-mode=off"
        };
    }

    private ConfigurableApplicationContext started() {
        return new SpringApplicationBuilder(ChronicleApplication.class, Staff.class).run(settings());
    }

    private static int port(ConfigurableApplicationContext application) {
        return Integer.parseInt(application.getEnvironment().getRequiredProperty("local.server.port"));
    }

    private static long published(ConfigurableApplicationContext application, String words) {
        application.getBean(Staff.class).account("chensi", "陈思", "ADMINISTRATOR");
        var content = new Content(
                words + "的标题",
                "5月18日",
                EventDate.of("5月18日", "2023-05-18", 2023),
                (words + "的正文。").repeat(100),
                "",
                words + "的易读。",
                null,
                List.of(new Subject(Subject.Kind.PERSON, words + "人")));
        return application.getBean(Staff.class).published(2023, "visits", content);
    }

    private static void erase(Desk desk, long entry) {
        var answer =
                desk.signIn("chensi", Staff.PASSWORD).submit("/admin/entries/" + entry + "/erasure", "reason", "本人要求");
        assertThat(answer.statusCode()).isEqualTo(302);
    }

    private static long changes(ConfigurableApplicationContext application) {
        return application.getBean(JdbcTemplate.class).queryForObject("select number from last_change", Long.class);
    }

    private Path due() {
        return folder.resolve("chronicle.compaction-due");
    }

    private boolean isInTheFile(String words) throws IOException {
        return FileCompactionTest.holds(folder.resolve("chronicle.mv.db"), words);
    }

    /** Whether something is so before long: the index is written every few seconds. */
    private static boolean becomes(boolean expected, Callable<Boolean> fact) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (fact.call() != expected) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
        return true;
    }

    private boolean isInTheSearch(String words) throws IOException {
        try {
            return IndexedWords.in(folder.resolve("search")).contains(words);
        } catch (IndexNotFoundException notYet) {
            return false;
        }
    }
}
