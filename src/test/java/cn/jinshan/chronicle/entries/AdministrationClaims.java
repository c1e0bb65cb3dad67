package cn.jinshan.chronicle.entries;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.editorial.EditorialRecord;
import cn.jinshan.chronicle.editorial.EditorialSubjects;
import cn.jinshan.chronicle.entries.Subject.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;

/** Tests of years, sections and subjects, as administrators manage them. */
abstract class AdministrationClaims extends OnADatabase {

    @Autowired
    Chronicles chronicles;

    @Autowired
    Sections sections;

    @Autowired
    Subjects subjects;

    @Autowired
    EditorialRecord record;

    @Autowired
    EditorialSubjects editorialSubjects;

    @Test
    void theNearestYearIsTheLastBeforeElseTheFirstAfter() {
        section(chronicle(2010), "a");
        section(chronicle(2031), "b");
        chronicle(2025);
        flushAndClear();

        assertThat(List.of(2009, 2011, 2024, 2026, 2040).stream()
                        .map(year -> chronicles.nearest(year).orElseThrow().year()))
                .containsExactly(2010, 2010, 2023, 2023, 2031);
    }

    @Test
    void aNewYearTakesOverTheSectionsInTheirOrder() {
        var chronicle = new Chronicle(2024, "2024年大事记", "", null);
        chronicle.takeSectionsOf(chronicles.nearest(2024).orElseThrow());
        chronicles.save(chronicle);
        flushAndClear();

        assertThat(record.writtenChronicle(2024, RequiredReviews.NONE)
                        .chronicle()
                        .sections())
                .extracting(PublishedSection::slug, PublishedSection::title, PublishedSection::position)
                .isEqualTo(record.writtenChronicle(2023, RequiredReviews.NONE).chronicle().sections().stream()
                        .map(section -> Tuple.tuple(section.slug(), section.title(), section.position()))
                        .toList());
    }

    @Test
    void entriesAreCountedByTheStageOfTheirLatestEdition() {
        saved(draftOf(2023, "visits", content("草稿", "5月18日", "2023-05-18")));
        var returned = draftOf(2023, "visits", content("退回的", "5月18日", "2023-05-18"));
        returned.submit(AUTHOR, NOW);
        returned.returnToEditor("请改", AUTHOR + 1, NOW);
        saved(returned);
        var submitted = draftOf(2023, "visits", content("待审的", "5月18日", "2023-05-18"));
        submitted.submit(AUTHOR, NOW);
        saved(submitted);
        var published = database.find(Entry.class, 11L);
        draft(published, 2023, "meetings", 1, content("改", "5月18日", "2023-05-18"));
        chronicle(2031);
        flushAndClear();

        var corrected = new RequiredReviews(1, 0);
        var written = record.writtenChronicle(2023, corrected);
        assertThat(written.entries())
                .isEqualTo(Map.of(
                        ReviewStage.DRAFT,
                        2L,
                        ReviewStage.RETURNED,
                        1L,
                        ReviewStage.SUBMITTED,
                        1L,
                        ReviewStage.PUBLISHED,
                        28L));
        assertThat(written.openEditions()).isEqualTo(4);
        assertThat(record.writtenChronicles(corrected))
                .filteredOn(
                        each -> List.of(2023, 2031).contains(each.chronicle().year()))
                .extracting(EditorialChronicle::entries)
                .containsExactly(Map.of(), written.entries());
        assertThat(record.writtenChronicle(2023, RequiredReviews.NONE).entries())
                .containsEntry(ReviewStage.APPROVED, 1L)
                .doesNotContainKey(ReviewStage.SUBMITTED);
    }

    @Test
    void aYearInWhichAllIsPublishedIsCountedToo() {
        assertThat(record.writtenChronicles(RequiredReviews.NONE).get(0).entries())
                .isEqualTo(record.writtenChronicle(2023, RequiredReviews.NONE).entries())
                .isEqualTo(Map.of(ReviewStage.PUBLISHED, 29L));
    }

    @Test
    void aYearInWhichNothingStandsGoesWithItsSections() {
        section(chronicle(2031), "a");
        section(chronicle(2032), "b");
        saved(draftOf(2032, "b", content("草稿", "5月", "2032-05", 2032)));
        assertThat(List.of(2023, 2031, 2032).stream().map(record::isYearToStay)).containsExactly(true, false, true);

        chronicles.delete(chronicles.forChange(2031).orElseThrow());
        flushAndClear();
        assertNotPublic(() -> record.isYearToStay(2031));
        assertThat(sections.of(2031, "a")).isEmpty();
    }

    @Test
    void sectionsMoveWithoutGapsAndWhatNobodyUsesGoes() {
        var chronicle = chronicles.forChange(2023).orElseThrow();
        var added = sections.save(chronicle.add("rehab", "康复", "", Tone.TEAL));
        chronicle.move(added, 2);
        flushAndClear();
        assertThat(slugs()).containsExactly("1 achievements", "2 rehab", "3 meetings", "4 visits", "5 services");
        assertThat(sections.isUsed(Objects.requireNonNull(added.id()))).isFalse();
        assertThat(record.sections(2023))
                .extracting(EditorialSection::isUsed)
                .containsExactly(true, false, true, true, true);

        chronicle = chronicles.forChange(2023).orElseThrow();
        chronicle.remove(sections.of(2023, "rehab").orElseThrow(), false);
        flushAndClear();
        assertThat(slugs()).containsExactly("1 achievements", "2 meetings", "3 visits", "4 services");
    }

    private List<String> slugs() {
        return record.sections(2023).stream()
                .map(written ->
                        written.section().position() + " " + written.section().slug())
                .toList();
    }

    @Test
    void aMergedSubjectIsMentionedOnceAtTheEarlierPlaceAndPlacesStayDense() {
        var goes = kept("并入的");
        var stays = kept("留下的");
        var other = kept("别的");
        var third = kept("第三");
        long earlier = mentioning(goes, other, stays, third);
        long later = mentioning(other, stays, third, goes);
        long beside = mentioning(stays, goes);
        long alone = mentioning(other, goes);
        long without = mentioning(third, other);
        assertThat(subjects.editionsOfBoth(id(goes), id(stays))).isEqualTo(3);
        assertThat(subjects.entries(id(goes))).isEqualTo(4);

        merge(goes, stays);

        assertThat(mentions(earlier)).containsExactly("0 留下的", "1 别的", "2 第三");
        assertThat(mentions(later)).containsExactly("0 别的", "1 留下的", "2 第三");
        assertThat(mentions(beside)).containsExactly("0 留下的");
        assertThat(mentions(alone)).containsExactly("0 别的", "1 留下的");
        assertThat(mentions(without)).containsExactly("0 第三", "1 别的");
        assertThat(database.find(Subject.class, id(goes))).isNull();
        assertThat(subjects.known(Kind.PERSON, "并入的")).contains(id(stays));
        assertThat(editorialSubjects.subject(id(stays)).editions()).isEqualTo(4);
    }

    @Test
    void formerNamesAreHandedOnAndAPresentNameComesFirst() {
        var one = kept("一");
        var two = kept("二");
        var three = kept("三");
        subjects.hold(List.of(id(two))).get(0).call(Kind.PERSON, "贰");
        flushAndClear();
        merge(two, one);
        merge(one, three);

        assertThat(List.of("一", "二", "贰", "三").stream()
                        .map(name -> subjects.known(Kind.PERSON, name).orElseThrow()))
                .containsOnly(id(three));
        assertThat(subjects.known(Kind.PLACE, "二")).isEmpty();
        assertThat(subjects.formerly(Kind.PERSON, "贰")).isPresent();
        assertThat(subjects.formerly(Kind.PERSON, "三")).isEmpty();
    }

    @Test
    void theNumberOfAMergedSubjectLeadsToTheLastThatTookItInIfThePublicSeesThat() {
        var one = kept("一");
        var two = kept("二");
        var three = kept("三");
        merge(one, two);
        merge(two, three);

        assertThat(editorialSubjects.subjectOrWhatTookItIn(id(one)).subject().id())
                .isEqualTo(id(three));
        assertThat(editorialSubjects.subjectOrWhatTookItIn(id(three)).subject().id())
                .isEqualTo(id(three));
        assertNotPublic(() -> publicIndex.subject(id(one)));

        published(database.find(Entry.class, mentioning(three)));
        assertThat(publicIndex.subject(id(one)).subject().id()).isEqualTo(id(three));
        assertThat(publicIndex.subject(id(two)).subject().id()).isEqualTo(id(three));

        subjects.findById(id(three)).orElseThrow().describe("", false);
        flushAndClear();
        assertNotPublic(() -> publicIndex.subject(id(one)));
    }

    @Test
    void subjectsAreFoundByNameFormerNameAndReadingInTheOrderOfTheAlphabet() {
        subjects.hold(List.of(id(kept("仇旧名")))).get(0).call(Kind.PERSON, "仇新名");
        kept("安甲");
        flushAndClear();

        assertThat(found("旧名")).containsExactly("仇新名");
        assertThat(found("QIU xīn")).containsExactly("仇新名");
        assertThat(found("")).startsWith("安甲").contains("李婷");
        assertThat(editorialSubjects.page("", Kind.PERSON, true, PageRequest.of(0, 5)))
                .isEmpty();
    }

    @Test
    void thoseAreAlikeWhoseNamesContainEachOtherOrAreReadTheSame() {
        kept("仇英华");
        kept("仇");
        kept("求影");
        kept("求影华");
        subjects.save(new Subject(Kind.PLACE, "另读")).read("Qiúyìng");
        var one = kept("仇英");

        assertThat(editorialSubjects.alike(id(one)))
                .extracting(written -> written.subject().name())
                .containsExactly("仇", "仇英华", "另读", "求影");
    }

    @Test
    void aNameTypedWithoutItsKindIsOfThoseThatHaveItOrElseOfThoseThatHadItOrLookTheSame() {
        kept("曹乐");
        subjects.save(new Subject(Kind.ORGANISATION, "曹乐"));
        subjects.hold(List.of(id(kept("旧称")))).get(0).call(Kind.EVENT, "今称");
        subjects.save(new Subject(Kind.PLACE, "ＡＢＣ广场"));
        subjects.save(new Subject(Kind.PLACE, "前后"));
        subjects.hold(List.of(id(kept("前后")))).get(0).call(Kind.PERSON, "后来");
        flushAndClear();

        assertThat(editorialSubjects.kinds("曹乐")).containsExactly(Kind.PERSON, Kind.ORGANISATION);
        assertThat(editorialSubjects.kinds("今称")).containsExactly(Kind.EVENT);
        assertThat(editorialSubjects.kinds("旧称")).containsExactly(Kind.PERSON);
        assertThat(editorialSubjects.kinds("abc广场")).containsExactly(Kind.PLACE);
        assertThat(editorialSubjects.kinds("前后")).containsExactly(Kind.PLACE);
        assertThat(editorialSubjects.kinds("没有这个")).isEmpty();
        assertThat(editorialSubjects.kinds("")).isEmpty();
        assertThat(subjects.known(Kind.PERSON, "旧称")).isPresent();
        assertThat(subjects.known(Kind.EVENT, "旧称")).isEmpty();
    }

    @Test
    void whatOnlyLooksLikeANameAndWhatWasCalledSoCountTogether() {
        subjects.save(new Subject(Kind.PLACE, "ＸＹＺ园"));
        subjects.hold(List.of(id(kept("xyz园")))).get(0).call(Kind.PERSON, "后来");
        flushAndClear();

        assertThat(editorialSubjects.kinds("XYZ园")).containsExactly(Kind.PERSON, Kind.PLACE);
    }

    private List<String> found(String words) {
        return editorialSubjects.page(words, Kind.PERSON, false, PageRequest.of(0, 500)).stream()
                .map(written -> written.subject().name())
                .toList();
    }

    private void merge(Subject goes, Subject stays) {
        assertThat(entries.holdMentioning(id(goes)).size()).isEqualTo((int) subjects.entries(id(goes)));
        var held = subjects.hold(Arrays.asList(id(goes), id(stays)));
        subjects.exchange(id(goes), id(stays));
        var going = held.get(held.get(0).id().equals(id(goes)) ? 0 : 1);
        held.get(going == held.get(0) ? 1 : 0).absorb(going);
        subjects.delete(going);
        flushAndClear();
    }

    private Subject kept(String name) {
        var subject = subjects.save(new Subject(Kind.PERSON, name));
        flushAndClear();
        return subject;
    }

    private static long id(Subject subject) {
        return Objects.requireNonNull(subject.id());
    }

    private long mentioning(Subject... about) {
        return saved(draftOf(
                2023,
                "visits",
                content(
                        "提到",
                        "5月18日",
                        "2023-05-18",
                        Arrays.stream(about)
                                .map(one -> database.find(Subject.class, one.id()))
                                .toArray(Subject[]::new))));
    }

    private List<String> mentions(long entry) {
        return database.createQuery(
                        "select concat(index(x), ' ', x.name) from Edition e join e.subjects x where e.entryId = :entry"
                                + " order by index(x)",
                        String.class)
                .setParameter("entry", entry)
                .getResultList();
    }
}
