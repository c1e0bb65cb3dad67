package cn.jinshan.chronicle.dates;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Periods of the calendar for property tests. */
final class Periods {

    private Periods() {}

    /** Days or months in ascending order, at least two. */
    static Arbitrary<List<Period>> several(int atMost, int firstYear, int lastYear) {
        return Arbitraries.of(Precision.DAY, Precision.MONTH)
                .flatMap(precision -> of(precision, firstYear, lastYear)
                        .set()
                        .ofMinSize(2)
                        .ofMaxSize(atMost)
                        .map(members -> members.stream()
                                .sorted(comparing(Period::earliest))
                                .toList()));
    }

    /** Periods of one precision that begin in these years. */
    static Arbitrary<Period> of(Precision precision, int firstYear, int lastYear) {
        var first = LocalDate.of(firstYear, 1, 1);
        var days = (int) (LocalDate.of(lastYear, 12, 31).toEpochDay() - first.toEpochDay());
        return Arbitraries.integers()
                .between(0, days)
                .map(first::plusDays)
                .map(day -> new Period(precision, startOf(precision, day)));
    }

    private static LocalDate startOf(Precision precision, LocalDate day) {
        int month = day.getMonthValue();
        return switch (precision) {
            case DAY -> day;
            case MONTH -> day.withDayOfMonth(1);
            case SEASON -> LocalDate.of(day.getYear(), (month - 1) / 3 * 3 + 3, 1);
            case QUARTER -> LocalDate.of(day.getYear(), (month - 1) / 3 * 3 + 1, 1);
            case HALF_YEAR -> LocalDate.of(day.getYear(), month <= 6 ? 1 : 7, 1);
            case YEAR -> LocalDate.of(day.getYear(), 1, 1);
        };
    }
}
