package cn.jinshan.chronicle.dates;

import cn.jinshan.chronicle.dates.LunarCalendar.Month;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A feast or day of observance that has one day a year.
 *
 * @param rule how its day is found, as {@code dates/feasts.txt} explains
 * @param first the year of the first one, 0 if unknown
 * @param names its names, the usual one first
 */
record Feast(String rule, int first, List<String> names) {

    private static final Pattern RULE =
            Pattern.compile("(lunar |sun )?(?:(\\d{2})-(\\d{2})|(\\d{2})-(\\d)#(-?\\d)|(\\d{2}-)?end|(\\d{1,3}))");

    /** Its usual name. */
    String name() {
        return names.get(0);
    }

    /** Its day in a Gregorian year. */
    LocalDate dayIn(int year) {
        var parts = RULE.matcher(rule);
        if (!parts.matches()) {
            throw new IllegalStateException("No rule of a feast: " + rule);
        }
        boolean lunar = "lunar ".equals(parts.group(1));
        if (parts.group(8) != null) {
            return new SolarTerm(Integer.parseInt(parts.group(8))).in(year, name());
        }
        if (parts.group(4) != null) {
            var month = YearMonth.of(year, Integer.parseInt(parts.group(4)));
            return nth(month, Integer.parseInt(parts.group(6)), Integer.parseInt(parts.group(5)))
                    .orElseThrow();
        }
        if (parts.group(2) == null) {
            return lunar
                    ? newYear(year).minusDays(1)
                    : YearMonth.of(year, Integer.parseInt(rule.substring(0, 2))).atEndOfMonth();
        }
        int month = Integer.parseInt(parts.group(2));
        int day = Integer.parseInt(parts.group(3));
        return lunar ? new Month(month, false).dayOf(year, day).orElseThrow() : LocalDate.of(year, month, day);
    }

    /** Its words where it is in the last months of the Chinese calendar, which may lie in either Gregorian year. */
    Optional<LunarDate> inTheLastMonths() {
        return rule.startsWith("lunar 12-")
                ? Optional.of(new LunarDate(name(), new Month(12, false), Integer.parseInt(rule.substring(9))))
                : Optional.empty();
    }

    private static LocalDate newYear(int year) {
        return new Month(1, false).dayOf(year, 1).orElseThrow();
    }

    /**
     * The third Sunday of a month and the like.
     *
     * @param nth from 1, or -1 for the last
     * @param weekday 1 for Monday to 7 for Sunday
     * @return empty if the month has no fifth one
     */
    static Optional<LocalDate> nth(YearMonth month, int nth, int weekday) {
        var day = month.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(nth, DayOfWeek.of(weekday)));
        return YearMonth.from(day).equals(month) ? Optional.of(day) : Optional.empty();
    }
}
