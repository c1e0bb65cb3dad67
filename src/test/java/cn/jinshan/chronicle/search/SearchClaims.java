package cn.jinshan.chronicle.search;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.dates.EventDate;
import cn.jinshan.chronicle.entries.Content;
import cn.jinshan.chronicle.entries.Entry;
import cn.jinshan.chronicle.entries.OnADatabase;
import cn.jinshan.chronicle.entries.RequiredReviews;
import cn.jinshan.chronicle.entries.Subject;
import cn.jinshan.chronicle.entries.Subject.Kind;
import cn.jinshan.chronicle.entries.Subjects;
import cn.jinshan.chronicle.entries.TimelineFilter;
import cn.jinshan.chronicle.text.Marked;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What is found in the public record, in which order, and what is marked. */
public abstract class SearchClaims extends OnADatabase {

    @Autowired
    Subjects subjects;

    @ParameterizedTest
    @ValueSource(
            strings = {"李婷", " 李　婷 ", "liting", "li ting", "LI Ting", "Ｌｉｔｉｎｇ", "lǐ tíng", "“李婷”", "婷 李", "李婷 liting"})
    void aNameIsFoundHoweverItIsWritten(String q) {
        assertThat(found(q)).containsExactlyInAnyOrder(1, 2, 3, 21);
    }

    @Test
    void traditionalCharactersAndFullWidthFindTheSame() {
        assertThat(found("殘疾人運動員 排球")).isEqualTo(found("残疾人运动员 排球")).isNotEmpty();
        assertThat(found("５月１８日")).isEqualTo(found("5月18日")).contains(11);
        assertThat(found("2023年5月18日")).contains(11);
    }

    @Test
    void allTheWordsMustStandSomewhere() {
        assertThat(found("李婷 世界杯")).containsExactly(2);
        assertThat(found("世界杯 李婷")).containsExactly(2);
        assertThat(found("李婷 助医出行")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"李婷。, 李婷", "李婷，世界杯, 李婷 世界杯", "世界杯、李婷；, 世界杯 李婷", "'liting,世界杯!', 李婷 世界杯", "？李婷…, 李婷"})
    void marksOfASentenceStandBetweenWords(String q, String words) {
        assertThat(found(q)).isEqualTo(found(words)).isNotEmpty();
    }

    @Test
    void marksBetweenDigitsAreOfTheNumber() {
        long id = published("5月1日", "2023-05-01", "visits", "发放1,000元");
        published("5月1日", "2023-05-01", "visits", "发放1元，共1000份");

        assertThat(found("1,000元")).containsExactly((int) id);
    }

    @Test
    void noNumberIsFoundInALongerOne() {
        long early = published("1月1日", "2023-01-01", "visits", "元旦共11场");
        long late = published("11月1日", "2023-11-01", "visits", "立冬共1场，①2023年");

        assertThat(found("1月1日")).contains((int) early).doesNotContain((int) late);
        assertThat(found("11月1日")).contains((int) late).doesNotContain((int) early);
        assertThat(found("1月")).contains((int) early).doesNotContain((int) late);
        assertThat(found("冬共1")).containsExactly((int) late);
        assertThat(found("旦共1")).isEmpty();
        assertThat(found("①2023年")).containsExactly((int) late);
        assertThat(found("2023")).contains((int) early, (int) late).hasSize(20);
        assertThat(search("2023年").total()).isEqualTo(31);
    }

    @Test
    void onlyWholeNumbersAreMarked() {
        published("12月1日", "2023-12-01", "visits", "独自1月1日与11月1日");

        assertThat(shown(search("1月1日 独").entries().get(0).title())).isEqualTo("[独]自[1月1日]与11月1日");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023-05-18", "2023.5.18", "2023/5/18", "２０２３－５－１８"})
    void aDateInFiguresFindsTheDateInWords(String q) {
        assertThat(found(q)).isEqualTo(found("2023年5月18日")).contains(11);
    }

    @Test
    void theBestComesFirstAndThenTheNewestYearInChronicleOrder() {
        var older = chronicle(2020);
        older.open(NOW);
        section(older, "visits");
        var subject = subjects.save(new Subject(Kind.EVENT, "独木桥会"));
        flushAndClear();
        var dated = published(
                draftOf(2023, "visits", new Content("丁", "独木桥", date("独木桥", 2023), "无。", "", "", null, List.of())));
        var text = published(
                draftOf(2023, "visits", new Content("丙", "", date("", 2023), "过了独木桥。", "", "", null, List.of())));
        var easy = published(
                draftOf(2023, "visits", new Content("丙二", "", date("", 2023), "无。", "", "独木桥。", null, List.of())));
        var both = published(
                draftOf(2023, "visits", new Content("戊", "独木桥", date("独木桥", 2023), "独木桥。", "", "", null, List.of())));
        var about = published(draftOf(
                2023,
                "visits",
                new Content(
                        "乙",
                        "",
                        date("", 2023),
                        "无。",
                        "",
                        "",
                        null,
                        List.of(database.find(Subject.class, subject.id())))));
        var oldTitle = published(
                draftOf(2020, "visits", new Content("独木桥", "", date("", 2020), "无。", "", "", null, List.of())));
        var title = published(
                draftOf(2023, "visits", new Content("甲独木桥", "", date("", 2023), "无。", "", "", null, List.of())));

        assertThat(found("独木桥"))
                .containsExactly(
                        (int) title, (int) oldTitle, (int) about, (int) text, (int) easy, (int) both, (int) dated);
        assertThat(search("独木桥").years()).containsExactly(new Facet<>(2023, 6, false), new Facet<>(2020, 1, false));
        assertThat(found(Search.of("独木桥").onlyYear(2020))).containsExactly((int) oldTitle);
    }

    private static EventDate date(String wording, int year) {
        return EventDate.of(wording, "" + year, year);
    }

    @ParameterizedTest
    @ValueSource(strings = {"100%_完成", "50!_%", "a\\b%", "'; drop table edition --"})
    void whatMeansSomethingToADatabaseMeansItself(String words) {
        published("5月1日", "2023-05-01", "visits", "已" + words.replace(" ", ""));
        published("5月1日", "2023-05-01", "visits", "已100完成50ab");

        assertThat(search(words.replace(" ", "")).total()).isOne();
        assertThat(search("%_%_%").total()).isZero();
        assertThat(search("%").entries())
                .allSatisfy(found -> assertThat(
                                found.title().isFound() || found.excerpt().isFound())
                        .isTrue());
    }

    @Test
    void onlyThePresentPublicEditionIsFound() {
        long id = published("5月1日", "2023-05-01", "visits", "甲乙丙丁");
        saved(draftOf(2023, "visits", content("甲乙丙丁草稿", "5月1日", "2023-05-01")));
        assertThat(found("甲乙丙丁")).containsExactly((int) id);

        var entry = database.find(Entry.class, id);
        draft(entry, 2023, "visits", 1, content("戊己庚辛", "5月1日", "2023-05-01"));
        flushAndClear();
        assertThat(found("戊己庚辛")).isEmpty();
        database.find(Entry.class, id).publish(RequiredReviews.NONE, AUTHOR, NOW);
        flushAndClear();
        assertThat(found("甲乙丙丁")).isEmpty();
        assertThat(found("戊己庚辛")).containsExactly((int) id);
        database.find(Entry.class, id).withdraw("不实", null, AUTHOR, NOW);
        flushAndClear();
        assertThat(found("戊己庚辛")).isEmpty();
        assertThat(search("戊己庚新").total()).isZero();
    }

    @Test
    void anUnopenedYearIsNeitherFoundNorCountedNorSuggested() {
        section(chronicle(2019), "visits");
        published(draftOf(2019, "visits", new Content("赤橙黄绿", "", date("", 2019), "无。", "", "", null, List.of())));

        assertThat(search("赤橙黄绿")).isEqualTo(nothing("赤橙黄绿"));
        assertThat(search("赤橙黄录")).isEqualTo(nothing("赤橙黄录"));
        assertNotPublic(() -> search(Search.of("走访").onlyYear(2019)));
    }

    @Test
    void aNameWithASyllableTwiceIsFoundByItsPinyin() {
        var subject = subjects.save(new Subject(Kind.PERSON, "仇丽丽"));
        flushAndClear();
        long id = published(draftOf(
                2023, "visits", content("某人", "5月1日", "2023-05-01", database.find(Subject.class, subject.id()))));

        assertThat(found("qiu li li")).containsExactly((int) id);
        assertThat(found("某人 某人")).containsExactly((int) id);
    }

    @Test
    void whatIsFoundFollowsItsSubject() {
        var subject = subjects.save(new Subject(Kind.PERSON, "仇旧名"));
        flushAndClear();
        long id = published(draftOf(
                2023, "visits", content("某人", "5月1日", "2023-05-01", database.find(Subject.class, subject.id()))));
        assertThat(found("qiujiuming")).containsExactly((int) id);

        var held = subjects.hold(List.of(Objects.requireNonNull(subject.id()))).get(0);
        held.call(Kind.PERSON, "吕新名");
        flushAndClear();

        assertThat(found("仇旧名")).containsExactly((int) id);
        assertThat(found("吕新名")).containsExactly((int) id);
        assertThat(search("仇旧名").entries().get(0).subjects())
                .extracting(SearchClaims::shown)
                .containsExactly("[吕新名]");
        assertThat(found("lv xin ming")).containsExactly((int) id);
        assertThat(search("luxinming").entries().get(0).subjects())
                .extracting(SearchClaims::shown)
                .containsExactly("[吕新名]");
    }

    @Test
    void aNameInTheTextAloneIsFoundByItsReadingToo() {
        long id = published("5月1日", "2023-05-01", "visits", "看望李婷");

        assertThat(found("liting")).startsWith((int) id).hasSize(5);
        assertThat(shown(search("li ting").entries().get(0).title())).isEqualTo("看望[李婷]");
    }

    @ParameterizedTest
    @CsvSource({"全国助残日文艺, 金山区第33次“[全国助残日”文艺]展演", "金山區, [金山区]第33次“全国助残日”文艺展演", "展演 ３３次, 金山区第[33次]“全国助残日”文艺[展演]"})
    void whatWasFoundIsMarkedAsItIsWritten(String q, String title) {
        assertThat(search(q).entries().stream()
                        .filter(found -> found.entry().id() == 11)
                        .map(found -> shown(found.title())))
                .containsExactly(title);
    }

    @Test
    void theExcerptStandsAroundTheFirstThatWasFound() {
        var found = search("铜牌选手").entries().get(0);

        assertThat(shown(found.excerpt())).contains("[铜牌选手]").startsWith("…");
    }

    @ParameterizedTest
    @CsvSource({"坐式排求, 坐式排球", "坐排球, 坐式排球", "坐式大排球, 坐式排球", "坐式排求 李婷, 坐式排球 李婷", "第33次文艺汇演, 第33次“全国助残日”文艺展演"})
    void whatComesNearIsShownAndSaidToBeNear(String q, String meant) {
        var near = search(q);

        assertThat(near.near()).isTrue();
        assertThat(near.total()).isPositive().isEqualTo(near.everywhere());
        assertThat(near.entries().get(0).entry().id())
                .isEqualTo(search(meant).entries().get(0).entry().id());
    }

    @ParameterizedTest
    @CsvSource({"李亭, 李婷", "婷李, 李婷", "litng, 李婷", "李廷 世界杯, 李婷 世界杯"})
    void aWholeNameThatWasPerhapsMeantIsSuggested(String q, String meant) {
        var near = search(q);

        assertThat(near.suggestions()).extracting(Search::q).contains(meant);
        assertThat(near.suggestions())
                .allSatisfy(suggestion -> assertThat(search(suggestion).near()).isFalse());
    }

    @ParameterizedTest
    @ValueSource(strings = {"爨龘", "爨", "量子纠缠", "asdfgh"})
    void whereNothingComesNearNothingIsSaid(String q) {
        assertThat(search(q)).isEqualTo(nothing(q));
    }

    private static SearchResult nothing(String q) {
        return SearchResult.nothing(Search.of(q));
    }

    @Test
    void everyFacetCountsWhatItsChoiceWouldShow() {
        for (var q : List.of("残疾人", "")) {
            var result = search(q.isEmpty() ? Search.of(q).onlyYear(2023) : Search.of(q));
            assertThat(result.total()).isPositive();
            var search = result.search();
            assertThat(result.months())
                    .hasSizeGreaterThan(3)
                    .allSatisfy(month -> assertThat(search(search.filter(TimelineFilter.WHOLE.onlyMonth(month.value())))
                                    .total())
                            .isEqualTo(month.count()));
            assertThat(result.sections())
                    .hasSize(4)
                    .allSatisfy(section -> assertThat(search(search.filter(TimelineFilter.WHOLE.onlySection(
                                            section.value().slug())))
                                    .total())
                            .isEqualTo(section.count()));
            assertThat(result.kinds())
                    .hasSize(4)
                    .allSatisfy(kind -> assertThat(
                                    search(search.onlyKind(kind.value())).total())
                            .isEqualTo(kind.count()));
        }
    }

    @Test
    void aFacetLeavesOutItsOwnChoice() {
        var whole = search("残疾人");
        var may = search(Search.of("残疾人").filter(TimelineFilter.WHOLE.onlyMonth(5)));

        assertThat(may.months())
                .extracting(Facet::count)
                .isEqualTo(whole.months().stream().map(Facet::count).toList());
        assertThat(may.months())
                .filteredOn(Facet::chosen)
                .extracting(Facet::value)
                .containsExactly(5);
        assertThat(may.sections().stream().mapToLong(Facet::count).sum()).isEqualTo(may.total());
    }

    @ParameterizedTest
    @CsvSource({"七月, 7", "7月, 7", "７月份, 7", "2023年5月, 5", "2023-05, 5", "二〇二三年五月, 5"})
    void aMonthFindsWhatBelongsToIt(String q, int month) {
        var ofMonth = search(Search.of("").filter(TimelineFilter.WHOLE.onlyMonth(month)));

        assertThat(ofMonth.total()).isPositive();
        assertThat(found(q)).containsAll(ids(ofMonth));
    }

    @Test
    void initialsFindANameAndSaySo() {
        var lt = search("lt");

        assertThat(ids(lt)).containsExactlyInAnyOrder(1, 2, 3, 21);
        assertThat(shown(lt.entries().get(0).subjects().get(0))).isEqualTo("[李婷]");
    }

    @ParameterizedTest
    @CsvSource({"zhucanri, 助残日", "zhu can ri, 助残日", "zuoshi paiqiu, 坐式排球", "canjiren lianhehui, 残疾人联合会"})
    void anyWordIsFoundByItsPinyin(String q, String word) {
        assertThat(found(q)).containsAll(found(word)).isNotEmpty();
        assertThat(search(q).entries())
                .allSatisfy(found -> assertThat(found.title().isFound()
                                || found.excerpt().isFound()
                                || found.easier().isFound()
                                || !found.subjects().isEmpty())
                        .isTrue());
    }

    @Test
    void pagesFollowEachOtherAndThereIsNoneBeyond() {
        for (int i = 0; i < 41; i++) {
            published("5月1日", "2023-05-01", "visits", "翻页" + i);
        }
        var search = Search.of("翻页");

        assertThat(search(search).pages()).isEqualTo(3);
        assertThat(List.of(1, 2, 3).stream().flatMap(page -> found(search.page(page)).stream()))
                .hasSize(41)
                .doesNotHaveDuplicates();
        assertNotPublic(() -> search(search.page(4)));
        assertNotPublic(() -> search(search.filter(TimelineFilter.WHOLE.onlySection("x"))));
    }

    private SearchResult search(String q) {
        return search(Search.of(q));
    }

    private SearchResult search(Search search) {
        assertThat(search.refusal()).isNull();
        flushAndClear();
        searchIndex.build();
        return publicSearch.find(search);
    }

    private List<Integer> found(String q) {
        return found(Search.of(q));
    }

    private List<Integer> found(Search search) {
        var result = search(search);
        return result.near() ? List.of() : ids(result);
    }

    private static List<Integer> ids(SearchResult result) {
        return result.entries().stream().map(found -> (int) found.entry().id()).toList();
    }

    private static String shown(Marked marked) {
        return marked.pieces().stream()
                .map(piece -> piece.found() ? "[" + piece.text() + "]" : piece.text())
                .collect(joining());
    }
}
