package cn.jinshan.chronicle.drills;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Reader;
import cn.jinshan.chronicle.search.Publishers;
import cn.jinshan.chronicle.search.SearchingReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The folder of the search is damaged, taken away, of another time or place, or cannot be used: the pages are served,
 * and the search is right as soon as it answers.
 */
@ExtendWith(Table.class)
class SearchFolderDrill {

    private static final String HEAD =
            "| the folder of the search | wrong answers | errors in the log | whole after a stop | wait for it |";

    private static final int CHANGES_BEFORE = 40;

    private static final int CHANGES_MEANWHILE = 6;

    @TempDir
    Path folder;

    private final Publishers publishers = SearchDrill.publishers(2);
    private final List<String> wrong = new ArrayList<>();
    private Path data;
    private SearchFolder search;

    private interface Damage {

        void happen() throws Exception;
    }

    private interface Hindrance {

        AutoCloseable begin() throws Exception;
    }

    @BeforeEach
    void folders() {
        data = folder.resolve("data");
        search = new SearchFolder(data.resolve("search"));
    }

    @AfterEach
    void nothingWasWrong() {
        assertThat(wrong).isEmpty();
    }

    @Test
    void damagedTakenAwayOrOfAnotherTime() throws Exception {
        work(data, publishers, CHANGES_BEFORE);
        var earlier = folder.resolve("earlier");
        search.copyTo(earlier);
        damaged("taken away", search::remove);
        tried("a file in its place", doing(search::turnIntoAFile));
        damaged("taken away again", search::remove);
        damaged("every byte of every file another", search::overwriteAll);
        damaged("every file cut off in the middle", search::cutOff);
        damaged("every file empty", search::empty);
        for (var kind : new SearchFolder(earlier).kinds()) {
            damaged("some bytes overwritten in " + kind, () -> {
                search.replaceBy(earlier);
                search.overwrite(kind);
            });
            damaged("without " + kind, () -> {
                search.replaceBy(earlier);
                search.remove(kind);
            });
        }
        damaged("of another form", search::writeAnotherForm);
        damaged("of an earlier time", () -> search.replaceBy(earlier));
        work(folder.resolve("other"), SearchDrill.publishers(1), 1);
        damaged("of another database", () -> search.replaceBy(folder.resolve("other/search")));
    }

    @Test
    @EnabledIf("mayMount")
    void inUseNotWritableOrFull() throws Exception {
        work(data, publishers, CHANGES_BEFORE);
        tried("in use by another process", search::lock);
        damaged("free again", () -> {});
        tried("not writable", search::protect);
        damaged("writable again", () -> {});
        tried("on a full disk", () -> search.mount("16k"));
        tried("on a disk that is full soon", () -> search.mount("200k"));
        damaged("with room again", () -> {});
    }

    static boolean mayMount() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** An instance is away while the database is taken back, and changed more often than it had been. */
    @Test
    void aheadOfADatabaseThatWentOnWithoutIt() throws Exception {
        try (var postgres = new Postgres(folder.resolve("postgres"))) {
            var away = folder.resolve("away");
            var lost = SearchDrill.publishers(2);
            work(away, publishers, CHANGES_BEFORE, postgres.settings());
            postgres.copy();
            work(away, lost, CHANGES_BEFORE, postgres.settings());
            postgres.takeBack();
            lost.takenBack();
            work(folder.resolve("there"), publishers, CHANGES_BEFORE * 2, postgres.settings());
            try (var application = started(away, postgres.settings())) {
                publishers.lookForAll(application.port());
                lost.lookForAll(application.port());
            }
            Stream.of(publishers, lost).forEach(each -> wrong.addAll(each.wrong()));
            Table.add(HEAD, "ahead of a database that went on without it", wrong.size(), "", "", "");
        }
    }

    private static Application started(Path data, String... settings) throws Exception {
        var application = Application.in(data, settings);
        new SearchingReader(application.port()).untilReady(SearchDrill.PATIENCE);
        return application;
    }

    private static void work(Path data, Publishers publishers, int changes, String... settings) throws Exception {
        try (var application = started(data, settings)) {
            work(application, publishers, changes);
            application.stop();
        }
    }

    private static void work(Application application, Publishers publishers, int changes) {
        publishers.begin(0, application.port());
        publishers.untilChanged(changes);
        publishers.end();
    }

    private static Hindrance doing(Damage damage) {
        return () -> {
            damage.happen();
            return () -> {};
        };
    }

    /** What is only damaged is whole again after a start and a stop. */
    private void damaged(String name, Damage damage) throws Exception {
        tried(name, doing(damage));
        if (!search.isWhole()) {
            wrong.add("It is still damaged: the folder " + name);
            search.remove();
            started(data).stop();
        }
    }

    private void tried(String name, Hindrance hindrance) throws Exception {
        int before = publishers.wrong().size();
        try (var hindered = hindrance.begin();
                var application = Application.in(data)) {
            var reader = Reader.at(application.port());
            Stream.of("/", "/2023", "/entries/11", "/subjects", "/2023.json")
                    .filter(page -> reader.get(page).statusCode() != 200)
                    .forEach(page -> wrong.add(page + " is not served: the folder " + name));
            long began = System.nanoTime();
            new SearchingReader(application.port()).untilReady(SearchDrill.PATIENCE);
            var wait = Duration.ofNanos(System.nanoTime() - began);
            publishers.lookForAll(application.port());
            work(application, publishers, CHANGES_MEANWHILE);
            publishers.lookForAll(application.port());
            application.stop();

            var found = publishers.wrong();
            Stream.concat(found.subList(before, found.size()).stream(), application.errors().stream())
                    .forEach(each -> wrong.add(each + ": the folder " + name));
            Table.add(
                    HEAD,
                    name,
                    found.size() - before,
                    application.errors().size(),
                    search.isWhole() ? "yes" : "no",
                    String.format(Locale.ROOT, "%.1f s", wait.toMillis() / 1000.0));
        }
    }
}
