package cn.jinshan.chronicle.reader;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.dates.EventDate;
import cn.jinshan.chronicle.entries.IndexLine;
import cn.jinshan.chronicle.entries.PublishedChronicle;
import cn.jinshan.chronicle.entries.PublishedEntry;
import cn.jinshan.chronicle.entries.PublishedSection;
import cn.jinshan.chronicle.entries.PublishedSubject;
import cn.jinshan.chronicle.entries.Subject.Kind;
import cn.jinshan.chronicle.entries.Tally;
import cn.jinshan.chronicle.entries.Timeline;
import cn.jinshan.chronicle.entries.TimelineFilter;
import cn.jinshan.chronicle.entries.Tone;
import cn.jinshan.chronicle.text.Prose;
import cn.jinshan.chronicle.text.Reading;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BookletTest {

    private static final PublishedSection VISITS = new PublishedSection(2, "visits", "走访调研", "", 2, Tone.GREEN);

    private static final PublishedChronicle CHRONICLE =
            new PublishedChronicle(1, 2023, "2023年大事记", "", null, List.of(VISITS));

    private static final IndexLine SOMEBODY = new IndexLine(
            new PublishedSubject(1, Kind.PERSON, "某人", null, null, true),
            new Reading("mǒu rén", "mou ren", "32"),
            List.of(3L, 9L, 4L));

    @Test
    void numbersRunThroughAllPartsAsTheEntriesStand() {
        assertThat(part(1).numbers()).isEqualTo(Map.of(9L, 1, 4L, 2, 3L, 3));
        assertThat(part(2).numbers()).isEqualTo(Map.of(9L, 501, 4L, 502, 3L, 503));
    }

    @Test
    void theIndexNamesEntriesAsTheyStandAndTheTableByTime() {
        assertThat(part(1).entries(SOMEBODY)).containsExactly(9L, 4L, 3L);
        assertThat(part(1).index()).containsExactly(Map.entry(Kind.PERSON, List.of(SOMEBODY)));
        assertThat(part(1).byTime()).extracting(PublishedEntry::id).containsExactly(3L, 4L, 9L);
    }

    @Test
    void theFirstPartAndTheStandardSizeGoWithoutSaying() {
        assertThat(part(1).address(1, false)).isEqualTo("/2023/booklet");
        assertThat(part(1).address(2, false)).isEqualTo("/2023/booklet?part=2");
        assertThat(part(1).address(1, true)).isEqualTo("/2023/booklet?size=large");
        assertThat(part(1).address(2, true)).isEqualTo("/2023/booklet?part=2&size=large");
        assertThat(part(1).easyAddress(2)).isEqualTo("/2023/booklet?part=2&text=easy");
    }

    private static Booklet part(int part) {
        var entries = List.of(entry(9, 1, "2023"), entry(4, 2, "2023-05"), entry(3, 3, "2023-05-18"));
        var tally = new Tally(List.of(new Tally.Row("visits", 0, Timeline.PAGE + 3)));
        return Booklet.of(
                new Timeline(CHRONICLE, TimelineFilter.WHOLE.bySections().page(part), tally, List.of(), entries),
                Map.of(),
                List.of(SOMEBODY));
    }

    private static PublishedEntry entry(long id, int position, String edtf) {
        return new PublishedEntry(
                id,
                1,
                VISITS,
                position,
                "走访",
                EventDate.of("", edtf, 2023),
                new Prose("走访。"),
                "",
                new Prose(""),
                null,
                Instant.EPOCH);
    }
}
