package cn.jinshan.chronicle.search;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A public edition that has all the words of a search, with what its order depends on.
 *
 * @param worth of the places in which it has them; the less, the better
 * @param place of its date in its year; null without a date
 */
record Hit(
        long edition,
        int worth,
        int year,
        @Nullable Integer place,
        int sectionPosition,
        int position,
        long entry,
        Group group) {

    /** What is counted together. */
    record Group(String section, int months) {}

    static final Comparator<Hit> BEST_FIRST = Comparator.comparingInt(Hit::worth)
            .thenComparing(Hit::year, Comparator.reverseOrder())
            .thenComparing(Hit::place, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparingInt(Hit::sectionPosition)
            .thenComparingInt(Hit::position)
            .thenComparingLong(Hit::entry);

    /** Whether the choices of a search show it. */
    boolean isIn(Search search) {
        return (search.year() == null || search.year() == year)
                && search.filter().includes(group.section, group.months);
    }
}
