package cn.jinshan.chronicle.bench;

import cn.jinshan.chronicle.bench.Turns.Asking;
import cn.jinshan.chronicle.entries.RecordUnderTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures the packaged application with a year that stands alone, and with the same year among a hundred: what a page
 * costs, how long it takes to start, and how much memory that takes. The index of the search is that of before.
 */
@Tag("bench")
class GrowthBench {

    private static final int YEARS = Integer.getInteger("bench.years", 100);
    private static final int ENTRIES = Integer.getInteger("bench.entries", 10_000);

    /** Of a single year, for its document. */
    private static final int MANY = Integer.getInteger("bench.many", 100_000);

    private static final int SECONDS = Integer.getInteger("bench.seconds", 3);

    /** The largest heap with which the document of many is written. */
    private static final String LITTLE = System.getProperty("bench.heap", "192m");

    private static final int CONNECTIONS = 4;
    private static final int STARTS = 3;

    private static final List<Integer> NUMBERS = RecordUnderTest.years(YEARS);
    private static final int YEAR = NUMBERS.get(0);

    /** After those of the year that the application brings along. */
    private static final int FIRST_ENTRY = 30;

    /** The databases are kept there for the next run, if it is named. */
    private static final String FOLDER = System.getProperty("bench.folder", "");

    @TempDir
    private Path temporary;

    private final StringBuilder table = new StringBuilder();
    private final Map<String, List<Double>> starts = new HashMap<>();

    private static final Map<String, String> PAGES = new LinkedHashMap<>();

    static {
        PAGES.put("timeline, page 1", "/{year}");
        PAGES.put("timeline, last page", "/{year}?page=" + ((ENTRIES - 1) / 500 + 1));
        PAGES.put("section and month", "/{year}?section=meetings&month=5");
        PAGES.put("entry", "/entries/{entry}");
        PAGES.put("document", "/{year}.json");
    }

    @Test
    void whatManyYearsCostIsWrittenDown() throws Exception {
        var alone = filled("alone", 1, ENTRIES);
        var among = filled("among", YEARS, ENTRIES);
        say("| what | %1$s alone | %1$s among %2$d | ratio | any of %2$d | ratio |", YEAR, YEARS);
        say("| --- | ---: | ---: | ---: | ---: | ---: |");
        for (int start = 0; start < STARTS; start++) {
            start("alone", alone);
            start("among", among);
        }
        double one = Load.median(starts.get("alone"));
        double all = Load.median(starts.get("among"));
        say("| start to the first page, s | %.1f | %.1f | %.2f | | |", one, all, all / one);
        try (var first = MeasuredServer.application(alone, "-Xmx512m");
                var second = MeasuredServer.application(among, "-Xmx512m")) {
            for (var page : PAGES.entrySet()) {
                measure("made: " + page.getKey(), page.getValue(), Turns.MADE, first, second);
            }
            measure("kept: timeline, page 1", PAGES.get("timeline, page 1"), Turns.KEPT, first, second);
            say("| heap in use after all this, MiB | %d | %d | | | |", first.heap(), second.heap());
            say("| PSS, MiB | %s | %s | | | |", first.memory(), second.memory());
        }
        write("growth.md");
    }

    private void start(String name, Path folder) throws IOException {
        try (var server = MeasuredServer.application(folder, "-Xmx512m")) {
            starts.computeIfAbsent(name, key -> new ArrayList<>())
                    .add(server.start().toMillis() / 1000.0);
        }
    }

    private void measure(String name, String page, String headers, MeasuredServer alone, MeasuredServer among)
            throws IOException {
        var turns = new Turns(CONNECTIONS, Duration.ofSeconds(2L * SECONDS), Duration.ofSeconds(SECONDS));
        var first = new Asking(alone, paths(page, 1), headers);
        var second = new Asking(among, paths(page, 1), headers);
        var third = new Asking(among, paths(page, YEARS), headers);
        // What is kept is kept, whichever year it is of
        boolean isMade = headers.equals(Turns.MADE);
        var costs = isMade ? turns.measure(first, second, third) : turns.measure(first, second);
        double one = costs.get(first).processor();
        double same = costs.get(second).processor();
        var line = String.format(Locale.ROOT, "| %s | %.2f | %.2f | %.2f |", name, one, same, same / one);
        double any = isMade ? costs.get(third).processor() : Double.NaN;
        say(isMade ? line + " %.2f | %.2f |" : line + " | |", any, any / one);
    }

    /** Addresses of any of the first years, and of any of its entries. */
    private static Supplier<String> paths(String page, int years) {
        return () -> {
            int year = ThreadLocalRandom.current().nextInt(years);
            int entry = year * ENTRIES + ThreadLocalRandom.current().nextInt(ENTRIES);
            return page.replace("{year}", NUMBERS.get(year) + "").replace("{entry}", FIRST_ENTRY + entry + "");
        };
    }

    @Test
    void theDocumentOfAYearOfManyIsAnsweredInLittleMemory() throws Exception {
        var many = filled("many", 1, MANY);
        say("| document of %,d entries, -Xmx%s | bytes | s | s of the processor |", MANY, LITTLE);
        say("| --- | ---: | ---: | ---: |");
        try (var server = MeasuredServer.application(many, "-Xmx" + LITTLE, "-XX:+UseSerialGC")) {
            for (int turn = 1; turn <= STARTS; turn++) {
                long start = System.nanoTime();
                var before = server.processor();
                int bytes = server.ask("/" + YEAR + ".json").length;
                double seconds = (System.nanoTime() - start) / 1e9;
                double processor = server.processor().minus(before).toMillis() / 1000.0;
                say("| gzip, %d. time | %,d | %.1f | %.1f |", turn, bytes, seconds, processor);
            }
            say("| heap in use after that, MiB | %d | | |", server.heap());
        }
        write("document.md");
    }

    private Path filled(String name, int years, int entries) throws Exception {
        var folder = (FOLDER.isEmpty() ? temporary : Path.of(FOLDER)).resolve(name + "-" + years + "-" + entries);
        if (!Files.exists(folder)) {
            try (var empty = MeasuredServer.application(folder)) {
                empty.awaitIndex();
            }
            try (var record = RecordUnderTest.on(
                    "jdbc:h2:file:" + folder.resolve("chronicle"),
                    "sa",
                    "--chronicle.data=" + temporary.resolve("none"),
                    "--spring.flyway.locations=classpath:db/migration,classpath:db/seed")) {
                record.withLongTexts(years, entries);
            }
        }
        return folder;
    }

    private void say(String line, Object... values) {
        var said = String.format(Locale.ROOT, line + "%n", values);
        System.out.print(said);
        table.append(said);
    }

    private void write(String file) throws IOException {
        Files.writeString(Files.createDirectories(Path.of("target", "bench")).resolve(file), table);
    }
}
