package cn.jinshan.chronicle.dates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.jinshan.chronicle.dates.Edtf.Qualifier;
import cn.jinshan.chronicle.dates.Edtf.Shape;
import cn.jinshan.chronicle.entries.Refusals;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EdtfTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023-05-18",
                "2023-03",
                "2023",
                "0001",
                "9999-12-31",
                "2024-02-29",
                "2023-05-18~",
                "2023-05-18?",
                "2023-01~",
                "2023-01?",
                "2023~",
                "2023?",
                "2023-21",
                "2023-22",
                "2023-23",
                "2023-24",
                "2023-24~",
                "2023-33",
                "2023-34",
                "2023-35",
                "2023-36",
                "2023-36?",
                "2023-40",
                "2023-41",
                "2023-41~",
                "2023-03-05/2023-03-07",
                "2023-02/2023-04",
                "2022-12-30/2023-01-02",
                "[2023-10-21..2023-10-31]",
                "[2023-10..2023-12]",
                "{2023-07-02,2023-07-09}",
                "{2023-07-02,2023-07-09,2023-07-16}",
                "{2023-03,2023-09}",
                "2023-03/..",
                "2023-03-05/..",
                "../2023-12",
                "../2023-12-31?",
                "2023-05-12/2023-06",
                "2023-03/2023-04-05",
                "2016/2018",
                "2023-07~/2023-08~",
                "2023-03~/..",
                "[2023-05-01~..2023-05-10~]",
                "[2023-10-21?..2023-10-31?]",
                "{2023-07-02~,2023-07-09~}"
            })
    void everyFormIsWrittenAsItWasRead(String written) {
        assertThat(Edtf.parse(written)).hasToString(written);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "2023-05-18, DAY, 2023-05-18, 2023-05-18",
                "2023-03, MONTH, 2023-03-01, 2023-03-31",
                "2023-04, MONTH, 2023-04-01, 2023-04-30",
                "2023-02, MONTH, 2023-02-01, 2023-02-28",
                "2024-02, MONTH, 2024-02-01, 2024-02-29",
                "1900-02, MONTH, 1900-02-01, 1900-02-28",
                "2000-02, MONTH, 2000-02-01, 2000-02-29",
                "2023-12, MONTH, 2023-12-01, 2023-12-31",
                "2023-01~, MONTH, 2023-01-01, 2023-01-31",
                "2023, YEAR, 2023-01-01, 2023-12-31",
                "2023?, YEAR, 2023-01-01, 2023-12-31",
                "2023-21, SEASON, 2023-03-01, 2023-05-31",
                "2023-22, SEASON, 2023-06-01, 2023-08-31",
                "2023-23, SEASON, 2023-09-01, 2023-11-30",
                "2022-24, SEASON, 2022-12-01, 2023-02-28",
                "2023-24, SEASON, 2023-12-01, 2024-02-29",
                "2023-33, QUARTER, 2023-01-01, 2023-03-31",
                "2023-34, QUARTER, 2023-04-01, 2023-06-30",
                "2023-35, QUARTER, 2023-07-01, 2023-09-30",
                "2023-36, QUARTER, 2023-10-01, 2023-12-31",
                "2023-40, HALF_YEAR, 2023-01-01, 2023-06-30",
                "2023-41, HALF_YEAR, 2023-07-01, 2023-12-31",
                "2023-03-05/2023-03-07, DAY, 2023-03-05, 2023-03-07",
                "2023-02/2023-04, MONTH, 2023-02-01, 2023-04-30",
                "2023-12/2024-02, MONTH, 2023-12-01, 2024-02-29",
                "[2023-10-21..2023-10-31], DAY, 2023-10-21, 2023-10-31",
                "[2023-10..2023-11], MONTH, 2023-10-01, 2023-11-30",
                "\"{2023-07-02,2023-07-09}\", DAY, 2023-07-02, 2023-07-09",
                "2023-03/.., MONTH, 2023-03-01, 9999-12-31",
                "../2023-12-05, DAY, 0001-01-01, 2023-12-05",
                "2023-05-12/2023-06, MONTH, 2023-05-12, 2023-06-30",
                "2023-03/2023-04-05, MONTH, 2023-03-01, 2023-04-05",
                "2016/2018, YEAR, 2016-01-01, 2018-12-31",
                "[2023-05-01~..2023-05-10~], DAY, 2023-05-01, 2023-05-10",
                "\"{2023-03,2023-06,2023-09}\", MONTH, 2023-03-01, 2023-09-30"
            })
    void aDateLiesBetweenItsEarliestAndItsLatestDay(
            String written, Precision precision, LocalDate earliest, LocalDate latest) {
        var date = Edtf.parse(written);

        assertThat(date.precision()).isEqualTo(precision);
        assertThat(date.earliest()).isEqualTo(earliest);
        assertThat(date.latest()).isEqualTo(latest);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "2023-05-18, SINGLE, EXACT, 1",
                "2023-05-18?, SINGLE, UNCERTAIN, 1",
                "2023-01~, SINGLE, APPROXIMATE, 1",
                "2023-03-05/2023-03-07, INTERVAL, EXACT, 2",
                "[2023-10-21..2023-10-31], ONE_OF, EXACT, 2",
                "\"{2023-07-02,2023-07-09,2023-07-16}\", SET, EXACT, 3"
            })
    void theSignsSayHowTheMembersAreToBeTaken(String written, Shape shape, Qualifier qualifier, int members) {
        var date = Edtf.parse(written);

        assertThat(date.shape()).isEqualTo(shape);
        assertThat(date.qualifier()).isEqualTo(qualifier);
        assertThat(date.members()).hasSize(members);
    }

    @ParameterizedTest
    @CsvSource({
        "2023-05-18, 18",
        "2023-05, 5",
        "2023-12, 12",
        "2023-21, 1",
        "2023-22, 2",
        "2023-23, 3",
        "2023-24, 4",
        "2023-33, 1",
        "2023-36, 4",
        "2023-40, 1",
        "2023-41, 2",
        "2023, 1"
    })
    void aPeriodHasItsNumberAmongItsLike(String written, int number) {
        assertThat(Edtf.parse(written).first().number()).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023-05-18", "2023-05", "2023"})
    void aSureDayMonthOrYearIsPlain(String written) {
        assertThat(Edtf.parse(written).isPlain()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023-05-18?",
                "2023-01~",
                "2023-21",
                "2023-36",
                "2023-40",
                "2023-03-05/2023-03-07",
                "[2023-10-21..2023-10-31]",
                "{2023-07-02,2023-07-09}"
            })
    void nothingElseIsPlain(String written) {
        assertThat(Edtf.parse(written).isPlain()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "soon",
                "5月18日",
                "23-05-18",
                "2023-5-18",
                "2023-05-18 ",
                " 2023",
                "2023-05-18T00:00",
                "20230518",
                "2023-",
                "2023-05-",
                "-2023",
                "+2023",
                "12023",
                "0000",
                "0000-01",
                "0000-01-01",
                "2023-05-00",
                "２０２３",
                "2023\n",
                "2023?~",
                "~2023",
                "?",
                "~",
                "/",
                "2023-05/",
                "/2023-05",
                "0001/2023",
                "2023-03/9999",
                "[2023-10-21..]",
                "[..2023-10-31]",
                "[2023-10-21",
                "2023-10-31]",
                "[]",
                "[",
                "{}",
                "{",
                "{2023-07-02,}",
                "{2023-07-02;2023-07-09}",
                "[2023-10-21,2023-10-31]",
                "2023-03-05~/2023-03-07",
                "2023-03-05~/2023-03-07?",
                "2023-03/..~"
            })
    void whatIsNotWrittenSoIsUnreadable(String written) {
        assertThat(Refusals.code(() -> Edtf.parse(written))).isEqualTo("date.refused.unreadable");
    }

    @ParameterizedTest
    @CsvSource({
        "2023-00, 0",
        "2023-13, 13",
        "2023-20, 20",
        "2023-25, 25",
        "2023-32, 32",
        "2023-37, 37",
        "2023-39, 39",
        "2023-42, 42",
        "2023-99, 99",
        "2023-13-01, 13",
        "2023-00-10, 0",
        "2023-21-01, 21"
    })
    void aMonthThatNoYearHasIsRefused(String written, int month) {
        assertThat(Refusals.code(() -> Edtf.parse(written))).isEqualTo("date.refused.month");
        assertThat(Refusals.inChinese(() -> Edtf.parse(written))).isEqualTo("没有" + month + "月，请检查。");
        assertThat(Refusals.inEnglish(() -> Edtf.parse(written)))
                .isEqualTo("There is no month " + month + ". Please check.");
    }

    @ParameterizedTest
    @CsvSource({
        "2023-02-29, 2月没有29日，请检查。, February has no day 29. Please check.",
        "1900-02-29, 2月没有29日，请检查。, February has no day 29. Please check.",
        "2023-02-30, 2月没有30日，请检查。, February has no day 30. Please check.",
        "2024-02-30, 2月没有30日，请检查。, February has no day 30. Please check.",
        "2023-04-31, 4月没有31日，请检查。, April has no day 31. Please check.",
        "2023-12-32, 12月没有32日，请检查。, December has no day 32. Please check.",
        "2023-02-28/2023-02-30, 2月没有30日，请检查。, February has no day 30. Please check."
    })
    void aDayThatItsMonthDoesNotHaveIsRefused(String written, String inChinese, String inEnglish) {
        assertThat(Refusals.code(() -> Edtf.parse(written))).isEqualTo("date.refused.day");
        assertThat(Refusals.inChinese(() -> Edtf.parse(written))).isEqualTo(inChinese);
        assertThat(Refusals.inEnglish(() -> Edtf.parse(written))).isEqualTo(inEnglish);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023-03-05/2023-03-07/2023-03-09",
                "[2023-03-05..2023-03-07..2023-03-09]",
                "[2023-03-05]",
                "{2023-03-05}",
                "../.."
            })
    void anIntervalAndAOneOfHaveTwoEndsAndASetTwoMembersOrMore(String written) {
        assertThat(Refusals.code(() -> Edtf.parse(written))).isEqualTo("date.refused.shape");
    }

    @Test
    void aSingleDateHasOneMember() {
        var months = List.of(Period.month(2023, 3), Period.month(2023, 4));

        assertThat(Refusals.code(() -> new Edtf(Shape.SINGLE, months, Qualifier.EXACT)))
                .isEqualTo("date.refused.shape");
        assertThat(Refusals.code(() -> new Edtf(Shape.SINGLE, List.of(), Qualifier.EXACT)))
                .isEqualTo("date.refused.shape");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[2023-10..2023-11-01]",
                "{2023-07-02,2023-08}",
                "2023-33/2023-34",
                "2023-21/2023-22",
                "[2023-40..2023-41]",
                "{2022,2023}",
                "2023/2023-05"
            })
    void severalDatesAreAllDaysOrAllMonthsAndOnlyAnIntervalMayGoFromADayToAMonth(String written) {
        assertThat(Refusals.code(() -> Edtf.parse(written))).isEqualTo("date.refused.mixed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023-03-07/2023-03-05",
                "2023-03-05/2023-03-05",
                "2023-04/2023-02",
                "2023-04/2023-04",
                "2023-03-05/2023-03",
                "2023-03/2023-03-05",
                "2018/2016",
                "2023-01-01/2022-12-31",
                "[2023-10-31..2023-10-21]",
                "{2023-07-09,2023-07-02}",
                "{2023-07-02,2023-07-02}",
                "{2023-07-02,2023-07-16,2023-07-09}"
            })
    void theLaterDateComesAfterTheEarlier(String written) {
        assertThat(Refusals.code(() -> Edtf.parse(written))).isEqualTo("date.refused.reversed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "soon | 没有看懂“soon”。可以写“5月18日”“3月”“春节前夕”，也可以分别填年、月、日。"
                        + " | We could not read “soon”. Write 5月18日, 3月 or 春节前夕, or fill in year, month and day.",
                "{2023-03-05} | 时间段要有开始和结束，几个日期要分开写，请检查。"
                        + " | A period needs a beginning and an end, and several dates are written apart. Please check.",
                "{2022,2023} | 几个日期要写得一样细：都写到日，或者都写到月。 | Write all the dates to the day, or all to the month.",
                "2023-04/2023-02 | 后面的日期要晚于前面的日期，请检查。 | The later date must come after the earlier one. Please check."
            })
    void whyADateIsRefusedIsSaidInBothLanguages(String written, String inChinese, String inEnglish) {
        assertThat(Refusals.inChinese(() -> Edtf.parse(written))).isEqualTo(inChinese);
        assertThat(Refusals.inEnglish(() -> Edtf.parse(written))).isEqualTo(inEnglish);
    }

    @Test
    void moreThanTwoHundredCharactersAreUnreadableAndSaidShort() {
        var written = "{" + String.join(",", july(1, 18)) + ",2023-07-19}";

        assertThat(Refusals.inChinese(() -> Edtf.parse(written))).startsWith("没有看懂“{2023-07-01,2023-07-…”。");
    }

    @Test
    void aSetOfEighteenDaysIsWrittenAndReadBack() {
        var written = "{" + String.join(",", july(1, 18)) + "}";

        assertThat(Edtf.parse(written)).hasToString(written);
    }

    @Test
    void aDateTooLongToBeReadBackCannotBeMade() {
        var days = july(1, 19).stream().map(Period::parse).toList();

        assertThat(Refusals.code(() -> new Edtf(Shape.SET, days, Qualifier.EXACT)))
                .isEqualTo("date.refused.unreadable");
    }

    @Test
    void aPeriodStartsWhereItsKindStarts() {
        var midMonth = LocalDate.of(2023, 5, 18);
        var may = LocalDate.of(2023, 5, 1);

        assertThatIllegalArgumentException().isThrownBy(() -> new Period(Precision.MONTH, midMonth));
        assertThatIllegalArgumentException().isThrownBy(() -> new Period(Precision.SEASON, may));
        assertThatIllegalArgumentException().isThrownBy(() -> new Period(Precision.QUARTER, may));
        assertThatIllegalArgumentException().isThrownBy(() -> new Period(Precision.HALF_YEAR, may));
        assertThatIllegalArgumentException().isThrownBy(() -> new Period(Precision.YEAR, may));
        assertThatIllegalArgumentException().isThrownBy(() -> new Period(Precision.DAY, LocalDate.of(0, 1, 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Period(Precision.DAY, LocalDate.of(10000, 1, 1)));
    }

    private static List<String> july(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj("2023-07-%02d"::formatted)
                .toList();
    }
}
