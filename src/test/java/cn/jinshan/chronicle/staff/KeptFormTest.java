package cn.jinshan.chronicle.staff;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Desk;
import cn.jinshan.chronicle.Desks;
import cn.jinshan.chronicle.Staff;
import cn.jinshan.chronicle.WholeApplication;
import java.net.http.HttpResponse;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@WholeApplication
@Import(SampleForm.class)
class KeptFormTest {

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

    @BeforeEach
    void somebody() {
        staff.account("wangli", "王莉", "EDITOR");
        form.saved().clear();
    }

    @Test
    void whoeverIsSignedOutMeanwhileFindsTheFormFilledInAgainAndNothingSaved() {
        var desk = signedIn();
        desk.forgetSession();

        var refused = desk.post(FORM, TYPED);
        assertThat(refused.statusCode()).isEqualTo(403);
        var page = Jsoup.parse(refused.body());
        assertThat(page.select("[role=alert]").text()).isEqualTo("登录已过期。您写的内容还在，重新登录就能继续。");
        assertThat(page.select("form[action=/login] input[type=password]")).hasSize(1);
        assertThat(refused.body()).doesNotContain("secret");

        var signedIn = press(desk, refused, "wangli", Staff.PASSWORD);
        assertThat(signedIn.statusCode()).isEqualTo(303);
        assertThat(SignInTest.location(signedIn)).isEqualTo(FORM);

        assertFilledIn(desk.page(FORM));
        assertThat(form.saved()).isEmpty();
    }

    @Test
    void aPageOlderThanTheSessionLosesNothingEither() {
        var desk = signedIn();

        var refused = desk.postBare(FORM, TYPED);
        assertThat(refused.statusCode()).isEqualTo(403);

        assertThat(press(desk, refused, "wangli", Staff.PASSWORD).statusCode()).isEqualTo(303);
        assertFilledIn(desk.page(FORM));
        assertThat(form.saved()).isEmpty();
    }

    @Test
    void aWrongPasswordOnTheWayKeepsItToo() {
        var desk = desks.anonymous();

        var wrong = press(desk, desk.post(FORM, TYPED), "wangli", "not the password");
        assertThat(wrong.statusCode()).isEqualTo(422);
        desk.forgetSession();
        var expired = press(desk, wrong, "wangli", Staff.PASSWORD);
        assertThat(expired.statusCode()).isEqualTo(403);

        press(desk, expired, "wangli", Staff.PASSWORD);
        assertFilledIn(desk.page(FORM));
    }

    @Test
    void itStaysUntilTheFormIsSent() {
        var desk = desks.anonymous();
        press(desk, desk.post(FORM, TYPED), "wangli", Staff.PASSWORD);

        assertFilledIn(desk.page(FORM));
        desk.postBare(FORM, "title", "without a token");
        assertFilledIn(desk.page(FORM));

        assertThat(desk.submit(FORM).statusCode()).isEqualTo(204);
        assertThat(form.saved()).containsExactly(TYPED[1]);
        assertThat(desk.page(FORM).getElementById("title").val()).isEmpty();
        assertThat(desk.page(FORM).select("[role=status]")).isEmpty();
    }

    @Test
    void itIsNobodyElses() {
        staff.account("lihua", "李华", "EDITOR");
        var desk = desks.anonymous();
        press(desk, desk.post(FORM, TYPED), "wangli", Staff.PASSWORD);

        desk.signIn("lihua", Staff.PASSWORD);
        assertThat(desk.page(FORM).getElementById("title").val()).isEmpty();
    }

    @Test
    void whatCannotBeReadIsKeptAtItsFieldWithItsMistake() {
        var desk = desks.anonymous();
        press(desk, desk.post(FORM, "position", "soon"), "wangli", Staff.PASSWORD);

        var position = desk.page(FORM).getElementById("position");
        assertThat(position.val()).isEqualTo("soon");
        assertThat(position.attr("aria-invalid")).isEqualTo("true");
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
        assertPlainlyRefused(desks.anonymous(header, value)
                .postBare("/login", "address", FORM, "kept.title", "planted", "username", "wangli"));
        assertThat(form.saved()).isEmpty();
    }

    @Test
    void aScriptThatKeepsWhatIsBeingTypedIsOnlyRefused() {
        assertPlainlyRefused(desks.anonymous().post("/admin/entries/7/working-copy", TYPED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "/\\evil.example",
                "https://evil.example/admin/x",
                "/2023",
                "/admin/\r\nX: y",
                ""
            })
    void onlyAFormOfTheDeskIsKept(String address) {
        var desk = desks.anonymous();
        var answer = desk.submit(
                "/login",
                "username",
                "wangli",
                "password",
                Staff.PASSWORD,
                "address",
                address,
                "kept.title",
                "planted");

        assertThat(SignInTest.location(answer)).isEqualTo("/admin");
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

    /** Fills in the sign-in page and presses its button, as a browser does without scripts. */
    private static HttpResponse<String> press(Desk desk, HttpResponse<String> page, String name, String password) {
        return desk.submit(Jsoup.parse(page.body(), page.uri().toString()), "username", name, "password", password);
    }
}
