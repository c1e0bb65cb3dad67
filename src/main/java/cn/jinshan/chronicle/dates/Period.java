package cn.jinshan.chronicle.dates;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Named period of the calendar: a day, a month, a season, a quarter, a half-year or a year.
 *
 * @param precision the kind of period
 * @param earliest the first day
 */
public record Period(Precision precision, LocalDate earliest) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{4})(?:-(\\d{2}))?(?:-(\\d{2}))?");
    private static final int FIRST_SEASON = 21;
    private static final int FIRST_QUARTER = 33;
    private static final int FIRST_HALF_YEAR = 40;

    /** @throws DateRefusedException if its year is not one of 1 to 9999 */
    public Period {
        boolean starts = switch (precision) {
            case DAY -> true;
            case MONTH -> earliest.getDayOfMonth() == 1;
            case SEASON -> startsEvery(3, 3, earliest);
            case QUARTER -> startsEvery(3, 1, earliest);
            case HALF_YEAR -> startsEvery(6, 1, earliest);
            case YEAR -> earliest.getDayOfYear() == 1;
        };
        if (earliest.getYear() < 1 || earliest.getYear() > 9999) {
            throw new DateRefusedException("unreadable", earliest.toString());
        }
        if (!starts) {
            throw new IllegalArgumentException("No " + precision + " starts on " + earliest);
        }
    }

    private static boolean startsEvery(int months, int first, LocalDate day) {
        return day.getDayOfMonth() == 1 && Math.floorMod(day.getMonthValue() - first, months) == 0;
    }

    static Period month(int year, int month) {
        return new Period(Precision.MONTH, LocalDate.of(year, month, 1));
    }

    static Period year(int year) {
        return new Period(Precision.YEAR, LocalDate.of(year, 1, 1));
    }

    /**
     * Reads {@code 2023}, {@code 2023-05}, {@code 2023-05-18}, seasons {@code 2023-21} (spring, March to May) to
     * {@code 2023-24} (winter, December to the end of next February), quarters {@code 2023-33} to {@code 2023-36} and
     * half-years {@code 2023-40} and {@code 2023-41} (ISO 8601-2:2019, 4.8).
     *
     * @throws DateRefusedException if it has none of these forms, or names a day or month that the calendar does not
     *     have
     */
    static Period parse(String written) {
        var parts = WRITTEN.matcher(written);
        if (!parts.matches() || written.startsWith("0000")) {
            throw new DateRefusedException("unreadable", written);
        }
        int year = Integer.parseInt(parts.group(1));
        if (parts.group(2) == null) {
            return year(year);
        }
        int part = Integer.parseInt(parts.group(2));
        if (parts.group(3) != null) {
            return day(year, part, Integer.parseInt(parts.group(3)), written);
        }
        if (part >= 1 && part <= 12) {
            return month(year, part);
        }
        if (part >= FIRST_SEASON && part < FIRST_SEASON + 4) {
            return new Period(Precision.SEASON, LocalDate.of(year, 3 * (part - FIRST_SEASON) + 3, 1));
        }
        if (part >= FIRST_QUARTER && part < FIRST_QUARTER + 4) {
            return new Period(Precision.QUARTER, LocalDate.of(year, 3 * (part - FIRST_QUARTER) + 1, 1));
        }
        if (part == FIRST_HALF_YEAR || part == FIRST_HALF_YEAR + 1) {
            return new Period(Precision.HALF_YEAR, LocalDate.of(year, 6 * (part - FIRST_HALF_YEAR) + 1, 1));
        }
        throw new DateRefusedException("month", part);
    }

    private static Period day(int year, int month, int day, String written) {
        if (month < 1 || month > 12) {
            throw new DateRefusedException("month", month);
        }
        if (day < 1) {
            throw new DateRefusedException("unreadable", written);
        }
        if (!YearMonth.of(year, month).isValidDay(day)) {
            throw new DateRefusedException("day", year, month, day);
        }
        return new Period(Precision.DAY, LocalDate.of(year, month, day));
    }

    /** The last day. */
    public LocalDate latest() {
        return switch (precision) {
            case DAY -> earliest;
            case MONTH -> earliest.plusMonths(1).minusDays(1);
            case SEASON, QUARTER -> earliest.plusMonths(3).minusDays(1);
            case HALF_YEAR -> earliest.plusMonths(6).minusDays(1);
            case YEAR -> earliest.plusYears(1).minusDays(1);
        };
    }

    /** The number within its kind: the day 1 to 31, the month 1 to 12, the season or quarter 1 to 4 … */
    public int number() {
        int month = earliest.getMonthValue();
        return switch (precision) {
            case DAY -> earliest.getDayOfMonth();
            case MONTH -> month;
            case SEASON -> month / 3;
            case QUARTER -> month / 3 + 1;
            case HALF_YEAR -> month / 6 + 1;
            case YEAR -> 1;
        };
    }

    /** The period in the form that {@link #parse} reads. */
    @Override
    public String toString() {
        int year = earliest.getYear();
        return switch (precision) {
            case DAY -> earliest.toString();
            case MONTH -> String.format(Locale.ROOT, "%04d-%02d", year, earliest.getMonthValue());
            case SEASON -> String.format(Locale.ROOT, "%04d-%d", year, FIRST_SEASON - 1 + number());
            case QUARTER -> String.format(Locale.ROOT, "%04d-%d", year, FIRST_QUARTER - 1 + number());
            case HALF_YEAR -> String.format(Locale.ROOT, "%04d-%d", year, FIRST_HALF_YEAR - 1 + number());
            case YEAR -> String.format(Locale.ROOT, "%04d", year);
        };
    }
}
