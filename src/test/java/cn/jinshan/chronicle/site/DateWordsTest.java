package cn.jinshan.chronicle.site;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Messages;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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

    @Test
    void daysAreThoseOfShanghai() {
        assertThat(words.daysSince(NOW)).isZero();
        assertThat(words.daysSince(Instant.parse("2024-09-02T15:59:59Z"))).isEqualTo(1);
        assertThat(words.daysSince(Instant.parse("2024-09-02T16:00:00Z"))).isZero();
    }
}
