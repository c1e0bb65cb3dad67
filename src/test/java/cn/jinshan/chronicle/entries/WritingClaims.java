package cn.jinshan.chronicle.entries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jinshan.chronicle.editorial.EditorialRecord;
import cn.jinshan.chronicle.editorial.EditorialRecord.Order;
import cn.jinshan.chronicle.editorial.EntryFilter;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.orm.ObjectOptimisticLockingFailureException;

/** The record as staff see and change it. */
abstract class WritingClaims extends OnADatabase {

    @Autowired
    EditorialRecord record;

    @Autowired
    Sections sections;

    @Autowired
    Subjects subjects;

    @Test
    void everyChangeOfAnEditionMakesTheEntrysVersionGreater() {
        long id = saved(draftOf(2023, "visits", content("走访", "5月18日", "2023-05-18")));
        long begun = record.entry(id).version();

        change(id).write(section(2023, "visits"), 1, content("走访街镇", "5月", "2023-05"), AUTHOR + 1, NOW.plusSeconds(1));
        flushAndClear();
        long written = record.entry(id).version();
        change(id).publish(RequiredReviews.NONE, AUTHOR, NOW.plusSeconds(2));
        flushAndClear();
        long published = record.entry(id).version();
        change(id).withdraw("照片未经同意", "照片要换。", AUTHOR, NOW.plusSeconds(3));
        flushAndClear();
        long withdrawn = record.entry(id).version();
        change(id).draftFrom(1, AUTHOR, NOW.plusSeconds(4));
        flushAndClear();
        long drafted = record.entry(id).version();
        change(id).discard(AUTHOR, NOW.plusSeconds(5));
        flushAndClear();

        assertThat(List.of(
                        begun,
                        written,
                        published,
                        withdrawn,
                        drafted,
                        record.entry(id).version()))
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(record.entry(id).latest().authors()).containsExactlyInAnyOrder(AUTHOR, AUTHOR + 1);
    }

    @Test
    void whoeverHasNotSeenTheLastChangeIsRefused() {
        long id = saved(draftOf(2023, "visits", content("走访", "5月18日", "2023-05-18")));
        long seen = record.entry(id).version();
        change(id).write(section(2023, "visits"), 1, content("走访街镇", "5月", "2023-05"), AUTHOR, NOW.plusSeconds(1));
        flushAndClear();

        assertThatThrownBy(() -> change(id).refuseStale(seen))
                .isInstanceOf(ObjectOptimisticLockingFailureException.class);
    }

    @Test
    void theSentenceForThePublicStandsInThePlaceOfWhatWasTakenDownLast() {
        for (var farewell : new String[] {"照片要换。", "人名有误。"}) {
            change(24).withdraw("理由", farewell, AUTHOR, NOW);
            flushAndClear();
            assertThatThrownBy(() -> publicRecord.entry(24))
                    .isInstanceOfSatisfying(
                            WithdrawnException.class,
                            gone -> assertThat(gone.farewell()).isEqualTo(farewell));
            change(24).draftFrom(1, AUTHOR, NOW);
            flushAndClear();
            change(24).publish(RequiredReviews.NONE, AUTHOR, NOW);
            flushAndClear();
        }
        change(24).withdraw("理由", null, AUTHOR, NOW);
        flushAndClear();
        assertThatThrownBy(() -> publicRecord.entry(24))
                .isInstanceOfSatisfying(
                        WithdrawnException.class,
                        gone -> assertThat(gone.farewell()).isEmpty());
    }

    @Test
    void aFormBeginsOneEntry() {
        entries.save(new Entry("0b64a8c2"));
        flushAndClear();

        assertThat(record.begunWith("0b64a8c2")).isPresent();
        assertThat(record.begunWith("another")).isEmpty();
        assertRefused("insert into entry (form_key) values ('0b64a8c2')");
    }

    @Test
    void nothingIsLeftOfAnEntryWhoseOnlyDraftWasDiscarded() {
        long id = saved(draftOf(2023, "visits", content("走访", "5月18日", "2023-05-18")));
        change(id).discard(AUTHOR, NOW);
        flushAndClear();

        assertThat(record.exists(id)).isFalse();
        assertNotPublic(() -> record.entry(id));
    }

    @Test
    void theListIsFilteredByAllThatStaffAskFor() {
        long mine = saved(draftOf(2023, "visits", content("我的100%_走访", "5月18日", "2023-05-18")));

        assertThat(found(filter(null, null, null, null, null))).hasSize(30);
        assertThat(found(filter("visits", null, null, null, null))).hasSize(9);
        assertThat(found(filter(null, 5, null, null, null))).containsExactly(11, 14, (int) mine, 12, 24);
        assertThat(found(filter(null, TimelineFilter.UNDATED, null, null, null)))
                .hasSize(10);
        assertThat(found(filter(null, null, ReviewStage.DRAFT, null, null))).containsExactly((int) mine);
        assertThat(found(filter(null, null, null, "坐式排球", null))).hasSizeGreaterThan(2);
        assertThat(found(filter(null, null, null, "100%_", null))).containsExactly((int) mine);
        assertThat(found(filter(null, null, null, "5月1", null))).containsExactly(11, 14, (int) mine);
        assertThat(found(filter(null, null, null, "\\", null))).isEmpty();
        assertThat(found(filter(null, null, null, null, AUTHOR))).containsExactly((int) mine);
        assertThat(record.stages(filter(null, null, null, null, null), RequiredReviews.NONE))
                .isEqualTo(Map.of(ReviewStage.DRAFT, 1L, ReviewStage.PUBLISHED, 29L));
    }

    @Test
    void theListShowsTheLastEditionAndWhatThePublicReadsMeanwhile() {
        draft(change(11), 2023, "meetings", 2, content("第二版", "5月", "2023-05"));
        flushAndClear();

        var row = rows(filter(null, null, ReviewStage.DRAFT, null, null), Order.CHANGED)
                .get(0);
        assertThat(row.title()).isEqualTo("第二版");
        assertThat(row.number()).isEqualTo(2);
        assertThat(row.published()).isOne();
        assertThat(row.changedBy()).isEqualTo(AUTHOR);
        assertThat(found(filter(null, null, ReviewStage.PUBLISHED, null, null))).doesNotContain(11);
    }

    @Test
    void theListIsSortedAndPaged() {
        for (var order : Order.values()) {
            var all = rows(filter(null, null, null, null, null), order);
            var byTens = IntStream.range(0, 3)
                    .mapToObj(page -> record.entries(
                            filter(null, null, null, null, null),
                            RequiredReviews.NONE,
                            PageRequest.of(page, 10, order.sort())))
                    .flatMap(page -> page.getContent().stream())
                    .toList();
            assertThat(byTens).as(order.name()).isEqualTo(all);
        }
        assertThat(found(filter(null, null, null, null, null))).isEqualTo(OLDEST_FIRST);
        assertThat(rows(filter(null, null, null, null, null), Order.SECTION))
                .extracting(EntryRow::id)
                .startsWith(1L, 2L, 3L);
    }

    @Test
    void whereAllYearsAreListedTheNewestComesFirst() {
        section(chronicle(2031), "visits");
        long newest = saved(draftOf(2031, "visits", content("新的", "12月31日", "2031-12-31", 2031)));
        flushAndClear();

        for (var order : List.of(Order.DATE, Order.SECTION)) {
            assertThat(rows(EntryFilter.ALL, order))
                    .as(order.name())
                    .extracting(EntryRow::id)
                    .startsWith(newest);
        }
    }

    @Test
    void aSubjectIsReadAsItsCharactersAreUnlessStaffKnowBetter() {
        assertThat(Subject.Kind.PERSON.read("单国强")).isEqualTo("shàn guó qiáng");
        var place = new Subject(Subject.Kind.PLACE, "测试镇");
        place.read("Ceshi Town");
        subjects.save(place);
        flushAndClear();

        var saved = subjects.findByKindAndName(Subject.Kind.PLACE, "测试镇").orElseThrow();
        assertThat(saved.reading()).isEqualTo("Ceshi Town");
        saved.read(Subject.Kind.PLACE.read("测试镇"));
        assertThat(saved.reading()).isNull();
        saved.read(" ");
        assertThat(saved.reading()).isNull();
        assertThat(record.subjectNames()).first().isEqualTo("金山区残疾人联合会");
        assertThat(sections.of(2023, "visits")).isPresent();
        assertThat(sections.of(2023, "other")).isEmpty();
        assertThat(record.nextPosition(2023, "visits")).isEqualTo(9);
    }

    private Entry change(long id) {
        return entries.forChange(id).orElseThrow();
    }

    private static EntryFilter filter(
            @Nullable String section,
            @Nullable Integer month,
            @Nullable ReviewStage stage,
            @Nullable String words,
            @Nullable Long author) {
        return new EntryFilter(2023, section, month, stage, words, author, null, null);
    }

    private List<Integer> found(EntryFilter filter) {
        return rows(filter, Order.DATE).stream().map(row -> (int) row.id()).toList();
    }

    private List<EntryRow> rows(EntryFilter filter, Order order) {
        return record.entries(filter, RequiredReviews.NONE, PageRequest.of(0, 100, order.sort()))
                .getContent();
    }
}
