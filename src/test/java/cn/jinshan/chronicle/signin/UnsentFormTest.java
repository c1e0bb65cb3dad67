package cn.jinshan.chronicle.signin;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Desk;
import cn.jinshan.chronicle.Desks;
import cn.jinshan.chronicle.Staff;
import cn.jinshan.chronicle.WholeApplication;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@WholeApplication
@Import(SampleForm.class)
class UnsentFormTest {

    private static final String FORM = "/admin/sample";
    private static final String[] TYPED = {
        "title", "免费“健康”体检\n<b>", "position", "3", "subjects", "王一", "subjects", "李二", "newPassword", "secret"
    };

    @Autowired
    Desks desks;

    @Autowired
    SampleForm form;

    @Autowired
    Staff staff;

    @Autowired
    FormSeal seal;

    @Autowired
    JdbcTemplate database;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void somebody() {
        transaction.executeWithoutResult(status -> database.update("delete from left_form"));
        staff.account("wangli", "王莉", "EDITOR");
        form.saved().clear();
    }

    @Test
    void whoeverIsSignedOutMeanwhileFindsTheFormFilledInAgainAndNothingSaved() {
        var desk = signedIn();
        var page = desk.page(FORM);
        desk.forgetSession();

        var refused = send(desk, page, TYPED);
        assertThat(refused.statusCode()).isEqualTo(403);
        var signIn = Jsoup.parse(refused.body());
        assertThat(signIn.select("[role=alert]").text()).isEqualTo("登录已过期。您写的内容还在，重新登录就能继续。");
        assertThat(signIn.select("main").text()).contains("写的内容只给王莉留着");
        assertThat(signIn.select("form[action=/login] input[type=password]")).hasSize(1);
        assertThat(refused.body()).doesNotContain("secret", "体检", "王一");

        var signedIn = press(desk, refused, "wangli", Staff.PASSWORD);
        assertThat(signedIn.statusCode()).isEqualTo(303);
        assertThat(SignInTest.location(signedIn)).startsWith(FORM + "?kept=");

        assertFilledIn(desk.page(SignInTest.location(signedIn)));
        assertThat(form.saved()).isEmpty();
        assertThat(database.queryForList("select fields from left_form", String.class))
                .noneMatch(fields -> fields.contains("secret") || fields.contains("_csrf") || fields.contains("_form"));
    }

    @Test
    void aPageOlderThanTheSessionLosesNothingEither() {
        var desk = signedIn();
        var page = desk.page(FORM);
        page.select("input[name=_csrf]").remove();

        var refused = send(desk, page, TYPED);
        assertThat(refused.statusCode()).isEqualTo(403);

        assertFilledIn(desk.page(SignInTest.location(press(desk, refused, "wangli", Staff.PASSWORD))));
        assertThat(form.saved()).isEmpty();
    }

    @Test
    void aWrongPasswordOnTheWayKeepsItToo() {
        var desk = signedIn();

        var wrong = press(desk, left(desk, TYPED), "wangli", "not the password");
        assertThat(wrong.statusCode()).isEqualTo(422);
        desk.forgetSession();
        var expired = press(desk, wrong, "wangli", Staff.PASSWORD);
        assertThat(expired.statusCode()).isEqualTo(403);

        assertFilledIn(desk.page(SignInTest.location(press(desk, expired, "wangli", Staff.PASSWORD))));
    }

    @Test
    void itStaysUntilTheFormIsSent() {
        var desk = signedIn();
        var filled = SignInTest.location(press(desk, left(desk, TYPED), "wangli", Staff.PASSWORD));

        assertFilledIn(desk.page(filled));
        desk.postBare(FORM, "title", "without a token");
        assertFilledIn(desk.page(filled));
        assertThat(desk.page(FORM).getElementById("title").val()).isEmpty();

        assertThat(desk.submit(filled).statusCode()).isEqualTo(302);
        assertThat(form.saved()).containsExactly(TYPED[1]);
        assertThat(desk.page(filled).getElementById("title").val()).isEmpty();
        assertThat(desk.page(filled).select("[role=status]")).isEmpty();
        assertThat(desk.page("/admin").text()).doesNotContain("体检");
    }

    @Test
    void anotherWhoSignsInOnItGetsNothingAndWhoWroteItFindsItLater() {
        staff.account("lihua", "李华", "EDITOR");
        var desk = signedIn();
        var refused = left(desk, TYPED);

        var other = press(desk, refused, "lihua", Staff.PASSWORD);
        assertThat(SignInTest.location(other)).isEqualTo("/admin");
        var told = desk.page("/admin");
        assertThat(told.select("[role=status]").text()).startsWith("王莉在这里写的内容替王莉留着");
        assertThat(told.text()).doesNotContain("体检");
        assertThat(desk.page(FORM).getElementById("title").val()).isEmpty();
        var number = database.queryForObject("select max(id) from left_form", Long.class);
        assertThat(desk.page(FORM + "?kept=" + number).getElementById("title").val())
                .isEmpty();
        assertThat(desk.get("/admin/me/left/" + number).statusCode()).isEqualTo(404);
        desk.post("/admin/me/left/" + number + "/discarding");

        var mine = signedIn();
        var left = mine.page("/admin").select("a[href=/admin/me/left/" + number + "]");
        assertThat(left.text()).startsWith("免费“健康”体检");
        var page = mine.page(left.attr("href"));
        assertThat(page.text()).contains("免费“健康”体检", "王一", "李二").doesNotContain("secret");
        assertFilledIn(mine.page(page.select("a:containsOwn(打开那一页接着写)").attr("href")));
        mine.submit(page);
        assertThat(mine.page("/admin").text()).doesNotContain("体检");
        assertThat(form.saved()).isEmpty();
    }

    @Test
    void aFormThatAnotherOpenedIsNeverSavedUnderTheNameOfWhoIsSignedIn() {
        staff.account("lihua", "李华", "EDITOR");
        var mine = signedIn();
        var page = mine.page(FORM);
        var other = desks.anonymous().signIn("lihua", Staff.PASSWORD);

        for (boolean fresh : new boolean[] {false, true}) {
            if (fresh) {
                page.select("input[name=_csrf]")
                        .val(other.page(FORM).select("input[name=_csrf]").val());
            }
            var refused = send(other, page, TYPED);
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(Jsoup.parse(refused.body()).select("[role=alert]").text())
                    .startsWith("这一页是王莉打开的，现在登录的不是王莉。写的内容没有保存，替王莉留着");
            assertThat(refused.body()).doesNotContain("体检", "王一");
            var autosave = other.post(
                    URI.create(page.location().replace(FORM, "/admin/entries/7/working-copy")),
                    Map.of(
                            "_csrf",
                            List.of(page.select("input[name=_csrf]").val()),
                            "_form",
                            List.of(page.select("input[name=_form]").val()),
                            "title",
                            List.of("体检")));
            assertThat(autosave.statusCode()).isEqualTo(409);
            assertThat(autosave.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("application/problem+json");
            assertThat(autosave.body()).contains("\"reason\":\"other-account\"", "王莉");
        }
        assertThat(form.saved()).isEmpty();
        assertThat(other.page("/admin").text()).doesNotContain("体检");
        assertThat(mine.page("/admin").select("a[href^=/admin/me/left/]"))
                .as("one form, kept once")
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.00000000-0000-0000-0000-000000000000.0000000000000000000000000000000000000000000"})
    void whatSaysNotOrNotTrulyWhoOpenedItIsNobodys(String key) {
        var desk = signedIn();
        var page = desk.page(FORM);
        page.select("input[name=_form]").val(key);
        desk.forgetSession();

        var refused = send(desk, page, TYPED);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(Jsoup.parse(refused.body()).select("[role=alert]").text()).contains("没有说是谁打开的", "后退");
        assertThat(refused.body()).doesNotContain("体检");
        assertThat(database.queryForObject("select count(*) from left_form", Long.class))
                .isZero();

        var signedIn = press(desk, refused, "wangli", Staff.PASSWORD);
        assertThat(SignInTest.location(signedIn)).isEqualTo(FORM);
        assertThat(desk.page(FORM).getElementById("title").val()).isEmpty();
    }

    @Test
    void aSealOfAnotherIsNone() {
        staff.account("lihua", "李华", "EDITOR");
        var sealed = signedIn().page(FORM).select("input[name=_form]").val();
        var forged = sealed.replaceFirst("^\\d+", String.valueOf(staff.number("lihua")));
        assertThat(forged).isNotEqualTo(sealed);

        assertThat(seal.opened(sealed))
                .hasValueSatisfying(opened -> assertThat(opened.account()).isEqualTo(staff.number("wangli")));
        assertThat(seal.opened(forged)).isEmpty();
        assertThat(seal.opened(sealed.substring(0, sealed.length() - 1) + (sealed.endsWith("A") ? "Q" : "A")))
                .isEmpty();
    }

    @Test
    void whatCannotBeReadIsKeptAtItsFieldWithItsMistake() {
        var desk = signedIn();
        var filled = SignInTest.location(press(desk, left(desk, "position", "soon"), "wangli", Staff.PASSWORD));

        var position = desk.page(filled).getElementById("position");
        assertThat(position.val()).isEqualTo("soon");
        assertThat(position.attr("aria-invalid")).isEqualTo("true");
    }

    @Test
    void fiftyFormsOfOneAreKeptAndTheOldestGivesWay() {
        var desk = signedIn();
        for (int i = 0; i <= 50; i++) {
            left(desk, "title", "第" + i + "张");
            desk.signIn("wangli", Staff.PASSWORD);
        }

        assertThat(desk.page("/admin").select("a[href^=/admin/me/left/]").eachText())
                .hasSize(50)
                .noneMatch(text -> text.startsWith("第0张"));
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Sec-Fetch-Site, none",
        "Origin, https://evil.example",
        "Origin, null"
    })
    void whatAnotherSiteSendsIsOnlyRefused(String header, String value) {
        assertPlainlyRefused(desks.anonymous(header, value).postBare(FORM, TYPED));
        assertPlainlyRefused(
                desks.anonymous(header, value).signIn("wangli", Staff.PASSWORD).postBare(FORM, TYPED));
        assertPlainlyRefused(
                desks.anonymous(header, value).postBare("/login", "_form", "planted", "username", "wangli"));
        assertThat(form.saved()).isEmpty();
    }

    @Test
    void aScriptThatKeepsWhatIsBeingTypedIsOnlyRefused() {
        assertPlainlyRefused(desks.anonymous().post("/admin/entries/7/working-copy", TYPED));
    }

    private static void assertPlainlyRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).doesNotContain(TYPED[1], "planted", "王一", "kept.");
    }

    private static void assertFilledIn(Document page) {
        assertThat(page.select("[role=status]").text()).startsWith("您登录过期前写的内容");
        assertThat(page.getElementById("title").val()).isEqualTo(TYPED[1]);
        assertThat(page.getElementById("position").val()).isEqualTo("3");
        assertThat(page.select("[name=subjects]").eachAttr("value")).containsExactly("王一", "李二");
    }

    private Desk signedIn() {
        return desks.anonymous().signIn("wangli", Staff.PASSWORD);
    }

    /** Types into the form, and presses its button when the session has ended. */
    private static HttpResponse<String> left(Desk desk, String... typed) {
        var page = desk.page(FORM);
        desk.forgetSession();
        return send(desk, page, typed);
    }

    private static HttpResponse<String> send(Desk desk, Document page, String... typed) {
        var fields = Desk.fields(page.selectFirst("form"));
        for (int i = 0; i < typed.length; i += 2) {
            fields.put(typed[i], new ArrayList<>());
        }
        for (int i = 0; i < typed.length; i += 2) {
            fields.get(typed[i]).add(typed[i + 1]);
        }
        return desk.post(URI.create(page.location()), fields);
    }

    /** Fills in the sign-in page and presses its button, as a browser does without scripts. */
    private static HttpResponse<String> press(Desk desk, HttpResponse<String> page, String name, String password) {
        return desk.submit(Jsoup.parse(page.body(), page.uri().toString()), "username", name, "password", password);
    }
}
