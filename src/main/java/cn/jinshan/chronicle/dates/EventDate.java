package cn.jinshan.chronicle.dates;

import cn.jinshan.chronicle.dates.Edtf.Shape;
import java.time.LocalDate;
import java.time.Month;
import org.jspecify.annotations.Nullable;

/**
 * Date of an event, exactly as precise as its source, within one year's chronicle.
 *
 * @param wording the source's own words, at most 200 characters ({@code 5月18日}, {@code 春节前夕}); empty if it says nothing
 * @param edtf the understood date
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
     * Reads a date as Chinese sources write it: {@code 5月18日}, {@code 2023.5.18}, {@code 3月5日至7日}, {@code 7月2日、9日},
     * {@code 10月下旬}, {@code 4月底至5月初}, {@code 3月起}, {@code 一季度}, {@code 约5月}, {@code 同日}, {@code 春节前夕},
     * {@code 第33次全国助残日}, {@code 农历八月十五}; a blank wording, or one that says the date is unknown, means only the year.
     * Width, spaces and times of day make no difference; the wording is kept as typed. {@code dates.md} has them all.
     *
     * @param year the year of the chronicle, for a wording that names none
     * @param previous the date that {@code 同日} and {@code 是月} refer to; null if there is none
     * @throws DateRefusedException if the wording cannot be read, has more than 200 characters, names a day that the
     *     calendar does not have or that lies wholly outside the year, contradicts itself (a weekday, the number of a
     *     feast), or refers to a previous date that lacks that day or month
     */
    public static EventDate parse(String wording, int year, @Nullable EventDate previous) {
        try {
            return new EventDate(wording, new DateWordingParser(wording, year, previous).understood(), year);
        } catch (DateRefusedException refusal) {
            throw NearestWording.of(wording, year, previous)
                    .map(refusal::suggesting)
                    .orElse(refusal);
        }
    }

    /**
     * The months of the chronicle's year that the date belongs to, a bit each: {@code 1} is January, {@code 1 << 11} is
     * December. A date coarser than a month, such as a quarter, has none.
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
     * The place of the date in the chronicle of its year; smaller numbers come first. Hundreds are the month. The rest
     * is the day (1 to 31), or 40 if only the month is known, then season, quarter and half-year by their latest day.
     * 9900, at the end, is for the year alone. (Chronicle order, the rule of Chinese yearbooks: 是月, 是年.)
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

    /** The heading of the date: the month of a day or month, else the season, quarter, half-year or year itself. */
    public Period heading() {
        var standing = standing();
        return switch (standing.precision()) {
            case DAY, MONTH -> Period.month(year, within(standing.latest()).getMonthValue());
            case SEASON, QUARTER, HALF_YEAR -> standing;
            case YEAR -> Period.year(year);
        };
    }

    /**
     * The period that decides the place: a one-of's latest day, a set's first in this year, else the first that is
     * stated.
     */
    private Period standing() {
        return switch (edtf.shape()) {
            case ONE_OF -> edtf.last();
            case SET ->
                edtf.members().stream().filter(this::withinYear).findFirst().orElseThrow();
            case INTERVAL -> edtf.isOpenAtStart() ? edtf.last() : edtf.first();
            case SINGLE -> edtf.first();
        };
    }

    private boolean withinYear(Period period) {
        return period.earliest().getYear() == year;
    }

    /** The day of the chronicle's year that is nearest to a given day. */
    private LocalDate within(LocalDate day) {
        if (day.getYear() == year) {
            return day;
        }
        return day.getYear() < year ? LocalDate.of(year, Month.JANUARY, 1) : LocalDate.of(year, Month.DECEMBER, 31);
    }
}
