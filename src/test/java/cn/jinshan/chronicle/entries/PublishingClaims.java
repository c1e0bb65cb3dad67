package cn.jinshan.chronicle.entries;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.dates.EventDate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Publishing, withdrawing and hiding editions. */
abstract class PublishingClaims extends OnADatabase {
    @Test
    void theNextEditionTakesThePlaceOfTheLast() {
        var entry = database.find(Entry.class, 11L);
        draft(entry, 2023, "meetings", 2, content("更正后的标题", "5月20日", "2023-05-20"));
        database.flush();
        database.clear();
        assertThat(publicRecord.entry(11).edition()).isOne();

        database.find(Entry.class, 11L).publish(RequiredReviews.NONE, AUTHOR, NOW);
        database.flush();
        database.clear();

        var now = publicRecord.entry(11);
        assertThat(now.edition()).isEqualTo(2);
        assertThat(now.title()).isEqualTo("更正后的标题");
        assertThat(now.published()).isEqualTo(NOW);
        assertThat(ids("month=5")).containsExactly(14, 11, 12, 24);
        assertThat(states(11)).containsExactly("1 SUPERSEDED", "2 PUBLISHED");
    }

    @Test
    void theNextEditionTakesThePlaceOfTheLastWhicheverWasReadFirst() {
        draft(database.find(Entry.class, 11L), 2023, "meetings", 2, content("更正后的标题", "5月20日", "2023-05-20"));
        database.flush();
        database.clear();
        assertThat(database.createQuery("select e from Edition e where e.entryId = 11 and e.number = 2")
                        .getResultList())
                .hasSize(1);

        database.find(Entry.class, 11L).publish(RequiredReviews.NONE, AUTHOR, NOW);
        database.flush();

        assertThat(states(11)).containsExactly("1 SUPERSEDED", "2 PUBLISHED");
    }

    @Test
    void theNextEditionIsSavedAndPublishedInOneTransaction() {
        var entry = database.find(Entry.class, 11L);
        draft(entry, 2023, "meetings", 2, content("更正后的标题", "5月20日", "2023-05-20"));
        entries.save(entry);
        entry.publish(RequiredReviews.NONE, AUTHOR, NOW);
        flushAndClear();

        assertThat(states(11)).containsExactly("1 SUPERSEDED", "2 PUBLISHED");
        assertThat(publicRecord.entry(11).title()).isEqualTo("更正后的标题");
    }

    @Test
    void everyNextEditionTakesThePlaceOfTheLast() {
        long id = published("5月18日", "2023-05-18", "visits", "第一版");
        for (var title : List.of("第二版", "第三版")) {
            published(draft(database.find(Entry.class, id), 2023, "visits", 60, content(title, "5月", "2023-05")));
        }

        assertThat(publicRecord.entry(id).title()).isEqualTo("第三版");
        assertThat(states(id)).containsExactly("1 SUPERSEDED", "2 SUPERSEDED", "3 PUBLISHED");
    }

    @Test
    void whatIsWithdrawnComesBackOnlyByAnotherEdition() {
        var entry = database.find(Entry.class, 24L);
        entry.withdraw("照片未经本人同意", null, AUTHOR, NOW);
        database.flush();
        assertWithdrawn(24);

        draft(entry, 2023, "services", 3, content("助医出行（新）", "5月", "2023-05", subject("助医出行")));
        database.flush();
        database.clear();
        assertWithdrawn(24);

        database.find(Entry.class, 24L).publish(RequiredReviews.NONE, AUTHOR, NOW);
        database.flush();
        database.clear();
        assertThat(publicRecord.entry(24).title()).isEqualTo("助医出行（新）");
        assertThat(ids("")).isEqualTo(OLDEST_FIRST);
        assertThat(related(11)).extracting(Map.Entry::getKey).containsExactly(24L);
        assertThat(states(24)).containsExactly("1 WITHDRAWN", "2 PUBLISHED");
    }

    @Test
    void aDraftIsNowhereInThePublicRecord() {
        var before = everythingPublic();
        var entry = draftOf(2023, "services", content("机密草稿", "5月18日", "2023-05-18", subject("李婷")));
        long id = saved(entry);
        draft(database.find(Entry.class, 11L), 2023, "services", 2, content("机密改稿", "5月18日", "2023-05-18"));
        flushAndClear();

        assertThat(everythingPublic()).isEqualTo(before);
        assertNotPublic(() -> publicRecord.entry(id));
        assertThat(publicRecord.entry(11).title()).doesNotContain("机密");
    }

    @Test
    void anUnfinishedDraftIsKept() {
        var entry = new Entry(null);
        entry.write(section(2023, "visits"), 1, new Content("", "过几天", null, "", "", "", null, List.of()), AUTHOR, NOW);
        long id = saved(entry);

        assertNotPublic(() -> publicRecord.entry(id));
        assertThat(states(id)).containsExactly("1 DRAFT");
        assertThat(ids("")).isEqualTo(OLDEST_FIRST);
    }

    @Test
    void whatIsWithdrawnIsNowhereInThePublicRecord() {
        var chronicle = publicRecord.chronicle(2023);
        var before = everythingPublic();
        long id = published(draftOf(2023, "visits", content("机密走访", "5月18日", "2023-05-18", subject("李婷"))));
        var read = publicRecord.entry(id);
        assertThat(everythingPublic()).isNotEqualTo(before);
        assertThat(everythingPublic().stream().filter(said -> said.contains("机密")))
                .hasSizeGreaterThan(7);

        database.find(Entry.class, id).withdraw("照片未经本人同意", null, AUTHOR, NOW);
        flushAndClear();

        assertThat(everythingPublic()).isEqualTo(before);
        assertWithdrawn(id);
        assertThat(publicRecord.subjects(read)).isEmpty();
        assertThat(publicRecord.previous(read, chronicle)).map(Neighbour::id).hasValue(14L);
        assertThat(publicRecord.next(read, chronicle)).map(Neighbour::id).hasValue(12L);
    }

    @Test
    void anUnopenedChronicleIsNowhereInThePublicRecord() {
        var before = everythingPublic();
        var chronicle = chronicle(2024);
        var visits = section(chronicle, "visits");
        long id = published(draftOf(2024, "visits", content("机密走访", "5月", "2024-05", 2024, subject("李婷"))));
        long gone = published(draftOf(2024, "visits", content("机密座谈", "6月", "2024-06", 2024, subject("李婷"))));
        database.find(Entry.class, gone).withdraw("", null, AUTHOR, NOW);
        flushAndClear();
        var guessed = new PublishedChronicle(
                Objects.requireNonNull(chronicle.id()), 2024, "", "", null, List.of(PublishedSection.of(visits)));
        var somewhere = publicRecord.entry(10);

        assertThat(everythingPublic()).isEqualTo(before);
        assertNotPublic(() -> publicRecord.chronicle(2024));
        assertNotPublic(() -> publicRecord.timeline(2024, TimelineFilter.WHOLE));
        assertNotPublic(() -> publicRecord.entry(id));
        assertNotPublic(() -> publicRecord.entry(gone));
        assertNotPublic(() -> ReadOut.of(publicRecord, 2024, TimelineFilter.WHOLE));
        assertThat(publicRecord.next(somewhere, guessed)).isEmpty();
        assertThat(publicRecord.previous(publicRecord.entry(26), guessed)).isEmpty();

        database.find(Chronicle.class, chronicle.id()).open(NOW.plusSeconds(1));
        flushAndClear();
        assertThat(publicRecord.years()).containsExactly(2024, 2023);
        assertThat(publicRecord.entry(id).title()).isEqualTo("机密走访");
        assertThat(titles(publicRecord.timeline(2024, TimelineFilter.WHOLE))).containsExactly("机密走访");
        assertNotPublic(() -> publicRecord.entry(gone));
        assertThat(related(1)).extracting(Map.Entry::getKey).contains(id);
        assertThat(publicRecord.subjects(publicRecord.entry(id)))
                .extracting(PublishedSubject::name)
                .containsExactly("李婷");
        assertThat(ids("")).isEqualTo(OLDEST_FIRST);
    }

    @Test
    void anErasedEntryIsGone() {
        long id = saved(new Entry(null));
        assertNotPublic(() -> publicRecord.entry(id));

        assertThat(database.createNativeQuery("update entry set erased = current_timestamp where id = " + id)
                        .executeUpdate())
                .isOne();

        assertWithdrawn(id);
    }

    @Test
    void everyCorrectionStaysWithItsEntryOldestFirst() {
        long id = published("5月18日", "2023-05-18", "visits", "第一版");
        corrected(id, "改了日期", NOW.plusSeconds(1));
        corrected(id, null, NOW.plusSeconds(2));
        corrected(id, "改了人名", NOW.plusSeconds(3));
        write(id, "机密改稿");

        assertThat(publicRecord.corrections(publicRecord.entry(id)))
                .containsExactly(
                        new PublishedCorrection("改了日期", NOW.plusSeconds(1)),
                        new PublishedCorrection("改了人名", NOW.plusSeconds(3)));
        assertThat(publicRecord.corrections(publicRecord.entry(11))).isEmpty();
        assertThat(publicRecord.corrections(List.of(publicRecord.entry(11), publicRecord.entry(id))))
                .containsExactly(Map.entry(id, publicRecord.corrections(publicRecord.entry(id))));
    }

    @Test
    void anEditionThatWasWithdrawnOrNeverPublishedTellsNoCorrection() {
        long id = published("5月18日", "2023-05-18", "visits", "第一版");
        corrected(id, "改了日期", NOW.plusSeconds(1));
        corrected(id, "机密更正", NOW.plusSeconds(2));
        database.find(Entry.class, id).withdraw("照片未经本人同意", null, AUTHOR, NOW);
        corrected(id, "换了照片", NOW.plusSeconds(3));

        assertThat(states(id)).containsExactly("1 SUPERSEDED", "2 SUPERSEDED", "3 WITHDRAWN", "4 PUBLISHED");
        assertThat(publicRecord.corrections(publicRecord.entry(id)))
                .extracting(PublishedCorrection::note)
                .containsExactly("改了日期", "换了照片");
        assertThat(publicRecord.corrections(List.of(publicRecord.entry(id))).get(id))
                .extracting(PublishedCorrection::note)
                .containsExactly("改了日期", "换了照片");
    }

    @Test
    void whatIsReadOfAnEntryThatIsNotPublicTellsNoneOfItsEarlierCorrections() {
        long id = published("5月18日", "2023-05-18", "visits", "第一版");
        corrected(id, "改了日期", NOW.plusSeconds(1));
        corrected(id, null, NOW.plusSeconds(2));
        var read = publicRecord.entry(id);
        assertThat(publicRecord.corrections(read)).hasSize(1);

        database.find(Entry.class, id).withdraw("照片未经本人同意", null, AUTHOR, NOW);
        flushAndClear();
        assertThat(publicRecord.corrections(read)).isEmpty();

        corrected(id, null, NOW.plusSeconds(3));
        assertThat(publicRecord.corrections(read)).hasSize(1);
        database.createNativeQuery("update chronicle set opened = null where chronicle_year = 2023")
                .executeUpdate();
        assertThat(publicRecord.corrections(read)).isEmpty();
    }

    @Test
    void aCorrectionStillToComeIsToldAfterTheEarlierOnes() {
        long id = published("5月18日", "2023-05-18", "visits", "第一版");
        corrected(id, "改了日期", NOW.plusSeconds(1));
        write(id, "改了人名");
        var draft = database.find(Entry.class, id).edition(3).orElseThrow().asItWouldBe(NOW.plusSeconds(9));

        assertThat(publicRecord.corrections(draft))
                .containsExactly(
                        new PublishedCorrection("改了日期", NOW.plusSeconds(1)),
                        new PublishedCorrection("改了人名", NOW.plusSeconds(9)));
    }

    @Test
    void whatWasCorrectedBeforeTheYearOpenedIsTextAsFirstReadAndNoCorrection() {
        var chronicle = chronicle(2024);
        section(chronicle, "visits");
        long id = published(draftOf(2024, "visits", content("第一版", "5月", "2024-05", 2024)));
        corrected(2024, id, "机密更正", NOW.plusSeconds(1));
        corrected(2024, id, "机密再更正", NOW.plusSeconds(2));
        var opened = NOW.plusSeconds(10);
        database.find(Chronicle.class, chronicle.id()).open(opened);
        flushAndClear();

        var read = publicRecord.entry(id);
        assertThat(read.correction()).isNull();
        assertThat(read.published()).isEqualTo(NOW.plusSeconds(2));
        assertThat(publicRecord.corrections(read)).isEmpty();
        assertThat(publicRecord.corrections(List.of(read))).isEmpty();
        assertThat(publicRecord.firstPublished(read)).isEqualTo(opened);
        assertThat(publicRecord.addresses(1, 100)).contains(new PublicAddress(id, opened));

        corrected(2024, id, "改了人名", NOW.plusSeconds(20));
        read = publicRecord.entry(id);
        var told = new PublishedCorrection("改了人名", NOW.plusSeconds(20));
        assertThat(publicRecord.corrections(read)).containsExactly(told);
        assertThat(publicRecord.corrections(List.of(read))).containsExactly(Map.entry(id, List.of(told)));
        assertThat(publicRecord.firstPublished(read)).isEqualTo(opened);
        assertThat(publicRecord.addresses(1, 100)).contains(new PublicAddress(id, NOW.plusSeconds(20)));

        corrected(2024, id, null, NOW.plusSeconds(30));
        assertThat(publicRecord.corrections(publicRecord.entry(id))).containsExactly(told);
    }

    private void corrected(long id, @Nullable String note, Instant when) {
        corrected(2023, id, note, when);
    }

    private void corrected(int year, long id, @Nullable String note, Instant when) {
        write(year, id, note);
        database.find(Entry.class, id).publish(RequiredReviews.NONE, AUTHOR, when);
        flushAndClear();
    }

    private void write(long id, @Nullable String note) {
        write(2023, id, note);
    }

    private void write(int year, long id, @Nullable String note) {
        var date = EventDate.of("5月18日", year + "-05-18", year);
        var content = new Content("下一版", "5月18日", date, "下一版。", "", "", note, List.of());
        draft(database.find(Entry.class, id), year, "visits", 50, content);
        flushAndClear();
    }
}
