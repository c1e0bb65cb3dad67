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
        assertThat(page.select("header a:matchesOwn(^长者版$)").eachAttr("href")).containsExactly(settings + "#large");
        assertThat(page.select("header a:contains(回到标准版)")).isEmpty();
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

    @Test
    void onePressUndoesEverything() {
        assertThat(reader.page("/reading").select("#standard")).isEmpty();
        var page = set("large.easy.big.light", "/reading?back=/2023");
        assertThat(page.select("header a:contains(回到标准版)").attr("href")).isEqualTo("/reading?back=/2023#standard");
        assertThat(page.select("header a:contains(长者版)")).isEmpty();
        assertThat(set("easy", "/2023").select(".masthead__tools a").eachText())
                .containsExactly("搜索", "阅读设置", "长者版", "回到标准版", "English");
        assertThat(page.getElementById("standard").text()).isEqualTo("全部恢复标准");

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
        assertThat(page.select(".title__ways a").eachText()).containsExactly("图表", "打印全年", "索引");
        assertThat(Reader.entries(page)).hasSize(29);
        assertThat(set("large", "/2023?view=sections").select(".title__ways a").eachText())
                .containsExactly("按时间排列", "图表", "打印全年", "索引");
        assertThat(reader.page("/2023").select(".several, .jump")).hasSize(2);
        assertThat(reader.page("/2023").select(".title__ways a").eachText())
                .containsExactly("按栏目排列", "从年底到年初", "图表", "打印全年", "索引", "下载（JSON）");
    }

    @Test
    void easyReadComesFirstOnAnEntryAndSaysSo() {
        assertThat(reader.page("/entries/11").select("article h2").eachText())
                .startsWith("易读版（句子短，好懂）")
                .doesNotContain("全文");
        assertThat(reader.page("/entries/11").select("[data-aloud-text]").eachAttr("class"))
                .containsExactly("entry-page__title", "entry-page__text");

        var page = set("easy", "/entries/11");

        assertThat(page.select("article h2").eachText()).startsWith("易读版（句子短，好懂）", "全文");
        assertThat(page.select(".entry-page__easy .tell").text()).isEqualTo("看全文");
        assertThat(page.select(".entry-page__easy .tell").attr("href")).isEqualTo("#text");
        assertThat(page.getElementById("text").nextElementSibling().text()).contains("文艺展演在上海中侨职业技术大学举行");
        assertThat(page.select("[data-aloud-text]").get(1).text()).startsWith("5月18日有一场文艺演出。");
        assertThat(page.text()).doesNotContain("还没有易读版");
    }

    @Test
    void anEntryWithoutEasyReadShowsItsTextAndSaysSo() {
        staff.opened(1997);
        long number = staff.published(1997, "visits", "5月1日", "1997-05-01", "没有易读版的走访");

        var page = set("easy", "/entries/" + number);
        assertThat(page.select("article h2").first().text()).isEqualTo("全文");
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
