package cn.jinshan.chronicle.administration;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Desk;
import cn.jinshan.chronicle.Desks;
import cn.jinshan.chronicle.Reader;
import cn.jinshan.chronicle.Staff;
import cn.jinshan.chronicle.WholeApplication;
import cn.jinshan.chronicle.entries.RequiredReviews;
import cn.jinshan.chronicle.site.Federation;
import java.net.http.HttpResponse;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Tests of the settings, on a separate database because settings hold for everybody. */
@WholeApplication
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:settings")
class SettingsAdministrationTest {

    private static final String SETTINGS = "/admin/settings";
    private static final String CONTACT = "电话：021-57921234\n地址：龙山路555号";

    private Desk administrator;
    private long before;

    @Autowired
    Desks desks;

    @Autowired
    Reader reader;

    @Autowired
    Federation federation;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void asOutOfTheBox() {
        administrator = desks.administrator();
        desks.reviewer();
        change(
                "publisher", "金山区残疾人联合会",
                "contact", "",
                "licence", "",
                "icp", "",
                "police", "",
                "marks", "",
                "reviewsOfNew", "0",
                "reviewsOfCorrections", "0");
        before = number("select coalesce(max(id), 0) from journal");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/2023", "/entries/11", "/2023?month=4", "/nowhere"})
    void whatIsSavedStandsAtTheFootOfEveryPublicPage(String address) {
        var saved = change(
                "publisher", "金山残联<b>",
                "contact", CONTACT,
                "licence", "欢迎转载，请注明出处。",
                "icp", "沪ICP备05012345号",
                "police", "沪公网安备31011602000001号",
                "marks", "党政机关网站标识码3101160001");

        assertThat(html(saved).select("[role=status]").text()).isEqualTo("已经保存。");
        var foot = reader.anyPage(address).selectFirst(".footer__imprint");
        assertThat(foot.selectFirst(".footer__name").text()).isEqualTo("金山残联<b>");
        assertThat(foot.selectFirst("address").wholeText()).isEqualTo(CONTACT);
        assertThat(foot.text()).contains("欢迎转载，请注明出处。");
        assertThat(foot.select("li").eachText())
                .containsExactly("沪ICP备05012345号", "沪公网安备31011602000001号", "党政机关网站标识码3101160001");
        assertThat(foot.select("li a").eachAttr("href"))
                .containsExactly(
                        "https://beian.miit.gov.cn/", "https://beian.mps.gov.cn/#/query/webSearch?code=31011602000001");
    }

    @Test
    void onlyWhatIsSetStandsThere() {
        assertThat(foot("/2023").children().eachText()).containsExactly("金山区残疾人联合会");

        change("icp", "沪ICP备05012345号");
        assertThat(foot("/2023").children().eachText()).containsExactly("金山区残疾人联合会", "沪ICP备05012345号");
        assertThat(foot("/2023").select("li")).hasSize(1);
    }

    @Test
    void whatIsWrittenIsChineseInBothLanguages() {
        assertThat(foot("/2023").hasAttr("lang")).isFalse();
        assertThat(foot("/2023?lang=en").attr("lang")).isEqualTo("zh-CN");
    }

    @Test
    void theFormShowsWhatIsSavedLineByLine() {
        change("publisher", " 金山残联\t上海 ", "contact", "\r\n电话：1\r\n地址：2\r\n\r\n", "reviewsOfNew", "2");

        var page = administrator.page(SETTINGS);
        assertThat(page.getElementById("publisher").val()).isEqualTo("金山残联 上海");
        assertThat(page.getElementById("contact").wholeText()).isEqualTo("电话：1\n地址：2");
        assertThat(chosen(page, "reviewsOfNew")).isEqualTo("2");
        assertThat(chosen(page, "reviewsOfCorrections")).isEqualTo("0");
        assertThat(page.select("nav a[aria-current=page]").text()).isEqualTo("设置");
    }

    @Test
    void everyMistakeIsNamedAtItsFieldAndNothingIsSaved() {
        var before = federation.settings();

        var refused = change(
                "publisher", " ",
                "contact", "电".repeat(1001),
                "licence", "转".repeat(501),
                "icp", "1".repeat(101),
                "police", "2".repeat(101),
                "marks", "标".repeat(201),
                "reviewsOfNew", "4",
                "reviewsOfCorrections", "x");

        assertThat(refused.statusCode()).isEqualTo(422);
        var page = html(refused);
        assertThat(page.select(".mistakes a").eachAttr("href"))
                .containsExactlyInAnyOrder(
                        "#publisher",
                        "#contact",
                        "#licence",
                        "#icp",
                        "#police",
                        "#marks",
                        "#reviewsOfNew",
                        "#reviewsOfCorrections");
        assertThat(page.select(".mistakes a").eachAttr("href"))
                .allMatch(link -> page.select(link).size() == 1);
        assertThat(page.select("#publisher-mistake").text()).isEqualTo("请填写主办单位。");
        assertThat(page.select("#reviewsOfNew-mistake").text()).isEqualTo("请选择审核几次。");
        assertThat(page.getElementById("contact").wholeText()).hasSize(1001);
        assertThat(page.getElementById("marks").val()).hasSize(201);
        assertThat(federation.settings().version()).isEqualTo(before.version());
        assertThat(federation.settings().imprint()).isEqualTo(before.imprint());
    }

    @Test
    void whatIsJustLongEnoughIsTaken() {
        var saved = change(
                "publisher", "主".repeat(100),
                "contact", "电".repeat(1000),
                "licence", "转".repeat(500),
                "icp", "1".repeat(100),
                "police", "2".repeat(100),
                "marks", "标".repeat(200));

        assertThat(saved.statusCode()).isEqualTo(200);
        assertThat(federation.settings().imprint().contact()).hasSize(1000);
    }

    @Test
    void anEmptyFormIsRefused() {
        var refused = administrator.post(SETTINGS);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(html(refused).select(".mistakes a").eachAttr("href"))
                .containsExactlyInAnyOrder("#publisher", "#reviewsOfNew", "#reviewsOfCorrections");
    }

    @Test
    void moreReviewsThanThereAreReviewersAreRefused() {
        assertThat(administrator.page(SETTINGS).text()).contains("现在能登录的审核人有2位");

        var refused = change("reviewsOfNew", "3", "reviewsOfCorrections", "2", "licence", "请注明出处");

        assertThat(refused.statusCode()).isEqualTo(422);
        var page = html(refused);
        assertThat(page.select(".mistakes a").eachText()).containsExactly("现在能登录的审核人只有2位，最多选2次。");
        assertThat(page.select("#reviewsOfNew-mistake").text()).isEqualTo("现在能登录的审核人只有2位，最多选2次。");
        assertThat(chosen(page, "reviewsOfNew")).isEqualTo("3");
        assertThat(page.getElementById("licence").wholeText()).isEqualTo("请注明出处");
        assertThat(federation.settings().requiredReviews()).isEqualTo(RequiredReviews.NONE);

        assertThat(change("reviewsOfNew", "2", "reviewsOfCorrections", "2").statusCode())
                .isEqualTo(200);
        assertThat(federation.settings().requiredReviews()).isEqualTo(new RequiredReviews(2, 2));
    }

    @Test
    void theRefusalIsSaidInEnglishToo() {
        var page = administrator.page(SETTINGS + "?lang=en");
        assertThat(page.text()).contains("2 reviewers can sign in now");

        assertThat(html(administrator.submit(page, "reviewsOfNew", "3"))
                        .select("#reviewsOfNew-mistake")
                        .text())
                .isEqualTo("Only 2 reviewers can sign in now. Choose at most 2.");
    }

    @Test
    void whoCannotSignInNowAndWhoOnlyWritesIsNoReviewerForAGreaterNumber() {
        desks.editor();
        administrator.submit("/admin/staff/new", "name", "invited", "fullName", "李华", "role", "REVIEWER");
        desks.signedIn("disabled", "李丽", "REVIEWER");
        long id = number("select id from account where name = 'disabled'");
        assertThat(change("reviewsOfNew", "3").statusCode()).isEqualTo(200);

        administrator.submit("/admin/staff/" + id + "/disabling");

        assertThat(change("reviewsOfNew", "3", "contact", "电话：3").statusCode()).isEqualTo(200);
        change("reviewsOfNew", "0");
        assertThat(change("reviewsOfNew", "3").statusCode()).isEqualTo(422);
    }

    @Test
    void whoeverSavesLaterSeesWhatIsSavedAndKeepsWhatTheyTyped() {
        var second = desks.administrator();
        var seen = second.page(SETTINGS);
        change("contact", CONTACT, "reviewsOfNew", "1");

        var late = second.submit(seen, "contact", "电话：1", "marks", "标识");
        assertThat(late.statusCode()).isEqualTo(409);
        var page = html(late);
        assertThat(page.select("[role=alert] dt").eachText()).containsExactly("联系方式", "其他标识", "新条目要审核几次");
        assertThat(page.select("[role=alert] dd").eachText())
                .containsExactly(CONTACT.replace('\n', ' '), "（空着）", "1次：终审");
        assertThat(page.getElementById("contact").wholeText()).isEqualTo("电话：1");
        assertThat(page.getElementById("marks").val()).isEqualTo("标识");
        assertThat(federation.settings().imprint().contact()).isEqualTo(CONTACT);

        assertThat(second.submit(page).statusCode()).isEqualTo(200);
        assertThat(federation.settings().imprint().contact()).isEqualTo("电话：1");
        assertThat(federation.settings().requiredReviews()).isEqualTo(RequiredReviews.NONE);
    }

    @Test
    void aVersionThatIsNoneIsStale() {
        assertThat(change("version", "soon", "marks", "标识").statusCode()).isEqualTo(409);
        assertThat(change("version", "", "marks", "标识").statusCode()).isEqualTo(409);
        assertThat(federation.settings().imprint().marks()).isEmpty();
    }

    @Test
    void aSecondPressOfTheButtonChangesNothing() {
        var page = administrator.page(SETTINGS);
        administrator.submit(page, "marks", "标识");
        long version = federation.settings().version();

        assertThat(administrator.submit(page, "marks", "标识").statusCode()).isEqualTo(200);

        assertThat(federation.settings().version()).isEqualTo(version);
        assertThat(journal()).hasSize(1);
    }

    @Test
    void theJournalNamesWhatChangedButNotWhatItSays() {
        change("contact", CONTACT, "licence", "请注明出处", "reviewsOfNew", "2", "reviewsOfCorrections", "1");
        change("publisher", "金山残联");
        change();

        assertThat(journal())
                .containsExactly(
                        "settings.changed settings contact, licence, reviews 0/0 → 2/1",
                        "settings.changed settings publisher");
    }

    @Test
    void othersMayNeitherSeeNorChangeThem() {
        for (var other : List.of(desks.editor(), desks.reviewer())) {
            assertThat(other.get(SETTINGS).statusCode()).isEqualTo(403);
            assertThat(other.post(SETTINGS, "publisher", "别人").statusCode()).isEqualTo(403);
            assertThat(other.page("/admin/entries").select("a[href=" + SETTINGS + "]"))
                    .isEmpty();
        }
        assertThat(federation.settings().imprint().publisher()).isEqualTo("金山区残疾人联合会");
    }

    @Test
    void whatWasTypedOutlivesTheSession() {
        var typed = administrator.page(SETTINGS);
        administrator.forgetSession();
        var refused = administrator.submit(typed, "contact", CONTACT, "reviewsOfNew", "1");
        assertThat(refused.statusCode()).isEqualTo(403);

        var page = html(administrator.submit(html(refused), "username", "chensi", "password", Staff.PASSWORD));
        assertThat(page.select("[role=status]").text()).startsWith("您登录过期前写的内容");
        assertThat(page.getElementById("contact").wholeText()).isEqualTo(CONTACT);
        assertThat(chosen(page, "reviewsOfNew")).isEqualTo("1");
        assertThat(federation.settings().imprint().contact()).isEmpty();
    }

    private HttpResponse<String> change(String... changes) {
        return administrator.submit(SETTINGS, changes);
    }

    private Element foot(String address) {
        return reader.page(address).selectFirst(".footer__imprint");
    }

    /** What this test wrote there about the settings. */
    private List<String> journal() {
        return database.sql("""
                        select verb || ' ' || thing || ' ' || note from journal
                        where id > ? and verb like 'settings%' order by id""").param(before).query(String.class).list();
    }

    private long number(String sql) {
        return database.sql(sql).query(Long.class).single();
    }

    private static String chosen(Document page, String name) {
        return page.select("input[name=" + name + "][checked]").val();
    }

    private static Document html(HttpResponse<String> answer) {
        return Jsoup.parse(answer.body(), answer.uri().toString());
    }
}
