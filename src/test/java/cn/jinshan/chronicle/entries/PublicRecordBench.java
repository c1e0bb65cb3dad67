package cn.jinshan.chronicle.entries;

import static java.util.stream.Collectors.joining;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures every public reading of a year that stands alone, and of one among a hundred, and writes the table of it.
 */
@Tag("bench")
class PublicRecordBench {

    private static final int YEARS = Integer.getInteger("bench.years", 100);
    private static final int ENTRIES = Integer.getInteger("bench.entries", 10_000);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 40);
    private static final int WARM_UP = 10;
    private static final List<String> CASES = List.of("a year alone", "a year among " + YEARS, "any year of " + YEARS);

    private static final TimelineFilter LAST_PAGE = TimelineFilter.WHOLE.page((ENTRIES - 1) / Timeline.PAGE + 1);

    @TempDir
    private Path folder;

    private interface Reading {
        void of(PublicRecord record, int year, long entry);
    }

    private static final Map<String, Reading> READINGS = new LinkedHashMap<>();

    static {
        READINGS.put("years", (record, year, entry) -> record.years());
        READINGS.put("chronicle", (record, year, entry) -> record.chronicle(year));
        timeline("timeline, oldest first", TimelineFilter.WHOLE);
        timeline("timeline, newest first", TimelineFilter.WHOLE.newestFirst());
        timeline("timeline, by sections", TimelineFilter.WHOLE.bySections());
        timeline("timeline, last page", LAST_PAGE);
        timeline(
                "timeline, section and month",
                TimelineFilter.WHOLE.onlySection("meetings").onlyMonth(5));
        timeline("timeline, month none", TimelineFilter.WHOLE.onlyMonth(TimelineFilter.UNDATED));
        READINGS.put(
                "document",
                (record, year, entry) -> record.asPublished(
                        year, TimelineFilter.WHOLE, chosen -> chosen.lines().forEach(line -> {})));
        READINGS.put("entry", (record, year, entry) -> record.entry(entry));
        READINGS.put("entry page", (record, year, entry) -> entryPage(record, entry));
    }

    private static void timeline(String name, TimelineFilter filter) {
        READINGS.put(name, (record, year, entry) -> record.timeline(year, filter));
    }

    private static void entryPage(PublicRecord record, long id) {
        var entry = record.entry(id);
        var chronicle = record.chronicle(entry.date().year());
        var subjects = record.subjects(entry);
        record.previous(entry, chronicle);
        record.next(entry, chronicle);
        record.related(entry, chronicle, subjects);
    }

    /** In milliseconds. */
    private record Cost(double median, double high) {

        static Cost of(long[] times) {
            var sorted = Arrays.stream(times).sorted().toArray();
            return new Cost(sorted[ROUNDS / 2] / 1e6, sorted[ROUNDS * 95 / 100] / 1e6);
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.1f / %.1f", median, high);
        }
    }

    @Test
    void theCostOfEveryPublicReadingIsWrittenDown() throws Exception {
        var columns = new ArrayList<Map<String, Cost>>();
        try (var one = onH2InFile("one");
                var all = onH2InFile("all")) {
            columns.addAll(measured("H2", one, all));
        }
        try (var one = RecordUnderTest.onPostgres();
                var all = RecordUnderTest.onPostgres()) {
            columns.addAll(measured("PostgreSQL", one, all));
        }
        var target = Files.createDirectories(Path.of("target", "bench")).resolve("benchmarks.md");
        Files.writeString(target, table(columns));
    }

    /** As in production, but that H2 keeps no last result, which would answer the second reading of a year at once. */
    private RecordUnderTest onH2InFile(String name) {
        return RecordUnderTest.on("jdbc:h2:file:" + folder.resolve(name) + ";OPTIMIZE_REUSE_RESULTS=FALSE", "sa");
    }

    /**
     * A year alone; a year among all, again and again; another year of all each time. The three take turns, so that
     * whatever else the machine does meets them all.
     */
    private static List<Map<String, Cost>> measured(String name, RecordUnderTest one, RecordUnderTest all)
            throws Exception {
        write(name, one, 1);
        write(name, all, YEARS);
        var costs = Stream.<Map<String, Cost>>generate(LinkedHashMap::new)
                .limit(CASES.size())
                .toList();
        READINGS.forEach((reading, does) -> {
            var random = new Random(29);
            var times = new long[CASES.size()][ROUNDS];
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                int entry = random.nextInt(ENTRIES);
                long[] taken = {
                    time(does, one, 0, entry),
                    time(does, all, YEARS / 2, entry),
                    time(does, all, random.nextInt(YEARS), entry)
                };
                for (int i = 0; round >= 0 && i < taken.length; i++) {
                    times[i][round] = taken[i];
                }
            }
            for (int i = 0; i < times.length; i++) {
                costs.get(i).put(reading, Cost.of(times[i]));
            }
            System.out.printf(
                    "%s, %s: %s%n",
                    name, reading, costs.stream().map(each -> each.get(reading)).toList());
        });
        return costs;
    }

    private static void write(String name, RecordUnderTest record, int years) throws Exception {
        long start = System.nanoTime();
        record.with(years, ENTRIES);
        System.out.printf(
                "%s: %,d entries written in %d s%n",
                name, years * ENTRIES, (System.nanoTime() - start) / 1_000_000_000);
    }

    /** Another year and entry each time, as readers come. In a new database the entries are numbered through. */
    private static long time(Reading reading, RecordUnderTest record, int year, int entry) {
        var publicRecord = record.publicRecord();
        int number = ChronicleGenerator.years(YEARS).get(year);
        long start = System.nanoTime();
        reading.of(publicRecord, number, (long) year * ENTRIES + entry + 1);
        return System.nanoTime() - start;
    }

    private static String table(List<Map<String, Cost>> columns) {
        var head = new ArrayList<>(List.of("reading"));
        for (var database : List.of("H2", "PostgreSQL")) {
            CASES.forEach(each -> head.add(database + ", " + each));
            head.add("ratio");
        }
        var table = new StringBuilder();
        row(table, head);
        row(
                table,
                head.stream()
                        .map(title -> title.equals("reading") ? "---" : "---:")
                        .toList());
        for (var reading : READINGS.keySet()) {
            var cells = new ArrayList<>(List.of(reading));
            for (int i = 0; i < columns.size(); i += CASES.size()) {
                var one = columns.get(i).get(reading);
                var among = columns.get(i + 1).get(reading);
                cells.add(one.toString());
                cells.add(among.toString());
                cells.add(columns.get(i + 2).get(reading).toString());
                cells.add(String.format(Locale.ROOT, "%.1f", among.median() / one.median()));
            }
            row(table, cells);
        }
        return table.toString();
    }

    private static void row(StringBuilder table, List<String> cells) {
        table.append(cells.stream().collect(joining(" | ", "| ", " |\n")));
    }
}
