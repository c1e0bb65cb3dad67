package cn.jinshan.chronicle.reader;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Reader;
import cn.jinshan.chronicle.Staff;
import cn.jinshan.chronicle.WholeApplication;
import cn.jinshan.chronicle.dates.EventDate;
import cn.jinshan.chronicle.entries.Content;
import cn.jinshan.chronicle.entries.Subject;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@WholeApplication
class BookletPageTest {

    @Autowired
    Reader reader;

    @Autowired
    Staff staff;

    @Test
    void theYearStandsAsPublishedWithNumbersFullTextsAndEasyReadTwins() {
        var page = reader.page("/2023/booklet");
        var entry = page.getElementById("entry-11");

        assertThat(Reader.entries(page)).isSorted().hasSize(29);
        assertThat(page.select(".booklet__number").eachText())
                .hasSize(29)
                .startsWith("1", "2")
                .endsWith("29");
        assertThat(page.select("h2").eachText())
                .containsExactly("引言", "目录", "印制说明", "高光时刻", "重要会议活动", "走访调研", "温暖瞬间", "大事年表", "人物、单位、地点");
        assertThat(entry.select("h3").text()).isEqualTo("11 金山区第33次“全国助残日”文艺展演");
        assertThat(entry.select(".booklet__date").text()).isEqualTo("5月18日");
        assertThat(entry.select(".booklet__text p")).hasSize(3);
        assertThat(entry.select(".booklet__easy h4").text()).isEqualTo("易读版");
        assertThat(entry.select(".booklet__easy p").first().text()).isEqualTo("5月18日有一场文艺演出。");
        assertThat(entry.attr("data-section") + " " + entry.attr("data-date")).isEqualTo("meetings 2023-05-18");
        assertThat(page.select("#entry-1 .booklet__date").text()).isEqualTo("原文未注明");
    }

    @Test
    void theFrontSaysWhatItIsWhoseAndWhatIsInIt() {
        var page = reader.page("/2023/booklet");

        assertThat(page.select(".booklet__cover").text()).isEqualTo("2023年金山区残疾人事业发展大事记 金山区残疾人联合会");
        assertThat(page.select("html").attr("data-head")).isEqualTo("2023年金山区残疾人事业发展大事记");
        assertThat(page.select(".booklet__part").first().text())
                .contains("2023年是贯彻党的二十大精神的开局之年。", "来源：金山残联《回顾2023！金山区残疾人事业发展大事记》，2024年8月28日");
        assertThat(page.select(".booklet__contents li").eachText())
                .containsExactly("高光时刻 编号1至9", "重要会议活动 编号10至13", "走访调研 编号14至21", "温暖瞬间 编号22至29", "大事年表", "人物、单位、地点");
        assertThat(page.select(".booklet a[href^=#]"))
                .isNotEmpty()
                .allSatisfy(link -> assertThat(page.select(link.attr("href")))
                        .as(link.outerHtml())
                        .hasSize(1));
        assertThat(page.select(".booklet__colophon dd").eachText())
                .startsWith("金山区残疾人联合会", "/2023/booklet")
                .last()
                .asString()
                .matches("\\d{4}年\\d{1,2}月\\d{1,2}日");
    }

    @Test
    void aWordLeadsToWhatItMeansWhereTheBookHasItFirst() {
        var words = reader.page("/2023/booklet").select(".booklet__text a[href^=/words#word-]");

        assertThat(words.eachText()).contains("助医出行", "残疾人联合会");
        assertThat(words.eachAttr("href")).doesNotHaveDuplicates();
    }

    @Test
    void theTableStandsInChronicleOrder() {
        var page = reader.page("/2023/booklet");
        var rows = page.select(".booklet__table tbody tr");

        assertThat(rows.select("a").eachAttr("href").stream().map(link -> Integer.parseInt(link.replaceAll("\\D", ""))))
                .containsExactlyElementsOf(Reader.entries(reader.page("/2023")).toList());
        assertThat(rows.get(0).text())
                .isEqualTo("春节前夕 " + page.select("#entry-22 h3").text().substring(3) + " 22");
        assertThat(rows.last().text()).startsWith("原文未注明").endsWith("26");
    }

    @Test
    void theIndexNamesByPinyinWhomAndWhatTheYearIsAbout() {
        var index = reader.page("/2023/booklet").select("section:has(#index)").first();

        assertThat(index.select("h3").eachText()).containsExactly("人物", "单位", "地点", "活动");
        assertThat(index.select("li").eachText()).contains("李婷 1、2、3、21", "李雷 1、21", "助医出行 11、24");
        assertThat(index.select("ul").first().select("li").eachText())
                .containsSubsequence("陈雪峰 4、16", "李雷 1、21", "李婷 1、2、3、21");
    }

    @Test
    void whoIsNotListedIsNotInTheIndex() {
        staff.opened(1985);
        var unlisted = new Subject(Subject.Kind.PERSON, "不列名者");
        unlisted.describe("", false);
        var listed = new Subject(Subject.Kind.PERSON, "列名者");
        staff.published(1985, "visits", content(1985, "走访", List.of(unlisted, listed)));

        var page = reader.page("/1985/booklet");

        assertThat(page.text()).contains("列名者 1").doesNotContain("不列名者");
    }

    @Test
    void aSectionOfOneEntryHasOneNumber() {
        staff.opened(1976);
        staff.published(1976, "meetings", "5月1日", "1976-05-01", "座谈");
        staff.published(1976, "visits", "5月1日", "1976-05-01", "走访");
        staff.published(1976, "visits", "5月2日", "1976-05-02", "又走访");

        assertThat(reader.page("/1976/booklet").select(".booklet__contents li").eachText())
                .startsWith("重要会议活动 编号1", "走访调研 编号2至3");
        assertThat(reader.page("/1976/booklet?lang=en")
                        .select(".booklet__contents span")
                        .eachText())
                .containsExactly("No. 1", "Nos. 2 to 3");
    }

    @Test
    void theLargeEditionOffersLargePrint() {
        assertThat(reader.page("/2023").select("a:containsOwn(打印全年)").attr("href"))
                .isEqualTo("/2023/booklet");
        assertThat(reader.page("/2023", "Cookie", "reading=large")
                        .select("a:containsOwn(打印全年)")
                        .attr("href"))
                .isEqualTo("/2023/booklet?size=large");
    }

    @Test
    void everyCorrectionIsTold() {
        staff.opened(1984);
        long id = staff.published(1984, "visits", "5月1日", "1984-05-01", "走访");
        staff.drafted(id, 1984, "visits", "5月2日", "1984-05-02", "走访");
        assertThat(reader.page("/1984/booklet").text()).doesNotContain("更正了个别文字");
        staff.publish(id);
        staff.drafted(id, 1984, "visits", "5月3日", "1984-05-03", "走访，还没有发布");

        var page = reader.page("/1984/booklet");

        assertThat(page.getElementById("entry-" + id).text()).contains("2024年9月3日更正：更正了个别文字", "5月2日");
        assertThat(page.text()).doesNotContain("还没有发布");
    }

    @Test
    void aYearWithNothingInItIsABookAllTheSame() {
        staff.opened(1982);

        var page = reader.page("/1982/booklet");

        assertThat(page.select("h2").eachText()).containsExactly("引言", "目录", "印制说明");
        assertThat(page.text()).contains("全年没有记录。");
    }

    @Test
    void largePrintIsTheSameBook() {
        var standard = reader.page("/2023/booklet");
        var large = reader.page("/2023/booklet?size=large");

        assertThat(large.select("main.booklet--large")).hasSize(1);
        assertThat(large.select("article").outerHtml())
                .isEqualTo(standard.select("article").outerHtml());
        assertThat(standard.select("a:containsOwn(大字打印版)").attr("href")).isEqualTo("/2023/booklet?size=large");
        assertThat(large.select("a:containsOwn(标准字打印版)").attr("href")).isEqualTo("/2023/booklet");
        assertThat(large.select("link[rel=canonical]").attr("href")).isEqualTo("/2023/booklet");
    }

    @Test
    void theEasyBookHasTheEasyTitlesAndTextsInLargePrint() {
        var book = reader.page("/2023/booklet?text=easy");
        var entry = book.getElementById("entry-24");

        assertThat(Reader.entries(book)).hasSize(29);
        assertThat(book.select("main.booklet--large")).hasSize(1);
        assertThat(entry.select("h3").text()).isEqualTo("“助医出行”服务开始了");
        assertThat(entry.select(".booklet__text p").eachText()).containsExactly("5月，“助医出行”服务开始了。", "它帮困难残疾人看病、配药。");
        assertThat(book.select("h2").eachText()).containsExactly("高光时刻", "重要会议活动", "走访调研", "温暖瞬间", "印制说明");
        assertThat(book.select("link[rel=canonical]").attr("href")).isEqualTo("/2023/booklet?text=easy");
        assertThat(book.select("a:containsOwn(标准字打印版)").attr("href")).isEqualTo("/2023/booklet");
        assertThat(reader.page("/2023/booklet").select("a:containsOwn(易读打印版)").attr("href"))
                .isEqualTo("/2023/booklet?text=easy");
        assertThat(withoutLanguage(reader.page("/2023/booklet?text=easy&lang=en")))
                .isEmpty();
    }

    @Test
    void theEasyBookLeavesOutWhatHasNoEasyText() {
        staff.opened(1911);
        staff.published(1911, "visits", "5月1日", "1911-05-01", "没有易读版的走访");

        assertThat(reader.page("/1911/booklet?text=easy").text())
                .contains("还没有易读版。")
                .doesNotContain("没有易读版的走访");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?text=hard",
                "?text=easy&part=2",
                "?size=small",
                "?size=LARGE",
                "?part=0",
                "?part=2",
                "?part=x",
                "?part=1&part=1"
            })
    void aValueThatNamesNothingIsNotFound(String query) {
        assertThat(reader.get("/2023/booklet" + query).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?size=", "?part=&size=", "?from=singlemessage&isappinstalled=0", "?month=99"})
    void emptyValuesAndUnknownNamesLeaveTheWholeYear(String query) {
        assertThat(Reader.entries(reader.page("/2023/booklet" + query))).hasSize(29);
    }

    @Test
    void anUnopenedYearIsAnsweredAsOneThatNeverWas() {
        staff.unopened(1981);

        assertThat(reader.get("/1981/booklet").statusCode()).isEqualTo(404);
        assertThat(reader.get("/1981/booklet").body())
                .isEqualTo(reader.get("/1980/booklet").body());
    }

    @Test
    void theTimelineOffersItAndOnlyItWaitsForItsSheet() {
        assertThat(reader.page("/2023").select("nav a[href=/2023/booklet]").text())
                .isEqualTo("打印全年");
        assertThat(reader.page("/2023").select("link[href*=booklet]")).isEmpty();
        assertThat(reader.page("/2023/booklet").select("link[rel=stylesheet][href*=booklet]"))
                .hasSize(1);
        assertThat(reader.page("/2023/booklet").select("[style], style, script"))
                .isEmpty();
    }

    @Test
    void inEnglishTheContentSaysThatItIsChinese() {
        var page = reader.page("/2023/booklet", "Accept-Language", "en");

        assertThat(page.select("h2").eachText())
                .startsWith("Introduction", "Contents", "About this print")
                .endsWith("In order of time", "Index");
        assertThat(page.select("#entry-11 h4").text()).isEqualTo("Easy read");
        assertThat(withoutLanguage(page)).isEmpty();
    }

    /** Chinese words outside every element that says they are. */
    private static List<String> withoutLanguage(Document page) {
        return page.select("main *").stream()
                .filter(element -> element.closest("[lang=zh-CN]") == null)
                .map(Element::ownText)
                .filter(text -> text.codePoints().anyMatch(Character::isIdeographic))
                .toList();
    }

    private static Content content(int year, String title, List<Subject> subjects) {
        return new Content(
                title, "", EventDate.of("", String.valueOf(year), year), title + "的正文。", "", "", null, subjects);
    }
}
