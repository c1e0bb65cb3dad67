package cn.jinshan.chronicle.reader;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.PublicAddresses;
import cn.jinshan.chronicle.Reader;
import cn.jinshan.chronicle.Staff;
import cn.jinshan.chronicle.WholeApplication;
import java.time.Instant;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the head and the data of a page say to those who share and find it. */
@WholeApplication
class SharingTest {

    @Autowired
    Reader reader;

    @Autowired
    Staff staff;

    @Test
    void anEntryIsSharedUnderItsTitle() {
        var page = reader.page("/entries/11");

        assertThat(said(page, "og:title")).isEqualTo("金山区第33次“全国助残日”文艺展演");
        assertThat(said(page, "og:type")).isEqualTo("article");
        assertThat(said(page, "og:site_name")).isEqualTo("金山区残疾人联合会　大事记");
        assertThat(said(page, "og:locale")).isEqualTo("zh_CN");
        assertThat(said(page, "og:description")).startsWith("金山区第33次").isEqualTo(said(page, "description"));
        assertThat(said(reader.page("/entries/11?lang=en"), "og:locale")).isEqualTo("en_GB");
    }

    @Test
    void anEntryCarriesTheTagsOfAGovernmentSite() {
        var page = reader.page("/entries/11");

        assertThat(said(page, "SiteName")).isEqualTo("金山区残疾人联合会");
        assertThat(said(page, "ColumnName")).isEqualTo("2023年大事记");
        assertThat(said(page, "ColumnType")).isEqualTo("工作动态");
        assertThat(said(page, "ArticleTitle")).isEqualTo("金山区第33次“全国助残日”文艺展演");
        assertThat(said(page, "PubDate")).isEqualTo("2024-08-28");
        assertThat(said(page, "ContentSource")).isEqualTo("金山残联");
        assertThat(said(page, "Keywords")).isEqualTo("金山区残疾人联合会,上海中侨职业技术大学,第33次全国助残日,助医出行");
    }

    @Test
    void aYearIsAColumnAndAListOfItsEntriesInTheirOrder() {
        var page = reader.page("/2023");
        var list = data(page);

        assertThat(said(page, "og:type")).isEqualTo("website");
        assertThat(said(page, "ColumnName")).isEqualTo("2023年大事记");
        assertThat(said(page, "ColumnKeywords")).isEqualTo("高光时刻,重要会议活动,走访调研,温暖瞬间");
        assertThat(said(page, "ColumnDescription")).isEqualTo(said(page, "description"));
        assertThat(list.at("/@context").asString()).isEqualTo("https://schema.org");
        assertThat(list.at("/@type").asString()).isEqualTo("ItemList");
        assertThat(list.at("/numberOfItems").asInt()).isEqualTo(29);
        assertThat(list.at("/itemListElement")
                        .valueStream()
                        .map(item -> item.at("/position").asInt()))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 29).boxed().toList());
        assertThat(list.at("/itemListElement")
                        .valueStream()
                        .map(item -> item.at("/url").asString()))
                .containsExactlyElementsOf(
                        Reader.entries(page).map(number -> "/entries/" + number).toList());
    }

    @Test
    void aFilteredYearIsDescribedAsItIsShown() {
        var page = reader.page("/2023?month=5");

        assertThat(said(page, "og:description")).isEqualTo("2023年金山区残疾人事业发展大事记：5月，全部栏目，共4条。");
        assertThat(said(page, "ColumnDescription")).isEqualTo("2023年金山区残疾人事业发展大事记：全年，全部栏目，共29条。");
        assertThat(data(page).at("/numberOfItems").asInt()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/2023", "/entries/11", "/about"})
    void whatIsNotKnownIsNotSaid(String address) {
        var page = reader.page(address);

        assertThat(page.select("[name=SiteIDCode], [name=SiteDomain], [name=Url], [name=Author], [property^=og:image]"))
                .isEmpty();
        assertThat(page.select("[property=og:url], .code, .share__copy, .share__ask, script[src*=share]"))
                .isEmpty();
    }

    @Test
    void noPublicAddressNamesAHostThatIsNotKnown() {
        assertThat(PublicAddresses.pages().map(address -> reader.page(address).outerHtml()))
                .isNotEmpty()
                .allSatisfy(page -> assertThat(page)
                        .doesNotContain("localhost")
                        .doesNotContainPattern("(href|src|content|action)=\"https?:")
                        .doesNotContainPattern("https?://(?!schema\\.org)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/reports/new", "/nothing", "/2023?month=13"})
    void whatIsNotForSearchIsNotDescribed(String address) {
        assertThat(reader.anyPage(address).select("[property], script, [name=SiteName]"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"5月18日, 1986-05-18, 1986-05-18, 1986-05-18", "3月5日至7日, 1986-03-05/1986-03-07, 1986-03-05, 1986-03-07"})
    void knownDaysAreAnEvent(String wording, String edtf, String start, String end) {
        var event = entry(wording, edtf, "知道日子的走访");

        assertThat(event.at("/@type").asString()).isEqualTo("Event");
        assertThat(event.at("/startDate").asString()).isEqualTo(start);
        assertThat(event.at("/endDate").asString()).isEqualTo(end);
        assertThat(event.at("/name").asString()).isEqualTo("知道日子的走访");
    }

    @Test
    void aPlaceIsWhatAnEntryIsAboutAndNotWhereItTookPlace() {
        var event = data(reader.page("/entries/18"));

        assertThat(event.at("/@type").asString()).isEqualTo("Event");
        assertThat(event.at("/about").toString()).isEqualTo("[{\"@type\":\"Place\",\"name\":\"平湖市\"}]");
        assertThat(event.has("location")).isFalse();
        assertThat(data(reader.page("/entries/23")).has("about")).isFalse();
    }

    @Test
    void aCorrectionKeepsTheDayOfTheFirstPublicationAndTellsItsOwn() {
        staff.opened(1969);
        long entry = staff.published(1969, "visits", "5月", "1969-05", "第一版");
        staff.drafted(entry, 1969, "visits", "5月", "1969-05", "下一版");
        staff.publish(entry, Instant.parse("2024-09-04T17:00:00Z"));

        var page = reader.page("/entries/" + entry);

        assertThat(data(page).at("/datePublished").asString()).isEqualTo("2024-09-03");
        assertThat(data(page).at("/dateModified").asString()).isEqualTo("2024-09-05");
        assertThat(said(page, "PubDate")).isEqualTo("2024-09-03 10:00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1986",
                "1986-03",
                "1986-33",
                "1986-05-18~",
                "1986-05-18?",
                "1986-02/1986-04",
                "[1986-10-21..1986-10-31]",
                "{1986-07-02,1986-07-09}",
                "1986-05-18/..",
                "../1986-05-18",
                "1986-05-12/1986-06",
                "1986-03-05~/1986-03-07~",
                "[1986-05-01~..1986-05-10~]",
                "1985/1987"
            })
    void whereNoDaysAreKnownThereIsAnArticleAndNoDayOfTheEvent(String edtf) {
        var article = entry("某时", edtf, "不知道日子的走访");

        assertThat(article.at("/@type").asString()).isEqualTo("Article");
        assertThat(article.has("startDate")).isFalse();
        assertThat(article.has("endDate")).isFalse();
        assertThat(article.at("/datePublished").asString()).isEqualTo("2024-09-03");
        assertThat(article.has("dateModified")).isFalse();
        assertThat(article.at("/publisher/name").asString()).isEqualTo("金山区残疾人联合会");
        assertThat(article.at("/isPartOf/url").asString()).isEqualTo("/1986");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "</script><script>alert(1)</script>",
                "<!--<script>",
                "]]>&lt;/script&gt;",
                "“引号”\"'\\ \u2028\u2029",
                "${7*7} [[${7*7}]] __${7*7}__"
            })
    void aHostileTitleStaysInsideTheDataAndComesBackWhole(String title) {
        var page = hostile(title);

        assertThat(page.select("script:not([src])")).hasSize(1);
        assertThat(page.select("footer")).hasSize(1);
        assertThat(data(page).at("/name").asString()).isEqualTo(title);
        assertThat(said(page, "og:title")).isEqualTo(title);
        assertThat(said(page, "ArticleTitle")).isEqualTo(title);
        assertThat(page.selectFirst("script:not([src])").data()).doesNotContain("<", ">", "&", "\u2028", "\u2029");
    }

    private JsonNode entry(String wording, String edtf, String title) {
        return data(page(wording, edtf, title));
    }

    private Document hostile(String title) {
        return page("5月18日", "1986-05-18", title);
    }

    private Document page(String wording, String edtf, String title) {
        if (reader.get("/1986").statusCode() == 404) {
            staff.opened(1986);
        }
        return reader.page("/entries/" + staff.published(1986, "visits", wording, edtf, title));
    }

    private static String said(Document page, String name) {
        var tags = page.select("meta[name=" + name + "], meta[property=" + name + "]");
        assertThat(tags).as(name).hasSize(1);
        return tags.attr("content");
    }

    private static JsonNode data(Document page) {
        return JsonMapper.shared()
                .readTree(
                        page.select("script[type=application/ld+json]").first().data());
    }
}
