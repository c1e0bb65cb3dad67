package cn.jinshan.chronicle.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures the packaged application as {@code src/docs/operation.md} says to prepare and run it: the start on each JDK,
 * and the memory after a crawl.
 */
@Tag("bench")
class SmallServerBench {

    private static final Path JAR = Path.of(System.getProperty("bench.jar", "target/jinshan-chronicle.jar"));

    /** The home of a JDK 25; unless it is named, only the JDK that runs this is measured. */
    private static final String JDK_25 = System.getProperty("bench.jdk25", "");

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final int REQUESTS = Integer.getInteger("bench.requests", 10_000);

    /** As many as browsers open to one host, and a few. */
    private static final int CALLERS = 8;

    /** Commands of the documentation, by the heading above them. */
    private final Map<String, List<String>> commands = new LinkedHashMap<>();

    private final StringBuilder table = new StringBuilder();

    @TempDir
    private Path folder;

    @BeforeEach
    void readTheCommands() throws IOException {
        var heading = "";
        boolean isCommand = false;
        for (var line : Files.readAllLines(Path.of("src/docs/operation.md"))) {
            if (line.startsWith("```")) {
                isCommand = line.equals("```sh");
            } else if (isCommand) {
                commands.computeIfAbsent(heading, key -> new ArrayList<>()).add(line);
            } else if (line.startsWith("## ")) {
                heading = line.substring(3);
            }
        }
        Files.createDirectories(folder.resolve("target"));
        Files.copy(JAR, folder.resolve("target/jinshan-chronicle.jar"));
    }

    @Test
    void theStart() throws Exception {
        var ways = new LinkedHashMap<String, Way>();
        ways.put("plain jar, 17", way("The jar alone", System.getProperty("java.home")));
        ways.put("archive, 17", way("A quicker start on Java 17", System.getProperty("java.home")));
        if (!JDK_25.isEmpty()) {
            ways.put("plain jar, 25", way("The jar alone", JDK_25));
            ways.put("AOT cache, 25", way("A quicker start on Java 25", JDK_25));
        }
        var walls = new LinkedHashMap<String, List<Long>>();
        var processors = new LinkedHashMap<String, List<Long>>();
        for (int round = 0; round <= ROUNDS; round++) {
            for (var way : ways.entrySet()) {
                try (var application = way.getValue().start(folder.resolve(way.getKey()))) {
                    // The first one fills the folder
                    if (round > 0) {
                        add(walls, way.getKey(), application.start());
                        add(processors, way.getKey(), application.startProcessor());
                    }
                }
            }
        }
        say("| start to the first page | ms | ms of the processor |\n| --- | ---: | ---: |");
        for (var way : ways.keySet()) {
            say("| %s | %,d | %,d |", way, median(walls.get(way)), median(processors.get(way)));
        }
        write("start");
    }

    @Test
    void theMemory() throws Exception {
        var way = way("A quicker start on Java 17", System.getProperty("java.home"));
        try (var application = way.start(folder.resolve("crawled"))) {
            var crawl = new Crawl(application.port());
            var collected = application.collected();
            var before = application.processor();
            var began = System.nanoTime();
            var failures = crawl.ask(REQUESTS, CALLERS);
            var took = Duration.ofNanos(System.nanoTime() - began);
            assertThat(failures).isEmpty();
            double collecting = application.collected() - collected;
            say("| after %,d requests | |%n| --- | ---: |", REQUESTS);
            say("| seconds | %.0f |", took.toMillis() / 1000.0);
            say(
                    "| seconds of the processor | %.0f |",
                    application.processor().minus(before).toMillis() / 1000.0);
            say("| of the time in collections | %.1f %% |", 100_000 * collecting / took.toMillis());
            say("| PSS, MiB | %s |", application.memory());
        }
        try (var application = way.start(folder.resolve("looked at"), "-XX:NativeMemoryTracking=summary")) {
            assertThat(new Crawl(application.port()).ask(REQUESTS, CALLERS)).isEmpty();
            say("%n%s", application.nativeMemory());
        }
        write("memory");
    }

    /** Runs what is to be done before, and keeps how it is run. */
    private Way way(String heading, String home) throws Exception {
        var lines = commands.get(heading);
        for (var line : lines.subList(0, lines.size() - 1)) {
            var shell = new ProcessBuilder("sh", "-ec", line).directory(folder.toFile());
            shell.environment().merge("PATH", home + "/bin:", (path, first) -> first + path);
            assertThat(shell.redirectErrorStream(true)
                            .redirectOutput(folder.resolve("training.log").toFile())
                            .start()
                            .waitFor())
                    .as(line)
                    .isZero();
        }
        return new Way(List.of(lines.get(lines.size() - 1).split(" ")), home);
    }

    /** Way to run the application: the last command, without the folder that it changes to. */
    private class Way {

        private final Path where;
        private final List<String> command;
        private final String home;

        Way(List<String> words, String home) {
            this.home = home;
            int java = words.indexOf("java");
            this.where = java == 0 ? folder : folder.resolve(words.get(java - 2));
            this.command = words.subList(java + 1, words.size() - 1);
            assertThat(words.get(words.size() - 1)).isEqualTo("--chronicle.data=/srv/chronicle");
        }

        MeasuredServer start(Path data, String... flags) throws Exception {
            int port = MeasuredServer.freePort();
            var settings = Stream.of(
                    "--server.port=" + port,
                    "--chronicle.data=" + data,
                    "--chronicle.address=http://localhost:" + port);
            return new MeasuredServer(
                    "small server",
                    port,
                    home,
                    where,
                    Stream.of(Stream.of(flags), command.stream(), settings)
                            .flatMap(each -> each)
                            .toList(),
                    Files.createDirectories(data).resolve("bench.log"));
        }
    }

    private static void add(Map<String, List<Long>> all, String way, Duration measured) {
        all.computeIfAbsent(way, key -> new ArrayList<>()).add(measured.toMillis());
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private void say(String line, Object... values) {
        var said = String.format(Locale.ROOT, line, values);
        System.out.println(said);
        table.append(said).append('\n');
    }

    private void write(String name) throws IOException {
        Files.writeString(Files.createDirectories(Path.of("target", "bench")).resolve(name + ".md"), table);
    }
}
