package cn.jinshan.chronicle.reader;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.DeskApplication;
import cn.jinshan.chronicle.Desks;
import cn.jinshan.chronicle.Reader;
import java.util.List;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@DeskApplication
class IndexPageTest {

    private static final int LISTED = 56;

    @Autowired
    Reader reader;

    @Autowired
    Desks desks;

    @Test
    void namesStandUnderTheLetterTheyAreReadWith() {
        var page = reader.page("/subjects");

        assertThat(page.title()).isEqualTo("人物、单位、地点：全部，按拼音排列，共" + LISTED + "个 - 金山区残联");
        assertThat(page.select("h2#results[tabindex=-1]").attr("data-count")).isEqualTo("" + LISTED);
        assertThat(page.select("h2#results").text()).isEqualTo("全部，按拼音排列，共" + LISTED + "个");
        assertThat(page.select("h3").eachText())
                .isSubsetOf(letters())
                .isSorted()
                .contains("C", "L", "Z", "其他");
        assertThat(group(page.select("#group-l"))).contains("李雷，人物，2条", "李婷，人物，4条", "吕巷镇，地点，1条");
        assertThat(group(page.select("#group-other")))
                .containsExactly("2023年上海市残疾人柔力球比赛，活动，1条", "2023年亚洲坐式排球锦标赛，活动，1条", "2023坐式排球世界杯，活动，1条");
        assertThat(page.select("link[rel=canonical]").attr("href")).isEqualTo("/subjects");
    }

    private static List<String> letters() {
        return List.of("A B C D E F G H J K L M N O P Q R S T W X Y Z 其他".split(" "));
    }

    @Test
    void namesStandUnderTheStrokesTheyAreWrittenWith() {
        var page = reader.page("/subjects?kind=person&by=strokes");

        assertThat(page.select("h3").eachText().get(0)).isEqualTo("5画");
        assertThat(group(page.select("#group-5"))).containsExactly("史为，人物，1条");
        assertThat(group(page.select("#group-6"))).contains("祁奇，人物，1条", "朱喜林，人物，1条");
        assertThat(group(page.select("#group-7")))
                .containsExactly(
                        "杜松全，人物，1条", "陆学峰，人物，1条", "何晓英，人物，1条", "吴萍，人物，1条", "陈雪峰，人物，2条", "李婷，人物，4条", "李雷，人物，2条");
        assertThat(page.select("link[rel=canonical]").attr("href")).isEqualTo("/subjects?kind=person&by=strokes");
    }

    private static List<String> group(Elements heading) {
        return heading.next("ul").select("a").stream()
                .map(link -> link.text().replace(" ", ""))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/subjects", "/subjects?by=strokes", "/subjects?kind=place&by=strokes&lang=en"})
    void everyJumpLeadsToAHeadingAndEveryNameToItsPage(String address) {
        var page = reader.page(address);

        assertThat(page.select("nav a[href^=#group-]")).hasSameSizeAs(page.select("h3"));
        for (var jump : page.select("nav a[href^=#group-]")) {
            assertThat(page.select("h3" + jump.attr("href")).text()).isEqualTo(jump.text());
        }
        assertThat(page.select("main li > a[href^=/subjects/]"))
                .hasSize(Integer.parseInt(page.select("#results").attr("data-count")))
                .extracting(link -> link.attr("href"))
                .doesNotHaveDuplicates();
        var first = page.select("main li > a[href^=/subjects/]").first();
        assertThat(reader.page(first.attr("href")).select("h1").text())
                .isEqualTo(first.select(".index__name").text());
    }

    @Test
    void everyKindTellsWhatItsChoiceWouldShow() {
        for (var address : List.of("/subjects", "/subjects?kind=event&by=strokes")) {
            var kinds = reader.page(address).select("#filters ul").first().select("a");
            assertThat(kinds.eachText()).containsExactly("全部， 56个", "人物， 18位", "单位， 19个", "地点， 10个", "活动， 9个");
            for (var kind : kinds) {
                var heading = reader.page(kind.attr("href")).select("#results").text();
                assertThat(kind.text()).endsWith(" " + heading.replaceFirst(".*，共", ""));
            }
        }
        assertThat(reader.page("/subjects?kind=event")
                        .select("#filters [aria-current]")
                        .eachText())
                .containsExactly("活动， 9个", "按拼音排列");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/subjects?kind=x",
                "/subjects?kind=PERSON",
                "/subjects?kind=person&kind=place",
                "/subjects?by=radical",
                "/subjects/0",
                "/subjects/x",
                "/subjects/99999",
                "/subjects/99999999999999999999",
                "/subjects/1?page=2",
                "/subjects/1?page=0",
                "/subjects/1?page=x"
            })
    void whatNamesNothingIsNotFound(String address) {
        assertThat(reader.get(address).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"/subjects?kind=&by=, /subjects", "/subjects?by=pinyin&from=wechat, /subjects"})
    void emptyValuesAndUnknownNamesCountAsAbsent(String address, String canonical) {
        assertThat(reader.page(address).select("link[rel=canonical]").attr("href"))
                .isEqualTo(canonical);
    }

    @Test
    void aSubjectHasItsEntriesYearByYear() {
        var page = reader.page("/subjects/1");

        assertThat(page.select("h1").text()).isEqualTo("李婷");
        assertThat(page.select("dl > div").eachText()).containsExactly("读音 lǐ tíng", "类别 人物");
        assertThat(page.select("h2#results").attr("data-count")).isEqualTo("4");
        assertThat(page.select("h3").eachText()).containsExactly("2023年");
        assertThat(Reader.entries(page)).containsExactly(21, 1, 2, 3);
        assertThat(page.select("article#entry-21").attr("data-date")).isEqualTo("2023-11-01");
        assertThat(page.select("article#entry-21").attr("data-section")).isEqualTo("visits");
        assertThat(page.select("article#entry-21 h4 a").attr("href")).isEqualTo("/entries/21");
        assertThat(reader.page("/subjects/8").select("dl").text()).contains("说明 来源文章另称第七届全国残疾人职业技能竞赛");
    }

    @Test
    void searchEnginesPassOverAPersonAndNothingElse() {
        var person = reader.get("/subjects/1");
        assertThat(person.headers().firstValue("X-Robots-Tag")).contains("noindex");
        assertThat(reader.page("/subjects/1").select("meta[name=robots]").attr("content"))
                .isEqualTo("noindex");
        assertThat(reader.page("/subjects/1?from=x")
                        .select("link[rel=canonical]")
                        .attr("href"))
                .isEqualTo("/subjects/1");

        for (var address : List.of("/subjects/12", "/subjects", "/words")) {
            assertThat(reader.get(address).headers().firstValue("X-Robots-Tag")).isEmpty();
            assertThat(reader.page(address).select("meta[name=robots]")).isEmpty();
        }
    }

    @Test
    void inEnglishTheNamesStayChineseAndSaySo() {
        var page = reader.page("/subjects?kind=person&lang=en");

        assertThat(page.select("h1").text()).isEqualTo("Index");
        assertThat(page.select("#group-l + ul a").last().text()).startsWith("陆学峰, Person");
        assertThat(page.select(".index__name:not([lang=zh-CN])")).isEmpty();
        assertThat(page.select("main a[href^=/]").eachAttr("href")).allMatch(href -> href.contains("lang=en"));
        assertThat(reader.page("/subjects/1?lang=en").select("h1").attr("lang")).isEqualTo("zh-CN");
        assertThat(reader.page("/words?lang=en").select("dt:not([lang=zh-CN])")).isEmpty();
    }

    @Test
    void theIndexIsFoundFromTheYearAndFromEachEntry() {
        assertThat(reader.page("/2023").select(".ways a[href=/subjects]").text())
                .isEqualTo("查人名、单位");
        assertThat(reader.page("/entries/11").select("dl a[href^=/subjects/]").eachText())
                .containsExactly("金山区残疾人联合会", "上海中侨职业技术大学", "第33次全国助残日", "助医出行");
    }

    @Test
    void whoeverIsNotListedHasNoPageAndNoLinkAndTheRenamedKeepTheirs() {
        var administrator = desks.administrator();
        assertThat(administrator.submit("/admin/subjects/24", "listed", "false").statusCode())
                .isEqualTo(200);

        assertThat(reader.get("/subjects/24").body())
                .isEqualTo(reader.get("/subjects/99999").body());
        assertThat(reader.get("/subjects/24").statusCode()).isEqualTo(404);
        assertThat(reader.get("/subjects/24").headers().firstValue("X-Robots-Tag"))
                .isEmpty();
        assertThat(reader.page("/subjects").text()).doesNotContain("柴小军");
        assertThat(reader.page("/entries/15").select("dl").text()).contains("柴小军 祁奇");
        assertThat(reader.page("/entries/15").select("dl a").text())
                .contains("祁奇")
                .doesNotContain("柴小军");

        administrator.submit("/admin/subjects/24", "listed", "true", "name", "柴晓军");
        assertThat(reader.page("/subjects/24").select("h1").text()).isEqualTo("柴晓军");
        administrator.submit("/admin/subjects/24", "listed", "true", "name", "柴小军");
    }

    @Test
    void aPreviewLinksNoSubjectForItsPageMayNotBeThere() {
        assertThat(desks.editor().page("/admin/entries/11/preview").select("dl a[href^=/subjects/]"))
                .isEmpty();
    }

    @Test
    void wordsAreExplainedAndTheFirstUseOnAnEntryLeadsThere() {
        var words = reader.page("/words");
        assertThat(words.select("h1").text()).isEqualTo("名词解释");
        assertThat(words.select("dt").eachText()).startsWith("残工委", "残联", "辅具");
        assertThat(words.select("dd").text()).contains("文中还写作：辅助器具");
        assertThat(reader.page("/2023").select("footer a[href=/words]").text()).isEqualTo("名词解释");

        var entry = reader.page("/entries/27");
        var link = entry.select(".entry-page__text a");
        assertThat(link.text()).isEqualTo("辅具");
        assertThat(words.select(link.attr("href").replace("/words", "")).text()).isEqualTo("辅具");
        assertThat(reader.page("/entries/27?lang=en")
                        .select(".entry-page__text a")
                        .attr("href"))
                .isEqualTo(link.attr("href").replace("/words", "/words?lang=en"));
    }

    @Test
    void aWordLinksOnceOnAPageAndNeverBesideASubjectOfTheSameName() {
        var page = reader.page("/entries/25");
        assertThat(page.select("main a[href^=/words]").eachText()).containsExactly("区残联", "辅助器具");
        assertThat(page.select(".entry-page__easy a[href^=/words]")).isEmpty();

        assertThat(reader.page("/entries/24")
                        .select("main a:matchesOwn(^助医出行$)")
                        .eachAttr("href"))
                .containsExactly("/subjects/18");
        assertThat(reader.page("/2023").select("main a[href^=/words]")).isEmpty();
    }
}
