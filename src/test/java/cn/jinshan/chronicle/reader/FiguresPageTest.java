package cn.jinshan.chronicle.reader;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Reader;
import cn.jinshan.chronicle.Staff;
import cn.jinshan.chronicle.WholeApplication;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WholeApplication
class FiguresPageTest {

    @Autowired
    Reader reader;

    @Autowired
    Staff staff;

    @Test
    void theTableHasEveryMonthTheUndatedAndTheTotals() {
        var table = months(reader.page("/2023/figures"));

        assertThat(table.select("caption").text()).isEqualTo("2023年各月、各栏目有多少条。点数字，看是哪几条。");
        assertThat(table.select("thead th[scope=col]").eachText())
                .containsExactly("月份", "高光时刻", "重要会议活动", "走访调研", "温暖瞬间", "合计");
        assertThat(table.select("tbody th[scope=row]").eachText())
                .hasSize(13)
                .startsWith("1月")
                .endsWith("未注明月份");
        assertThat(numbers(table.select("tbody tr").get(4))).containsExactly("0", "2", "1", "1", "4");
        assertThat(numbers(table.select("tbody tr").get(12))).containsExactly("9", "0", "0", "1", "10");
        assertThat(numbers(table.select("tfoot tr").first())).containsExactly("9", "4", "8", "8", "29");
    }

    @Test
    void everyNumberLeadsToJustSoManyEntries() {
        var page = reader.page("/2023/figures");

        assertThat(months(page).select("td a"))
                .hasSize(18 + 11 + 5)
                .allSatisfy(link -> assertThat(Reader.entries(reader.page(link.attr("href"))))
                        .as(link.text())
                        .hasSize(Integer.parseInt(link.ownText())));
        assertThat(months(page).select("td a").stream().map(Element::ownText)).doesNotContain("0");
    }

    @Test
    void everyBarOfThePictureLeadsWhereItsNumberInTheTableLeads() {
        var page = reader.page("/2023/figures");
        var bars = page.select(".figures__part").first().select(".chart a");

        assertThat(bars).hasSize(18);
        assertThat(months(page).select("tbody td:not(:last-child) a").eachAttr("href"))
                .isEqualTo(bars.eachAttr("href"))
                .contains("/2023?section=visits&month=5#results", "/2023?section=achievements&month=none#results");
        assertThat(page.select("a[href='/2023?section=visits&month=7#results'] .chart__bar")
                        .attr("width"))
                .isEqualTo("30.0%");
    }

    @Test
    void thePictureIsForEyesAndTheTableIsHeardOnce() {
        var page = reader.page("/2023/figures");

        assertThat(page.select("svg"))
                .isNotEmpty()
                .allSatisfy(picture ->
                        assertThat(picture.closest("[aria-hidden=true]")).isNotNull());
        assertThat(page.select("[aria-hidden=true] a:not([tabindex=-1]), svg title, [title]"))
                .isEmpty();
        assertThat(months(page).select("td a").eachText())
                .doesNotHaveDuplicates()
                .contains("1条，5月，走访调研", "29条，全年，全部栏目");
    }

    @Test
    void noColourStandsAloneAndNothingIsStyledInline() {
        var page = reader.page("/2023/figures");

        assertThat(page.select(".figures__part")
                        .first()
                        .select(".figures__legend [fill]")
                        .eachAttr("fill"))
                .hasSize(4)
                .doesNotHaveDuplicates()
                .allSatisfy(fill -> assertThat(page.getElementById(fill.substring("url(#".length(), fill.length() - 1)))
                        .isNotNull());
        assertThat(page.select("[style], style, script")).isEmpty();
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    }

    @Test
    void yearsStandBesideEachOtherOnceThereAreTwo() {
        staff.opened(1989);
        staff.unopened(1988);
        staff.published(1989, "visits", "5月1日至6月2日", "1989-05-01/1989-06-02", "两个月的走访");
        staff.published(1989, "meetings", "", "1989", "不知几月的会议");
        staff.published(1988, "meetings", "", "1988", "没有公开的会议");

        var page = reader.page("/1989/figures");
        var years = page.select(".figures__part").get(1);

        assertThat(numbers(months(page).select("tbody tr").get(4))).containsExactly("0", "1", "1");
        assertThat(numbers(months(page).select("tbody tr").get(5))).containsExactly("0", "1", "1");
        assertThat(numbers(months(page).select("tfoot tr").first())).containsExactly("1", "1", "2");
        assertThat(page.select(".figures__note").text()).isEqualTo("一条跨几个月的，每个月都算；合计里只算一次。");
        assertThat(years.select("tbody th").eachText())
                .contains("1989年", "2023年")
                .doesNotContain("1988年")
                .isSorted();
        assertThat(years.select("tbody tr:has(th:containsOwn(1989年)) a").eachAttr("href"))
                .containsExactly("/1989?section=meetings#results", "/1989?section=visits#results", "/1989#results");
    }

    @Test
    void anUnopenedYearIsAnsweredAsOneThatNeverWas() {
        staff.unopened(1987);

        assertThat(reader.get("/1987/figures").statusCode()).isEqualTo(404);
        assertThat(reader.get("/1987/figures").body())
                .isEqualTo(reader.get("/1979/figures").body());
    }

    @Test
    void theTimelineOffersItAndItsAddressIsItsOwn() {
        assertThat(reader.page("/2023?month=5")
                        .select(".ways a[href=/2023/figures]")
                        .text())
                .isEqualTo("统计图");
        assertThat(reader.page("/2023/figures?from=singlemessage")
                        .select("link[rel=canonical]")
                        .attr("href"))
                .isEqualTo("/2023/figures");
    }

    @Test
    void inEnglishTheWordsAreEnglishAndTheContentSaysThatItIsChinese() {
        var page = reader.page("/2023/figures?lang=en");

        assertThat(page.select("h1").text()).isEqualTo("Chronicle of 2023 in figures");
        assertThat(months(page).select("thead th").eachText())
                .containsExactly("Month", "Highlights", "Meetings and events", "Visits", "Services", "Total");
        assertThat(months(page).select("thead th[lang]")).isEmpty();
        assertThat(months(page).select("td a").eachText())
                .contains("1 entry, May, Visits", "29 entries, Whole year, all sections");
        assertThat(page.select("main a").eachAttr("href"))
                .allSatisfy(link -> assertThat(link).contains("lang=en#"));
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

    private static Element months(Document page) {
        return page.select("table").first();
    }

    /** What is seen in the cells of a row. */
    private static List<String> numbers(Element row) {
        return row.select("td").stream().map(cell -> cell.child(0).ownText()).toList();
    }
}
