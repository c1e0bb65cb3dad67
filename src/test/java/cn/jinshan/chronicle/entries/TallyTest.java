package cn.jinshan.chronicle.entries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TallyTest {

    private static final int MAY = 1 << 4;
    private static final int JUNE = 1 << 5;
    private static final int JULY = 1 << 6;

    private final Tally tally = new Tally(List.of(
            new Tally.Row("meetings", MAY, 3),
            new Tally.Row("meetings", MAY | JUNE | JULY, 2),
            new Tally.Row("visits", JUNE, 5),
            new Tally.Row("visits", 0, 7),
            new Tally.Row("achievements", 0, 11)));

    @Test
    void withoutAChoiceEverythingCounts() {
        assertThat(count(List.of(), List.of())).isEqualTo(28);
    }

    @Test
    void sectionsAreAddedUp() {
        assertThat(count(List.of("meetings"), List.of())).isEqualTo(5);
        assertThat(count(List.of("visits"), List.of())).isEqualTo(12);
        assertThat(count(List.of("meetings", "visits"), List.of())).isEqualTo(17);
        assertThat(count(List.of("services"), List.of())).isZero();
    }

    @Test
    void anEntryOfSeveralMonthsCountsInEachOfThem() {
        assertThat(count(List.of(), List.of(5))).isEqualTo(5);
        assertThat(count(List.of(), List.of(6))).isEqualTo(7);
        assertThat(count(List.of(), List.of(7))).isEqualTo(2);
        assertThat(count(List.of(), List.of(8))).isZero();
    }

    @Test
    void anEntryOfSeveralMonthsCountsOnceWhereSeveralAreChosen() {
        assertThat(count(List.of(), List.of(5, 6))).isEqualTo(10);
        assertThat(count(List.of(), List.of(5, 6, 7, 8))).isEqualTo(10);
    }

    @Test
    void theUndatedCountOnlyWhereTheyAreChosen() {
        assertThat(count(List.of(), List.of(TimelineFilter.UNDATED))).isEqualTo(18);
        assertThat(count(List.of(), List.of(TimelineFilter.UNDATED, 7))).isEqualTo(20);
        assertThat(count(List.of("visits"), List.of(TimelineFilter.UNDATED))).isEqualTo(7);
    }

    @Test
    void sectionAndMonthMustBothHold() {
        assertThat(count(List.of("visits"), List.of(5))).isZero();
        assertThat(count(List.of("visits", "meetings"), List.of(6))).isEqualTo(7);
    }

    @Test
    void theArrangementAndThePageCountNothingAway() {
        var filter = TimelineFilter.WHOLE.onlySection("visits");

        assertThat(tally.count(filter.bySections())).isEqualTo(12);
        assertThat(tally.count(filter.newestFirst().page(9))).isEqualTo(12);
    }

    private long count(List<String> sections, List<Integer> months) {
        var whole = TimelineFilter.WHOLE;
        return tally.count(
                new TimelineFilter(new TreeSet<>(sections), new TreeSet<>(months), whole.view(), whole.order(), 1));
    }
}
