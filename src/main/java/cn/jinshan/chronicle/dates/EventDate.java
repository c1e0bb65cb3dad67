package cn.jinshan.chronicle.dates;

import cn.jinshan.chronicle.dates.Edtf.Shape;
import java.time.LocalDate;
import java.time.Month;
import org.jspecify.annotations.Nullable;

/**
 * Date of an event, exactly as precise as its source, within one year's chronicle.
 *
 * @param wording the source's own words, at most 200 characters ({@code 5月18日}, {@code 春节前夕}); empty if it says nothing
 * @param edtf what is understood of them
 * @param year the year of the chronicle; the date has at least a day in it
 */
public record EventDate(String wording, Edtf edtf, int year) {

    private static final int MONTH_ONLY = 40;
    private static final int SEASON = 50;
    private static final int QUARTER = 60;
    private static final int HALF_YEAR = 70;
    private static final int UNDATED = 9900;

    /** @throws DateRefusedException if the date lies wholly outside the year, or the wording is too long */
    public EventDate {
        Edtf.refuseTooLong(wording);
        boolean overlaps = edtf.shape() == Shape.SET
                ? edtf.members().stream().anyMatch(member -> member.earliest().getYear() == year)
                : edtf.earliest().getYear() <= year && edtf.latest().getYear() >= year;
        if (!overlaps) {
            throw new DateRefusedException("outside", year);
        }
    }

    /** A date from its stored form: the source's words, the Extended Date/Time Format, the year of the chronicle. */
    public static EventDate of(String wording, String edtf, int year) {
        return new EventDate(wording, Edtf.parse(edtf), year);
    }

    /**
     * Understands a date as Chinese sources write it: {@code 5月18日}, {@code 2023.5.18}, {@code 3月5日至7日},
     * {@code 7月2日、9日}, {@code 10月下旬}, {@code 一季度}, {@code 约5月}, {@code 同日}, {@code 春节前夕}; a blank wording says no more
     * than the year. Half or full width and spaces make no difference, and the wording is kept as it was typed.
     *
     * @param year the year of the chronicle, meant wherever the wording names none
     * @param previous the date that {@code 同日} and {@code 是月} point to; null if nothing comes before
     * @throws DateRefusedException if the wording cannot be read, has more than 200 characters, names a day that the
     *     calendar does not have or that lies wholly outside the year, or points to a previous date that does not say
     */
    public static EventDate parse(String wording, int year, @Nullable EventDate previous) {
        return new EventDate(wording, new DateWordingParser(wording, year, previous).understood(), year);
    }

    /**
     * The months of the chronicle's year it belongs to, a bit each from {@code 1} for January to {@code 1 << 11} for
     * December. None at all for what is coarser than a month: a quarter never pretends to a month.
     */
    public int months() {
        if (!edtf.precision().tellsMonth()) {
            return 0;
        }
        if (edtf.shape() == Shape.SET) {
            return edtf.members().stream()
                    .filter(this::withinYear)
                    .mapToInt(member -> 1 << (member.earliest().getMonthValue() - 1))
                    .reduce(0, (all, one) -> all | one);
        }
        int first = within(edtf.earliest()).getMonthValue();
        int last = within(edtf.latest()).getMonthValue();
        return (1 << last) - (1 << (first - 1));
    }

    /**
     * Where it stands in the chronicle of its year; a smaller number stands earlier. Hundreds are the month, the rest
     * is the day (1 to 31), or 40 for what names only the month, then season, quarter and half-year by their latest
     * day; 9900, at the end of the year, is for what names no more than the year. (Chronicle order, the rule of Chinese
     * yearbooks: 是月, 是年.)
     */
    public int place() {
        var standing = standing();
        int month = 100 * within(standing.latest()).getMonthValue();
        return switch (standing.precision()) {
            case DAY -> month + within(standing.latest()).getDayOfMonth();
            case MONTH -> month + MONTH_ONLY;
            case SEASON -> month + SEASON;
            case QUARTER -> month + QUARTER;
            case HALF_YEAR -> month + HALF_YEAR;
            case YEAR -> UNDATED;
        };
    }

    /** The heading it stands under: the month of a day or month, else the season, quarter, half-year or year itself. */
    public Period heading() {
        var standing = standing();
        return standing.precision().tellsMonth()
                ? Period.month(year, within(standing.latest()).getMonthValue())
                : standing;
    }

    /** A one-of stands at its latest day, everything else at its first; of a set, the first one in this year. */
    private Period standing() {
        return switch (edtf.shape()) {
            case ONE_OF -> edtf.last();
            case SET ->
                edtf.members().stream().filter(this::withinYear).findFirst().orElseThrow();
            case SINGLE, INTERVAL -> edtf.first();
        };
    }

    private boolean withinYear(Period period) {
        return period.earliest().getYear() == year;
    }

    /** The day of the chronicle's year nearest to a day. */
    private LocalDate within(LocalDate day) {
        if (day.getYear() == year) {
            return day;
        }
        return day.getYear() < year ? LocalDate.of(year, Month.JANUARY, 1) : LocalDate.of(year, Month.DECEMBER, 31);
    }
}
