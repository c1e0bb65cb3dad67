package cn.jinshan.chronicle.desk;

import cn.jinshan.chronicle.dates.DateRefusedException;
import cn.jinshan.chronicle.dates.EventDate;
import cn.jinshan.chronicle.dates.Precision;
import cn.jinshan.chronicle.entries.EditorialEdition;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Date of an entry as it was typed: its wording, and the year, month and day that may be filled in beside it.
 *
 * @param chronicle the year of the chronicle that the entry stands in
 */
record TypedDate(int chronicle, String wording, String year, String month, String day) {

    /** The date of an edition, in its wording alone where that says the same. */
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
     * What is understood of it: of year, month and day where those are filled in, else of the wording; what was
     * understood before of the same wording stays.
     *
     * @param before the edition that was written on, if there is one
     * @throws DateRefusedException if it cannot be read, or cannot be
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

    /** The same; null if it cannot be understood, as in a draft. */
    @Nullable
    EventDate ifUnderstood(@Nullable EditorialEdition before) {
        try {
            return understood(before);
        } catch (DateRefusedException draftOnly) {
            return null;
        }
    }

    /** Whether the date is given as year, month and day beside its wording. */
    boolean isThreeFieldsUsed() {
        return Stream.of(year, month, day).anyMatch(part -> !part.isEmpty());
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

    /** The date as it is read: its wording, and what was filled in beside it. */
    String inWords() {
        return wording + (isThreeFieldsUsed() ? "（" + part(year, "年") + part(month, "月") + part(day, "日") + "）" : "");
    }

    private static String part(String number, String unit) {
        return number.isBlank() ? "" : number.strip() + unit;
    }
}
