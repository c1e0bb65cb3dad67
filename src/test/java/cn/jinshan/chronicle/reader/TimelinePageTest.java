package cn.jinshan.chronicle.reader;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Reader;
import cn.jinshan.chronicle.Staff;
import cn.jinshan.chronicle.WholeApplication;
import cn.jinshan.chronicle.dates.EventDate;
import cn.jinshan.chronicle.entries.Content;
import cn.jinshan.chronicle.entries.Subject;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@WholeApplication
class TimelinePageTest {

    @Autowired
    Reader reader;

    @Autowired
    Staff staff;

    @Test
    void theYearStandsInChronicleOrder() {
        assertThat(Reader.entries(reader.page("/2023")))
                .containsExactly(
                        22, 10, 23, 11, 14, 12, 24, 15, 25, 16, 17, 18, 27, 19, 20, 28, 13, 21, 29, 1, 2, 3, 4, 5, 6, 7,
                        8, 9, 26);
    }

    @Test
    void fromTheYearsEndMonthsAndDaysAreReversedAndTheUndatedStayLast() {
        assertThat(Reader.entries(reader.page("/2023?order=newest")))
                .containsExactly(
                        21, 29, 13, 20, 28, 19, 18, 17, 16, 27, 15, 25, 12, 11, 14, 24, 23, 10, 22, 1, 2, 3, 4, 5, 6, 7,
                        8, 9, 26);
    }

    @Test
    void titlesAreDividedByWordsAndTextsAreNot() {
        var page = reader.page("/2023");

        assertThat(divided(page, "#entry-16 .entry__words")).containsExactly("副区长|葛钧|走访|慰问|残疾人|陈雪峰");
        assertThat(page.select("#entry-16 .entry__words").text()).isEqualTo("副区长葛钧走访慰问残疾人陈雪峰");
        assertThat(divided(page, ".title__words")).containsExactly("金山区|残疾人|事业|发展|大事记");
        assertThat(divided(reader.page("/2023?view=sections"), "h3 .timeline__label"))
                .contains("走访|调研");
        assertThat(page.select("p wbr, .filters wbr")).isEmpty();
        assertThat(divided(reader.page("/entries/16"), "h1")).containsExactly("副区长|葛钧|走访|慰问|残疾人|陈雪峰");
        assertThat(divided(reader.page("/entries/17"), ".turn__title"))
                .first()
                .asString()
                .endsWith(" 副区长|葛钧|走访|慰问|残疾人|陈雪峰");
        assertThat(divided(reader.page("/subjects"), ".index__name")).contains("上海市|残疾人|联合会", "葛钧");
        assertThat(divided(reader.page("/search?q=%E8%91%9B%E9%92%A7"), "#entry-16 .entry__words"))
                .containsExactly("副区长|<mark>葛钧</mark>|走访|慰问|残疾人|陈雪峰");
        assertThat(divided(
                        reader.page("/search?q=%E5%9D%90%E5%BC%8F%E6%8E%92%E7%90%83%E4%B8%96%E7%95%8C%E6%9D%AF"),
                        "#entry-2 .entry__words"))
                .containsExactly("2023|<mark>坐式排球|世界杯</mark>|女子组|冠军");
    }

    @Test
    void aTitleInPlainWordsIsDividedAnewOnceAnotherNameIsKnown() {
        assertThat(divided(reader.page("/2023", "Cookie", "reading=easy"), "#entry-12 .entry__words"))
                .noneMatch(title -> title.contains("残疾人找工作"));
        var subject = new Subject(Subject.Kind.EVENT, "残疾人找工作");
        staff.opened(1938);
        staff.published(
                1938,
                "visits",
                new Content("走访", "", EventDate.of("", "1938", 1938), "正文。", "", "", null, List.of(subject)));

        assertThat(divided(reader.page("/2023", "Cookie", "reading=easy"), "#entry-12 .entry__words"))
                .allMatch(title -> title.contains("残疾人找工作"));
    }

    private static List<String> divided(Document page, String titles) {
        return page.select(titles).stream()
                .map(title -> title.html().replace("<wbr aria-hidden=\"true\">", "|"))
                .toList();
    }

    @Test
    void everyReaderIsShownALineInTheirOwnLanguageAndSettingsWhoeverWasShownItBefore() {
        var chinese = line("/2023", "", "zh-CN");
        var english = line("/2023", "", "en");
        var chosen = line("/2023?lang=en", "", "zh-CN");
        var easy = line("/2023", "reading=easy", "zh-CN");
        var inItsSection = line("/2023?view=sections", "", "zh-CN");

        assertThat(chinese.select("[lang]")).isEmpty();
        assertThat(english.select(".entry__words[lang=zh-CN], .entry__opening[lang=zh-CN]"))
                .hasSize(2);
        assertThat(english.select("a").attr("href")).isEqualTo("/entries/14");
        assertThat(chosen.select("a").attr("href")).isEqualTo("/entries/14?lang=en");
        assertThat(easy.select(".entry__facts").text()).endsWith("易读版");
        assertThat(easy.select(".entry__opening").text())
                .isNotEqualTo(chinese.select(".entry__opening").text());
        assertThat(inItsSection.select(".entry__section")).isEmpty();
        assertThat(line("/2023", "", "zh-CN").outerHtml()).isEqualTo(chinese.outerHtml());
    }

    private Element line(String address, String cookie, String language) {
        return reader.page(address, "Cookie", cookie, "Accept-Language", language)
                .selectFirst("article#entry-14");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/2023?view=sections", "/2023?view=sections&order=newest"})
    void bySectionTheEntriesStandAsPublishedWhateverTheOrder(String address) {
        var page = reader.page(address);

        assertThat(Reader.entries(page)).isSorted().hasSize(29);
        assertThat(heard(page.select("h3.timeline__name")))
                .containsExactly("高光时刻（9条）", "重要会议活动（4条）", "走访调研（8条）", "温暖瞬间（8条）");
        assertThat(page.select("h3.timeline__name").eachAttr("id"))
                .containsExactly("section-achievements", "section-meetings", "section-visits", "section-services");
    }

    @ParameterizedTest
    @CsvSource({
        "/2023?month=5, 4, '5月，全部栏目，共4条'",
        "/2023?section=visits, 8, '全年，走访调研，共8条'",
        "/2023?section=visits&section=services&month=7, 4, '7月，走访调研、温暖瞬间，共4条'",
        "/2023?month=5&month=7, 8, '5月、7月，全部栏目，共8条'",
        "/2023?month=none, 10, '未注明月份，全部栏目，共10条'",
        "/2023?month=4, 0, '4月，全部栏目，共0条'",
        "/2023?month=1&month=none, 11, '1月、未注明月份，全部栏目，共11条'",
        "/2023?section=meetings&month=none, 0, '未注明月份，重要会议活动，共0条'",
    })
    void sectionsAndMonthsNarrowTheYear(String address, int count, String heading) {
        var page = reader.page(address);

        assertThat(reader.get(address).statusCode()).isEqualTo(200);
        assertThat(Reader.entries(page)).hasSize(count);
        assertThat(page.select("h2#results[tabindex=-1][data-count=" + count + "]")
                        .text())
                .isEqualTo(heading);
        assertThat(page.title()).startsWith("2023年大事记，").contains(heading);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/2023?from=singlemessage&isappinstalled=0",
                "/2023?month=",
                "/2023?section=&month=&view=&order=&page=",
                "/2023",
                "/"
            })
    void unknownNamesAndEmptyValuesLeaveTheWholeYear(String address) {
        var page = reader.page(address);

        assertThat(Reader.entries(page)).hasSize(29);
        assertThat(page.select("link[rel=canonical]").attr("href")).isEqualTo("/2023");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/2023?month=13",
                "/2023?month=0",
                "/2023?month=abc",
                "/2023?month=５",
                "/2023?section=x",
                "/2023?view=z",
                "/2023?order=up",
                "/2023?page=2",
                "/2023?page=0",
                "/2023?page=-1",
                "/1999",
                "/2023/",
                "/20233"
            })
    void aValueThatNamesNothingIsNotFound(String address) {
        var page = reader.anyPage(address.replace("５", "%EF%BC%95"));

        assertThat(reader.get(address.replace("５", "%EF%BC%95")).statusCode()).isEqualTo(404);
        assertThat(page.select("h1").text()).isEqualTo("没有找到这一页");
        assertThat(page.select("h1 + p").text()).isEqualTo("网址可能不完整，或者页面已经移走。");
        assertThat(page.select("main a[href=/2023]").text()).isEqualTo("2023年大事记");
    }

    @Test
    void theCanonicalAddressKeepsTheFilterAndNothingElse() {
        var page = reader.page("/2023?month=7&from=singlemessage&section=visits&lang=zh");

        assertThat(page.select("link[rel=canonical]").attr("href")).isEqualTo("/2023?section=visits&month=7");
    }

    @Test
    void aFacetLeavesOutItsOwnFilter() {
        var page = reader.page("/2023?section=visits&month=7");

        assertThat(heard(page.select(".sections__choice")))
                .containsExactly("高光时刻，0条", "重要会议活动，0条", "已选“走访调研”，3条", "只看“温暖瞬间”，1条");
        assertThat(heard(page.select(".strip__month")))
                .containsExactly(
                        "1月，0条",
                        "2月，0条",
                        "3月，0条",
                        "4月，0条",
                        "5月，1条",
                        "6月，1条",
                        "已选“7月”，3条",
                        "8月，1条",
                        "9月，1条",
                        "10月，0条",
                        "11月，1条",
                        "12月，0条",
                        "未注明月份，0条");
    }

    @Test
    void everyChoiceIsALinkThatReplacesTheOneBeforeAndLeadsToTheResults() {
        var page = reader.page("/2023?section=visits&month=7");

        assertThat(link(page, "只看“温暖瞬间”，1条")).isEqualTo("/2023?section=services&month=7#results");
        assertThat(link(page, "5月，1条")).isEqualTo("/2023?section=visits&month=5#results");
        assertThat(link(page, "取消“走访调研”")).isEqualTo("/2023?month=7#results");
        assertThat(link(page, "取消“7月”")).isEqualTo("/2023?section=visits#results");
        assertThat(link(page, "清除筛选，看全年")).isEqualTo("/2023#results");
        assertThat(page.select(".filters [aria-current=true]")).hasSize(2);
    }

    @Test
    void theStripHasAMarkForEachEntryAndNoLinkToAnEmptyMonth() {
        var page = reader.page("/2023");

        assertThat(page.select(".strip__month")).hasSize(13);
        assertThat(page.select(".strip .mark")).hasSize(29);
        assertThat(heard(page.select("span.strip__month"))).containsExactly("4月，0条", "12月，0条");
    }

    @Test
    void severalAtOnceAreChosenByAForm() {
        var page = reader.page("/2023?section=visits&month=none&view=sections");
        var form = page.select("details form[method=get]").first();

        assertThat(form.attr("action")).isEqualTo("/2023#results");
        assertThat(form.select("input[name=section]").eachAttr("value"))
                .containsExactly("achievements", "meetings", "visits", "services");
        assertThat(form.select("input[name=month]")).hasSize(13);
        assertThat(form.select("input[checked]").eachAttr("value")).containsExactly("visits", "none");
        assertThat(form.select("input[type=hidden][name=view]").val()).isEqualTo("sections");
        assertThat(form.select("label").eachText()).contains("走访调研", "12月", "未注明月份");
    }

    @Test
    void theUndatedArePointedToFromTheYearAndFromAMonth() {
        assertThat(link(reader.page("/2023"), "有10条没写月份")).isEqualTo("/2023?month=none#results");
        assertThat(link(reader.page("/2023?month=5"), "另有10条没写月份")).isEqualTo("/2023?month=none#results");
        assertThat(reader.page("/2023?month=none").select(".results__undated")).isEmpty();
    }

    @Test
    void monthsAreJumpedToOnlyWhereAllOfThemAreShown() {
        var page = reader.page("/2023");

        assertThat(page.select(".jump a"))
                .hasSize(11)
                .allSatisfy(jump ->
                        assertThat(page.select(jump.attr("href")).is("h3")).isTrue());
        assertThat(reader.page("/2023?month=5").select(".jump")).isEmpty();
    }

    @Test
    void aMonthWithNothingHasAWayOut() {
        var page = reader.page("/2023?month=4");

        assertThat(page.select(".results__empty").text()).isEqualTo("4月没有记录。可以看3月或5月，也可以看全年。");
        assertThat(page.select(".results__empty a").eachAttr("href"))
                .containsExactly("/2023?month=3#results", "/2023?month=5#results", "/2023#results");
    }

    @Test
    void theWayOutKeepsTheSectionWhereItHasSomething() {
        var page = reader.page("/2023?month=4&section=meetings");

        assertThat(page.select(".results__empty").text()).isEqualTo("4月，“重要会议活动”没有记录。可以看2月或5月，也可以看全年。");
        assertThat(page.select(".results__empty a").first().attr("href"))
                .isEqualTo("/2023?section=meetings&month=2#results");
    }

    @Test
    void anEntryCarriesTheHooksThatOthersRelyOn() {
        var page = reader.page("/2023");
        var entry = page.select("article#entry-11").first();

        assertThat(entry.attr("data-section")).isEqualTo("meetings");
        assertThat(entry.attr("data-date")).isEqualTo("2023-05-18");
        assertThat(entry.select("h4 a[href=/entries/11]").text()).isEqualTo("5月18日 金山区第33次“全国助残日”文艺展演");
        assertThat(entry.select(".entry__facts").text()).isEqualTo("星期四 栏目：重要会议活动");
    }

    @Test
    void aTimeIsMarkedUpOnlyAsExactlyAsTheSourceHasIt() {
        var page = reader.page("/2023");

        assertThat(page.select("#entry-11 time").eachAttr("datetime")).containsExactly("2023-05-18");
        assertThat(page.select("#entry-23 time").eachAttr("datetime")).containsExactly("2023-03");
        assertThat(page.select("#entry-22 time")).isEmpty();
        assertThat(page.select("#entry-22 .entry__facts").text()).isEqualTo("约2023年1月 栏目：温暖瞬间");
        assertThat(page.select("#entry-1 time")).isEmpty();
        assertThat(page.select("#entry-1 h4").text()).isEqualTo("杭州亚残运会一金一铜");
    }

    @Test
    void whatIsCoarserThanAMonthStandsUnderAHeadingOfItsOwn() {
        staff.opened(1990);
        staff.published(1990, "meetings", "一季度", "1990-33", "季度会议");
        staff.published(1990, "meetings", "3月", "1990-03", "三月会议");
        staff.published(1990, "visits", "3月5日至7日", "1990-03-05/1990-03-07", "春季走访");
        staff.published(1990, "visits", "10月下旬", "[1990-10-21..1990-10-31]", "下旬走访");
        staff.published(1990, "visits", "7月2日、9日", "{1990-07-02,1990-07-09}", "两次走访");
        staff.published(1990, "visits", "上半年", "1990-40?", "半年走访");

        var page = reader.page("/1990");

        assertThat(heard(page.select("h3.timeline__name")))
                .containsExactly("1990年3月（2条）", "1990年第一季度（1条）", "1990年上半年（1条）", "1990年7月（1条）", "1990年10月（1条）");
        assertThat(page.select(".entry__words").eachText())
                .containsExactly("春季走访", "三月会议", "季度会议", "半年走访", "两次走访", "下旬走访");
        assertThat(page.select("article:has(.entry__words:contains(春季走访)) time").eachAttr("datetime"))
                .containsExactly("1990-03-05", "1990-03-07");
        assertThat(page.select(".entry__facts > span:first-child").eachText())
                .containsExactly(
                        "1990年3月5日至1990年3月7日",
                        "没写具体哪一天",
                        "1990年第一季度",
                        "可能是1990年上半年",
                        "1990年7月2日、1990年7月9日",
                        "在1990年10月21日至1990年10月31日之间");
    }

    @Test
    void whatIsOpenOrOnlyNearlyKnownNamesNoTimeForMachines() {
        staff.opened(1936);
        for (var wording : List.of("3月起", "截至6月底", "5月初", "暑期", "年底", "1935年至1937年", "5月12日起至6月底")) {
            staff.published(
                    1936,
                    "visits",
                    wording,
                    EventDate.parse(wording, 1936, null).edtf().toString(),
                    wording);
        }

        var page = reader.page("/1936");

        assertThat(page.select("article:has(.entry__words:contains(5月12日起至6月底)) time")
                        .eachAttr("datetime"))
                .containsExactly("1936-05-12", "1936-06");
        assertThat(page.select("article:has(.entry__words:contains(1935年至1937年)) time")
                        .eachAttr("datetime"))
                .isEmpty();
        for (var wording : List.of("3月起", "截至6月底", "5月初", "暑期", "年底")) {
            assertThat(page.select("article:has(.entry__words:contains(" + wording + ")) time"))
                    .as(wording)
                    .isEmpty();
        }
        assertThat(heard(page.select("h3.timeline__name")))
                .containsExactly(
                        "1936年3月（1条）", "1936年5月（2条）", "1936年6月（1条）", "1936年7月（1条）", "1936年12月（1条）", "1936年，未注明月份（1条）");
    }

    @Test
    void whereAnEntryStandsInSeveralMonthsTheStripSaysThatItsNumbersAreNoSum() {
        staff.opened(1935);
        staff.published(1935, "visits", "5月1日至6月2日", "1935-05-01/1935-06-02", "两个月的走访");
        staff.published(1935, "meetings", "5月", "1935-05", "一个月的会议");

        for (var both : List.of("/1935", "/1935?month=5", "/1935?month=7", "/1935?section=visits")) {
            assertThat(reader.page(both).select(".filters__note").text())
                    .as(both)
                    .isEqualTo("一条跨几个月的，每个月都算；各月的数加起来，比总数多。");
        }
        assertThat(reader.page("/1935?lang=en").select(".filters__note").text())
                .startsWith("An entry of several months counts in each of them");
        for (var alone : List.of("/1935?section=meetings", "/2023", "/2023?month=5")) {
            assertThat(reader.page(alone).select(".filters__note")).as(alone).isEmpty();
        }
    }

    @Test
    void moreThanFiveHundredEntriesTakePages() {
        staff.opened(1991);
        for (int i = 0; i < 501; i++) {
            staff.published(1991, "visits", "5月1日", "1991-05-01", "第" + i + "次走访");
        }

        var first = reader.page("/1991");
        var second = reader.page("/1991?page=2");

        assertThat(Reader.entries(first)).hasSize(500);
        assertThat(Reader.entries(second))
                .hasSize(1)
                .doesNotContainAnyElementsOf(Reader.entries(first).toList());
        assertThat(first.select("a[rel=next]").attr("href")).isEqualTo("/1991?page=2#results");
        assertThat(second.select("a[rel=prev]").attr("href")).isEqualTo("/1991#results");
        assertThat(second.select(".pages span").text()).isEqualTo("第2页，共2页");
        assertThat(second.select("link[rel=canonical]").attr("href")).isEqualTo("/1991?page=2");
        assertThat(reader.get("/1991?page=3").statusCode()).isEqualTo(404);
        assertThat(first.select(".strip .mark")).hasSize(15);
        assertThat(first.select(".filters__note").text()).isEqualTo("图中每个记号代表34条。");
    }

    @Test
    void theEnglishPageSaysWhichOfItsWordsAreChinese() {
        var page = reader.page("/2023?month=5&section=visits", "Accept-Language", "en-GB,en;q=0.9");

        assertThat(page.select("html").attr("lang")).isEqualTo("en");
        assertThat(page.select("#results").text()).isEqualTo("May, Visits: 1 entry");
        for (var content : List.of("h1", ".title__introduction", ".entry__words", ".entry__opening", ".entry__date")) {
            assertThat(page.select(content).eachAttr("lang"))
                    .as(content)
                    .isNotEmpty()
                    .containsOnly("zh-CN");
        }
        assertThat(chineseWithoutLanguage(page)).isEmpty();
    }

    /** Chinese words outside every element that says they are. */
    private static List<String> chineseWithoutLanguage(Document page) {
        return page.body().select("*").stream()
                .filter(element -> element.closest("[lang=zh-CN]") == null)
                .filter(element -> element.ownText().codePoints().anyMatch(Character::isIdeographic))
                .map(element -> element.cssSelector() + ": " + element.ownText())
                .toList();
    }

    @Test
    void englishPagesCallSectionsByTheirEnglishNamesAndSayThatTheEntriesAreChinese() {
        var page = reader.page("/2023?lang=en&section=meetings&section=visits");

        assertThat(page.select(".sections__choice > .unseen").eachText())
                .containsExactly(
                        "Only “Highlights”, 9 entries",
                        "Chosen: “Meetings and events”, 4 entries",
                        "Chosen: “Visits”, 8 entries",
                        "Only “Services”, 8 entries");
        assertThat(page.select(".sections__name").eachText())
                .containsExactly("Highlights", "Meetings and events", "Visits", "Services");
        assertThat(page.getElementById("results").text())
                .isEqualTo("Whole year, Meetings and events, Visits: 12 entries");
        assertThat(page.title()).contains("Meetings and events, Visits");
        assertThat(page.select(".sections [lang], #results [lang], .entry__section [lang]"))
                .isEmpty();
        assertThat(page.select("#entry-11 .entry__section").text()).isEqualTo("Section: Meetings and events");
        assertThat(reader.page("/entries/11?lang=en")
                        .select(".entry-page__section a")
                        .outerHtml())
                .endsWith(">Meetings and events</a>")
                .doesNotContain("lang=\"");
        for (var address : List.of("/2023", "/entries/11", "/search?q=2023", "/search")) {
            assertThat(reader.page(address, "Accept-Language", "en")
                            .select("p:containsOwn(The entries are in Chinese.)"))
                    .hasSize(1);
            assertThat(reader.page(address).select(".masthead__note")).isEmpty();
        }
    }

    @Test
    void theLanguageOfTheAddressIsCarriedByEveryLinkOfThePage() {
        var page = reader.page("/2023?lang=en&month=5", "Accept-Language", "zh-CN");

        assertThat(page.select("html").attr("lang")).isEqualTo("en");
        assertThat(page.select("a[href^=/]:not([hreflang])").eachAttr("href"))
                .isNotEmpty()
                .allSatisfy(link -> assertThat(link).contains("lang=en"));
        assertThat(page.select("form input[name=lang]").val()).isEqualTo("en");
        assertThat(page.select("a[hreflang=zh-CN]").attr("href")).isEqualTo("/2023?month=5&lang=zh");
        assertThat(page.select("link[rel=canonical]").attr("href")).isEqualTo("/2023?month=5");
    }

    @Test
    void aReaderWithoutALanguageOfOursReadsChinese() {
        assertThat(reader.page("/2023", "Accept-Language", "fr").select("html").attr("lang"))
                .isEqualTo("zh-CN");
        assertThat(reader.page("/2023", "Accept-Language", "zh-TW,en")
                        .select("html")
                        .attr("lang"))
                .isEqualTo("zh-CN");
        assertThat(reader.page("/2023", "Accept-Language", "zh-MO, en;q=0.5")
                        .select("html")
                        .attr("lang"))
                .isEqualTo("zh-CN");
        assertThat(reader.page("/2023", "Accept-Language", "en;q=0.5, zh-MO;q=0.4")
                        .select("html")
                        .attr("lang"))
                .isEqualTo("en");
        assertThat(reader.page("/2023?lang=fr", "Accept-Language", "en")
                        .select("html")
                        .attr("lang"))
                .isEqualTo("en");
        assertThat(reader.get("/2023").headers().allValues("Vary"))
                .anySatisfy(vary -> assertThat(vary.toLowerCase(Locale.ROOT)).contains("accept-language", "cookie"));
    }

    private static List<String> heard(Elements elements) {
        return elements.stream().map(TimelinePageTest::heard).toList();
    }

    /** What is read out of an element. */
    private static String heard(Element element) {
        var heard = element.clone();
        heard.select("[aria-hidden=true]").remove();
        return heard.text();
    }

    private static String link(Document page, String text) {
        return page.select("a").stream()
                .filter(link -> heard(link).equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No link " + text))
                .attr("href");
    }
}
