package cn.jinshan.chronicle.desk;

import cn.jinshan.chronicle.dates.DateRefusedException;
import cn.jinshan.chronicle.dates.EventDate;
import cn.jinshan.chronicle.dates.Precision;
import cn.jinshan.chronicle.entries.EditorialEdition;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Date of an entry as typed: its wording, and the year, month and day that may be filled in beside it.
 *
 * @param chronicle the year of the chronicle
 */
record TypedDate(int chronicle, String wording, String year, String month, String day) {

    /** The date of an edition; only its wording where that means the same date. */
    static TypedDate of(EditorialEdition edition) {
        var worded = new TypedDate(edition.chronicle().year(), edition.wording(), "", "", "");
        var date = edition.date();
        if (date == null || !date.edtf().isPlain() || date.equals(worded.ifUnderstood(null))) {
            return worded;
        }
        var precision = date.edtf().precision();
        var first = date.edtf().earliest();
        return new TypedDate(
                worded.chronicle,
                worded.wording,
                String.valueOf(first.getYear()),
                precision == Precision.YEAR ? "" : String.valueOf(first.getMonthValue()),
                precision == Precision.DAY ? String.valueOf(first.getDayOfMonth()) : "");
    }

    /**
     * The understood date: from year, month and day if filled in, else from the wording. If an unchanged wording cannot
     * be read, its earlier date stays.
     *
     * @param before the edition that is edited, if there is one
     * @throws DateRefusedException if the date cannot be read or does not exist
     */
    EventDate understood(@Nullable EditorialEdition before) {
        if (isThreeFieldsUsed()) {
            return EventDate.of(wording, threeFields(), chronicle);
        }
        try {
            return EventDate.parse(wording, chronicle, null);
        } catch (DateRefusedException refusal) {
            var known = before == null || !before.wording().equals(wording) ? null : before.date();
            if (known == null || known.edtf().isPlain()) {
                throw refusal;
            }
            return known;
        }
    }

    /** The understood date; null if it cannot be understood, which a draft may have. */
    @Nullable
    EventDate ifUnderstood(@Nullable EditorialEdition before) {
        try {
            return understood(before);
        } catch (DateRefusedException draftOnly) {
            return null;
        }
    }

    /** Whether year, month or day is filled in beside the wording. */
    boolean isThreeFieldsUsed() {
        return Stream.of(year, month, day).anyMatch(part -> !part.isEmpty());
    }

    /** Whether the year beside the wording is none or is written with four digits. */
    boolean isYearReadable() {
        return year.isEmpty() || year.matches("\\d{4}");
    }

    boolean isMonthReadable() {
        return month.isEmpty() || month.matches("[1-9]|1[0-2]");
    }

    boolean isDayReadable() {
        return day.isEmpty() || day.matches("[1-9]|[12]\\d|3[01]");
    }

    private String threeFields() {
        return (year.isBlank() ? String.valueOf(chronicle) : year.strip())
                + (month.isBlank() && day.isBlank() ? "" : "-" + twoDigits(month))
                + (day.isBlank() ? "" : "-" + twoDigits(day));
    }

    private static String twoDigits(String number) {
        var digits = number.strip();
        return digits.length() == 1 ? "0" + digits : digits;
    }

    /** All that was typed. */
    String text() {
        return String.join(" ", wording.strip(), year.strip(), month.strip(), day.strip())
                .strip();
    }

    /** The date for reading: its wording, and what was filled in beside it. */
    String inWords() {
        return wording + (isThreeFieldsUsed() ? "（" + part(year, "年") + part(month, "月") + part(day, "日") + "）" : "");
    }

    private static String part(String number, String unit) {
        return number.isBlank() ? "" : number.strip() + unit;
    }
}
