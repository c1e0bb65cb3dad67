package cn.jinshan.chronicle.search;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Reader;
import cn.jinshan.chronicle.Staff;
import cn.jinshan.chronicle.WholeApplication;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@WholeApplication
class SearchPageTest {

    @Autowired
    Reader reader;

    @Autowired
    Staff staff;

    @Autowired
    SearchIndex index;

    @Test
    void theSearchStartsWithALabelledField() {
        assertThat(reader.anyPage("/nothing").select("main a[href=/search]").eachText())
                .containsExactly("搜索大事记");
        var page = reader.page("/search");
        assertThat(page.select("[role=search] form[method=get] label[for=q]").text())
                .isEqualTo("要找的字词");
        assertThat(page.select("#q-hint").text()).contains("拼音");
        assertThat(page.select("#results, meta[name=robots]")).isEmpty();
        assertThat(page.select("link[rel=canonical]").attr("href")).isEqualTo("/search");
        assertThat(search("  ").select("#results, #q-mistake")).isEmpty();
    }

    @Test
    void onlyTheFieldOfAnUnaskedOrRefusedSearchTakesTheFocus() {
        assertThat(reader.page("/search").select("[autofocus]").eachAttr("id")).containsExactly("q");
        assertThat(reader.anyPage("/search?q=" + encoded("字".repeat(101)))
                        .select("[autofocus]")
                        .eachAttr("id"))
                .containsExactly("q");
        assertThat(search("坐式排求").select("[autofocus]")).isEmpty();
    }

    @Test
    void resultsAreCountedMarkedAndKeptOutOfTheIndexesOfOthers() {
        var page = search("liting");

        assertThat(page.title()).isEqualTo("“liting”，共4条 - 搜索大事记 - 金山区残联");
        assertThat(page.select("h2#results[tabindex=-1]").text()).isEqualTo("“liting”，共4条");
        assertThat(page.select("#results").attr("data-count")).isEqualTo("4");
        assertThat(Reader.entries(page)).containsExactlyInAnyOrder(1, 2, 3, 21);
        assertThat(page.select("#entry-2").attr("data-section")).isEqualTo("achievements");
        assertThat(page.select("article mark").eachText()).contains("李婷").containsOnly("李婷");
        assertThat(page.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
        assertThat(page.select("link[rel=canonical]")).isEmpty();
        assertThat(page.getElementById("q").val()).isEqualTo("liting");
    }

    @Test
    void everyFilterIsALinkThatKeepsTheWordsAndCountsRight() {
        var page = search("残疾人 活动");
        var links = page.select("#filters a");

        assertThat(links).hasSizeGreaterThan(3);
        for (var link : links) {
            var chosen = reader.page(link.attr("href").replace("#results", ""));
            var count = chosen.getElementById("results").attr("data-count");
            assertThat(link.text()).as(link.attr("href")).contains("，" + count + "条");
            assertThat(chosen.getElementById("q").val()).isEqualTo("残疾人 活动");
            assertThat(chosen.select("#filters [aria-current=true]")).hasSize(1);
            assertThat(chosen.select(".chosen__all").text()).startsWith("清除筛选，看全部");
        }
        assertThat(reader.page("/search?q=" + encoded("李婷") + "&month=5")
                        .select(".results__empty")
                        .text())
                .isEqualTo("在选定的范围里没有找到。可以看全部4条。");
    }

    @Test
    void aChoiceThatShowsNothingLeadsBackToAllAndToWhatWouldShowSomething() {
        staff.opened(1979);
        for (var choice : List.of("month=5", "year=1979", "section=achievements&month=3")) {
            var page = reader.page("/search?q=" + encoded("重残无业") + "&" + choice);

            assertThat(page.getElementById("results").attr("data-count")).isEqualTo("0");
            assertThat(page.select("#filters ul:not(:has(li)), #filters li:not(:has(a, [aria-current]))"))
                    .isEmpty();
            assertThat(page.select("#filters [aria-current=true]")).hasSize(choice.split("&").length);
            var all = page.select(".results__empty a").first();
            assertThat(all.text()).isEqualTo("全部1条");
            assertThat(page.select(".chosen__all").attr("href")).isEqualTo(all.attr("href"));
            assertThat(Reader.entries(reader.page(all.attr("href").replace("#results", ""))))
                    .hasSize(1);
        }
    }

    @Test
    void inEasyReadWhatIsFoundIsShownInItAndSaysSo() {
        var address = "/search?q=" + encoded("助医出行");
        var entry = Jsoup.parse(reader.get(address, "Cookie", "reading=easy").body())
                .getElementById("entry-24");
        assertThat(entry.select(".entry__opening").text()).isEqualTo("5月，“助医出行”服务开始了。 它帮困难残疾人看病、配药。");
        assertThat(entry.select(".entry__opening mark").text()).isEqualTo("助医出行");
        assertThat(entry.select(".entry__facts").text()).endsWith("易读版");

        assertThat(entry.select(".entry__title .entry__words").text()).isEqualTo("“助医出行”服务开始了");
        assertThat(entry.select(".entry__title mark").text()).isEqualTo("助医出行");

        var standard = reader.page(address).getElementById("entry-24");
        assertThat(standard.select(".entry__opening").text()).startsWith("启动");
        assertThat(standard.select(".entry__facts").text()).doesNotContain("易读版");
    }

    @Test
    void anEasyTitleFindsItsEntryAndIsShownToAllWhereOnlyItWasFound() {
        var found = search("李雷得铜牌").getElementById("entry-1");
        assertThat(found.select(".entry__title .entry__words").text()).isEqualTo("李婷得金牌，李雷得铜牌");
        assertThat(found.select(".entry__title mark").text()).isEqualTo("李雷得铜牌");
        assertThat(found.select(".entry__facts").text()).endsWith("易读版");
        assertThat(found.select(".entry__opening").text()).startsWith("金山区残疾人运动员");

        var inTheTextToo = search("李婷").getElementById("entry-1");
        assertThat(inTheTextToo.select(".entry__title .entry__words").text()).isEqualTo("杭州亚残运会一金一铜");
    }

    @Test
    void whatComesNearIsShownAndElseTheYearsLeadOn() {
        var page = search("坐式排求");

        assertThat(page.getElementById("results").text()).isEqualTo("与“坐式排求”相近，共4条");
        assertThat(page.getElementById("results").attr("data-near")).isEqualTo("true");
        assertThat(page.select(".search__near > p").first().text()).isEqualTo("没有找到“坐式排求”。下面是相近的。");
        assertThat(Reader.entries(page)).hasSize(4);
        var near = page.select(".search__near a").first();
        assertThat(near.text()).isEqualTo("您要找的是“坐式排球”吗？");
        assertThat(Reader.entries(reader.page(near.attr("href").replace("#results", ""))))
                .isNotEmpty();
        assertThat(search("爨龘").select(".results__empty a").eachAttr("href")).contains("/2023");
    }

    @Test
    void whatIsTooMuchIsRefusedInWordsAndKept() {
        var longest = "字".repeat(101);
        var address = "/search?q=" + encoded(longest);
        assertThat(reader.get(address).statusCode()).isEqualTo(422);
        var page = reader.anyPage(address);
        assertThat(page.getElementById("q-mistake").text()).isEqualTo("最多写100个字，请写短一些。");
        assertThat(page.getElementById("q").val()).isEqualTo(longest);
        assertThat(page.getElementById("q").attr("aria-describedby")).startsWith("q-mistake");
        assertThat(reader.anyPage("/search?q=1+2+3+4+5+6+7+8+9")
                        .getElementById("q-mistake")
                        .text())
                .isEqualTo("最多写8个词，请少写几个。");
        assertThat(reader.get("/search?q=" + encoded("。“”")).statusCode()).isEqualTo(422);
        assertThat(reader.anyPage("/search?q=" + encoded("。“”"))
                        .getElementById("q-mistake")
                        .text())
                .isEqualTo("这里只有标点，没有字词。请写要找的字词。");
        assertThat(search("1 2 3 4 5 6 7 8").getElementById("q-mistake")).isNull();
        assertThat(reader.get("/search?lang=en&q=" + encoded(longest)).body()).contains("no more than 100 characters");
    }

    @Test
    void aFilterAloneShowsWhatItChooses() {
        var page = reader.page("/search?section=achievements&year=2023");

        assertThat(page.getElementById("results").text()).isEqualTo("全部大事记，2023年，高光时刻，共9条");
        assertThat(Reader.entries(page)).hasSize(9);
        assertThat(page.select("#filters [aria-current=true]")).hasSize(2);
        assertThat(Reader.entries(reader.page("/search?month=5&kind=event"))).contains(11);
    }

    @Test
    void whileTheIndexIsBuiltThePageSaysHowFarItIs() {
        index.stop();
        try {
            var answer = reader.get("/search?q=" + encoded("李婷"));

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
            var page = Jsoup.parse(answer.body());
            assertThat(page.select("h2#results[tabindex=-1]").text()).isEqualTo("搜索正在准备");
            assertThat(page.select("#results + p").text()).matches("已经准备好\\d+条，共\\d+条。请过一会儿再搜索。");
            assertThat(page.getElementById("q").val()).isEqualTo("李婷");
            assertThat(reader.get("/2023").statusCode()).isEqualTo(200);
        } finally {
            index.start();
            index.build();
        }
        assertThat(Reader.entries(search("李婷"))).hasSize(4);
    }

    @Test
    void aMillionCharactersAreRefusedAtOnce() {
        assertThat(reader.get("/search?q=" + "x".repeat(1_000_000)).statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<script>alert(1)</script>", "\"><img src=x>", "' or 1=1 --", "${7*7}", "100%_", "__${1}__"})
    void whatWouldBeCodeElsewhereIsPrintedAsItWasTyped(String q) {
        var page = search(q);

        assertThat(page.getElementById("q").val()).isEqualTo(q);
        assertThat(page.getElementById("results").text()).contains("“" + q + "”");
        assertThat(page.select("script:not([src]), img")).isEmpty();
        assertThat(page.getElementById("results").attr("data-count")).matches("\\d+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"year=1999", "year=x", "kind=x", "section=x", "month=13", "page=2", "page=0"})
    void aChoiceThatNamesNothingIsNotFound(String choice) {
        assertThat(reader.get("/search?q=" + encoded("李婷") + "&" + choice).statusCode())
                .isEqualTo(404);
    }

    @Test
    void theEnglishPageSpeaksEnglishAroundChineseContent() {
        var page = reader.page("/search?lang=en&q=" + encoded("李婷"));

        assertThat(page.getElementById("results").text()).isEqualTo("“李婷”: 4 entries");
        assertThat(page.select("article .entry__words").eachAttr("lang")).containsOnly("zh-CN");
        assertThat(page.select("form input[name=lang]").val()).isEqualTo("en");
    }

    @Test
    void entriesWithoutAMonthAreOneChoiceInBothLanguages() {
        assertThat(search("李婷").select("#filters a[href*=month]").eachText()).containsExactly("只看11月，1条", "未注明月份，3条");
        assertThat(reader.page("/search?lang=en&q=" + encoded("李婷"))
                        .select("#filters a[href*=month]")
                        .eachText())
                .containsExactly("Only November, 1 entry", "Month not stated (3)");
    }

    @ParameterizedTest
    @CsvSource({"18号, '11,14,18'", "23年5月, '11,12,14,24'", "二〇二三年五月, '11,12,14,24'"})
    void aDayAndAMonthAreFoundAsPeopleSayThem(String q, String entries) {
        var page = search(q);

        assertThat(page.select("#results[data-near=true]")).isEmpty();
        assertThat(Reader.entries(page).map(String::valueOf)).contains(entries.split(","));
    }

    private Document search(String q) {
        return reader.page("/search?q=" + encoded(q));
    }

    private static String encoded(String q) {
        return URLEncoder.encode(q, StandardCharsets.UTF_8);
    }
}
