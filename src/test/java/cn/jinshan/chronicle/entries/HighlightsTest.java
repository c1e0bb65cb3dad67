package cn.jinshan.chronicle.entries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jinshan.chronicle.dates.EventDate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class HighlightsTest {

    private static final Instant NOW = Instant.parse("2024-08-28T00:00:00Z");
    private static final long AUTHOR = 7;

    private final List<Entry> entries = new ArrayList<>();

    @Test
    void whatIsPutWithoutAPlaceStandsLast() {
        var one = published(2023);
        var two = published(2023);

        put(one, Integer.MAX_VALUE);
        put(two, Integer.MAX_VALUE);

        assertPlaces(1, 2);
    }

    @Test
    void aHighlightMovesAndTheOthersMoveAlong() {
        var entry = highlights(4).get(3);

        put(entry, 2);
        assertPlaces(1, 3, 4, 2);
        put(entry, 1);
        assertPlaces(2, 3, 4, 1);
        put(entry, 9);
        assertPlaces(1, 2, 3, 4);
        assertThat(of().place(entry)).isEqualTo(4);
    }

    @Test
    void whatIsRemovedLeavesNoGap() {
        var entry = highlights(3).get(1);

        of().remove(entry);
        assertPlaces(1, 0, 2);
        assertThat(of().place(entries.get(1))).isZero();
        assertRefused(() -> of().remove(entries.get(1)), "noHighlight");
    }

    @Test
    void thereAreTenAtMostWhichMayStillMove() {
        highlights(10);
        var eleventh = published(2023);

        assertRefused(() -> put(eleventh, 1), "highlightsFull");
        put(entries.get(9), 1);
        assertPlaces(2, 3, 4, 5, 6, 7, 8, 9, 10, 1, 0);
        of().remove(entries.get(0));
        put(eleventh, 1);
        assertThat(eleventh.highlight()).isEqualTo(1);
    }

    @Test
    void whatIsNotPublicIsNoHighlight() {
        var draft = draft(new Entry(null), 2023);
        var withdrawn = published(2023);
        withdrawn.withdraw("理由", null, AUTHOR, NOW);

        assertRefused(() -> put(draft, 1), "highlightUnpublished");
        assertRefused(() -> put(withdrawn, 1), "highlightUnpublished");
    }

    @Test
    void aWithdrawnHighlightIsNoneWhenItIsPublishedAgain() {
        var entry = highlights(3).get(1);

        entry.withdraw("理由", null, AUTHOR, NOW);
        assertPlaces(1, 0, 3);
        entry.draftFrom(1, AUTHOR, NOW);
        entry.publish(RequiredReviews.NONE, AUTHOR, NOW);
        assertPlaces(1, 0, 3);
        put(entry, 9);
        assertPlaces(1, 3, 2);
    }

    @Test
    void aCorrectedHighlightStaysOne() {
        var entry = highlights(2).get(0);

        draft(entry, 2023).publish(RequiredReviews.NONE, AUTHOR, NOW);

        assertPlaces(1, 2);
    }

    @Test
    void aHighlightThatIsPublishedInAnotherYearIsNone() {
        var entry = highlights(2).get(0);

        draft(entry, 2022);
        assertPlaces(1, 2);
        entry.publish(RequiredReviews.NONE, AUTHOR, NOW);
        assertPlaces(0, 2);
    }

    private Highlights of() {
        return new Highlights(entries);
    }

    private void put(Entry entry, int place) {
        of().put(entry, place);
    }

    private List<Entry> highlights(int count) {
        for (int place = 1; place <= count; place++) {
            put(published(2023), place);
        }
        return entries;
    }

    private Entry published(int year) {
        var entry = draft(new Entry(null), year);
        entry.publish(RequiredReviews.NONE, AUTHOR, NOW);
        entries.add(entry);
        return entry;
    }

    private static Entry draft(Entry entry, int year) {
        var chronicle = new Chronicle(year, year + "年大事记", "", null);
        var section = new Section(chronicle, "meetings", "重要会议活动", 1, Tone.BLUE);
        var date = EventDate.of("", String.valueOf(year), year);
        entry.write(section, 1, new Content("题", "", date, "正文。", "", "", null, List.of()), AUTHOR, NOW);
        return entry;
    }

    private void assertPlaces(Integer... places) {
        assertThat(entries).extracting(Entry::highlight).containsExactly(places);
    }

    private static void assertRefused(ThrowingCallable change, String reason) {
        assertThatExceptionOfType(RefusedException.class).isThrownBy(change).withMessage("refused." + reason);
    }
}
