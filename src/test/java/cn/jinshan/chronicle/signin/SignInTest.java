package cn.jinshan.chronicle.signin;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Desk;
import cn.jinshan.chronicle.Desks;
import cn.jinshan.chronicle.Staff;
import cn.jinshan.chronicle.WholeApplication;
import cn.jinshan.chronicle.signin.Sessions.OpenSession;
import cn.jinshan.chronicle.staff.Accounts;
import cn.jinshan.chronicle.staff.Role;
import cn.jinshan.chronicle.staff.SignInsVoid;
import jakarta.persistence.EntityManager;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Who may come in, where they arrive, and what a session is worth (OWASP ASVS 5.0, 3.7.2, 6.3.8, 7.2.4, 7.4, 16.3). */
@WholeApplication
@Import(SampleForm.class)
public class SignInTest {

    @Autowired
    Desks desks;

    @Autowired
    Staff staff;

    @Autowired
    Accounts accounts;

    @Autowired
    Sessions sessions;

    @Autowired
    EntityManager database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher events;

    @BeforeEach
    void somebody() {
        staff.account("sunmei", "孙梅", "EDITOR");
    }

    @Test
    void whoKnowsThePasswordArrivesAtTheDesk() {
        var answer = signIn(desks.anonymous(), "  ＳｕｎＭｅｉ ", Staff.PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(location(answer)).isEqualTo("/admin");
    }

    @Test
    void whoIsSentToSignInArrivesWhereTheyWanted() {
        var desk = desks.anonymous();
        var sent = desk.get("/admin/sample?page=2&q=%E5%B9%B4");
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(location(sent)).startsWith("/login?next=");

        var answer = desk.submit(location(sent), "username", "sunmei", "password", Staff.PASSWORD);

        assertThat(location(answer)).isEqualTo("/admin/sample?page=2&q=%E5%B9%B4");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "/\\evil.example",
                "https:evil.example",
                "https://evil.example/admin/",
                "/admin/\r\nSet-Cookie: a=b",
                "/admin/\\evil.example",
                "/adminevil",
                "/admin.evil.example",
                "javascript:alert(1)",
                ""
            })
    void nextNeverLeadsAwayFromTheDesk(String next) {
        var answer = desks.anonymous().submit("/login", "username", "sunmei", "password", Staff.PASSWORD, "next", next);

        assertThat(location(answer)).isEqualTo("/admin");
    }

    @Test
    void aWrongPasswordAndANameThatMayNotSignInGetTheSamePage() {
        staff.account("gone", "已离职", "EDITOR");
        disable("gone");
        var bodies = List.of("sunmei", "gone", "nobody").stream()
                .map(name -> {
                    var answer = signIn(desks.anonymous(), name, "not the password");
                    assertThat(answer.statusCode()).as(name).isEqualTo(422);
                    var page = Jsoup.parse(answer.body());
                    assertThat(page.getElementById("username").val()).isEqualTo(name);
                    assertThat(page.getElementById("password").val()).isEmpty();
                    assertThat(page.select("[role=alert]").text()).isEqualTo("用户名或密码不对，请再试一次。");
                    page.select("input[name=_csrf]").remove();
                    return page.html().replace(name, "");
                })
                .toList();

        assertThat(bodies).containsOnly(bodies.get(0));
        assertThat(signIn(desks.anonymous(), "gone", Staff.PASSWORD).statusCode())
                .isEqualTo(422);
    }

    @Test
    void aSignInMakesANewSessionAndTheOldOneIsDead() {
        var desk = signedIn();
        var before = cookie(desk);

        var answer = desk.submit("/login", "username", "sunmei", "password", Staff.PASSWORD);

        assertThat(answer.headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(cookie -> assertThat(cookie)
                        .startsWith("jinshan-chronicle-session=")
                        .doesNotContain(before)
                        .containsIgnoringCase("; HttpOnly")
                        .containsIgnoringCase("; SameSite=Lax")
                        .containsIgnoringCase("; Path=/")
                        .doesNotContain("Max-Age", "Secure"));
        assertThat(withCookie(before).get("/admin/sample").statusCode()).isEqualTo(303);
    }

    @Test
    void whoeverSignsOutIsOutWithThatCookieToo() {
        var desk = signedIn();
        var cookie = cookie(desk);
        assertThat(withCookie(cookie).get("/admin/sample").statusCode()).isEqualTo(200);

        var answer = desk.post("/logout");

        assertThat(location(answer)).isEqualTo("/login");
        assertThat(withCookie(cookie).get("/admin/sample").statusCode()).isEqualTo(303);
    }

    @Test
    void signingOutTwiceOrFromAnOldPageEndsOnTheSignInPageAndFromAnotherSiteNowhere() {
        assertThat(location(desks.anonymous().postBare("/logout"))).isEqualTo("/login");

        var stranger = desks.anonymous("Sec-Fetch-Site", "cross-site").signIn("sunmei", Staff.PASSWORD);
        assertThat(stranger.postBare("/logout").statusCode()).isEqualTo(403);
        assertThat(stranger.get("/admin/sample").statusCode()).isEqualTo(200);

        var old = desks.anonymous("Sec-Fetch-Site", "same-origin").signIn("sunmei", Staff.PASSWORD);
        assertThat(location(old.postBare("/logout"))).isEqualTo("/login");
        assertThat(old.get("/admin/sample").statusCode()).isEqualTo(303);
    }

    @Test
    void aGetNeverSignsOut() {
        var desk = signedIn();

        assertThat(desk.get("/logout").statusCode()).isEqualTo(404);
        assertThat(desk.get("/admin/sample").statusCode()).isEqualTo(200);
    }

    @Test
    void aDisabledAccountIsOutAtItsNextRequestAndAChangedRoleHoldsFromIt() {
        staff.account("hezhao", "何昭", "EDITOR");
        var desk = desks.anonymous().signIn("hezhao", Staff.PASSWORD);
        assertThat(desk.get("/admin/sample/review").statusCode()).isEqualTo(403);

        transaction.executeWithoutResult(
                status -> accounts.findByName("hezhao").orElseThrow().change("何昭", Role.REVIEWER));
        assertThat(desk.get("/admin/sample/review").statusCode()).isEqualTo(204);

        disable("hezhao");
        assertThat(desk.get("/admin/sample").statusCode()).isEqualTo(303);
    }

    @Test
    void sessionsAreListedAndEndedOneByOneAllButOneOrAll() {
        staff.account("many", "常来", "EDITOR");
        var first = desks.anonymous().signIn("many", Staff.PASSWORD);
        var one = sessions.open("many").get(0).id();
        var second = desks.anonymous().signIn("many", Staff.PASSWORD);
        var third = desks.anonymous().signIn("many", Staff.PASSWORD);
        assertThat(sessions.open("many"))
                .hasSize(3)
                .allSatisfy(session -> assertThat(session.lastSeen()).isAfterOrEqualTo(session.created()));

        sessions.endOthers("many", one);
        assertThat(first.get("/admin/sample").statusCode()).isEqualTo(200);
        assertThat(second.get("/admin/sample").statusCode()).isEqualTo(303);
        assertThat(third.get("/admin/sample").statusCode()).isEqualTo(303);

        sessions.end("sunmei", one);
        assertThat(first.get("/admin/sample").statusCode()).isEqualTo(200);
        sessions.end("many", one);
        assertThat(first.get("/admin/sample").statusCode()).isEqualTo(303);

        var fourth = desks.anonymous().signIn("many", Staff.PASSWORD);
        sessions.end(new SignInsVoid("many", null));
        assertThat(fourth.get("/admin/sample").statusCode()).isEqualTo(303);
        assertThat(sessions.open("many")).isEmpty();
    }

    @Test
    void sessionsEndBeforeWhatVoidsThemIsSureAndThoseOfMeanwhileOnceItIs() {
        staff.account("void", "吴效", "EDITOR");
        desks.anonymous().signIn("void", Staff.PASSWORD);
        assertThat(sessions.open("void")).hasSize(1);
        var before = new ArrayList<OpenSession>();
        var meanwhile = new ArrayList<OpenSession>();

        transaction.executeWithoutResult(status -> {
            events.publishEvent(new SignInsVoid("void", null));
            before.addAll(sessions.open("void"));
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void beforeCompletion() {
                    before.removeAll(sessions.open("void"));
                    desks.anonymous().signIn("void", Staff.PASSWORD);
                    meanwhile.addAll(sessions.open("void"));
                }
            });
        });

        assertThat(before).hasSize(1);
        assertThat(meanwhile).hasSize(1).doesNotContainAnyElementsOf(before);
        assertThat(sessions.open("void")).isEmpty();
    }

    @Test
    void aSessionEndsAWorkingDayAfterItsSignInHoweverBusyItIs() {
        var desk = signedIn();
        age("sunmei", "creation_time", 8 * 60 - 1);
        assertThat(desk.get("/admin/sample").statusCode()).isEqualTo(200);

        age("sunmei", "creation_time", 2);
        assertThat(desk.get("/admin/sample").statusCode()).isEqualTo(303);
    }

    @Test
    void aSessionEndsHalfAnHourAfterItsLastRequest() {
        var desk = signedIn();
        age("sunmei", "last_access_time", 29);
        assertThat(desk.get("/admin/sample").statusCode()).isEqualTo(200);

        age("sunmei", "last_access_time", 31);
        assertThat(desk.get("/admin/sample").statusCode()).isEqualTo(303);
    }

    @Test
    void theJournalSaysWhoCameWhoWasRefusedAndWhoLeftButNothingThatWasTyped() {
        staff.account("noted", "纪录", "EDITOR");
        long id = accounts.findByName("noted").orElseThrow().id();

        signIn(desks.anonymous(), "my-secret-typed-as-a-name", "x");
        signIn(desks.anonymous(), "noted", "x");
        desks.anonymous().signIn("noted", Staff.PASSWORD).post("/logout");

        assertThat(journal())
                .endsWith(
                        "nobody account.refused -",
                        "nobody account.refused account " + id,
                        id + " account.signed-in account " + id,
                        id + " account.signed-out account " + id)
                .noneMatch(line -> line.contains("my-secret"));
    }

    @ParameterizedTest
    @CsvSource({
        "/login, 200",
        "/admin/sample, 303",
        "/admin/nothing, 303",
        "/logout, 404",
        "/setup/x, 404",
        "/invitations/x, 404"
    })
    void staffPagesAreStrictAndNeverStored(String address, int status) {
        var answer = desks.anonymous().get(address);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertStrictAndNeverStored(answer);
        assertStrictAndNeverStored(signedIn().get(address));
        assertStrictAndNeverStored(desks.anonymous().postBare(address));
    }

    private static void assertStrictAndNeverStored(HttpResponse<?> answer) {
        assertThat(answer.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("default-src 'none'"));
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @Test
    void whoeverLacksTheRoleReadsWhyNot() {
        var answer = signedIn().get("/admin/staff");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(Jsoup.parse(answer.body()).select("main").text()).contains("管理员");
    }

    private Desk signedIn() {
        return desks.anonymous().signIn("sunmei", Staff.PASSWORD);
    }

    private Desk withCookie(String value) {
        return desks.anonymous("Cookie", "jinshan-chronicle-session=" + value);
    }

    private static String cookie(Desk desk) {
        return desk.cookies().getCookieStore().getCookies().get(0).getValue();
    }

    private static HttpResponse<String> signIn(Desk desk, String name, String password) {
        return desk.submit("/login", "username", name, "password", password);
    }

    private void disable(String name) {
        transaction.executeWithoutResult(
                status -> accounts.findByName(name).orElseThrow().disable(Instant.parse("2024-01-01T00:00:00Z")));
    }

    /** Lets minutes pass for all sessions of somebody. */
    private void age(String name, String column, int minutes) {
        transaction.executeWithoutResult(status -> database.createNativeQuery(
                        "update spring_session set %1$s = %1$s - %2$d where principal_name = '%3$s'"
                                .formatted(column, minutes * 60_000L, name))
                .executeUpdate());
    }

    private List<String> journal() {
        return database.createQuery("""
                        select coalesce(cast(l.accountId as string), 'nobody') || ' ' || l.verb || ' ' || l.thing
                        from JournalLine l order by l.id""", String.class).getResultList();
    }

    public static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }
}
