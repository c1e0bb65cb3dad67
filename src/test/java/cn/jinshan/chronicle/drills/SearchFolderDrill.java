package cn.jinshan.chronicle.drills;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Reader;
import cn.jinshan.chronicle.search.Publishers;
import cn.jinshan.chronicle.search.SearchingReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/**
 * The folder of the search is damaged, taken away, of another time or place, or cannot be used: the pages are served,
 * and the search is right as soon as it answers.
 */
@ExtendWith(Table.class)
class SearchFolderDrill {

    private static final String HEAD =
            "| the folder of the search | wrong answers | errors in the log | whole after a stop | wait |";

    private static final int CHANGES_BEFORE = 40;

    private static final int CHANGES_MEANWHILE = 6;

    @TempDir
    Path folder;

    private final Random random = new Random(11);
    private final Publishers publishers = SearchDrill.publishers(2);
    private final List<String> wrong = new ArrayList<>();
    private Path data;
    private Path search;
    private int seen;

    /** What is done to the folder while nobody uses it; what comes back undoes it. */
    interface Damage {

        AutoCloseable to(Path search) throws Exception;
    }

    private interface Act {

        void on(Path search) throws Exception;
    }

    private static Damage forGood(Act act) {
        return search -> {
            act.on(search);
            return () -> {};
        };
    }

    @BeforeEach
    void folders() {
        data = folder.resolve("data");
        search = data.resolve("search");
    }

    @AfterEach
    void nothingWasWrong() {
        assertThat(wrong).isEmpty();
    }

    @Test
    void damagedTakenAwayOrOfAnotherTime() throws Exception {
        working(data, publishers, CHANGES_BEFORE);
        FileSystemUtils.copyRecursively(search, earlier());
        tried("taken away", forGood(FileSystemUtils::deleteRecursively));
        tried("a file in its place", forGood(search -> {
            FileSystemUtils.deleteRecursively(search);
            Files.createFile(search);
        }));
        tried("a file in its place, removed", forGood(Files::delete));
        damaged("every byte of every file another", forGood(search -> each(search, this::overwriteAll)));
        damaged("every file cut off in the middle", forGood(search -> each(search, SearchFolderDrill::cut)));
        damaged("every file empty", forGood(search -> each(search, file -> Files.write(file, new byte[0]))));
        for (var kind : kinds()) {
            damaged("some bytes overwritten in " + kind, forGood(search -> overwrite(last(search, kind))));
            damaged("without " + kind, forGood(search -> Files.delete(last(search, kind))));
        }
        tried("of another form", forGood(SearchFolderDrill::writeAnotherForm));
        tried("of an earlier time", forGood(search -> replace(search, earlier())));
        working(folder.resolve("other"), SearchDrill.publishers(1), 1);
        tried("of another database", forGood(search -> replace(search, folder.resolve("other/search"))));
    }

    @Test
    void inUseNotWritableOrFull() throws Exception {
        working(data, publishers, CHANGES_BEFORE);
        tried("in use by another process", search -> {
            var file =
                    FileChannel.open(search.resolve("write.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            file.lock();
            return file;
        });
        tried("as before, free again", forGood(search -> {}));
        tried("not writable", search -> {
            assertThat(run("chattr", "+i", search.toString())).as("chattr").isZero();
            return () -> run("chattr", "-i", search.toString());
        });
        tried("as before, writable again", forGood(search -> {}));
        tried("on a full disk", search -> mounted(search, "16k"));
        tried("on a disk that is full soon", search -> mounted(search, "200k"));
        tried("as before, with room again", forGood(search -> {}));
    }

    /** An instance is away while the database is taken back, and changed more often than it had been. */
    @Test
    void aheadOfADatabaseThatWentOnWithoutIt() throws Exception {
        try (var postgres = new Postgres(folder.resolve("postgres"))) {
            var away = folder.resolve("away");
            var there = folder.resolve("there");
            var lost = SearchDrill.publishers(2);
            working(away, publishers, CHANGES_BEFORE, postgres.settings());
            postgres.copy();
            working(away, lost, CHANGES_BEFORE, postgres.settings());
            postgres.takeBack();
            lost.takenBack();
            working(there, publishers, CHANGES_BEFORE * 2, postgres.settings());
            try (var application = Application.in(away, postgres.settings())) {
                new SearchingReader(application.port()).untilReady(SearchDrill.PATIENCE);
                publishers.lookForAll(application.port());
                lost.lookForAll(application.port());
            }
            var found = Stream.of(publishers, lost)
                    .flatMap(each -> each.wrong().stream())
                    .toList();
            Table.add(HEAD, "ahead of a database that went on without it", found.size(), 0, "", "");
            wrong.addAll(found);
        }
    }

    private static void working(Path data, Publishers publishers, int changes, String... settings) throws Exception {
        try (var application = Application.in(data, settings)) {
            new SearchingReader(application.port()).untilReady(SearchDrill.PATIENCE);
            work(application, publishers, changes);
            application.stop();
        }
    }

    private void damaged(String name, Damage damage) throws Exception {
        tried(name, damage);
        if (!isWhole(search)) {
            wrong.add("The folder is still broken after a start and a stop: " + name);
            replace(search, earlier());
        }
    }

    private void tried(String name, Damage damage) throws Exception {
        try (var ignored = damage.to(search);
                var application = Application.in(data)) {
            var reader = Reader.at(application.port());
            for (var page : List.of("/", "/2023", "/entries/11", "/subjects", "/2023.json")) {
                if (reader.get(page).statusCode() != 200) {
                    wrong.add(page + " is not served: the folder " + name);
                }
            }
            long began = System.nanoTime();
            new SearchingReader(application.port()).untilReady(SearchDrill.PATIENCE);
            var wait = Duration.ofNanos(System.nanoTime() - began);
            publishers.lookForAll(application.port());
            work(application, publishers, CHANGES_MEANWHILE);
            publishers.lookForAll(application.port());
            application.stop();

            var found = publishers.wrong().subList(seen, publishers.wrong().size());
            seen = publishers.wrong().size();
            Table.add(
                    HEAD,
                    name,
                    found.size(),
                    application.errors().size(),
                    isWhole(search) ? "yes" : "no",
                    String.format(Locale.ROOT, "%.1f s", wait.toMillis() / 1000.0));
            found.forEach(each -> wrong.add(each + ": the folder " + name));
            application.errors().forEach(error -> wrong.add(error + ": the folder " + name));
        }
    }

    private static boolean isWhole(Path search) {
        try (var directory = FSDirectory.open(search);
                var reader = DirectoryReader.open(directory)) {
            for (var leaf : reader.leaves()) {
                leaf.reader().checkIntegrity();
            }
            return reader.numDocs() > 0;
        } catch (IOException e) {
            return false;
        }
    }

    private Path earlier() {
        return folder.resolve("earlier");
    }

    private static void work(Application application, Publishers publishers, int changes) {
        publishers.begin(0, application.port());
        publishers.untilChanged(changes);
        publishers.end();
    }

    /** What the names of the files end with, each once. */
    private List<String> kinds() throws IOException {
        try (var files = Files.list(search)) {
            return files.map(file -> kind(file.getFileName().toString()))
                    .filter(kind -> !kind.equals(".lock"))
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    private static String kind(String file) {
        return file.startsWith("segments") ? "segments" : file.substring(file.lastIndexOf('.'));
    }

    private static Path last(Path search, String kind) throws IOException {
        try (var files = Files.list(search)) {
            return files.filter(file -> kind(file.getFileName().toString()).equals(kind))
                    .max(Path::compareTo)
                    .orElseThrow();
        }
    }

    private static void each(Path search, Act act) throws Exception {
        try (Stream<Path> files = Files.list(search)) {
            for (var file : files.toList()) {
                act.on(file);
            }
        }
    }

    private void overwriteAll(Path file) throws IOException {
        var bytes = new byte[(int) Files.size(file)];
        random.nextBytes(bytes);
        Files.write(file, bytes);
    }

    private void overwrite(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            var bytes = new byte[16];
            random.nextBytes(bytes);
            channel.write(ByteBuffer.wrap(bytes), channel.size() / 2);
        }
    }

    private static void cut(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() / 2);
        }
    }

    /** As a later release may have written it. */
    private static void writeAnotherForm(Path search) throws IOException {
        try (var directory = FSDirectory.open(search);
                var writer = new IndexWriter(directory, new IndexWriterConfig())) {
            var said = new HashMap<String, String>();
            writer.getLiveCommitData().forEach(each -> said.put(each.getKey(), each.getValue()));
            said.put("form", "another");
            writer.setLiveCommitData(said.entrySet());
            writer.deleteAll();
        }
    }

    private static void replace(Path search, Path by) throws IOException {
        FileSystemUtils.deleteRecursively(search);
        FileSystemUtils.copyRecursively(by, search);
    }

    /** An empty small disk in the place of the folder. */
    private static AutoCloseable mounted(Path search, String size) throws Exception {
        assertThat(run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", search.toString()))
                .as("mount")
                .isZero();
        return () -> run("umount", search.toString());
    }

    private static int run(String... command) throws Exception {
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
