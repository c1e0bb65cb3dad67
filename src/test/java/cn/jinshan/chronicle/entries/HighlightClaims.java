package cn.jinshan.chronicle.entries;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.editorial.EditorialRecord;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What stands on top of a year. */
abstract class HighlightClaims extends OnADatabase {

    private static final List<Long> ACHIEVEMENTS = List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);

    @Autowired
    Chronicles chronicles;

    @Autowired
    EditorialRecord record;

    @Test
    void theHighlightsOfTheSeedAreItsAchievements() {
        assertThat(highlights(2023)).isEqualTo(ACHIEVEMENTS);
        assertThat(publicRecord.timeline(2023, TimelineFilter.WHOLE).highlights())
                .startsWith(new PublishedHighlight(1, "杭州亚残运会一金一铜", "李婷得金牌，李雷得铜牌", Tone.GOLD));
        assertThat(record.highlights(2023)).extracting(EntryRow::id).isEqualTo(ACHIEVEMENTS);
        assertThat(record.entry(9).highlight()).isTrue();
        assertThat(record.entry(10).highlight()).isFalse();
    }

    @Test
    void theyAreAmongTheEntriesOfTheYearAndCountedOnce() {
        var timeline = publicRecord.timeline(2023, TimelineFilter.WHOLE);

        assertThat(timeline.total()).isEqualTo(29);
        assertThat(ids(timeline.entries())).isEqualTo(OLDEST_FIRST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"month=5", "month=none", "section=achievements", "view=sections"})
    void theyStandOnTopOfTheWholeYearByTimeAlone(String query) {
        assertThat(publicRecord.timeline(2023, filter(query)).highlights()).isEmpty();
    }

    @Test
    void fromTheYearsEndTheyStandOnTopInTheSameOrder() {
        assertThat(publicRecord.timeline(2023, filter("order=newest")).highlights())
                .extracting(PublishedHighlight::entry)
                .isEqualTo(ACHIEVEMENTS);
    }

    @Test
    void whatTheyAreCalledIsWhatThePublicReads() {
        var entry = database.find(Entry.class, 3L);
        draft(entry, 2023, "visits", 1, content("还没有发布的标题", "5月", "2023-05"));
        flushAndClear();
        assertThat(titles()).doesNotContain("还没有发布的标题").contains("2023年亚洲坐式排球锦标赛冠军");

        database.find(Entry.class, 3L).publish(RequiredReviews.NONE, AUTHOR, NOW);
        flushAndClear();
        assertThat(publicRecord
                        .timeline(2023, TimelineFilter.WHOLE)
                        .highlights()
                        .get(2))
                .isEqualTo(new PublishedHighlight(3, "还没有发布的标题", "", Tone.GREEN));
    }

    @Test
    void whatIsTakenDownOrMovedToAnotherYearIsNoHighlightAndTakesNoPlace() {
        section(chronicle(2022), "visits");
        var moved = database.find(Entry.class, 1L);
        draft(moved, 2022, "visits", 1, content("另一年的", "5月", "2022-05", 2022));
        database.flush();
        moved.publish(RequiredReviews.NONE, AUTHOR, NOW);
        database.find(Entry.class, 2L).withdraw("理由", null, AUTHOR, NOW);
        open(2022);
        assertThat(highlights(2023)).isEqualTo(ACHIEVEMENTS.subList(2, 9));
        assertThat(highlights(2022)).isEmpty();

        List.of(10L, 11L, 12L).forEach(id -> put(id, 1));
        assertThat(highlights(2023)).startsWith(12L, 11L, 10L, 3L).hasSize(Highlights.MOST);
        database.find(Entry.class, 2L).draftFrom(1, AUTHOR, NOW);
        flushAndClear();
        database.find(Entry.class, 2L).publish(RequiredReviews.NONE, AUTHOR, NOW);
        flushAndClear();
        assertThat(highlights(2023)).hasSize(Highlights.MOST).doesNotContain(2L);
    }

    @Test
    void thoseOfAnUnopenedYearAreShownToStaffAlone() {
        section(chronicle(2022), "visits");
        long id = published(draftOf(2022, "visits", content("好消息", "5月", "2022-05", 2022)));
        put(id, 1);
        assertThat(record.highlights(2022)).extracting(EntryRow::id).containsExactly(id);
        assertNotPublic(() -> highlights(2022));

        open(2022);
        assertThat(highlights(2022)).containsExactly(id);
    }

    @Test
    void aChoiceHoldsTheHighlightsOfItsYearAndTheEntryInTheOrderOfTheirNumbers() {
        section(chronicle(2022), "visits");
        put(published(draftOf(2022, "visits", content("好消息", "5月", "2022-05", 2022))), 1);
        var chronicle = chronicles.holdOfPublic(20).orElseThrow();

        assertThat(chronicle.year()).isEqualTo(2023);
        assertThat(entries.holdHighlights(chronicle.id(), 20))
                .extracting(Entry::id)
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 20L);
        assertThat(entries.holdHighlights(chronicle.id(), 4)).hasSize(9);
    }

    @Test
    void whatIsNotPublicStandsInNoYear() {
        long id = saved(draftOf(2023, "visits", content("草稿", "5月", "2023-05")));

        assertThat(chronicles.holdOfPublic(id)).isEmpty();
    }

    @Test
    void whoeverIsWritingOnAnEntryIsNotDisturbed() {
        long version = record.entry(11).version();

        put(11, 1);

        assertThat(highlights(2023)).startsWith(11L, 1L).hasSize(10);
        assertThat(record.entry(11).version()).isEqualTo(version);
        assertThat(record.entry(1).version()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 11})
    void theDatabaseRefusesAPlaceThatNoneOfTenHas(int place) {
        assertRefused("update entry set highlight = " + place + " where id = 11");
    }

    private List<Long> highlights(int year) {
        return publicRecord.timeline(year, TimelineFilter.WHOLE).highlights().stream()
                .map(PublishedHighlight::entry)
                .toList();
    }

    private List<String> titles() {
        return publicRecord.timeline(2023, TimelineFilter.WHOLE).highlights().stream()
                .map(PublishedHighlight::title)
                .toList();
    }

    private void put(long id, int place) {
        var chronicle = chronicles.holdOfPublic(id).orElseThrow();
        new Highlights(entries.holdHighlights(chronicle.id(), id)).put(database.find(Entry.class, id), place);
        flushAndClear();
    }

    private void open(int year) {
        chronicles.forChange(year).orElseThrow().open(NOW);
        flushAndClear();
    }
}
