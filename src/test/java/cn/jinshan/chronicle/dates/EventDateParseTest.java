package cn.jinshan.chronicle.dates;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.entries.Refusals;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventDateParseTest {

    @ParameterizedTest
    @ValueSource(strings = {"tr", "ar-EG", "fa", "th-TH-u-ca-buddhist-nu-thai"})
    void whateverLanguageTheMachineSpeaks(String language) {
        var spoken = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(language));
            assertThat(understood("5月18日")).isEqualTo("2023-05-18");
            assertThat(understood("春节前夕")).isEqualTo("2023-01~");
            assertThat(understood("一季度")).isEqualTo("2023-33");
        } finally {
            Locale.setDefault(spoken);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "5月18日|2023-05-18",
                "５月１８日|2023-05-18",
                "5 月 18 日|2023-05-18",
                "　5月1 8日\u00a0\u200b|2023-05-18",
                "5月18号|2023-05-18",
                "5月18|2023-05-18",
                "05月08日|2023-05-08",
                "2023年5月18日|2023-05-18",
                "２０２３ 年５ 月１８日|2023-05-18",
                "五月十八日|2023-05-18",
                "二〇二三年十月二十日|2023-10-20",
                "二零二三年十二月三十一号|2023-12-31",
                "十一月十日|2023-11-10",
                "2023.5.18|2023-05-18",
                "2023．05．18|2023-05-18",
                "2023-05-18|2023-05-18",
                "2023/5/18|2023-05-18",
                "2023 / 05 / 18|2023-05-18",
                "5.18|2023-05-18",
                "元旦|2023-01-01",
                "国庆节|2023-10-01"
            })
    void aDay(String wording, String edtf) {
        assertThat(understood(wording)).isEqualTo(edtf);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3月|2023-03",
                "2023年3月|2023-03",
                "十二月|2023-12",
                "2023.5|2023-05",
                "2023-05|2023-05",
                "2023年|2023",
                "2023|2023",
                "二〇二三年|2023",
                "年内|2023",
                "2023年内|2023",
                "全年|2023",
                "2023年全年|2023",
                "当年|2023",
                "一季度|2023-33",
                "第一季度|2023-33",
                "1季度|2023-33",
                "第２季度|2023-34",
                "2023年三季度|2023-35",
                "第四季度|2023-36",
                "上半年|2023-40",
                "2023年下半年|2023-41",
                "春季|2023-21",
                "春天|2023-21",
                "夏季|2023-22",
                "2023年秋季|2023-23",
                "冬季|2023-24",
                "2022年冬季|2022-24"
            })
    void aMonthAndWhatIsCoarser(String wording, String edtf) {
        assertThat(understood(wording)).isEqualTo(edtf);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "　", "\t\n", "\u200b"})
    void aBlankWordingSaysNoMoreThanTheYear(String wording) {
        assertThat(understood(wording)).isEqualTo("2023");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3月5日至7日|2023-03-05/2023-03-07",
                "3月5日到7日|2023-03-05/2023-03-07",
                "3月5日—7日|2023-03-05/2023-03-07",
                "3月5日——7日|2023-03-05/2023-03-07",
                "3月5日～7日|2023-03-05/2023-03-07",
                "3月5日~7日|2023-03-05/2023-03-07",
                "3月5日–7日|2023-03-05/2023-03-07",
                "3月5-7日|2023-03-05/2023-03-07",
                "三月五日至七日|2023-03-05/2023-03-07",
                "3月5日-4月2日|2023-03-05/2023-04-02",
                "3月5日 － 4月2日|2023-03-05/2023-04-02",
                "2023.3.5-2023.3.7|2023-03-05/2023-03-07",
                "2023.3.5-3.7|2023-03-05/2023-03-07",
                "3.5-7|2023-03-05/2023-03-07",
                "2023-03-05至2023-03-07|2023-03-05/2023-03-07",
                "2023-03-05-2023-03-07|2023-03-05/2023-03-07",
                "2月—4月|2023-02/2023-04",
                "2—4月|2023-02/2023-04",
                "2023年2至4月|2023-02/2023-04",
                "2022年12月28日至2023年1月3日|2022-12-28/2023-01-03",
                "2022年12月28日至次年1月3日|2022-12-28/2023-01-03",
                "12月28日至次年1月3日|2023-12-28/2024-01-03",
                "12月至翌年2月|2023-12/2024-02",
                "2022.12.28-2023.1.3|2022-12-28/2023-01-03"
            })
    void fromTheFirstToTheLast(String wording, String edtf) {
        assertThat(understood(wording)).isEqualTo(edtf);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7月2日、9日|{2023-07-02,2023-07-09}",
                "7月2、9日|{2023-07-02,2023-07-09}",
                "7月2日，9日|{2023-07-02,2023-07-09}",
                "7月2日和9日|{2023-07-02,2023-07-09}",
                "7月2日、8月9日|{2023-07-02,2023-08-09}",
                "7月2日、9日和16日|{2023-07-02,2023-07-09,2023-07-16}",
                "3月、9月|{2023-03,2023-09}",
                "3、6、9月|{2023-03,2023-06,2023-09}",
                "2022年12月31日、2023年1月7日|{2022-12-31,2023-01-07}"
            })
    void severalDates(String wording, String edtf) {
        assertThat(understood(wording)).isEqualTo(edtf);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10月上旬|[2023-10-01..2023-10-10]",
                "10月中旬|[2023-10-11..2023-10-20]",
                "10月下旬|[2023-10-21..2023-10-31]",
                "2月下旬|[2023-02-21..2023-02-28]",
                "2023年１０ 月 下旬|[2023-10-21..2023-10-31]",
                "十月下旬|[2023-10-21..2023-10-31]",
                "10月中下旬|[2023-10-11..2023-10-31]",
                "10月上中旬|[2023-10-01..2023-10-20]"
            })
    void someDayOfTen(String wording, String edtf) {
        assertThat(understood(wording)).isEqualTo(edtf);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "约5月18日|2023-05-18~",
                "大约5月|2023-05~",
                "5月18日左右|2023-05-18~",
                "约5月18日左右|2023-05-18~",
                "5月前后|2023-05~",
                "春节前后|2023-01-22~",
                "可能5月|2023-05?",
                "可能是5月|2023-05?",
                "5月？|2023-05?",
                "5月18日?|2023-05-18?",
                "可能一季度|2023-33?",
                "约2023年|2023~",
                "约3月5日至7日|2023-03-05~/2023-03-07~",
                "10月下旬？|[2023-10-21?..2023-10-31?]",
                "约3月起|2023-03~/.."
            })
    void howSureItIs(String wording, String edtf) {
        assertThat(understood(wording)).isEqualTo(edtf);
    }

    @ParameterizedTest
    @CsvSource({
        "2000, 2000-02-05, 2000-02~",
        "2012, 2012-01-23, 2012-01~",
        "2020, 2020-01-25, 2020-01~",
        "2021, 2021-02-12, 2021-02~",
        "2022, 2022-02-01, 2022-01~",
        "2023, 2023-01-22, 2023-01~",
        "2024, 2024-02-10, 2024-02~",
        "2025, 2025-01-29, 2025-01~",
        "2026, 2026-02-17, 2026-02~",
        "2033, 2033-01-31, 2033-01~",
        "2034, 2034-02-19, 2034-02~"
    })
    void springFestivalIsTheLunarNewYearAndJustBeforeItTheMonthOfItsEve(int year, String festival, String before) {
        assertThat(EventDate.parse("春节", year, null).edtf()).hasToString(festival);
        assertThat(EventDate.parse(" 春节前夕", year, null).edtf()).hasToString(before);
        assertThat(EventDate.parse(year + "年春节前夕", year, null).edtf()).hasToString(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "同日|2023-05-18|2023-05-18",
                "当日|2023-05-18|2023-05-18",
                "是 日|2023-05-18|2023-05-18",
                "同日|2023-05-18~|2023-05-18~",
                "同日左右|2023-05-18|2023-05-18~",
                "同日至20日|2023-05-18|2023-05-18/2023-05-20",
                "是月|2023-05-18|2023-05",
                "同月|2023-05|2023-05",
                "本月|2023-05-18/2023-05-20|2023-05",
                "当月|[2023-05-21..2023-05-31]|2023-05",
                "是月|2023-01~|2023-01~",
                "同月20日|2023-05-18|2023-05-20",
                "是月下旬|2023-05-18|[2023-05-21..2023-05-31]"
            })
    void theDayOrMonthOfTheDateBefore(String wording, String previous, String edtf) {
        assertThat(EventDate.parse(wording, 2023, date(previous)).edtf()).hasToString(edtf);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "同日|",
                "是月|",
                "同日|2023-05",
                "同日|2023",
                "同日|2023-05-18/2023-05-20",
                "同日|{2023-05-18,2023-05-20}",
                "是月|2023",
                "是月|2023-33",
                "是月|2023-02/2023-04",
                "是月|2023-05-31/2023-06-01"
            })
    void whatTheDateBeforeDoesNotSayIsRefused(String wording, @Nullable String previous) {
        var before = previous == null ? null : date(previous);

        assertThat(Refusals.code(() -> EventDate.parse(wording, 2023, before))).isEqualTo("date.refused.previous");
    }

    @Test
    void theWordingIsKeptAsItWasTyped() {
        for (var wording : List.of(" ５月 18日　", "", "　", "春节前夕", "5月？")) {
            assertThat(EventDate.parse(wording, 2023, null).wording()).isEqualTo(wording);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "soon",
                "5",
                "518",
                "5月18日。",
                "5月18日、",
                "5月018日",
                "5月517日",
                "3月5日一7日",
                "3月一7日",
                "5月十十日",
                "0月",
                "5月0日",
                "0000年",
                "年",
                "月",
                "日",
                "内",
                "年年内",
                "约",
                "-",
                "、",
                "至7日",
                "3月5日至",
                "2-4",
                "5-18",
                "2023.5-18",
                "2023-5/18",
                "2023.5.18.3",
                "12023.5.18",
                "7月2日至5日、9日",
                "10月下上旬",
                "5季度",
                "约5月？",
                "可能春节前夕",
                "2023-05-18T09:00",
                "[2023-10-21..2023-10-31]",
                "5月18日\u0000",
                "\ud800",
                "{0}"
            })
    void whatCannotBeReadIsRefused(String wording) {
        assertThat(refusal(wording)).isEqualTo("date.refused.unreadable");
        assertThat(Refusals.inChinese(() -> understood(wording))).startsWith("没有看懂“" + wording + "”。可以写");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "13月|month|没有13月，请检查。",
                "13月下旬|month|没有13月，请检查。",
                "2023.13.1|month|没有13月，请检查。",
                "2月30日|day|2月没有30日，请检查。",
                "２月２９日|day|2月没有29日，请检查。",
                "二月三十日|day|2月没有30日，请检查。",
                "4月31日|day|4月没有31日，请检查。",
                "2023-12-32|day|12月没有32日，请检查。",
                "3月30日至32日|day|3月没有32日，请检查。",
                "2024年5月18日|outside|这个日期不在2023年，请检查。",
                "2022年|outside|这个日期不在2023年，请检查。",
                "次年1月|outside|这个日期不在2023年，请检查。",
                "3月7日至5日|reversed|后面的日期要晚于前面的日期，请检查。",
                "12月28日至1月3日|reversed|后面的日期要晚于前面的日期，请检查。",
                "7月2日、2日|reversed|后面的日期要晚于前面的日期，请检查。",
                "3月5日至7日至9日|shape|时间段要有开始和结束，几个日期要分开写，请检查。",
                "同日|previous|看不出“同日”是什么时候，因为上一条没有写明。请写出日期。"
            })
    void whatCannotBeIsRefusedInWords(String wording, String reason, String said) {
        assertThat(refusal(wording)).isEqualTo("date.refused." + reason);
        assertThat(Refusals.inChinese(() -> understood(wording))).isEqualTo(said);
    }

    @Test
    void theReasonIsSaidInEnglishToo() {
        assertThat(Refusals.inEnglish(() -> understood("是月")))
                .isEqualTo("We cannot tell when “是月” is, as the entry before does not say. Please write the date out.");
        assertThat(Refusals.inEnglish(() -> understood("5月18日（周五）")))
                .isEqualTo("2023-05-18 is a Thursday, not the weekday written. Please check.");
    }

    @Test
    void moreThanTwoHundredCharactersAreRefusedUnread() {
        assertThat(understood(" ".repeat(195) + "5月18日")).isEqualTo("2023-05-18");
        assertThat(Refusals.inChinese(() -> understood("5月18日" + " ".repeat(196))))
                .startsWith("没有看懂“5月18日" + " ".repeat(15) + "…”。");
        assertThat(refusal(" ".repeat(201))).isEqualTo("date.refused.unreadable");
        assertThat(refusal("13月" + " ".repeat(197))).isEqualTo("date.refused.month");
        assertThat(refusal("13月" + " ".repeat(198))).isEqualTo("date.refused.unreadable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1", "十", "一", "0", ".", "-", "、", "年", "月", "日", "约", "?", "1.", "1-", "1、", "1月", "1日", "十1", "2023.",
                "2023-1-", "同日", "ﷺ", "1月1日-", "春节前夕", "上中", " 1", "左右", "可能"
            })
    void whatIsRepeatedToTheLimitIsRefused(String repeated) {
        assertThat(refusal(repeated.repeat(200 / repeated.length()))).startsWith("date.refused.");
    }

    @ParameterizedTest
    @CsvSource({
        "农历9999年腊月, 9999",
        "9999年腊月初八, 9999",
        "12月31日至次日, 9999",
        "12月至次年1月, 9999",
        "元旦前夕, 1",
        "9999年12月起, 9999",
        "第三个星期日, 2023",
        "2月第五个星期日, 2023",
        "农历闰五月初一, 2023",
        "第999次国际残疾人日, 2023"
    })
    void atTheEndOfTheCalendarAndOfAMonthDatesAreRefusedToo(String wording, int year) {
        assertThat(Refusals.code(() -> EventDate.parse(wording, year, null))).startsWith("date.refused.");
    }

    private static String understood(String wording) {
        return EventDate.parse(wording, 2023, null).edtf().toString();
    }

    private static String refusal(String wording) {
        return Refusals.code(() -> understood(wording));
    }

    private static EventDate date(String edtf) {
        return EventDate.of("", edtf, 2023);
    }
}
