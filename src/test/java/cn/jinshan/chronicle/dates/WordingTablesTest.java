package cn.jinshan.chronicle.dates;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.entries.Refusals;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;

/** The wordings of {@code dates/recogniser.txt} and {@code dates/chronicles.txt}, and what becomes of each. */
class WordingTablesTest {

    private static final String REFUSED = "refused ";

    record Row(String wording, int year, @Nullable EventDate previous, String result) {

        @Override
        public String toString() {
            return wording + " in " + year;
        }
    }

    @ParameterizedTest
    @MethodSource("recogniser")
    void theWordingsOfARecogniserAreUnderstoodOrRefusedWithTheReason(Row row) {
        assertThat(outcome(row)).isEqualTo(row.result());
    }

    @ParameterizedTest
    @MethodSource("chronicles")
    void theWordingsOfChroniclesAreUnderstoodOrRefusedWithTheReason(Row row) {
        assertThat(outcome(row)).isEqualTo(row.result());
    }

    @Test
    void mostAreUnderstood() throws IOException {
        assertThat(recogniser().filter(row -> !row.result().startsWith(REFUSED)))
                .hasSizeGreaterThanOrEqualTo(75);
        assertThat(chronicles()).hasSizeGreaterThanOrEqualTo(80);
    }

    /** The date, or the reason; each reason is a sentence in both languages, each suggestion can be understood. */
    private static String outcome(Row row) {
        try {
            return EventDate.parse(row.wording(), row.year(), row.previous())
                    .edtf()
                    .toString();
        } catch (DateRefusedException refusal) {
            assertThat(Refusals.inChinese(() -> parse(row))).endsWith("。");
            assertThat(Refusals.inEnglish(() -> parse(row))).endsWith(".").doesNotContain("{");
            refusal.suggestion().ifPresent(near -> EventDate.parse(near, row.year(), row.previous()));
            var reason = String.valueOf(refusal.reason().getCode()).replace("date.refused.", REFUSED);
            return reason + refusal.suggestion().map(near -> " → " + near).orElse("");
        }
    }

    private static void parse(Row row) {
        EventDate.parse(row.wording(), row.year(), row.previous());
    }

    static Stream<Row> recogniser() throws IOException {
        return table("recogniser")
                .map(cells -> new Row(cells.get(0), Integer.parseInt(cells.get(1)), null, cells.get(2)));
    }

    static Stream<Row> chronicles() throws IOException {
        return table("chronicles").map(cells -> {
            int year = Integer.parseInt(cells.get(1));
            var previous = cells.get(2).isEmpty() ? null : EventDate.of("", cells.get(2), year);
            return new Row(cells.get(0), year, previous, cells.get(3));
        });
    }

    private static Stream<List<String>> table(String name) throws IOException {
        return new ClassPathResource("dates/" + name + ".txt")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line ->
                        Arrays.stream(line.split("\\|", -1)).map(String::strip).toList());
    }
}
