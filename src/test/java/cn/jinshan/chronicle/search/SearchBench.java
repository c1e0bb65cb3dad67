package cn.jinshan.chronicle.search;

import cn.jinshan.chronicle.entries.RecordUnderTest;
import cn.jinshan.chronicle.entries.TimelineFilter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Measures what it costs to look for words in one year, or in many, and writes the table of it. */
@Tag("bench")
class SearchBench {

    private static final int YEARS = Integer.getInteger("bench.search.years", 1);
    private static final int ENTRIES = Integer.getInteger("bench.entries", 10_000);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 100);
    private static final int WARM_UP = 50;

    /** Words that take turns, so that no database can answer with its last result. */
    private static final Map<String, List<String>> READINGS = new LinkedHashMap<>();

    static {
        READINGS.put("a name", List.of("王明明", "李华明", "张国明"));
        READINGS.put("a name in pinyin", List.of("wang ming ming", "lihuaming", "zhang guoming"));
        READINGS.put("two characters", List.of("义诊", "结业", "中式"));
        READINGS.put("three words", List.of("东浦镇 手工编织 体检", "南桥镇 血压 演出", "海湾镇 电子商务 走访"));
        READINGS.put("what nearly all have", List.of("残疾人", "区残", "的"));
        READINGS.put("what none has, nor anything near", List.of("爨龘", "龘爨", "爨爨"));
        READINGS.put("one character wrong", List.of("电子商雾", "手工编枳", "中式面店"));
    }

    @TempDir
    private Path folder;

    @Test
    void theCostOfEverySearchIsWrittenDown() throws Exception {
        var table = new StringBuilder("| search | H2 | PostgreSQL |\n| --- | ---: | ---: |\n");
        try (var h2 = RecordUnderTest.on("jdbc:h2:file:" + folder.resolve("search"), "sa");
                var postgres = RecordUnderTest.onPostgres()) {
            h2.with(YEARS, ENTRIES);
            postgres.with(YEARS, ENTRIES);
            READINGS.values().forEach(words -> List.of(h2, postgres).forEach(record -> times(record, words, WARM_UP)));
            READINGS.forEach((name, words) -> {
                var row = "| " + name + " | " + cost(h2, words) + " | " + cost(postgres, words) + " |\n";
                System.out.print(row);
                table.append(row);
            });
        }
        var target = Files.createDirectories(Path.of("target", "bench")).resolve("search.md");
        Files.writeString(target, table.toString());
    }

    private static String cost(RecordUnderTest record, List<String> words) {
        var times = times(record, words, ROUNDS);
        Arrays.sort(times);
        return String.format(Locale.ROOT, "%.1f / %.1f", times[ROUNDS / 2] / 1e6, times[ROUNDS * 95 / 100] / 1e6);
    }

    private static long[] times(RecordUnderTest record, List<String> words, int rounds) {
        var times = new long[rounds];
        for (int round = 0; round < rounds; round++) {
            var search = new Search(words.get(round % words.size()), null, TimelineFilter.WHOLE);
            long start = System.nanoTime();
            record.publicSearch().find(search);
            times[round] = System.nanoTime() - start;
        }
        return times;
    }
}
