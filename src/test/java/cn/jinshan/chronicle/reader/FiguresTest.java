package cn.jinshan.chronicle.reader;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.entries.PublishedChronicle;
import cn.jinshan.chronicle.entries.PublishedSection;
import cn.jinshan.chronicle.entries.Tally;
import cn.jinshan.chronicle.entries.Tone;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {

    private static final int MAY = 1 << 4;
    private static final int JUNE = 1 << 5;

    private static final PublishedSection MEETINGS = new PublishedSection(1, "meetings", "重要会议活动", "", 1, Tone.BLUE);
    private static final PublishedSection VISITS = new PublishedSection(2, "visits", "走访调研", "", 2, Tone.GREEN);
    private static final PublishedSection RENAMED = new PublishedSection(3, "visits", "走访慰问", "", 1, Tone.GREEN);

    private static final PublishedChronicle EARLIER =
            new PublishedChronicle(1, 2023, "2023年大事记", "", null, List.of(MEETINGS, VISITS));
    private static final PublishedChronicle LATER =
            new PublishedChronicle(2, 2024, "2024年大事记", "", null, List.of(RENAMED));

    private static final Tally TALLY = new Tally(List.of(
            new Tally.Row("meetings", MAY, 3), new Tally.Row("visits", MAY | JUNE, 2), new Tally.Row("visits", 0, 1)));

    @Test
    void anEntryOfSeveralMonthsStandsInEachRowButOnceInTheTotal() {
        var figures = Figures.ofMonths(EARLIER, TALLY);

        assertThat(figures.rows()).hasSize(13).extracting(Figures.Row::of).endsWith(12, 13);
        assertThat(counts(figures.rows().get(4))).containsExactly(3L, 2L);
        assertThat(counts(figures.rows().get(5))).containsExactly(0L, 2L);
        assertThat(counts(figures.rows().get(12))).containsExactly(0L, 1L);
        assertThat(counts(figures.total())).containsExactly(3L, 3L);
        assertThat(figures.rows()).extracting(Figures.Row::count).containsSequence(0L, 5L, 2L, 0L);
        assertThat(figures.total().count()).isEqualTo(6);
    }

    @Test
    void everyNumberLeadsToWhatItCounts() {
        var may = Figures.ofMonths(EARLIER, TALLY).rows().get(4);

        assertThat(may.cells())
                .extracting(Figures.Cell::address)
                .containsExactly("/2023?section=meetings&month=5#results", "/2023?section=visits&month=5#results");
        assertThat(may.address()).isEqualTo("/2023?month=5#results");
    }

    @Test
    void theLongestBarIsAsLongAsThePictureAndTheOthersInProportion() {
        var figures = Figures.ofMonths(EARLIER, TALLY);

        assertThat(figures.length(5)).isEqualTo(100);
        assertThat(figures.length(2)).isEqualTo(40);
        assertThat(figures.length(0)).isZero();
        assertThat(figures.rows().get(4).cells())
                .extracting(Figures.Cell::before)
                .containsExactly(0L, 3L);
        assertThat(Figures.ofMonths(EARLIER, new Tally(List.of())).length(0)).isZero();
    }

    @Test
    void yearsStandBesideEachOtherBySectionsThatAreCalledAsTheyWereLast() {
        var tallies = new LinkedHashMap<PublishedChronicle, Tally>();
        tallies.put(EARLIER, TALLY);
        tallies.put(LATER, new Tally(List.of(new Tally.Row("visits", 0, 7))));

        var figures = Figures.ofYears(tallies);

        assertThat(figures.sections()).extracting(PublishedSection::title).containsExactly("重要会议活动", "走访慰问");
        assertThat(figures.rows()).extracting(Figures.Row::of).containsExactly(2023, 2024);
        assertThat(counts(figures.rows().get(0))).containsExactly(3L, 3L);
        assertThat(counts(figures.rows().get(1))).containsExactly(0L, 7L);
        assertThat(counts(figures.total())).containsExactly(3L, 10L);
        assertThat(figures.rows().get(1).cells().get(1).address()).isEqualTo("/2024?section=visits#results");
        assertThat(figures.total().address()).isNull();
    }

    private static List<Long> counts(Figures.Row row) {
        return row.cells().stream().map(Figures.Cell::count).toList();
    }
}
