package cn.jinshan.chronicle.dates;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jinshan.chronicle.dates.Edtf.Qualifier;
import cn.jinshan.chronicle.dates.Edtf.Shape;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class EventDatePropertiesTest {

    private static final int YEAR = 2023;

    @Property
    void whatIsWrittenIsReadBackTheSame(@ForAll("datesOfAnyYear") Edtf date) {
        assertThat(Edtf.parse(date.toString())).isEqualTo(date);
    }

    @Property
    void theEarliestDayIsNotAfterTheLatest(@ForAll("datesOfAnyYear") Edtf date) {
        assertThat(date.earliest()).isBeforeOrEqualTo(date.latest());
    }

    @Property
    void anyTextIsEitherReadOrRefused(@ForAll("texts") String text) {
        Edtf date;
        try {
            date = Edtf.parse(text);
        } catch (DateRefusedException refused) {
            assertThat(refused.reason().getCode()).startsWith("date.refused.");
            return;
        }
        assertThat(date).hasToString(text);
    }

    @Property
    void aDateIsTakenIfItHasADayInTheYearAndRefusedIfNot(@ForAll("dates") Edtf date) {
        if (possible(date).stream().anyMatch(span -> span.hasDayIn(YEAR))) {
            assertThat(new EventDate("", date, YEAR).edtf()).isEqualTo(date);
        } else {
            assertThatThrownBy(() -> new EventDate("", date, YEAR)).isInstanceOf(DateRefusedException.class);
        }
    }

    @Property
    void aDateBelongsToTheMonthsInWhichItsDaysMayLie(@ForAll("datesOfTheYear") EventDate date) {
        var expected = new TreeSet<Integer>();
        if (date.edtf().precision() == Precision.DAY || date.edtf().precision() == Precision.MONTH) {
            possible(date.edtf()).forEach(span -> expected.addAll(span.within(YEAR)));
        }

        assertThat(months(date)).isEqualTo(expected);
    }

    @Property
    void everyMonthOfADateOverlapsItsBounds(@ForAll("datesOfTheYear") EventDate date) {
        for (int month : months(date)) {
            assertThat(YearMonth.of(YEAR, month).atEndOfMonth())
                    .isAfterOrEqualTo(date.edtf().earliest());
            assertThat(YearMonth.of(YEAR, month).atDay(1))
                    .isBeforeOrEqualTo(date.edtf().latest());
        }
    }

    @Property
    void theOrderIsThatOfTheDayADateStandsAtTheFinerFirst(
            @ForAll("datesOfTheYear") EventDate one, @ForAll("datesOfTheYear") EventDate other) {
        assertThat(Integer.signum(Integer.compare(one.place(), other.place())))
                .as("%s and %s", one.edtf(), other.edtf())
                .isEqualTo(Integer.signum(YEARBOOK_ORDER.compare(one, other)));
    }

    @Property
    void aKnownDayStandsBeforeItsMonth(@ForAll("days") LocalDate day) {
        assertThat(place(day.toString())).isLessThan(place(day.toString().substring(0, 7)));
    }

    @Property
    void aMonthStandsBeforeEveryDayOfALaterMonth(
            @ForAll @IntRange(min = 1, max = 11) int month, @ForAll("days") LocalDate day) {
        var monthOnly = "2023-%02d".formatted(month);

        if (day.getMonthValue() > month) {
            assertThat(place(monthOnly)).isLessThan(place(day.toString()));
        } else {
            assertThat(place(monthOnly)).isGreaterThan(place(day.toString()));
        }
    }

    @Property
    void aCoarserDateStandsAfterTheMonthItEndsInAndBeforeTheNext(@ForAll("coarse") Edtf date) {
        int month = date.latest().getYear() > YEAR ? 12 : date.latest().getMonthValue();
        int place = new EventDate("", date, YEAR).place();

        assertThat(place).isGreaterThan(place("2023-%02d".formatted(month)));
        assertThat(place).isLessThan(month == 12 ? place("2023") : place("2023-%02d-01".formatted(month + 1)));
    }

    @Property
    void nothingStandsAfterTheUndated(@ForAll("datesOfTheYear") EventDate date) {
        if (date.edtf().precision() == Precision.YEAR) {
            assertThat(date.place()).isEqualTo(place("2023"));
        } else {
            assertThat(date.place()).isLessThan(place("2023"));
        }
    }

    @Property
    void everyDateStandsUnderTheHeadingThatItsNeighboursHave(@ForAll("datesOfTheYear") EventDate date) {
        var heading = date.heading();

        assertThat(new EventDate("", Edtf.parse(heading.toString()), YEAR).place())
                .isGreaterThanOrEqualTo(date.place());
        assertThat(heading.precision().tellsMonth()).isEqualTo(date.months() != 0);
    }

    @Property(tries = 200)
    void datesAtOnePlaceKeepTheOrderTheyCameIn(
            @ForAll("yearsOfDates") @Size(max = 40) List<EventDate> asWritten, @ForAll long seed) {
        record Numbered(EventDate date, int number) {}
        var shuffled = new ArrayList<>(IntStream.range(0, asWritten.size())
                .mapToObj(number -> new Numbered(asWritten.get(number), number))
                .toList());
        Collections.shuffle(shuffled, new Random(seed));
        shuffled.sort(
                comparingInt((Numbered numbered) -> numbered.date().place()).thenComparingInt(Numbered::number));

        assertThat(shuffled.stream().map(Numbered::date))
                .isEqualTo(asWritten.stream().sorted(YEARBOOK_ORDER).toList());
    }

    /** By the last day on which it can have happened, the finer first: the yearbook's rule without its arithmetic. */
    private static final Comparator<EventDate> YEARBOOK_ORDER = comparing((EventDate date) -> standsAt(date.edtf()))
            .thenComparing(date -> standing(date.edtf()).precision());

    private static Period standing(Edtf date) {
        return switch (date.shape()) {
            case SINGLE -> date.members().get(0);
            case INTERVAL ->
                date.isOpenAtStart() ? date.members().get(1) : date.members().get(0);
            case ONE_OF -> date.members().get(1);
            case SET ->
                date.members().stream()
                        .filter(one -> one.earliest().getYear() == YEAR)
                        .findFirst()
                        .orElseThrow();
        };
    }

    private static LocalDate standsAt(Edtf date) {
        var precision = standing(date).precision();
        var lastDay = standing(date).latest();
        if (precision == Precision.YEAR) {
            return LocalDate.of(YEAR, 12, 31);
        }
        if (lastDay.getYear() < YEAR) {
            return precision == Precision.MONTH ? LocalDate.of(YEAR, 1, 31) : LocalDate.of(YEAR, 1, 1);
        }
        return lastDay.getYear() > YEAR ? LocalDate.of(YEAR, 12, 31) : lastDay;
    }

    private record Span(LocalDate first, LocalDate last) {

        boolean hasDayIn(int year) {
            return first.getYear() <= year && year <= last.getYear();
        }

        /** The months of a year in which it has a day, found by asking every day. */
        Collection<Integer> within(int year) {
            return LocalDate.of(year, 1, 1)
                    .datesUntil(LocalDate.of(year + 1, 1, 1))
                    .filter(day -> !day.isBefore(first) && !day.isAfter(last))
                    .map(LocalDate::getMonthValue)
                    .distinct()
                    .toList();
        }
    }

    private static List<Span> possible(Edtf date) {
        return date.shape() == Shape.SET
                ? date.members().stream()
                        .map(member -> new Span(member.earliest(), member.latest()))
                        .toList()
                : List.of(new Span(date.earliest(), date.latest()));
    }

    private static TreeSet<Integer> months(EventDate date) {
        var months = new TreeSet<Integer>();
        IntStream.range(0, Integer.SIZE)
                .filter(bit -> (date.months() & 1 << bit) != 0)
                .forEach(bit -> months.add(bit + 1));
        return months;
    }

    private static int place(String edtf) {
        return EventDate.of("", edtf, YEAR).place();
    }

    @Provide
    Arbitrary<Edtf> datesOfAnyYear() {
        return dates(1, 9999);
    }

    @Provide
    Arbitrary<Edtf> dates() {
        return dates(YEAR - 1, YEAR + 1);
    }

    @Provide
    Arbitrary<EventDate> datesOfTheYear() {
        return dates().filter(date -> possible(date).stream().anyMatch(span -> span.hasDayIn(YEAR)))
                .map(date -> new EventDate("", date, YEAR));
    }

    @Provide
    Arbitrary<List<EventDate>> yearsOfDates() {
        return datesOfTheYear().list();
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(1, 365).map(day -> LocalDate.ofYearDay(YEAR, day));
    }

    @Provide
    Arbitrary<Edtf> coarse() {
        return Arbitraries.of(
                        "2022-24",
                        "2023-21",
                        "2023-22",
                        "2023-23",
                        "2023-24",
                        "2023-33",
                        "2023-34",
                        "2023-35",
                        "2023-36",
                        "2023-40",
                        "2023-41",
                        "2023-36?",
                        "2023-40~")
                .map(Edtf::parse);
    }

    @Provide
    Arbitrary<String> texts() {
        var nearly = Arbitraries.strings().withChars("0123456789-/~?[]{}.,").ofMaxLength(30);
        var broken = Combinators.combine(
                        dates().map(Edtf::toString),
                        Arbitraries.integers().between(0, 30),
                        Arbitraries.strings().withChars("0139-/~?[]{}., 月\n").ofMaxLength(3))
                .as((written, at, put) -> {
                    int where = Math.min(at, written.length());
                    return written.substring(0, where) + put + written.substring(Math.min(where + 1, written.length()));
                });
        return Arbitraries.oneOf(Arbitraries.strings().ofMaxLength(250), nearly, broken, dates().map(Edtf::toString));
    }

    private static Arbitrary<Edtf> dates(int firstYear, int lastYear) {
        var qualifiers = Arbitraries.of(Qualifier.class);
        var single = Combinators.combine(
                        Arbitraries.of(Precision.class)
                                .flatMap(precision -> Periods.of(precision, firstYear, lastYear)),
                        qualifiers)
                .as((period, qualifier) -> new Edtf(Shape.SINGLE, List.of(period), qualifier));
        var interval = Combinators.combine(Periods.several(2, firstYear, lastYear), qualifiers)
                .as((members, qualifier) -> new Edtf(Shape.INTERVAL, members, qualifier));
        var open = Combinators.combine(
                        Arbitraries.of(Precision.DAY, Precision.MONTH)
                                .flatMap(precision ->
                                        Periods.of(precision, Math.max(2, firstYear), Math.min(9998, lastYear))),
                        Arbitraries.of(true, false),
                        qualifiers)
                .as((period, start, qualifier) -> new Edtf(
                        Shape.INTERVAL,
                        start ? List.of(Edtf.OPEN_START, period) : List.of(period, Edtf.OPEN_END),
                        qualifier));
        var years = Arbitraries.integers()
                .between(Math.max(2, firstYear), Math.min(9998, lastYear) - 1)
                .map(year -> new Edtf(
                        Shape.INTERVAL,
                        List.of(Period.year(year), Period.year(Math.min(9998, lastYear))),
                        Qualifier.EXACT));
        var mixed = Combinators.combine(Periods.several(2, firstYear, lastYear), Arbitraries.of(true, false))
                .as(EventDatePropertiesTest::mixed)
                .filter(members -> members.size() == 2)
                .map(members -> new Edtf(Shape.INTERVAL, members, Qualifier.EXACT));
        var oneOf = Combinators.combine(Periods.several(2, firstYear, lastYear), qualifiers)
                .as((members, qualifier) -> new Edtf(Shape.ONE_OF, members, qualifier));
        var set = Combinators.combine(Periods.several(16, firstYear, lastYear), qualifiers)
                .as((members, qualifier) -> new Edtf(Shape.SET, members, qualifier));
        return Arbitraries.oneOf(single, interval, open, years, mixed, oneOf, set);
    }

    /** A day and a month, or a month and a day; none if one contains the other. */
    private static List<Period> mixed(List<Period> members, boolean dayFirst) {
        var one = members.get(0).earliest();
        var other = members.get(1).earliest();
        if (YearMonth.from(one).equals(YearMonth.from(other))) {
            return List.of();
        }
        return dayFirst
                ? List.of(new Period(Precision.DAY, one), Period.month(other.getYear(), other.getMonthValue()))
                : List.of(Period.month(one.getYear(), one.getMonthValue()), new Period(Precision.DAY, other));
    }
}
