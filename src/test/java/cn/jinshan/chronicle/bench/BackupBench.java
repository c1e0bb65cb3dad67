package cn.jinshan.chronicle.bench;

import cn.jinshan.chronicle.Postgres;
import cn.jinshan.chronicle.entries.RecordUnderTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Measures how long the packaged application takes to back up and to restore, within a bound of its heap. */
@Tag("bench")
class BackupBench {

    private static final List<Integer> ENTRIES = Stream.of(
                    System.getProperty("bench.entries", "10000,100000").split(","))
            .map(Integer::valueOf)
            .toList();

    private static final String HEAP = System.getProperty("bench.heap", "192m");

    @TempDir
    private Path temporary;

    private final StringBuilder table = new StringBuilder();

    @Test
    void whatABackupCostsIsWrittenDown() throws Exception {
        say("| entries, -Xmx%s | file, MB | backup, s | restore on H2, s | restore on PostgreSQL, s |", HEAP);
        say("| ---: | ---: | ---: | ---: | ---: |");
        for (int entries : ENTRIES) {
            var full = filled(entries);
            var file = temporary.resolve("backup-" + entries + ".zip");
            double backup = command(full, "--backup=" + file);
            double restore = command(temporary.resolve("h2-" + entries), "--restore=" + file);
            double onPostgres = command(
                    temporary.resolve("postgres-" + entries),
                    "--restore=" + file,
                    "--spring.datasource.url=" + Postgres.freshDatabase(),
                    "--spring.datasource.username=" + Postgres.USER,
                    "--spring.datasource.password=" + Postgres.PASSWORD);
            say("| %,d | %.1f | %.1f | %.1f | %.1f |", entries, Files.size(file) / 1e6, backup, restore, onPostgres);
        }
        Files.writeString(Files.createDirectories(Path.of("target", "bench")).resolve("backup.md"), table);
    }

    private Path filled(int entries) throws Exception {
        var folder = temporary.resolve("full-" + entries);
        try (var empty = MeasuredServer.application(folder)) {
            empty.awaitIndex();
        }
        try (var record = RecordUnderTest.on(
                "jdbc:h2:file:" + folder.resolve("chronicle"),
                "sa",
                "--chronicle.data=" + temporary.resolve("none"),
                "--spring.flyway.locations=classpath:db/migration,classpath:db/seed")) {
            record.withLongTexts(1, entries);
        }
        return folder;
    }

    /** Seconds of the whole process. */
    private static double command(Path folder, String... arguments) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        long began = System.nanoTime();
        var process = new ProcessBuilder(Stream.concat(
                                Stream.of(
                                        java,
                                        "-Xmx" + HEAP,
                                        "-XX:+UseSerialGC",
                                        "-jar",
                                        System.getProperty("bench.jar"),
                                        "--chronicle.data=" + folder),
                                Stream.of(arguments))
                        .toList())
                .redirectErrorStream(true)
                .start();
        try (var said = process.inputReader()) {
            var lines = said.lines().collect(Collectors.joining("\n"));
            if (process.waitFor() != 0) {
                throw new IllegalStateException(lines);
            }
        }
        return (System.nanoTime() - began) / 1e9;
    }

    private void say(String line, Object... values) {
        var said = String.format(Locale.ROOT, line + "%n", values);
        System.out.print(said);
        table.append(said);
    }
}
