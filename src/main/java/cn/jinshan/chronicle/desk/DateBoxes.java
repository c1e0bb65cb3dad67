package cn.jinshan.chronicle.desk;

import cn.jinshan.chronicle.dates.Edtf;
import cn.jinshan.chronicle.dates.Edtf.Qualifier;
import cn.jinshan.chronicle.dates.Edtf.Shape;
import cn.jinshan.chronicle.dates.Precision;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Year, month and day beside the wording of a date, as typed: one date or the first and the last of several.
 *
 * @param toMonth the month of the last date; the same month if only its day is filled in
 * @param about {@code true} if the one date is approximate, else empty
 */
record DateBoxes(String year, String month, String day, String toMonth, String toDay, String about) {

    private static final String MONTH = "|[1-9]|1[0-2]";
    private static final String DAY = "|[1-9]|[12]\\d|3[01]";

    static final DateBoxes EMPTY = new DateBoxes("", "", "", "", "", "");

    /** Whether the boxes can say a date. */
    static boolean canHold(Edtf date) {
        boolean isOne = date.shape() == Shape.SINGLE && date.qualifier() != Qualifier.UNCERTAIN;
        boolean isSpan = date.shape() == Shape.INTERVAL
                && date.qualifier() == Qualifier.EXACT
                && date.earliest().getYear() == date.latest().getYear();
        return (isOne || isSpan) && (date.precision().tellsMonth() || date.precision() == Precision.YEAR);
    }

    /** The boxes for a date that they can hold. */
    static DateBoxes of(Edtf date) {
        boolean isSpan = date.shape() == Shape.INTERVAL;
        boolean isDay = date.precision() == Precision.DAY;
        var first = date.first().earliest();
        var last = date.last().earliest();
        return new DateBoxes(
                String.valueOf(first.getYear()),
                date.precision() == Precision.YEAR ? "" : String.valueOf(first.getMonthValue()),
                isDay ? String.valueOf(first.getDayOfMonth()) : "",
                isSpan ? String.valueOf(last.getMonthValue()) : "",
                isSpan && isDay ? String.valueOf(last.getDayOfMonth()) : "",
                date.qualifier() == Qualifier.APPROXIMATE ? "true" : "");
    }

    boolean isUsed() {
        return Stream.of(year, month, day, toMonth, toDay, about).anyMatch(part -> !part.isEmpty());
    }

    void fill(EntryForm form) {
        form.dateYear = year;
        form.dateMonth = month;
        form.dateDay = day;
        form.dateToMonth = toMonth;
        form.dateToDay = toDay;
        form.dateAbout = about;
    }

    /** The date in the Extended Date/Time Format, which may be wrong; both by month if the day of one is empty. */
    String edtf(int chronicle) {
        boolean isDay = !day.isBlank() && (!isSpan() || !toDay.isBlank());
        var its = year.isBlank() ? String.valueOf(chronicle) : year.strip();
        var first = its
                + (month.isBlank() && day.isBlank() ? "" : "-" + twoDigits(month))
                + (isDay ? "-" + twoDigits(day) : "");
        var last = its + "-" + twoDigits(toMonth.isBlank() ? month : toMonth) + (isDay ? "-" + twoDigits(toDay) : "");
        return first + (isSpan() ? "/" + last : "") + (about.isBlank() ? "" : "~");
    }

    /** All that was typed. */
    String text() {
        var first = String.join(" ", year.strip(), month.strip(), day.strip());
        return isSpan() || !about.isBlank()
                ? String.join(" ", first, "/", toMonth.strip(), toDay.strip(), about)
                : first;
    }

    /** The same for reading. */
    String inWords() {
        return (about.isBlank() ? "" : "约")
                + part(year, "年")
                + part(month, "月")
                + part(day, "日")
                + (isSpan() ? "至" : "")
                + part(toMonth, "月")
                + part(toDay, "日");
    }

    /** What is no number of four digits, or of a month or day, by the names of its fields. */
    Map<String, String> unreadable() {
        var unreadable = new TreeMap<String, String>();
        unreadable.put("dateYear", year.matches("|\\d{4}") ? "" : year);
        unreadable.put("dateMonth", month.matches(MONTH) ? "" : month);
        unreadable.put("dateDay", day.matches(DAY) ? "" : day);
        unreadable.put("dateToMonth", toMonth.matches(MONTH) ? "" : toMonth);
        unreadable.put("dateToDay", toDay.matches(DAY) ? "" : toDay);
        unreadable.values().removeIf(String::isEmpty);
        return unreadable;
    }

    private boolean isSpan() {
        return !toMonth.isBlank() || !toDay.isBlank();
    }

    private static String part(String number, String unit) {
        return number.isBlank() ? "" : number.strip() + unit;
    }

    private static String twoDigits(String number) {
        var digits = number.strip();
        return digits.length() == 1 ? "0" + digits : digits;
    }
}
