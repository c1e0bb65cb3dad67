package cn.jinshan.chronicle.entries;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.dates.EventDate;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

/** The year 2023 as the public reads it. */
abstract class ReadingClaims extends OnADatabase {
    @Test
    void theYear2023IsOpen() {
        var chronicle = publicRecord.chronicle(2023);

        assertThat(publicRecord.years()).containsExactly(2023);
        assertThat(chronicle.year()).isEqualTo(2023);
        assertThat(chronicle.title()).isEqualTo("2023年金山区残疾人事业发展大事记");
        assertThat(chronicle.source()).isEqualTo(new Source("金山残联", "回顾2023！金山区残疾人事业发展大事记", LocalDate.of(2024, 8, 28)));
        assertThat(chronicle.sections())
                .extracting(PublishedSection::slug)
                .containsExactly("achievements", "meetings", "visits", "services");
    }

    @Test
    void theYearReadsFromItsBeginning() {
        assertThat(ids("")).isEqualTo(OLDEST_FIRST);
    }

    @Test
    void theAddressesOfAllYearsAreReadPageByPageInTheOrderOfTheirNumbers() {
        assertThat(publicRecord.count()).isEqualTo(29);
        assertThat(publicRecord.addresses(1, 20))
                .extracting(PublicAddress::id)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 20).boxed().toList());
        assertThat(publicRecord.addresses(2, 20))
                .hasSize(9)
                .allMatch(address -> address.changed()
                        .equals(publicRecord.entry(address.id()).published()));
        assertThat(publicRecord.addresses(3, 20)).isEmpty();
    }

    @Test
    void anEntryIsFoundByTheNamesThatTheIndexListsInItsOrder() {
        var hidden = subject("李婷");
        hidden.describe("", false);
        long id = published(
                draftOf(2023, "services", content("训练", "12月", "2023-12", subject("助医出行"), hidden, subject("陈雪峰"))));

        assertThat(publicRecord.subjects(publicRecord.entry(id)).stream()
                        .filter(PublishedSubject::listed)
                        .map(PublishedSubject::name))
                .containsExactly("助医出行", "陈雪峰");
    }

    @Test
    void theYearReadsFromItsEnd() {
        assertThat(ids("order=newest")).isEqualTo(NEWEST_FIRST);
    }

    private List<PublishedEntry> asPublished(TimelineFilter filter) {
        return ReadOut.of(publicRecord, 2023, filter).entries();
    }

    @Test
    void theYearReadsAsPublished() {
        var all = IntStream.rangeClosed(1, 29).boxed().toList();

        assertThat(ids("view=sections")).isEqualTo(all);
        assertThat(ids("view=sections&order=newest")).isEqualTo(all);
        assertThat(ids(asPublished(TimelineFilter.WHOLE))).isEqualTo(all);
        assertThat(ids(asPublished(filter("month=5&month=none&section=achievements&section=meetings&order=newest"))))
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12);
    }

    @ParameterizedTest
    @CsvSource({
        "month=1, 22",
        "month=2, 10",
        "month=3, 23",
        "month=4, ''",
        "month=5, 11 14 12 24",
        "month=5&order=newest, 12 11 14 24",
        "month=5&view=sections, 11 12 14 24",
        "month=7, 16 17 18 27",
        "month=12, ''",
        "month=none, 1 2 3 4 5 6 7 8 9 26",
        "month=11&month=none, 21 29 1 2 3 4 5 6 7 8 9 26",
        "month=2&month=1, 22 10",
        "section=achievements, 1 2 3 4 5 6 7 8 9",
        "section=meetings, 10 11 12 13",
        "section=visits, 14 15 16 17 18 19 20 21",
        "section=services, 22 23 24 25 27 28 29 26",
        "section=services&order=newest, 29 28 27 25 24 23 22 26",
        "section=meetings&section=visits&month=5, 11 14 12",
        "section=services&month=none, 26",
        "section=meetings&month=none, ''",
        "section=achievements&month=5, ''"
    })
    void aFilterChoosesWithinSectionsAndMonths(String asked, String chosen) {
        var timeline = publicRecord.timeline(2023, filter(asked));

        assertThat(ids(timeline.entries()).stream().map(String::valueOf))
                .isEqualTo(
                        Stream.of(chosen.split(" ")).filter(id -> !id.isEmpty()).toList());
        assertThat(timeline.total()).isEqualTo(timeline.entries().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "section=services", "month=5", "section=visits&month=7&month=none", "order=newest"})
    void everyFacetCountsWhatItsChoiceWouldShow(String asked) {
        var filter = filter(asked);
        var tally = publicRecord.timeline(2023, filter).tally();

        for (int month = 1; month <= TimelineFilter.UNDATED; month++) {
            var chosen = filter.onlyMonth(month);
            assertThat(tally.count(chosen))
                    .as(chosen.query())
                    .isEqualTo(publicRecord.timeline(2023, chosen).entries().size());
        }
        for (var section : publicRecord.chronicle(2023).sections()) {
            var chosen = filter.onlySection(section.slug());
            assertThat(tally.count(chosen))
                    .as(chosen.query())
                    .isEqualTo(publicRecord.timeline(2023, chosen).entries().size());
        }
    }

    @Test
    void theFacetsOf2023AreKnown() {
        var tally =
                publicRecord.timeline(2023, filter("section=visits&month=5")).tally();

        assertThat(IntStream.rangeClosed(1, 13).mapToObj(month -> tally.count(TimelineFilter.WHOLE.onlyMonth(month))))
                .containsExactly(1L, 1L, 1L, 0L, 4L, 2L, 4L, 1L, 2L, 1L, 2L, 0L, 10L);
        assertThat(Stream.of("achievements", "meetings", "visits", "services")
                        .map(slug -> tally.count(TimelineFilter.WHOLE.onlySection(slug))))
                .containsExactly(9L, 4L, 8L, 8L);
    }

    @Test
    void whatTheRecordDoesNotHaveIsNotPublic() {
        assertNotPublic(() -> publicRecord.chronicle(2022));
        assertNotPublic(() -> publicRecord.timeline(2022, TimelineFilter.WHOLE));
        assertNotPublic(() -> publicRecord.timeline(2023, filter("section=x")));
        assertNotPublic(() -> publicRecord.timeline(2023, filter("section=visits&section=x")));
        assertNotPublic(() -> publicRecord.timeline(2023, filter("page=2")));
        assertNotPublic(() -> publicRecord.timeline(2023, filter("month=4&page=2")));
        assertNotPublic(() -> asPublished(filter("section=x")));
        assertNotPublic(() -> publicRecord.entry(0));
        assertNotPublic(() -> publicRecord.entry(987_654_321));
    }

    @Test
    void everySeededDateIsStoredAsItsWordsAreUnderstood() {
        var stored = storedDates();

        assertThat(stored).hasSize(29);
        assertThat(stored).allSatisfy(RecordOnADatabase::assertStoredAsUnderstood);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023-05-18?",
                "2023-02/2023-04",
                "2022-12-30/2023-01-02",
                "[2023-10-21..2023-10-31]",
                "{2022-07-02,2023-07-09}",
                "2022-24",
                "2023-36",
                "2023-40~"
            })
    void aDateOfEveryKindIsStoredAsItIsUnderstood(String edtf) {
        long id = published("如原文", edtf, "visits", "走访");

        assertThat(storedDates())
                .filteredOn(row -> row.get("entry", Long.class) == id)
                .singleElement()
                .satisfies(RecordOnADatabase::assertStoredAsUnderstood);
        assertThat(publicRecord.entry(id).date()).isEqualTo(EventDate.of("如原文", edtf, 2023));
    }

    @Test
    void anEntryIsReadWhole() {
        var entry = publicRecord.entry(11);

        assertThat(entry.edition()).isOne();
        assertThat(entry.title()).isEqualTo("金山区第33次“全国助残日”文艺展演");
        assertThat(entry.date()).isEqualTo(EventDate.of("5月18日", "2023-05-18", 2023));
        assertThat(entry.section().slug()).isEqualTo("meetings");
        assertThat(entry.position()).isEqualTo(2);
        assertThat(entry.body().paragraphs()).hasSize(3);
        assertThat(entry.easyTitle()).isEqualTo("助残日有一场文艺演出");
        assertThat(entry.easyRead().sentences()).first().isEqualTo("5月18日有一场文艺演出。");
        assertThat(entry.correction()).isNull();
        assertThat(entry.published()).isEqualTo(Instant.parse("2024-08-27T16:00:00Z"));
    }

    @Test
    void everyEntryOf2023HasAnEasyTitleUnlessStaffWroteInItSince() throws IOException {
        assertThat(asPublished(TimelineFilter.WHOLE))
                .allSatisfy(entry -> assertThat(entry.easyTitle()).isNotEmpty().hasSizeLessThan(16))
                .extracting(PublishedEntry::easyTitle)
                .doesNotHaveDuplicates();
        execute("update edition set easy_title = ''");
        execute("insert into edition_author (edition_id, account_id) values (1, 1)");
        draftOfNext(2);
        execute("update edition set easy_read = '' where id = 3");

        int titled = database.createNativeQuery(
                        new ClassPathResource("db/seed/V33_1__easy_titles_of_2023.sql").getContentAsString(UTF_8))
                .executeUpdate();

        flushAndClear();
        assertThat(titled).isEqualTo(26);
        assertThat(asPublished(TimelineFilter.WHOLE).stream()
                        .filter(entry -> entry.easyTitle().isEmpty())
                        .map(PublishedEntry::id))
                .containsExactly(1L, 2L, 3L);
    }

    private void execute(String sql) {
        database.createNativeQuery(sql).executeUpdate();
    }

    private void draftOfNext(long entry) {
        draft(database.find(Entry.class, entry), 2023, "achievements", 2, content("改过的标题", "", "2023"));
        flushAndClear();
    }

    @Test
    void subjectsComeInTheEntrysOrder() {
        assertThat(publicRecord.subjects(publicRecord.entry(1)))
                .extracting(PublishedSubject::name)
                .containsExactly("李婷", "李雷", "杭州", "杭州亚残运会");
        assertThat(publicRecord.subjects(publicRecord.entry(26))).isEmpty();
        assertThat(ReadOut.of(publicRecord, 2023, TimelineFilter.WHOLE).subjects())
                .hasSize(27)
                .doesNotContainKey(26L);
    }

    @Test
    void chronicleOrderIsTheSameInTheDatabaseAndInMemory() {
        assertThat(ids(asPublished(TimelineFilter.WHOLE).stream()
                        .sorted(PublishedEntry.OLDEST_FIRST)
                        .toList()))
                .isEqualTo(OLDEST_FIRST);
    }

    @Test
    void theIndexNamesOnlyTheseEntriesAndStandsByKindThenAsItIsRead() {
        var index = publicRecord.index(List.of(publicRecord.entry(1), publicRecord.entry(21)));

        assertThat(index)
                .extracting(line -> line.subject().name())
                .containsExactly("金新弟", "李雷", "李婷", "史为", "金山区残疾人联合会", "上海市残疾人体育训练中心", "杭州", "杭州亚残运会");
        assertThat(index.get(2).reading().letters()).isEqualTo("li ting");
        assertThat(index.get(2).entries()).containsExactlyInAnyOrder(1L, 21L);
        assertThat(index.get(3).entries()).containsExactly(21L);
        assertThat(publicRecord.index(List.of())).isEmpty();
    }

    @Test
    void everyOpenedYearIsTallied() {
        var tallies = publicRecord.tallies();
        var whole = publicRecord.timeline(2023, TimelineFilter.WHOLE);

        assertThat(tallies.keySet()).containsExactly(whole.chronicle());
        assertThat(tallies.get(whole.chronicle()).rows())
                .containsExactlyInAnyOrderElementsOf(whole.tally().rows());
    }

    @Test
    void previousAndNextWalkTheWholeYearThereAndBack() {
        var chronicle = publicRecord.chronicle(2023);
        var there = new ArrayList<PublishedEntry>();
        for (var at = publicRecord.entry(22);
                at != null && there.size() < 40;
                at = publicRecord
                        .next(at, chronicle)
                        .map(next -> publicRecord.entry(next.id()))
                        .orElse(null)) {
            there.add(at);
        }
        var back = new ArrayList<PublishedEntry>();
        for (var at = publicRecord.entry(26);
                at != null && back.size() < 40;
                at = publicRecord
                        .previous(at, chronicle)
                        .map(previous -> publicRecord.entry(previous.id()))
                        .orElse(null)) {
            back.add(at);
        }
        Collections.reverse(back);
        var second = there.get(1);

        assertThat(ids(there)).isEqualTo(OLDEST_FIRST);
        assertThat(ids(back)).isEqualTo(OLDEST_FIRST);
        assertThat(publicRecord.next(there.get(0), chronicle))
                .hasValue(new Neighbour(second.id(), second.date().wording(), second.title(), second.easyTitle()));
    }

    @Test
    void entriesThatShareAPersonPlaceOrEventAreRelated() {
        assertThat(related(4)).containsExactly(Map.entry(16L, List.of("陈雪峰", "第七届全国残疾人技能大赛")));
        assertThat(related(16)).containsExactly(Map.entry(4L, List.of("陈雪峰", "第七届全国残疾人技能大赛")));
        assertThat(related(11)).containsExactly(Map.entry(24L, List.of("助医出行")));
        assertThat(related(24)).containsExactly(Map.entry(11L, List.of("助医出行")));
    }

    @Test
    void theEntriesThatShareTheMostComeFirst() {
        assertThat(related(1))
                .containsExactly(
                        Map.entry(21L, List.of("李婷", "李雷", "杭州亚残运会")),
                        Map.entry(2L, List.of("李婷")),
                        Map.entry(3L, List.of("李婷")));
        assertThat(related(2)).extracting(Map.Entry::getKey).containsExactly(21L, 1L, 3L);
        assertThat(related(3)).extracting(Map.Entry::getKey).containsExactly(21L, 1L, 2L);
        assertThat(related(21)).extracting(Map.Entry::getKey).containsExactly(1L, 2L, 3L);
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 10, 12, 13, 22, 25})
    void theFederationThatPublishesRelatesNothing(long id) {
        assertThat(publicRecord.subjects(publicRecord.entry(id)))
                .extracting(PublishedSubject::name)
                .contains("金山区残疾人联合会");
        assertThat(related(id)).isEmpty();
    }

    @Test
    void atMostSixEntriesAreRelated() {
        for (int day = 1; day <= 9; day++) {
            published(draftOf(2023, "services", content("训练" + day, "12月", "2023-12", subject("李婷"))));
        }

        assertThat(related(1)).hasSize(6);
        assertThat(related(1)).extracting(Map.Entry::getKey).startsWith(21L);
    }
}
