package cn.jinshan.chronicle.search;

import static java.util.stream.Collectors.joining;

import cn.jinshan.chronicle.entries.RecordUnderTest;
import cn.jinshan.chronicle.entries.TimelineFilter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Measures the search of the 29 entries of 2023, of a year of many, and of many such years, and writes the table. */
@Tag("bench")
class SearchBench {

    private static final int YEARS = Integer.getInteger("bench.search.years", 1);
    private static final int ENTRIES = Integer.getInteger("bench.entries", 10_000);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 100);

    /** Every row is asked so long before it is measured: the program is compiled, and the files are read. */
    private static final long WARM_UP_NANOS = TimeUnit.SECONDS.toNanos(5);

    private static final String SEED = "--spring.flyway.locations=classpath:db/seed";

    /** What is asked for one row of the table; the questions take turns. */
    private record Row(String name, List<Search> ofTheSeed, List<Search> ofGenerated) {

        static Row words(String name, List<String> ofTheSeed, List<String> ofGenerated) {
            return new Row(name, searches(ofTheSeed), searches(ofGenerated));
        }

        private static List<Search> searches(List<String> words) {
            return words.stream().map(Search::of).toList();
        }
    }

    private static final List<Row> ROWS = List.of(
            Row.words("one word", List.of("李婷", "助残日", "轮椅"), List.of("王明明", "蓝印花布", "旱地冰壶")),
            Row.words("two words", List.of("李婷 世界杯", "区残联 招聘会", "7月 轮椅"), List.of("东浦镇 手工编织", "南桥镇 白内障筛查", "海湾镇 电子商务")),
            Row.words("two words without a space", List.of("李婷世界杯", "区残联招聘会"), List.of("东浦镇手工编织", "南桥镇白内障")),
            Row.words("one character", List.of("婷", "奖", "画"), List.of("竹", "沪", "蜂")),
            Row.words("what nearly all have", List.of("残疾人", "区残", "的"), List.of("残疾人", "区残", "的")),
            Row.words("a name in pinyin", List.of("liting", "chen xuefeng"), List.of("wangmingming", "zhang guoming")),
            Row.words("a word in pinyin", List.of("zhucanri", "lunyi"), List.of("baineizhang", "lanyinhuabu")),
            Row.words("initials", List.of("lt", "cxf"), List.of("wmm", "zgm")),
            Row.words("one character wrong", List.of("坐式排求", "李廷"), List.of("蓝印华布", "旱地冰胡")),
            Row.words("a question", List.of("李婷得了什么奖", "招聘会是哪一天"), List.of("手工编织班什么时候开", "谁得了旱地冰壶金牌")),
            Row.words("nothing found", List.of("爨龘", "龘爨", "爨爨"), List.of("爨龘", "龘爨", "爨爨")),
            new Row("a filter alone", filters(2023), filters(RecordUnderTest.FIRST_YEAR)));

    private static List<Search> filters(int year) {
        return Stream.of(
                        TimelineFilter.WHOLE.onlyMonth(5),
                        TimelineFilter.WHOLE.onlySection("visits"),
                        TimelineFilter.WHOLE.onlySection("meetings").onlyMonth(5))
                .map(filter -> Search.of("").onlyYear(year).filter(filter))
                .toList();
    }

    /** In milliseconds: two of the clock, and one of the processor. */
    private record Cost(double median, double high, double processor) {

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.1f / %.1f / %.1f", median, high, processor);
        }
    }

    private record Column(int entries, double seconds, double megabytes, Map<String, Cost> costs) {}

    @TempDir
    private Path folder;

    private final List<Column> columns = new ArrayList<>();

    @Test
    void theCostOfEverySearchIsWrittenDown() throws Exception {
        try (var record = onH2("29", SEED)) {
            write(measured(29, record, Row::ofTheSeed));
        }
        try (var record = onH2("" + ENTRIES).withLongTexts(1, ENTRIES)) {
            write(measured(ENTRIES, record, Row::ofGenerated));
        }
        if (YEARS > 1) {
            try (var record = onH2("" + YEARS * ENTRIES).withLongTexts(YEARS, ENTRIES)) {
                write(measured(YEARS * ENTRIES, record, Row::ofGenerated));
            }
        }
    }

    /** The table with one more column: a run that is stopped leaves what it measured. */
    private void write(Column column) throws IOException {
        columns.add(column);
        var target = Files.createDirectories(Path.of("target", "bench")).resolve("search.md");
        Files.writeString(target, table(columns));
    }

    private RecordUnderTest onH2(String name, String... settings) {
        var data = folder.resolve(name);
        var all = Stream.concat(Stream.of("--chronicle.data=" + data), Stream.of(settings));
        return RecordUnderTest.on("jdbc:h2:file:" + data.resolve("chronicle"), "sa", all.toArray(String[]::new));
    }

    private Column measured(int entries, RecordUnderTest record, Function<Row, List<Search>> searches) {
        long start = System.nanoTime();
        record.searchIndex().build();
        double seconds = (System.nanoTime() - start) / 1e9;
        ROWS.forEach(row -> warmUp(record, searches.apply(row)));
        var costs = new LinkedHashMap<String, Cost>();
        for (var row : ROWS) {
            var cost = cost(record, searches.apply(row), ROUNDS);
            System.out.printf("%,d, %s: %s%n", entries, row.name, cost);
            costs.put(row.name, cost);
        }
        return new Column(entries, seconds, size(folder.resolve(entries + "/search")) / 1e6, costs);
    }

    private static long size(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void warmUp(RecordUnderTest record, List<Search> searches) {
        long end = System.nanoTime() + WARM_UP_NANOS;
        while (System.nanoTime() < end) {
            searches.forEach(record.publicSearch()::find);
        }
    }

    private static Cost cost(RecordUnderTest record, List<Search> searches, int rounds) {
        var threads = ManagementFactory.getThreadMXBean();
        var times = new long[rounds];
        long before = threads.getCurrentThreadCpuTime();
        for (int round = 0; round < rounds; round++) {
            var search = searches.get(round % searches.size());
            long start = System.nanoTime();
            record.publicSearch().find(search);
            times[round] = System.nanoTime() - start;
        }
        double processor = (threads.getCurrentThreadCpuTime() - before) / 1e6 / rounds;
        Arrays.sort(times);
        return new Cost(times[rounds / 2] / 1e6, times[rounds * 95 / 100] / 1e6, processor);
    }

    private static String table(List<Column> columns) {
        var table = new StringBuilder();
        row(table, "search", columns, column -> String.format(Locale.ROOT, "%,d entries", column.entries));
        row(table, "---", columns, column -> "---:");
        row(table, "building, s", columns, column -> decimal(column.seconds));
        row(table, "on the disk, MB", columns, column -> decimal(column.megabytes));
        for (var row : ROWS) {
            row(table, row.name, columns, column -> column.costs.get(row.name).toString());
        }
        return table.toString();
    }

    private static void row(StringBuilder table, String name, List<Column> columns, Function<Column, String> cell) {
        table.append(Stream.concat(Stream.of(name), columns.stream().map(cell)).collect(joining(" | ", "| ", " |\n")));
    }

    private static String decimal(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
