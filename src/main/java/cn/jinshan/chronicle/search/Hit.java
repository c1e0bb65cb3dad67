package cn.jinshan.chronicle.search;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Public edition that contains all words of a search, with the values that it is sorted by.
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

    /** Key of the counts: hits with the same section and months. */
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
