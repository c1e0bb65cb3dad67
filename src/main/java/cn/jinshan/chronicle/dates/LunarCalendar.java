package cn.jinshan.chronicle.dates;

import com.ibm.icu.util.ChineseCalendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The Chinese calendar: months and days of its years in the Gregorian calendar, as ICU computes them. */
final class LunarCalendar {

    private LunarCalendar() {}

    /**
     * A month of the Chinese calendar, perhaps without some of its days.
     *
     * @param number 1 to 12
     * @param leap whether it is the second month of that number in its year
     */
    record Month(int number, boolean leap) {

        /** The day of this month that lies in a Gregorian year; 腊月 may give none or two. */
        Stream<LocalDate> daysIn(int year, int day) {
            return IntStream.of(year - 1, year)
                    .mapToObj(its -> dayOf(its, day))
                    .flatMap(Optional::stream)
                    .filter(date -> date.getYear() == year);
        }

        /** A day of this month in the Chinese year that begins in a Gregorian year; empty if it has no such day. */
        Optional<LocalDate> dayOf(int chineseYear, int day) {
            var calendar = new ChineseCalendar(TimeZone.GMT_ZONE, ULocale.CHINA);
            calendar.setTimeInMillis(
                    Duration.ofDays(LocalDate.of(chineseYear, 7, 1).toEpochDay())
                            .toMillis());
            calendar.set(ChineseCalendar.MONTH, number - 1);
            calendar.set(ChineseCalendar.IS_LEAP_MONTH, leap ? 1 : 0);
            calendar.set(ChineseCalendar.DAY_OF_MONTH, day);
            var date = LocalDate.ofEpochDay(
                    Duration.ofMillis(calendar.getTimeInMillis()).toDays());
            boolean exists = calendar.get(ChineseCalendar.MONTH) == number - 1
                    && calendar.get(ChineseCalendar.IS_LEAP_MONTH) == (leap ? 1 : 0)
                    && calendar.get(ChineseCalendar.DAY_OF_MONTH) == day;
            return exists ? Optional.of(date) : Optional.empty();
        }

        /** The last day of this month in a Chinese year that has it. */
        LocalDate lastOf(int chineseYear) {
            return dayOf(chineseYear, 30).or(() -> dayOf(chineseYear, 29)).orElseThrow();
        }
    }
}
