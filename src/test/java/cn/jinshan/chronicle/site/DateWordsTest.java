package cn.jinshan.chronicle.site;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Messages;
import cn.jinshan.chronicle.dates.EventDate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.i18n.LocaleContextHolder;

class DateWordsTest {

    private static final Instant NOW = Instant.parse("2024-09-03T02:00:00Z");

    private DateWords words;

    @BeforeEach
    void inChinese() {
        var messages = Messages.source();
        words = new DateWords(messages, Clock.fixed(NOW, ZoneOffset.UTC));
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
    }

    @AfterEach
    void asBefore() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void whatHappenedTodayIsToldByItsHour() {
        assertThat(words.time(NOW)).isEqualTo("10:00");
        assertThat(words.time(Instant.parse("2024-08-31T06:05:00Z"))).isEqualTo("2024年8月31日14:05");
    }

    @Test
    void aDayWhoseHourNobodyKnowsHasNone() {
        var day = Instant.parse("2024-08-27T16:00:00Z");

        assertThat(words.moment(day)).isEqualTo("2024年8月28日");
        assertThat(words.time(day)).isEqualTo("2024年8月28日");
        assertThat(words.minute(day)).isEqualTo("2024-08-28");
        assertThat(words.minute(day.plusMillis(1))).isEqualTo("2024-08-28 00:00");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5月初|5月初 → 大约在2023年5月1日至2023年5月10日之间，精确到日|5月初 → roughly between 1 May 2023 and 10 May 2023, to the day",
                "3月起|3月起 → 2023年3月起，精确到月|3月起 → from March 2023 on, to the month",
                "截至12月底|截至12月底 → 截至2023年12月，精确到月|截至12月底 → until December 2023, to the month",
                "5月12日起至6月底|5月12日起至6月底 → 2023年5月12日至2023年6月，精确到月|5月12日起至6月底 → 12 May 2023 to June 2023, to the month",
                "暑期|暑期 → 约2023年7月至2023年8月，精确到月|暑期 → about July 2023 to August 2023, to the month",
                "年底|年底 → 约2023年12月，精确到月|年底 → about December 2023, to the month",
                "2022年至2024年|2022年至2024年 → 2022年至2024年，精确到年|2022年至2024年 → 2022 to 2024, to the year"
            })
    void whatIsUnderstoodIsSaidWithoutMoreThanIsKnown(String wording, String inChinese, String inEnglish) {
        var date = EventDate.parse(wording, 2023, null);

        assertThat(words.typed(date)).isEqualTo(inChinese);
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThat(words.typed(date)).isEqualTo(inEnglish);
    }

    @Test
    void daysAreThoseOfShanghai() {
        assertThat(words.daysSince(NOW)).isZero();
        assertThat(words.daysSince(Instant.parse("2024-09-02T15:59:59Z"))).isEqualTo(1);
        assertThat(words.daysSince(Instant.parse("2024-09-02T16:00:00Z"))).isZero();
    }
}
