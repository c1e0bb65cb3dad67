package cn.jinshan.chronicle.dates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import cn.jinshan.chronicle.entries.Refusals;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventDateTest {

    @Test
    void theWordingIsKeptAsTheSourceHasIt() {
        assertThat(EventDate.of("春节前夕", "2023-01~", 2023).wording()).isEqualTo("春节前夕");
        assertThat(EventDate.of("", "2023", 2023).wording()).isEmpty();
    }

    @Test
    void aWordingHasAtMostTwoHundredCharacters() {
        assertThatCode(() -> EventDate.of("春".repeat(200), "2023", 2023)).doesNotThrowAnyException();
        assertThat(Refusals.inChinese(() -> EventDate.of("春".repeat(201), "2023", 2023)))
                .startsWith("没有看懂“" + "春".repeat(20) + "…”。");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2022-12-31",
                "2024-01-01",
                "2022",
                "2024",
                "2022-12",
                "2024-01~",
                "2021-24",
                "2022-23",
                "2022-36",
                "2024-33",
                "2022-41",
                "2024-40",
                "2022-11/2022-12",
                "2022-12-30/2022-12-31",
                "2024-01-01/2024-01-05",
                "[2024-01-21..2024-01-31]",
                "{2022-07-02,2022-07-09}"
            })
    void aDateOutsideTheYearIsRefused(String edtf) {
        assertThat(Refusals.code(() -> in2023(edtf))).isEqualTo("date.refused.outside");
        assertThat(Refusals.inChinese(() -> in2023(edtf))).isEqualTo("这个日期不在2023年，请检查。");
        assertThat(Refusals.inEnglish(() -> in2023(edtf))).isEqualTo("This date is not in 2023. Please check.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023-01-01",
                "2023-12-31",
                "2022-24",
                "2023-24",
                "2022-12-31/2023-01-01",
                "2023-12-31/2024-01-01",
                "2022-01/2024-12",
                "[2023-12..2024-01]",
                "{2022-12-31,2023-01-01}"
            })
    void aDateWithADayInTheYearIsTaken(String edtf) {
        assertThatCode(() -> in2023(edtf)).doesNotThrowAnyException();
    }

    @Test
    void aSetOnBothSidesOfTheYearWithoutAMemberInItIsRefused() {
        assertThat(Refusals.code(() -> in2023("{2022-12-31,2024-01-01}"))).isEqualTo("date.refused.outside");
        assertThat(Refusals.code(() -> in2023("{2022-12,2024-01}"))).isEqualTo("date.refused.outside");
    }

    @Test
    void aKnownDayStandsAtThatDay() {
        stands("2023-05-17", "2023-05-18", "2023-05-19");
        stands("2023-09-30", "2023-10-01");
        standTogether("2023-05-18", "2023-05-18?", "2023-05-18~");
    }

    @Test
    void aMonthStandsAfterItsLastDayAndBeforeTheNextMonth() {
        stands("2023-05-31", "2023-05", "2023-06-01");
        stands("2023-02-28", "2023-02", "2023-03-01");
        stands("2023-12-31", "2023-12", "2023");
        standTogether("2023-01", "2023-01~", "2023-01?");
    }

    @Test
    void aYearStandsLast() {
        stands("2023-12-31", "2023-12", "2023-24", "2023-36", "2023-41", "2023");
        standTogether("2023", "2023~", "2023?");
    }

    @Test
    void anIntervalStandsAtItsFirstDay() {
        standTogether("2023-03-05/2023-03-07", "2023-03-05");
        standTogether("2023-03-30/2023-05-02", "2023-03-30");
    }

    @Test
    void aMonthRangeStandsAtTheEndOfItsFirstMonth() {
        standTogether("2023-02/2023-04", "2023-02");
    }

    @Test
    void aSetStandsAtItsFirstMember() {
        standTogether("{2023-07-02,2023-07-09}", "2023-07-02");
        standTogether("{2023-03,2023-09}", "2023-03");
    }

    @Test
    void aSetStandsAtItsFirstMemberInTheYear() {
        standTogether("{2022-12-31,2023-02-10,2023-05-01}", "2023-02-10");
        standTogether("{2022-11,2022-12,2023-04}", "2023-04");
    }

    @Test
    void aOneOfStandsAtItsLatestDay() {
        standTogether("[2023-10-21..2023-10-31]", "2023-10-31");
        stands("2023-10-30", "[2023-10-21..2023-10-31]", "2023-10");
        standTogether("[2023-02..2023-04]", "2023-04");
    }

    @Test
    void coarserOnesStandAfterTheMonthTheyEndIn() {
        stands("2023-05-31", "2023-05", "2023-21", "2023-06-01");
        stands("2023-08", "2023-22", "2023-09-01");
        stands("2023-11", "2023-23", "2023-12-01");
        stands("2023-03-31", "2023-03", "2023-33", "2023-04-01");
        stands("2023-06", "2023-34", "2023-07-01");
        stands("2023-09", "2023-35", "2023-10-01");
        stands("2023-06-30", "2023-06", "2023-40", "2023-07-01");
        stands("2023-06", "2023-34", "2023-40");
    }

    @Test
    void winterStandsAtTheEndOfDecemberBeforeTheUndated() {
        stands("2023-12-31", "2023-12", "2023-24", "2023");
    }

    @Test
    void theWinterThatBeganTheYearBeforeStandsAfterFebruary() {
        stands("2023-02-28", "2023-02", "2022-24", "2023-03-01");
    }

    @Test
    void whatBeganTheYearBeforeStandsAtItsBeginningHere() {
        standTogether("2022-12-30/2023-01-02", "2023-01-01");
        standTogether("2022-12/2023-02", "2023-01");
    }

    @Test
    void whatPassesTheYearsEndStandsAtItsLastDay() {
        standTogether("[2023-12-25..2024-01-05]", "2023-12-31");
        standTogether("[2023-12..2024-01]", "2023-12");
        standTogether("2023-12-30/2024-01-02", "2023-12-30");
    }

    @Test
    void theYear2023StandsInTheOrderOfYearbooks() {
        var inOrder = List.of(
                "2022-12-30/2023-01-02",
                "2023-01-15",
                "2023-01~",
                "{2022-12-31,2023-02-10}",
                "2023-02-28",
                "2023-02/2023-04",
                "2022-24",
                "2023-03-05/2023-03-07",
                "2023-03",
                "2023-33",
                "2023-05-18",
                "2023-05",
                "2023-21",
                "2023-06-30",
                "2023-40",
                "2023-07-01",
                "2023-10-25",
                "[2023-10-21..2023-10-31]",
                "2023-10",
                "2023-12-31",
                "2023-12",
                "2023-24",
                "2023");

        assertThat(inOrder.stream().map(EventDateTest::in2023).map(EventDate::place))
                .isSortedAccordingTo(Comparator.naturalOrder())
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "2023-05-18, 2023-05",
                "2023-05, 2023-05",
                "2023-03-30/2023-04-02, 2023-03",
                "2023-02/2023-04, 2023-02",
                "[2023-10-21..2023-11-05], 2023-11",
                "\"{2022-12-31,2023-02-10}\", 2023-02",
                "2022-12-30/2023-01-02, 2023-01",
                "2022-12/2023-02, 2023-01",
                "[2023-12-25..2024-01-05], 2023-12",
                "2023-21, 2023-21",
                "2022-24, 2022-24",
                "2023-24, 2023-24",
                "2023-33, 2023-33",
                "2023-40, 2023-40",
                "2023, 2023",
                "2023?, 2023"
            })
    void whatIsCoarserThanAMonthStandsUnderAHeadingOfItsOwn(String edtf, String heading) {
        assertThat(in2023(edtf).heading()).hasToString(heading);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "2023-05-18, 5",
                "2023-01-01, 1",
                "2023-12-31, 12",
                "2023-05, 5",
                "2023-01~, 1",
                "2023-03-05/2023-03-07, 3",
                "2023-03-30/2023-05-01, 3 4 5",
                "2023-02/2023-04, 2 3 4",
                "2023-01/2023-12, 1 2 3 4 5 6 7 8 9 10 11 12",
                "[2023-10-21..2023-10-31], 10",
                "[2023-10-31..2023-12-01], 10 11 12",
                "\"{2023-07-02,2023-07-09}\", 7",
                "\"{2023-03-05,2023-06-05,2023-12-05}\", 3 6 12",
                "\"{2023-03,2023-09}\", 3 9"
            })
    void aDateBelongsToEachMonthItMayHaveHappenedIn(String edtf, String months) {
        assertThat(months(edtf)).isEqualTo(months);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "2022-12-30/2023-01-02, 1",
                "2022-11/2023-02, 1 2",
                "2023-11/2024-02, 11 12",
                "2023-12-31/2024-03-01, 12",
                "[2023-12-25..2024-01-05], 12",
                "2022-06/2024-06, 1 2 3 4 5 6 7 8 9 10 11 12",
                "\"{2022-03-05,2023-06-05,2024-12-05}\", 6",
                "\"{2022-03,2023-09}\", 9"
            })
    void ofARangeAcrossYearsOnlyThePartInTheYearCounts(String edtf, String months) {
        assertThat(months(edtf)).isEqualTo(months);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023-21", "2022-24", "2023-24", "2023-33", "2023-36~", "2023-40", "2023-41", "2023"})
    void nothingCoarserThanAMonthPretendsToOne(String edtf) {
        assertThat(in2023(edtf).months()).isZero();
    }

    private static EventDate in2023(String edtf) {
        return EventDate.of("", edtf, 2023);
    }

    private static void stands(String... inOrder) {
        assertThat(Stream.of(inOrder).map(edtf -> in2023(edtf).place()))
                .isSortedAccordingTo(Comparator.naturalOrder())
                .doesNotHaveDuplicates();
    }

    private static void standTogether(String... dates) {
        assertThat(Stream.of(dates).map(edtf -> in2023(edtf).place()).distinct())
                .hasSize(1);
    }

    private static String months(String edtf) {
        int months = in2023(edtf).months();
        return String.join(
                " ",
                IntStream.rangeClosed(1, 12)
                        .filter(month -> (months & 1 << (month - 1)) != 0)
                        .mapToObj(String::valueOf)
                        .toList());
    }
}
