package cn.jinshan.chronicle.dates;

import cn.jinshan.chronicle.dates.Edtf.Qualifier;
import cn.jinshan.chronicle.dates.Edtf.Shape;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A day or month of the Chinese calendar in words: 正月初五, 农历八月十五, 腊月.
 *
 * @param words as they are shown
 * @param day 0 for the whole month
 */
record LunarDate(String words, LunarCalendar.Month month, int day) {

    private static final Pattern WORDS =
            Pattern.compile("(闰)?(正|冬|腊|[1-9]|1[0-2])月(?:(初)?([1-9]|[12]\\d|30)日?|里|间|份)?");
    private static final List<String> NAMES = List.of("正", "冬", "腊");

    /**
     * Reads what follows the year; empty if it has another form, or may be of the Gregorian calendar.
     *
     * @param said whether the calendar is said
     */
    static Optional<LunarDate> of(String text, boolean said) {
        var parts = WORDS.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int named = NAMES.indexOf(parts.group(2));
        boolean leap = parts.group(1) != null;
        if (!said && named < 0 && parts.group(3) == null && !leap) {
            return Optional.empty();
        }
        int month = named < 0 ? Integer.parseInt(parts.group(2)) : named == 0 ? 1 : 10 + named;
        int day = parts.group(4) == null ? 0 : Integer.parseInt(parts.group(4));
        return parts.group(3) != null && day > 10
                ? Optional.empty()
                : Optional.of(new LunarDate(text, new LunarCalendar.Month(month, leap), day));
    }

    /**
     * What it means in a year.
     *
     * @param lunarYear whether the year is one of the Chinese calendar; else it may be either, which is asked where it
     *     makes a difference
     */
    Edtf in(int year, boolean lunarYear) {
        if (day == 0) {
            return wholeMonth(year, lunarYear);
        }
        var possible = (lunarYear ? month.dayOf(year, day).stream() : possibleIn(year)).toList();
        if (possible.isEmpty()) {
            throw new DateRefusedException("lunarDay", words, year);
        }
        if (possible.size() > 1) {
            throw either("either", possible.get(1), possible.get(0));
        }
        return Edtf.parse(possible.get(0).toString());
    }

    /** Its day in the Chinese year of a number, and in the Gregorian one: often the same. */
    Stream<LocalDate> possibleIn(int year) {
        return day == 0
                ? Stream.of()
                : Stream.concat(month.dayOf(year, day).stream(), month.daysIn(year, day))
                        .distinct();
    }

    private Edtf wholeMonth(int year, boolean lunarYear) {
        var first = month.dayOf(year, 1).orElseThrow(() -> new DateRefusedException("lunarDay", words, year));
        var last = month.lastOf(year);
        if (last.getYear() > year && !lunarYear) {
            throw either("eitherMonth", month.dayOf(year - 1, 1).orElse(first), first);
        }
        return new Edtf(
                Shape.ONE_OF,
                List.of(new Period(Precision.DAY, first), new Period(Precision.DAY, last)),
                Qualifier.EXACT);
    }

    private DateRefusedException either(String reason, LocalDate one, LocalDate other) {
        return new DateRefusedException(
                reason,
                words,
                one.getYear(),
                one.getMonthValue(),
                one.getDayOfMonth(),
                other.getYear(),
                other.getMonthValue(),
                other.getDayOfMonth());
    }
}
