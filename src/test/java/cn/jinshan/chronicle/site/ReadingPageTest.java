package cn.jinshan.chronicle.site;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Desk;
import cn.jinshan.chronicle.Desks;
import cn.jinshan.chronicle.Reader;
import cn.jinshan.chronicle.Staff;
import cn.jinshan.chronicle.WholeApplication;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@WholeApplication
class ReadingPageTest {

    @Autowired
    Reader reader;

    @Autowired
    Desks desks;

    @Autowired
    Staff staff;

    @ParameterizedTest
    @CsvSource({
        "/2023?month=5&lang=zh, /reading?back=/2023?month%3D5&lang=zh",
        "/entries/11, /reading?back=/entries/11",
        "/reports/new?entry=11, /reading?back=/reports/new?entry%3D11",
        "/nothing, /reading?back=/",
        "/2023?month=13, /reading?back=/"
    })
    void everyPageAndErrorPageLeadsToTheSettingsAndSaysWhereItIs(String address, String settings) {
        var page = reader.anyPage(address);

        assertThat(page.select("header a:matchesOwn(^阅读设置$)").eachAttr("href")).containsExactly(settings);
        assertThat(page.select("header button").eachText()).containsExactly("长者版");
    }

    @Test
    void theFormLeadsBackAndSetsOneCookieForAYear() {
        var answer = here().submit(
                        "/reading?back=/2023?month%3D5",
                        "large", "large", "easy", "easy", "size", "biggest", "contrast", "dark", "language", "en");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue("/2023?month=5");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .singleElement()
                .satisfies(cookie -> assertThat(cookie.split("; ?"))
                        .contains("reading=large.easy.biggest.dark.en", "Path=/", "Max-Age=31536000", "HttpOnly")
                        .contains("SameSite=Lax")
                        .doesNotContain("Secure"));
    }

    @Test
    void thePageSaysWhatIsSetAndChoosesIt() {
        var page = set("large.biggest.high", "/reading?back=/entries/11");

        assertThat(page.select("[role=status]").text()).isEqualTo("现在是：长者版、文字特大、高对比。");
        assertThat(page.select("main input[checked]").eachAttr("value"))
                .containsExactly("large", "biggest", "high", "auto");
        assertThat(page.select("input[name=back]").eachAttr("value")).containsOnly("/entries/11");
        assertThat(page.select("input[name=_csrf]")).isEmpty();
        assertThat(page.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
        assertThat(set("large.easy.en", "/reading").select("[role=status]").text())
                .isEqualTo("Now: large and simple, easy read, in English.");
        assertThat(reader.page("/reading").select("[role=status]").text()).isEqualTo("现在都是标准的。");
    }

    @ParameterizedTest
    @CsvSource({
        "/2023?month=5, '', large, large",
        "/2023?month=5, large, standard, ''",
        "/entries/11, easy.biggest.dark, large, large.easy.biggest.dark",
        "/search?q=liting, large.easy.en, standard, easy.en",
        "/subjects, big, large, large.big",
    })
    void onePressLeadsToTheLargeEditionAndBackAndChangesNothingElse(
            String address, String settings, String edition, String after) {
        var page = set(settings, address);
        var form = page.selectFirst("header form");

        assertThat(form.selectFirst("button").attr("name")).isEqualTo("edition");
        assertThat(form.selectFirst("button").val()).isEqualTo(edition);
        assertThat(page.select("header input[name=_csrf]")).isEmpty();
        var answer = send(
                Map.of("edition", edition, "back", form.selectFirst("input").val()),
                "Sec-Fetch-Site",
                "same-origin",
                "Cookie",
                "reading=" + settings);

        assertThat(answer.headers().firstValue("Location")).hasValue(address);
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow()).startsWith("reading=" + after + ";");
    }

    @Test
    void onePressUndoesEverything() {
        assertThat(reader.page("/reading").select("#standard")).isEmpty();
        var page = set("large.easy.big.light", "/reading?back=/2023");
        assertThat(page.getElementById("standard").text()).isEqualTo("恢复默认");

        var answer = here().submit(page);

        assertThat(answer.headers().firstValue("Location")).hasValue("/2023");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .singleElement()
                .satisfies(cookie -> assertThat(cookie.split("; ?")).contains("reading=", "Path=/", "Max-Age=0"));
    }

    @Test
    void everyPageCarriesTheSettingsAlsoThoseOfStaffAndOfErrors() {
        for (var address : List.of("/2023", "/entries/11", "/nothing", "/reading", "/login")) {
            var page = reader.anyPage(address, "Cookie", "reading=large.dark");

            assertThat(page.selectFirst("html").attr("data-reading"))
                    .as(address)
                    .isEqualTo("large dark");
            assertThat(page.select("link[media=screen]").eachAttr("href"))
                    .as(address)
                    .satisfiesExactly(
                            sheet -> assertThat(sheet).startsWith("/assets/reading-"),
                            sheet -> assertThat(sheet).startsWith("/assets/dark-"));
        }
        var untouched = reader.page("/2023");
        assertThat(untouched.selectFirst("html").hasAttr("data-reading")).isFalse();
        assertThat(untouched.select("link[media=screen]")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "large.garbage", "%3Cscript%3E", "large.large", "a=b", "\"large\""})
    void aBrokenCookieIsNoErrorAndNeverEchoed(String cookie) {
        var answer = reader.get("/2023", "Cookie", "reading=" + cookie);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
        assertThat(answer.body()).isEqualTo(reader.get("/2023").body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "/\\evil.example",
                "/\t/evil.example",
                "https://evil.example/",
                "https:evil.example",
                "javascript:alert(1)",
                "evil",
                "",
                "/2023\r\nSet-Cookie: x=y",
                "/大事记"
            })
    void itLeadsNowhereElse(String back) {
        var answer = send(Map.of("large", "large", "back", back), "Sec-Fetch-Site", "same-origin");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue("/reading");
        assertThat(answer.headers().allValues("Set-Cookie")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/2023?section={x}", "/.//evil.example", "/%5Cevil.example", "/search?q=%E5%8A%A9&page=2"})
    void anAddressOfThisSiteIsKeptToTheLetter(String back) {
        assertThat(send(Map.of("back", back), "Sec-Fetch-Site", "same-origin")
                        .headers()
                        .firstValue("Location"))
                .hasValue(back);
    }

    @ParameterizedTest
    @CsvSource({
        "'', /2023?month=5&lang=en",
        "zh, /2023?month=5",
    })
    void theLanguageOfTheAddressStaysUnlessAnotherIsChosen(String language, String location) {
        var answer = here().submit("/reading?back=/2023?month%3D5&lang=en", "large", "large", "language", language);

        assertThat(answer.headers().firstValue("Location")).hasValue(location);
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Sec-Fetch-Site, none",
        "Origin, https://evil.example",
        "Referer, https://evil.example/reading",
        "X-Nothing, said"
    })
    void whatAnotherSiteSentIsRefusedWithWhatWasChosen(String header, String value) {
        var answer = send(Map.of("contrast", "dark", "back", "/entries/11"), header, value);
        var page = Jsoup.parse(answer.body());

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
        assertThat(page.select("[role=alert]").text()).startsWith("还没有保存，因为看不出是从本站的网页发来的。");
        assertThat(page.select("input[name=contrast][checked]").attr("value")).isEqualTo("dark");
        assertThat(page.select("input[name=back]").attr("value")).isEqualTo("/entries/11");
    }

    @Test
    void whatTheFormDoesNotOfferIsNotChosen() {
        var answer = send(
                Map.of("size", "huge", "contrast", "high", "large", "1", "lang", "fr"),
                "Sec-Fetch-Site",
                "same-origin");

        assertThat(answer.headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(cookie -> assertThat(cookie).startsWith("reading=high;"));
    }

    @Test
    void theLargeEditionOffersLessOnTheTimeline() {
        var page = set("large", "/2023");

        assertThat(page.select(".sections a, .strip a")).hasSizeGreaterThan(10);
        assertThat(page.select(".several, .jump")).isEmpty();
        assertThat(page.select(".ways a").eachText()).containsExactly("统计图", "打印全年", "查人名、单位");
        assertThat(Reader.entries(page)).hasSize(29);
        assertThat(set("large", "/2023?view=sections").select(".ways a").eachText())
                .containsExactly("按时间排列", "统计图", "打印全年", "查人名、单位");
        assertThat(reader.page("/2023").select(".several, .jump")).hasSize(2);
        assertThat(reader.page("/2023").select(".ways a").eachText())
                .containsExactly("按栏目排列", "从年底到年初", "统计图", "打印全年", "查人名、单位", "下载（JSON）");
    }

    @Test
    void easyReadComesFirstOnAnEntryAndSaysSo() {
        assertThat(reader.page("/entries/11").select("article h2").eachText())
                .startsWith("易读版（句子短，好懂）")
                .doesNotContain("全文");
        assertThat(reader.page("/entries/11").select("[data-aloud-text]").eachAttr("class"))
                .containsExactly("entry-page__title", "entry-page__text");

        var page = set("easy", "/entries/11");

        assertThat(page.select("article h2").eachText()).startsWith("易读版（句子短，好懂）", "全部内容（句子长，难懂一些）");
        assertThat(page.select(".entry-page__easy .tell").eachText()).containsExactly("看全部内容", "只看易读版");
        assertThat(page.select(".entry-page__easy .tell").eachAttr("href"))
                .containsExactly("#text", "/entries/11/easy");
        assertThat(page.getElementById("text").nextElementSibling().text()).isEqualTo("金山区第33次“全国助残日”文艺展演");
        assertThat(page.select(".entry-page__text").text()).contains("文艺展演在上海中侨职业技术大学举行");
        assertThat(page.select("[data-aloud-text]").get(1).text()).startsWith("5月18日有一场文艺演出。");
        assertThat(page.text()).doesNotContain("还没有易读版");
    }

    @Test
    void anEntryWithoutEasyReadShowsItsTextAndSaysSo() {
        staff.opened(1997);
        long number = staff.published(1997, "visits", "5月1日", "1997-05-01", "没有易读版的走访");

        var page = set("easy", "/entries/" + number);
        assertThat(page.select("article h2").first().text()).startsWith("全部内容");
        assertThat(page.select("h1").text()).isEqualTo("没有易读版的走访");
        assertThat(page.select(".entry-page__lack").text()).isEqualTo("这一条还没有易读版。");
        assertThat(page.select("[data-aloud-text]").eachAttr("class"))
                .containsExactly("entry-page__title", "entry-page__text");

        var year = set("easy", "/1997");
        assertThat(year.select(".entry__facts").text()).doesNotContain("易读版");
        assertThat(year.select(".entry__opening").text()).isNotEmpty();
    }

    @Test
    void easyReadOpensTheEntriesAboutASubjectAndIsMarked() {
        var entry = set("easy", "/subjects/18").getElementById("entry-11");

        assertThat(entry.select(".entry__facts").text()).endsWith("易读版");
        assertThat(entry.select(".entry__opening").text()).startsWith("5月18日有一场文艺演出。");
        assertThat(reader.page("/subjects/18").getElementById("entry-11").text())
                .doesNotContain("易读版", "5月18日有一场文艺演出。");
    }

    @Test
    void easyReadOpensTheEntriesOfTheTimelineAndIsMarked() {
        var page = set("easy", "/2023?month=5");
        var entry = page.getElementById("entry-11");

        assertThat(page.select(".results__easy").text()).contains("易读版（句子短，好懂）");
        assertThat(entry.select(".entry__facts").text()).endsWith("易读版");
        assertThat(entry.select(".entry__opening").text()).startsWith("5月18日有一场文艺演出。");
        assertThat(reader.page("/2023?month=5").select(".results__easy")).isEmpty();
        assertThat(reader.page("/2023?month=5").getElementById("entry-11").text())
                .doesNotContain("易读版");
        assertThat(set("easy.en", "/2023")
                        .getElementById("entry-11")
                        .select(".entry__facts")
                        .text())
                .endsWith("Easy read");
        assertThat(reader.get("/2023.json", "Cookie", "reading=easy.large").body())
                .isEqualTo(reader.get("/2023.json").body());
    }

    @Test
    void easyTitlesStandInListsAndOnTheEntryAndBesideIt() {
        assertThat(set("easy", "/2023?month=5")
                        .getElementById("entry-11")
                        .select("h4")
                        .text())
                .isEqualTo("5月18日 助残日有一场文艺演出");
        assertThat(set("easy", "/subjects/18")
                        .getElementById("entry-11")
                        .select("h4")
                        .text())
                .endsWith("助残日有一场文艺演出");

        var page = set("easy", "/entries/11");
        assertThat(page.select("h1").text()).isEqualTo("助残日有一场文艺演出");
        assertThat(page.title()).startsWith("5月18日 助残日有一场文艺演出");
        assertThat(page.select(".turn__title").eachText()).containsExactly("3月 残疾人做体检，不收钱", "5月18日 杜松全来了解残疾人工作");
        assertThat(page.select(".related .entry__words").eachText()).contains("“助医出行”服务开始了");
        assertThat(page.select("meta[property=og:title]").attr("content")).isEqualTo("金山区第33次“全国助残日”文艺展演");

        var standard = reader.page("/entries/11");
        assertThat(standard.select("h1").text()).isEqualTo("金山区第33次“全国助残日”文艺展演");
        assertThat(standard.select(".entry-page__easy h3").text()).isEqualTo("助残日有一场文艺演出");
        assertThat(reader.page("/2023").text()).doesNotContain("助残日有一场文艺演出");
    }

    @Test
    void easyTextsHaveALineForEachSentence() {
        assertThat(set("easy", "/entries/24").select(".entry-page__easy div p").eachText())
                .containsExactly("5月，“助医出行”服务开始了。", "它帮困难残疾人看病、配药。");
        assertThat(set("easy", "/2023?month=5")
                        .getElementById("entry-24")
                        .select(".entry__opening")
                        .eachText())
                .containsExactly("5月，“助医出行”服务开始了。", "它帮困难残疾人看病、配药。");
        assertThat(reader.page("/2023?month=5").getElementById("entry-11").select(".entry__opening"))
                .hasSize(1);
    }

    @Test
    void inEasyReadTheInterfaceSpeaksInPlainWordsInChineseAlone() {
        var page = set("easy", "/2023");
        assertThat(page.getElementById("filters-name").text()).isEqualTo("只看一部分");
        assertThat(page.select(".skip, .ways, .filters, .results").text())
                .contains("没写几月", "回到“只看一部分”")
                .doesNotContain("筛选", "栏目", "未注明");
        assertThat(page.select("html").attr("lang")).isEqualTo("zh-CN");
        assertThat(set("easy", "/entries/1").text()).contains("没有写日期").doesNotContain("未注明", "栏目");
        assertThat(set("easy", "/search?q=%E6%9D%8E%E5%A9%B7").text())
                .contains("只看一部分")
                .doesNotContain("筛选", "栏目");

        assertThat(reader.page("/2023").getElementById("filters-name").text()).isEqualTo("筛选");
        assertThat(set("easy.en", "/2023").getElementById("filters-name").text())
                .isEqualTo("Filter");
        assertThat(set("easy", "/2023?lang=en").getElementById("filters-name").text())
                .isEqualTo("Filter");
        assertThat(set("easy", "/login").text()).isEqualTo(reader.page("/login").text());
    }

    @Test
    void easyReadOffersNoToolThatItsReadersWouldNotUse() {
        var page = set("easy", "/2023");

        assertThat(page.select(".several, a[href*=figures], a[href*=json]")).isEmpty();
        assertThat(page.select(".ways a:containsOwn(打印全年)").attr("href")).isEqualTo("/2023/booklet?text=easy");
        assertThat(Reader.entries(page)).hasSize(29);
    }

    @Test
    void staffFindTheSettingsInTheFooterAndComeBackToTheirPage() {
        assertThat(reader.page("/login").select("footer a:contains(阅读设置)").attr("href"))
                .isEqualTo("/reading?back=/login");
    }

    private Desk here() {
        return desks.anonymous("Sec-Fetch-Site", "same-origin");
    }

    private HttpResponse<String> send(Map<String, String> fields, String... headers) {
        var sent = new HashMap<String, List<String>>();
        fields.forEach((name, value) -> sent.put(name, List.of(value)));
        return desks.anonymous().post(URI.create(reader.address("/reading")), sent, headers);
    }

    private Document set(String settings, String address) {
        return reader.page(address, "Cookie", "reading=" + settings);
    }
}
