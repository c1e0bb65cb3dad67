package cn.jinshan.chronicle.signin;

import static cn.jinshan.chronicle.signin.SignInTest.location;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Desk;
import cn.jinshan.chronicle.Desks;
import cn.jinshan.chronicle.Reader;
import cn.jinshan.chronicle.Staff;
import cn.jinshan.chronicle.WholeApplication;
import cn.jinshan.chronicle.staff.Accounts;
import cn.jinshan.chronicle.staff.OwnPasswords;
import cn.jinshan.chronicle.staff.SignInsVoid;
import java.awt.Point;
import java.io.File;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.transaction.support.TransactionTemplate;

/** No session begins before a sign-in, and unreadable sessions and cookies count as none. */
@WholeApplication
@Import(SampleForm.class)
class SessionTest {

    private static final String SESSION = "jinshan-chronicle-session";
    private static final String FORM = "jinshan-chronicle-form";

    @Autowired
    Desks desks;

    @Autowired
    Reader reader;

    @Autowired
    Staff staff;

    @Autowired
    Sessions sessions;

    @Autowired
    OwnPasswords invitations;

    @Autowired
    Accounts accounts;

    @Autowired
    SampleForm form;

    @Autowired
    JdbcTemplate database;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void nobodyIsSignedIn() {
        staff.account("session", "宋禾", "EDITOR");
        change("delete from spring_session");
        change("delete from left_form");
    }

    @Test
    void noStrangerOpensASessionWhateverTheyAskFor() {
        for (int i = 0; i < 20; i++) {
            assertThat(desks.anonymous().get("/login").statusCode()).isEqualTo(200);
        }
        var stranger = desks.anonymous("Sec-Fetch-Site", "same-origin");
        for (var address : List.of(
                "/login?next=/admin/entries/new",
                "/setup/x",
                "/invitations/x",
                invitation(),
                "/admin",
                "/admin/nothing?x=1",
                "/logout",
                "/nothing",
                "/2023%ff",
                "/reports/new",
                "/reading")) {
            for (var method : List.of("GET", "HEAD", "OPTIONS", "PUT", "DELETE", "TRACE")) {
                assertThat(reader.send(method, address).statusCode()).isLessThan(500);
            }
            stranger.get(address);
            stranger.postBare(address, "title", "写了很久的字", "username", "session");
            stranger.post(address, "title", "写了很久的字", "username", "nobody", "password", "x");
        }
        stranger.submit("/login", "username", "session", "password", "not the password");
        stranger.submit(invitation(), "password", "short", "passwordAgain", "other");

        assertThat(rows()).isZero();
    }

    @Test
    void theSignInTakesItsTokenFromACookieAndTheDeskFromTheSession() {
        var desk = desks.anonymous();
        var page = desk.get("/login");
        assertThat(page.headers().allValues("Set-Cookie"))
                .singleElement()
                .satisfies(cookie -> assertThat(cookie)
                        .startsWith(FORM + "=")
                        .containsIgnoringCase("; HttpOnly")
                        .containsIgnoringCase("; SameSite=Lax")
                        .containsIgnoringCase("; Path=/")
                        .doesNotContain("Max-Age", "Expires", "Secure"));
        var before = desk.cookies().getCookieStore().getCookies().get(0).getValue();

        var answer = signIn(desk, page, "session");

        assertThat(location(answer)).isEqualTo("/admin");
        assertThat(desk.cookies().getCookieStore().getCookies())
                .singleElement()
                .satisfies(cookie -> assertThat(cookie.getName()).isEqualTo(SESSION));
        assertThat(desk.submit("/admin/sample", "title", "体检").statusCode()).isEqualTo(302);
        assertThat(desks.anonymous("Cookie", FORM + "=" + before + "; " + SESSION + "=" + cookie(desk))
                        .post(URI.create(reader.address("/admin/sample")), Map.of("_csrf", List.of(before)))
                        .statusCode())
                .isEqualTo(403);
        desk.post("/logout");
        assertThat(rows()).isZero();
        assertThat(location(desk.submit("/login", "username", "session", "password", Staff.PASSWORD)))
                .isEqualTo("/admin");
    }

    @Test
    void aSecondWindowAndTheWayBackLeadOnToTheDeskOrAskAgain() {
        var desk = desks.anonymous("Sec-Fetch-Site", "same-origin");
        var first = desk.get("/login");
        var second = desk.get("/login?next=/admin/entries");
        assertThat(signIn(desk, first, "session").statusCode()).isEqualTo(303);

        assertThat(location(signIn(desk, second, "session"))).isEqualTo("/admin/entries");
        assertThat(location(signIn(desk, first, "session"))).isEqualTo("/admin");
        var another = signIn(desk, first, "wangli");
        assertThat(another.statusCode()).isEqualTo(403);
        assertThat(Jsoup.parse(another.body()).select("[role=alert]").text()).isEqualTo("这一页放得太久了，请再登录一次。");
        assertThat(signIn(desk, another, "session").statusCode()).isEqualTo(303);
    }

    @Test
    void aBrowserWithoutCookiesIsToldSo() {
        var page = desks.anonymous().get("/login");

        var refused = signIn(desks.anonymous(), page, "session");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(Jsoup.parse(refused.body()).select("main").text()).contains("没有带回本站的Cookie");
        var invited = invitation();
        refused = desks.anonymous().postBare(invited, "password", "x");
        assertThat(Jsoup.parse(refused.body()).select("main").text()).contains("没有带回本站的Cookie");
        assertThat(page.body()).doesNotContain("Cookie");
    }

    @Test
    void anotherProgramOnThisHostTakesNobodysSession() {
        var desk = signedIn();
        for (var stranger : List.of("session=x", "JSESSIONID=x", "SESSION=x", "XSRF-TOKEN=x", "token=x")) {
            assertThat(desks.anonymous("Cookie", stranger + "; " + SESSION + "=" + cookie(desk))
                            .get("/admin/sample")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    static List<String> values() {
        return List.of(
                "",
                "\"\"",
                "\"",
                "AAAA",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "====",
                "$Version",
                "'; drop table spring_session--",
                "%00",
                "%E4%BD%93",
                "é",
                "x".repeat(4000),
                base64("x".repeat(3000)),
                base64("\0".repeat(36)),
                base64("体检".repeat(6)),
                base64(UUID.randomUUID().toString()),
                base64(UUID.randomUUID() + "\0"),
                base64(UUID.randomUUID().toString()).substring(0, 20),
                UUID.randomUUID().toString(),
                "large.large",
                ".".repeat(4000),
                "large.en; path=/");
    }

    @ParameterizedTest
    @MethodSource("values")
    void noValueOfACookieIsAnErrorOrSignsOutTheGoodOne(String value) {
        var desk = signedIn();
        var good = SESSION + "=" + cookie(desk);
        for (var name : List.of(SESSION, FORM, "reading", "session", "$Path")) {
            var bad = name + "=" + value;
            var stranger = desks.anonymous("Cookie", bad);
            assertThat(stranger.get("/nothing").statusCode()).as(name).isEqualTo(404);
            assertThat(stranger.get("/login").statusCode()).as(name).isEqualTo(200);
            assertThat(stranger.get("/admin").statusCode()).as(name).isEqualTo(303);
            assertThat(stranger.postBare("/login", "username", "session").statusCode())
                    .as(name)
                    .isEqualTo(403);
            for (var both : List.of(bad + "; " + good, good + "; " + bad)) {
                assertThat(desks.anonymous("Cookie", both).get("/admin/sample").statusCode())
                        .as(both)
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void aDamagedTokenBeforeTheGoodOneHidesItNot() {
        var page = desks.anonymous().get("/login");
        var good = page.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");

        var answer = signIn(desks.anonymous("Cookie", FORM + "=cut-off; " + good), page, "session");

        assertThat(answer.statusCode()).isEqualTo(303);
    }

    @Test
    void moreSessionsThanABrowserHasAreNotLookedFor() {
        var many = (SESSION + "=" + base64(UUID.randomUUID().toString()) + "; ").repeat(3);
        var desk = signedIn();

        assertThat(desks.anonymous("Cookie", many + SESSION + "=" + cookie(desk))
                        .get("/admin/sample")
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update spring_session_attributes set attribute_bytes = X'00'",
                "update spring_session_attributes set attribute_bytes = X''",
                "update spring_session_attributes set attribute_bytes = X'ACED0005'",
                "update spring_session_attributes set attribute_bytes = X'ACED000570'",
                "update spring_session_attributes set attribute_bytes = X'ACED000574000141'",
                "update spring_session_attributes set attribute_bytes = substring(attribute_bytes from 1 for 100)",
                "delete from spring_session_attributes",
                "delete from spring_session_attributes where attribute_name = 'SPRING_SECURITY_CONTEXT'",
                "update spring_session_attributes set attribute_name = 'x' || attribute_name",
                "update spring_session set creation_time = 9000000000000000000",
                "update spring_session set last_access_time = -1",
                "update spring_session set creation_time = -9000000000000000000",
                "update spring_session set max_inactive_interval = -1",
                "update spring_session set max_inactive_interval = 0",
                "update spring_session set max_inactive_interval = 2147483647",
            })
    void aSessionThatCannotBeReadSignsItsBrowserOutAndKeepsItsWords(String damage) {
        var desk = desks.anonymous("Sec-Fetch-Site", "same-origin").signIn("session", Staff.PASSWORD);
        var page = desk.page("/admin/sample");
        change(damage);

        assertSignedOut(desk);
        desk.signIn("session", Staff.PASSWORD);
        page = desk.page("/admin/sample");
        change(damage);
        var refused = desk.submit(page, "title", "写了很久的字");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(Jsoup.parse(refused.body()).select("[role=alert]").text()).isEqualTo("登录已过期。您写的内容还在，重新登录就能继续。");
        assertThat(rows()).isZero();
        assertThat(desk.page(location(signIn(desk, refused, "session")))
                        .getElementById("title")
                        .val())
                .isEqualTo("写了很久的字");
    }

    @Test
    void whatAnotherVersionWroteAndWhatNobodyStoresIsNotRead() {
        var me = accounts.findByName("session").orElseThrow().signedIn();
        var authentication = new UsernamePasswordAuthenticationToken(new Point(1, 2), null, List.of());
        for (var stored : List.of(
                new SecurityContextImpl(authentication),
                new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated("session", null, List.of())),
                new SecurityContextImpl(),
                me,
                new HashMap<>(Map.of("file", new File("/"))))) {
            var desk = signedIn();
            held(new SerializingConverter().convert(stored));
            assertSignedOut(desk);
        }
        // A class that is gone, a constant that is gone
        for (var word : List.of("cn.jinshan.chronicle.staff.SignedIn", "EDITOR")) {
            var desk = signedIn();
            held(replaced(new SerializingConverter().convert(new SecurityContextImpl(me.authentication())), word));
            assertSignedOut(desk);
        }
    }

    @Test
    void theOthersOfTheSamePersonAreListedAndEndedAllTheSame() {
        var desk = signedIn();
        desks.anonymous().signIn("session", Staff.PASSWORD);
        change("update spring_session_attributes set attribute_bytes = X'00' where session_primary_id <> "
                + "(select primary_id from spring_session where session_id = '"
                + new String(Base64.getDecoder().decode(cookie(desk)), StandardCharsets.US_ASCII) + "')");

        assertThat(desk.page("/admin/me").select("[action$=/ending]")).hasSize(0);
        assertThat(sessions.open("session")).hasSize(1);
        change("update spring_session_attributes set attribute_bytes = X'00'");
        sessions.end(new SignInsVoid("session", null));
        assertThat(rows()).isZero();
    }

    private void assertSignedOut(Desk desk) {
        assertThat(desk.get("/2023").statusCode()).isEqualTo(200);
        assertThat(desk.get("/nothing").statusCode()).isEqualTo(404);
        assertThat(rows()).as("public pages do not read it").isOne();
        assertThat(desk.get("/admin/sample").statusCode()).isEqualTo(303);
        assertThat(desk.get("/login").statusCode()).isEqualTo(200);
        assertThat(rows()).isZero();
    }

    private void held(byte[] context) {
        transaction.executeWithoutResult(status -> database.update(
                "update spring_session_attributes set attribute_bytes = ? where attribute_name = 'SPRING_SECURITY_CONTEXT'",
                context));
    }

    /** The same bytes with another name in the place of one. */
    private static byte[] replaced(byte[] bytes, String word) {
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        assertThat(text).contains(word);
        return text.replace(word, word.replaceFirst(".$", "X")).getBytes(StandardCharsets.ISO_8859_1);
    }

    private Desk signedIn() {
        return desks.anonymous().signIn("session", Staff.PASSWORD);
    }

    private static String cookie(Desk desk) {
        return desk.cookies().getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(SESSION))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private static String base64(String value) {
        return Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8));
    }

    private static HttpResponse<String> signIn(Desk desk, HttpResponse<String> page, String name) {
        return desk.submit(
                Jsoup.parse(page.body(), page.uri().toString()), "username", name, "password", Staff.PASSWORD);
    }

    private String invitation() {
        return "/invitations/"
                + transaction
                        .execute(status ->
                                invitations.link(accounts.findByName("session").orElseThrow()))
                        .value();
    }

    private long rows() {
        return database.queryForObject("select count(*) from spring_session", Long.class);
    }

    private void change(String... statements) {
        transaction.executeWithoutResult(status -> Arrays.stream(statements).forEach(database::update));
    }
}
