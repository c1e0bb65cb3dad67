package cn.jinshan.chronicle.reports;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Desk;
import cn.jinshan.chronicle.Desks;
import cn.jinshan.chronicle.Reader;
import cn.jinshan.chronicle.Staff;
import cn.jinshan.chronicle.WholeApplication;
import java.net.URI;
import java.net.http.HttpResponse;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Tests of the report page, behind a proxy, so that each test has its own network address. */
@WholeApplication
class ReportPageTest {

    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    private final String address = "198.51.100." + ADDRESSES.incrementAndGet();

    @Autowired
    Desks desks;

    @Autowired
    Reader reader;

    @Autowired
    Staff staff;

    @Autowired
    JdbcTemplate database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Reports reports;

    @Autowired
    ReportHandling reporting;

    @ParameterizedTest
    @CsvSource({
        "/2023, /reports/new",
        "/entries/11, /reports/new?entry=11",
        "/nothing, /reports/new",
        "/reports/thanks, /reports/new"
    })
    void everyPageLeadsToTheForm(String page, String form) {
        assertThat(reader.anyPage(page).select("footer a:contains(内容有误？告诉我们)").eachAttr("href"))
                .containsExactly(form);
        assertThat(reader.anyPage(page).select("a:contains(内容有误？告诉我们)").eachAttr("href"))
                .containsOnly(form);
        assertThat(reader.get(form).statusCode()).isEqualTo(200);
    }

    @Test
    void anEntryHasTheLinkOnceAndAPreviewHasNoneToItself() {
        assertThat(reader.page("/entries/11").select("a:contains(内容有误？告诉我们)").eachAttr("href"))
                .containsExactly("/reports/new?entry=11");
        long draft = staff.drafted(2023, "visits", "5月1日", "2023-05-01", "预览的走访");

        assertThat(desks.editor()
                        .page("/admin/entries/" + draft + "/preview")
                        .select("a[href^=/reports/new]")
                        .eachAttr("href"))
                .containsExactly("/reports/new");
    }

    @Test
    void aThousandADayFromEverywhereAreTakenInAndTheNextIsToldSo() {
        transaction.executeWithoutResult(status -> {
            for (int i = 0; i < ReportHandling.MOST_A_DAY; i++) {
                database.update(
                        "insert into report (form_key, words, sent, standing) values (?, 'many', ?, 'SUSPECT')",
                        "many" + i,
                        Timestamp.from(Instant.now()));
            }
        });
        try {
            var refused = here().submit("/reports/new", "text", "第一千零一件");

            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("86400");
            var page = Jsoup.parse(refused.body());
            assertThat(page.select("[role=alert] h2").text()).startsWith("还没有收到，因为现在收到的太多了");
            assertThat(page.select("textarea").val()).isEqualTo("第一千零一件");
        } finally {
            transaction.executeWithoutResult(status -> database.update("delete from report where words = 'many'"));
        }
        assertThat(here().submit("/reports/new", "text", "又有空了").statusCode()).isEqualTo(302);
    }

    @Test
    void whatSomebodySendsIsThereForStaffAndTheyAreThanked() {
        long before = reporting.open();

        var sent = here().submit("/reports/new?entry=11", "text", "日期不对\r\n应该是5月19日", "contact", " 13812345678 ");

        assertThat(sent.statusCode()).isEqualTo(302);
        assertThat(sent.headers().firstValue("Location")).hasValue("/reports/thanks?entry=11");
        assertThat(reporting.open()).isEqualTo(before + 1);
        var report = newest();
        assertThat(report.words()).isEqualTo("日期不对\n应该是5月19日");
        assertThat(report.contact()).isEqualTo("13812345678");
        assertThat(report.entryId()).isEqualTo(11);

        var thanks = reader.page("/reports/thanks?entry=11").select("main");
        assertThat(thanks.text()).contains("已经收到，谢谢您", "我们会核对", "需要时我们会联系您");
        assertThat(thanks.select("a").eachAttr("href")).containsExactly("/entries/11", "/");
    }

    @Test
    void withoutAnEntryOrAContactItIsReceivedAsWell() {
        var sent = here().submit("/reports/new?lang=en", "text", "页脚的名称不对");

        assertThat(sent.headers().firstValue("Location")).hasValue("/reports/thanks?lang=en");
        assertThat(newest().contact()).isNull();
        assertThat(newest().entryId()).isNull();
        assertThat(reader.page("/reports/thanks?lang=en").select("h1").text()).isEqualTo("Received, thank you");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?lang=en"})
    void theFormSaysWhatItIsAboutAndAsksForLittle(String query) {
        var page = reader.page("/reports/new" + query);
        assertThat(page.select("main label").eachAttr("for")).containsExactly("text", "contact", "website");
        assertThat(page.select("input[name=_csrf], input[name=entry]")).isEmpty();
        assertThat(page.select("meta[name=robots]").attr("content")).isEqualTo("noindex");

        assertThat(reader.page("/reports/new?entry=11")
                        .select("main p a[href=/entries/11]")
                        .text())
                .isEqualTo("5月18日 金山区第33次“全国助残日”文艺展演");
    }

    @Test
    void whoGivesAContactReadsForHowLongItIsKept() {
        long days = ReportHandling.CONTACT_KEPT.toDays();

        assertThat(reader.page("/reports/new").getElementById("contact-hint").text())
                .contains(days + "天后自动删去");
        assertThat(reader.page("/reports/new?lang=en")
                        .getElementById("contact-hint")
                        .text())
                .contains("deleted " + days + " days after");
        assertThat(reader.page("/about").select("main").text()).contains(days + "天后自动删去");
        long most = ReportHandling.CONTACT_KEPT_UNANSWERED.toDays();
        assertThat(reader.page("/reports/new").getElementById("contact-hint").text())
                .contains("最多留" + most + "天");
        assertThat(reader.page("/reports/new?lang=en")
                        .getElementById("contact-hint")
                        .text())
                .contains(most + " days after you sent it");
        assertThat(reader.page("/about").select("main").text()).contains("没有处理的，" + most + "天后");
        assertThat(reader.page("/about?lang=en").select("main").text()).contains(most + " days after you sent it");
        assertThat(reader.page("/about?lang=en").select("main").text()).contains("deleted " + days + " days after");
    }

    @Test
    void nobodyMeetsTheFieldThatIsATrap() {
        var trap = reader.page("/reports/new").getElementById("website");

        assertThat(trap.closest("[hidden]")).isNotNull();
        assertThat(trap.attr("tabindex")).isEqualTo("-1");
        assertThat(trap.attr("autocomplete")).isEqualTo("off");
        assertThat(reader.page("/reports/new").select("label[for=website]").text())
                .isEqualTo("请空着");
    }

    @Test
    void everyMistakeIsNamedAtItsFieldAndAllThatWasTypedStays() {
        var sent = here().submit("/reports/new?entry=11", "text", "长".repeat(2001), "contact", "长".repeat(201));
        var page = Jsoup.parse(sent.body());

        assertThat(sent.statusCode()).isEqualTo(422);
        assertThat(page.select(".mistakes h2").text()).isEqualTo("还没有发送。请改正2处");
        assertThat(page.select(".mistakes a").eachAttr("href")).containsExactlyInAnyOrder("#text", "#contact");
        assertThat(page.select("#text-mistake").text()).isEqualTo("太长了，请写在2000个字以内。");
        assertThat(page.getElementById("text").wholeText().strip()).isEqualTo("长".repeat(2001));
        assertThat(page.getElementById("contact").val()).isEqualTo("长".repeat(201));
        assertThat(page.select("input[name=entry]").val()).isEqualTo("11");

        var empty = here().submit("/reports/new?lang=en", "text", " \n ");
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(empty.body()).select(".mistakes h2").text())
                .isEqualTo("Not sent yet. Please correct one thing");
        assertThat(Jsoup.parse(here().submit("/reports/new?lang=en", "text", "", "contact", "x".repeat(201))
                                .body())
                        .select(".mistakes h2")
                        .text())
                .isEqualTo("Not sent yet. Please correct 2 things");
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Origin, https://evil.example",
        "Referer, https://evil.example/",
        "Accept-Language, zh"
    })
    void whatNoPageOfThisSiteSentIsRefusedAndAllThatWasTypedStays(String header, String value) {
        long before = reporting.open();
        var sent = desks.anonymous("X-Forwarded-For", address, header, value)
                .submit("/reports/new?entry=11", "text", "日期不对", "contact", "13812345678");
        var page = Jsoup.parse(sent.body(), reader.address("/reports/new"));

        assertThat(sent.statusCode()).isEqualTo(403);
        assertThat(sent.headers().map()).doesNotContainKey("set-cookie");
        assertThat(page.select("[role=alert] h2").text()).startsWith("还没有收到，因为看不出是从本站的网页发来的。");
        assertThat(page.getElementById("text").wholeText().strip()).isEqualTo("日期不对");
        assertThat(page.getElementById("contact").val()).isEqualTo("13812345678");
        assertThat(reporting.open()).isEqualTo(before);

        assertThat(here().submit(page).statusCode()).as("pressed again").isEqualTo(302);
        assertThat(reporting.open()).isEqualTo(before + 1);
    }

    @Test
    void aBrowserThatSendsOnlyOriginOrRefererIsHeard() {
        for (var header : List.of("Origin", "Referer")) {
            var sent = desks.anonymous("X-Forwarded-For", address, header, reader.address("/reports/new"))
                    .submit("/reports/new", "text", "由" + header + "说明");
            assertThat(sent.statusCode()).as(header).isEqualTo(302);
        }
    }

    @Test
    void nothingHereOpensASession() {
        var desk = here();

        for (var answer : List.of(
                desk.get("/reports/new"),
                desk.get("/reports/thanks"),
                desk.submit("/reports/new", "text", ""),
                desk.submit("/reports/new", "text", "没有饼干"))) {
            assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
        }
    }

    @Test
    void aSecondPressMakesNothingAndSomethingElseOnTheSameFormIsHeard() {
        var desk = here();
        var page = desk.page("/reports/new?entry=11");
        long before = reporting.open();

        for (int i = 0; i < 2; i++) {
            assertThat(desk.submit(page, "text", "按了两次").headers().firstValue("Location"))
                    .hasValue("/reports/thanks?entry=11");
        }
        assertThat(reporting.open()).isEqualTo(before + 1);

        desk.submit(page, "text", "回来又写了别的");
        assertThat(reporting.open()).isEqualTo(before + 2);
    }

    @Test
    void theSamePressedManyTimesIsThankedEachTimeAlsoWhenTheEntryIsTakenDownMeanwhile() {
        staff.opened(1961);
        long entry = staff.published(1961, "visits", "5月1日", "1961-05-01", "按了很多次");
        var page = here().page("/reports/new?entry=" + entry);
        for (int i = 0; i < 7; i++) {
            assertThat(here().submit(page, "text", "按了很多次").headers().firstValue("Location"))
                    .hasValue("/reports/thanks?entry=" + entry);
        }
        staff.withdraw(entry);
        assertThat(here().submit(page, "text", "按了很多次").headers().firstValue("Location"))
                .hasValue("/reports/thanks");

        for (int i = 0; i < 4; i++) {
            assertThat(here().submit("/reports/new", "text", "别的" + i).statusCode())
                    .as("only one was counted")
                    .isEqualTo(302);
        }
    }

    @Test
    void linksToThisSiteAreNoAdvertising() {
        long open = reporting.open();
        var page = reader.address("/entries/11");

        here().submit("/reports/new", "text", page + "和" + page + "，还有" + page + "，说的是同一件事");

        assertThat(reporting.open()).isEqualTo(open + 1);
    }

    @Test
    void afterFiveInTenMinutesOneWaitsAndKeepsWhatWasTypedAndNobodyElsewhereWaits() {
        for (int i = 0; i < 5; i++) {
            assertThat(here().submit("/reports/new", "text", "第" + i).statusCode())
                    .isEqualTo(302);
        }
        assertThat(here().submit("/reports/new", "text", "").statusCode())
                .as("a mistake costs nothing")
                .isEqualTo(422);

        var sent = here().submit("/reports/new?entry=11", "text", "第六件", "contact", "13812345678");
        var page = Jsoup.parse(sent.body());
        assertThat(sent.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(sent.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1, 601);
        assertThat(page.select("[role=alert] h2").text()).matches("还没有收到，因为这里刚才发来的太多了。请过(9|10)分钟再按“发送”。");
        assertThat(page.getElementById("text").wholeText().strip()).isEqualTo("第六件");
        assertThat(page.getElementById("contact").val()).isEqualTo("13812345678");
        assertThat(Jsoup.parse(here().submit("/reports/new?lang=en", "text", "the sixth")
                                .body())
                        .select("[role=alert] h2")
                        .text())
                .matches(".*Please press “Send” again in (9|10) minutes\\.");

        assertThat(desks.anonymous("X-Forwarded-For", "203.0.113.9", "Sec-Fetch-Site", "same-origin")
                        .submit("/reports/new", "text", "别处来的")
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void whatLooksLikeAdvertisingIsAnsweredLikeAnyOtherAndKeptApart() {
        long open = reporting.open();
        long suspect = reports.countByStanding(Report.Standing.SUSPECT);

        var person = here().submit("/reports/new?entry=11", "text", "人写的");
        var trapped = here().submit("/reports/new?entry=11", "text", "买一送一", "website", "https://x.example");
        var links = here().submit("/reports/new?entry=11", "text", "http://a http://b http://c");

        for (var answer : List.of(trapped, links)) {
            assertThat(answer.statusCode()).isEqualTo(person.statusCode());
            assertThat(withoutDate(answer)).isEqualTo(withoutDate(person));
            assertThat(answer.body()).isEqualTo(person.body());
        }
        assertThat(reporting.open()).isEqualTo(open + 1);
        assertThat(reports.countByStanding(Report.Standing.SUSPECT)).isEqualTo(suspect + 2);
    }

    @Test
    void whatThePublicMayNotSeeAnswersAsWhatNeverWas() {
        staff.unopened(1955);
        long draft = staff.drafted(2023, "visits", "5月1日", "2023-05-01", "不可见的草稿");
        long unopened = staff.published(1955, "visits", "5月1日", "1955-05-01", "不可见的一年");

        for (var page : List.of("/reports/new", "/reports/thanks")) {
            var never = reader.get(page + "?entry=999999999");
            assertThat(never.statusCode()).isEqualTo(404);
            for (var hidden : List.of(draft, unopened)) {
                var answer = reader.get(page + "?entry=" + hidden);
                assertThat(answer.statusCode()).isEqualTo(404);
                assertThat(withoutDate(answer)).isEqualTo(withoutDate(never));
                assertThat(answer.body()).isEqualTo(never.body());
            }
            for (var odd : List.of("abc", "0", "-1", "1e3", "9999999999999999999", "11,12")) {
                assertThat(reader.get(page + "?entry=" + odd).body()).as(odd).isEqualTo(never.body());
            }
            assertThat(reader.get(page + "?entry=").statusCode()).isEqualTo(200);
        }

        var never = postAbout("999999999");
        assertThat(never.statusCode()).isEqualTo(422);
        for (var hidden : List.of(draft, unopened)) {
            assertThat(postAbout(String.valueOf(hidden)).body()).isEqualTo(never.body());
        }
    }

    @Test
    void ofAnEntryTakenDownThePageSaysSoAndWhatWasTypedMeanwhileIsNotLost() {
        staff.opened(1956);
        long gone = staff.published(1956, "visits", "5月1日", "1956-05-01", "要撤下的走访");
        var page = here().page("/reports/new?entry=" + gone);
        staff.withdraw(gone);

        assertThat(reader.get("/reports/new?entry=" + gone).statusCode()).isEqualTo(410);
        assertThat(reader.get("/reports/new?entry=" + gone).body()).doesNotContain("要撤下的走访");

        var sent = here().submit(page, "text", "");
        var again = Jsoup.parse(sent.body(), reader.address("/reports/new"));
        assertThat(sent.statusCode()).isEqualTo(422);
        assertThat(again.select("main").text()).contains("您说的那一条现在看不到了。您写的还可以发送。");
        assertThat(again.text()).doesNotContain("要撤下的走访");
        assertThat(here().submit(again, "text", "写了很久").headers().firstValue("Location"))
                .hasValue("/reports/thanks");
        assertThat(newest().entryId()).isEqualTo(gone);
        assertThat(newest().words()).isEqualTo("写了很久");
    }

    @Test
    void controlCharactersAreLeftOut() {
        here().submit("/reports/new", "text", "日期\u0000不\u0007对", "contact", "a\u0000b");

        assertThat(newest().words()).isEqualTo("日期不对");
        assertThat(newest().contact()).isEqualTo("ab");
    }

    private Desk here() {
        return desks.anonymous("X-Forwarded-For", address, "Sec-Fetch-Site", "same-origin");
    }

    private HttpResponse<String> postAbout(String entry) {
        return here().post(
                        URI.create(reader.address("/reports/new")),
                        Map.of("text", List.of("日期不对"), "entry", List.of(entry), "formKey", List.of("key")));
    }

    private Report newest() {
        return reports.findById(reporting.newest(1).get(0).id()).orElseThrow();
    }

    private static Map<String, List<String>> withoutDate(HttpResponse<String> answer) {
        var headers = new TreeMap<>(answer.headers().map());
        headers.remove("date");
        return headers;
    }
}
