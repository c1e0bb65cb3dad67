package cn.jinshan.chronicle.signin;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Desk;
import cn.jinshan.chronicle.Desks;
import cn.jinshan.chronicle.Staff;
import cn.jinshan.chronicle.WholeApplication;
import java.net.http.HttpResponse;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Behind a proxy that speaks TLS, as the README sets it up: the cookie is bound to it, and each client counts alone.
 */
@WholeApplication
@TestPropertySource(properties = {"chronicle.address=https://localhost"})
class BehindAProxyTest {

    @Autowired
    Desks desks;

    @Autowired
    Staff staff;

    @Autowired
    SignInNotes notes;

    @Autowired
    JdbcTemplate database;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void theCookieIsBoundToThisHostAndToTls() {
        assertThat(client("198.51.100.1").get("/login").headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(cookie -> assertThat(cookie)
                        .startsWith("__Host-jinshan-chronicle-form=")
                        .containsIgnoringCase("; Secure")
                        .containsIgnoringCase("; HttpOnly")
                        .containsIgnoringCase("; SameSite=Lax")
                        .containsIgnoringCase("; Path=/")
                        .doesNotContainIgnoringCase("Domain"));
    }

    @Test
    void whoeverGuessesHasToWaitAndNobodyElsewhereDoes() {
        staff.account("guessed", "常被猜", "EDITOR");
        for (int i = 0; i < 5; i++) {
            assertThat(signIn("198.51.100.7", "wrong" + i).statusCode()).isEqualTo(422);
        }

        var refused = signIn("198.51.100.7", Staff.PASSWORD);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1, 61);
        assertThat(Jsoup.parse(refused.body()).select("[role=alert]").text()).isEqualTo("试的次数太多了，请1分钟后再试。");
        assertThat(Jsoup.parse(refused.body()).getElementById("username").val()).isEqualTo("guessed");

        assertThat(signIn("198.51.100.8", Staff.PASSWORD).statusCode()).isEqualTo(303);
    }

    @Test
    void theJournalNotesTheClientAndNotTheProxy() {
        staff.account("guessed", "常被猜", "EDITOR");
        signIn("198.51.100.9", "wrong");
        signIn("2001:db8:1234:5678:9abc:def0:1234:5678", Staff.PASSWORD);

        assertThat(database.queryForList("select verb || ' ' || address from journal order by id", String.class))
                .containsSubsequence(
                        "account.refused 198.51.100.9", "account.signed-in 2001:db8:1234:5678:9abc:def0:1234:5678");
    }

    @Test
    void whatStrangersCauseInTheJournalIsCountedOnceThereIsMuchOfIt() {
        staff.account("counted", "常被试", "EDITOR");
        var thing = "account " + staff.number("counted");
        for (int i = 0; i < 25; i++) {
            assertThat(signIn("192.0.2." + i, "wrong", "counted").statusCode()).isEqualTo(422);
        }
        assertThat(lines(thing)).hasSize(20).containsOnly("-");

        transaction.executeWithoutResult(status -> notes.noteCounted());
        transaction.executeWithoutResult(status -> notes.noteCounted());

        assertThat(lines(thing)).hasSize(21).contains("5");
    }

    private List<String> lines(String thing) {
        return database.queryForList(
                "select coalesce(note, '-') from journal where verb = 'account.refused' and thing = ?",
                String.class,
                thing);
    }

    private HttpResponse<String> signIn(String address, String password) {
        return signIn(address, password, "guessed");
    }

    private HttpResponse<String> signIn(String address, String password, String name) {
        var page = client(address).get("/login");
        var cookie = page.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
        return client(address, "Cookie", cookie)
                .submit(Jsoup.parse(page.body(), page.uri().toString()), "username", name, "password", password);
    }

    private Desk client(String address, String... headers) {
        return headers.length == 0
                ? desks.anonymous("X-Forwarded-For", address, "X-Forwarded-Proto", "https")
                : desks.anonymous("X-Forwarded-For", address, "X-Forwarded-Proto", "https", headers[0], headers[1]);
    }
}
