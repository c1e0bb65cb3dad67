package cn.jinshan.chronicle.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jinshan.chronicle.Desk;
import cn.jinshan.chronicle.Desks;
import cn.jinshan.chronicle.Reader;
import cn.jinshan.chronicle.WholeApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Second press of a form after the first one ended unusually. */
@WholeApplication
class SentFormTest {

    private static final AtomicInteger WORDS = new AtomicInteger();
    /**
     * Forms of readers, of passwords (no browser fills them in on the way back), and those with a script of their own.
     */
    private static final Set<String> EXCEPTIONS = Set.of(
            "error.html",
            "reports/new.html",
            "reading.html",
            "admin.html",
            "sign-in.html",
            "password.html",
            "invitation.html",
            "setup.html",
            "write.html",
            "conflict.html");

    private static final String CHOSEN = "春风茶杯七只猫走路";

    private final String word = "按词" + (char) ('甲' + WORDS.incrementAndGet());

    @Autowired
    Desks desks;

    @Autowired
    Reader reader;

    @Autowired
    SentForms forms;

    @Autowired
    FormSeal seal;

    @Autowired
    FormIdempotency onePress;

    @Autowired
    JdbcTemplate database;

    @Autowired
    Clock clock;

    Desk administrator;

    @BeforeEach
    void signIn() {
        administrator = desks.administrator();
    }

    @Test
    void theScriptIsToldWhichFormsHaveDoneWhatTheySay() {
        var made = administrator.page("/admin/words/new");
        var open = administrator
                .page("/admin/words/new")
                .select("main [name=_form]")
                .val();
        add(made, "意思。");
        var field = made.select("main [name=_form]").val();

        assertThat(administrator
                        .get("/admin/forms/made?form=" + field + "&form=" + open + "&form=made-up")
                        .body())
                .isEqualTo("[\"" + field + "\"]");
    }

    @Test
    void aPressIsOverOnceItsAnswerIsOnItsWayEvenToABrowserThatHasGone() {
        var happened = new ArrayList<String>();
        var request = new MockHttpServletRequest("POST", "/admin/words/new");
        var gone = new MockHttpServletResponse() {
            @Override
            public void flushBuffer() {
                happened.add("sent");
                throw new UncheckedIOException(new IOException("Broken pipe"));
            }
        };

        assertThatThrownBy(() -> new AfterTheAnswer()
                        .doFilter(
                                request,
                                gone,
                                (asked, answer) -> asked.setAttribute(
                                        AfterTheAnswer.class.getName(), (Runnable) () -> happened.add("over"))))
                .hasRootCauseMessage("Broken pipe");
        assertThat(happened).containsExactly("sent", "over");
    }

    @Test
    void aMistakeIsNoResultAndWhatIsCorrectedIsTaken() {
        var form = administrator.page("/admin/words/new");
        assertThat(add(form, "").statusCode()).isEqualTo(422);

        assertThat(add(form, "意思。").statusCode()).isEqualTo(200);
        assertThat(add(form, "意思。").uri().getPath()).isEqualTo("/admin/words");
        assertThat(explained()).containsExactly("意思。");
    }

    @Test
    void somethingElseOnTheSameFormIsNoSecondPressAndNotSwallowed() {
        var form = administrator.page("/admin/words/new");
        add(form, "意思。");

        var other = add(form, "另一个意思。");

        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body()).contains("另一个意思。");
        assertThat(explained()).containsExactly("意思。");
    }

    @Test
    void whatNobodyHasHeardOfForTenSecondsIsTakenUp() {
        var form = administrator.page("/admin/words/new");
        pressed(form, Duration.ofSeconds(11), null);

        assertThat(add(form, "意思。").uri().getPath()).isEqualTo("/admin/words");
        assertThat(explained()).containsExactly("意思。");
        assertThat(add(form, "意思。").statusCode()).isEqualTo(200);
    }

    @Test
    void whatWasDoneBeforeTheServerFellIsShownAndNotDoneAgain() {
        assertThat(add(administrator.page("/admin/words/new"), "意思。").statusCode())
                .isEqualTo(200);
        var number = database.queryForObject("select id from term where name = ?", Long.class, word);
        var form = administrator.page("/admin/words/new");
        pressed(form, Duration.ofSeconds(11), "term " + number);

        assertThat(add(form, "意思。").uri().getPath()).isEqualTo("/admin/words/" + number);
        assertThat(explained()).containsExactly("意思。");
    }

    @ParameterizedTest
    @CsvSource({"10, 这个词已经加上，公众马上看得到。", "70, ''"})
    void whatWasDoneIsSaidAgainWhileItIsNews(int seconds, String words) {
        var form = administrator.page("/admin/words/new");
        pressed(form, Duration.ofSeconds(seconds), null);
        forms.end(press(form, "意思。"), clock.instant(), "/admin/words", "{\"done\":\"added\"}");

        var answer = add(form, "意思。");

        assertThat(answer.uri().getPath()).isEqualTo("/admin/words");
        assertThat(Jsoup.parse(answer.body()).select("main [role=status]").text())
                .isEqualTo(words);
        assertThat(explained()).isEmpty();
    }

    @Test
    void aPressWhoseFirstOneIsStillAtItWaitsForIt() throws Exception {
        var form = administrator.page("/admin/words/new");
        pressed(form, Duration.ZERO, null);

        var second = CompletableFuture.supplyAsync(() -> add(form, "意思。"));
        forms.end(press(form, "意思。"), clock.instant(), "/admin/help", null);

        assertThat(second.get().uri().getPath()).isEqualTo("/admin/help");
        assertThat(explained()).isEmpty();
    }

    @Test
    void aPasswordChosenTwiceAtOnceIsChosenAndBothPressesLeadToTheSignIn() {
        var invited = administrator.submit(
                "/admin/staff/new", "name", "twice" + WORDS.get(), "fullName", "李华", "role", "EDITOR");
        var desk = desks.anonymous();
        var form = desk.page(Jsoup.parse(invited.body()).select("#link").attr("href"));

        var answers = Stream.concat(
                        Stream.of(1, 2)
                                .map(press -> CompletableFuture.supplyAsync(() -> choose(desk, form)))
                                .toList()
                                .stream()
                                .map(CompletableFuture::join),
                        Stream.of(form).map(again -> choose(desk, again)))
                .map(SignInTest::location);

        assertThat(answers).containsOnly("/login");
        assertThat(database.queryForList(
                        "select verb from journal where thing = ? and verb = 'account.password-chosen'",
                        String.class,
                        "account "
                                + database.queryForObject(
                                        "select id from account where name = ?", Long.class, "twice" + WORDS.get())))
                .hasSize(1);
    }

    @Test
    void whoHasChosenAPasswordIsNotGivenAnotherLinkByALateSecondPress() {
        var name = "late" + WORDS.get();
        var form = administrator.page("/admin/staff/new");
        var invited = administrator.submit(form, "name", name, "fullName", "李华", "role", "EDITOR");
        var desk = desks.anonymous();
        choose(desk, desk.page(Jsoup.parse(invited.body()).select("#link").attr("href")));

        var late = administrator.submit(form, "name", name, "fullName", "李华", "role", "EDITOR");

        assertThat(late.uri().getPath()).isEqualTo("/admin/staff");
        assertThat(Jsoup.parse(late.body()).select("[role=status]").text()).startsWith("这位同事已经设好了密码");
        assertThat(desks.anonymous().signIn(name, CHOSEN).get("/admin").statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/2023", "/search?q=体检", "/reports/new", "/reading", "/entries/7", "/login"})
    void readersGetNoKeyNoCookieAndNoSession(String address) {
        var answer = reader.get(address.replace("体检", "%E4%BD%93%E6%A3%80"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("name=\"_form\"", "data-account");
        if (!address.equals("/login")) {
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        }
        assertThat(administrator
                        .get(address.replace("体检", "%E4%BD%93%E6%A3%80"))
                        .body())
                .as("for staff as well")
                .doesNotContain(address.equals("/login") ? "action=\"/login\" name=\"_form\"" : "name=\"_form\"");
    }

    @Test
    void aPageSaysWhoseItIsAndOnlyItsPostsHaveKeys() {
        var page = administrator.page("/admin/entries");

        assertThat(page.body().attr("data-account"))
                .isEqualTo(String.valueOf(
                        database.queryForObject("select id from account where name = 'chensi'", Long.class)));
        assertThat(page.select("form[method=get] [name=_form]")).isEmpty();
        assertThat(page.select("main form[method=post] [name=_form]")).hasSize(1);
    }

    /** A browser that goes back would fill in some fields and not others. */
    @Test
    void noFormOfStaffIsHalfFilledInByTheBrowserOnTheWayBack() throws IOException {
        try (var templates = Files.walk(Path.of("src/main/resources/templates"))) {
            assertThat(templates
                            .filter(Files::isRegularFile)
                            .filter(template -> EXCEPTIONS.stream().noneMatch(template::endsWith))
                            .flatMap(SentFormTest::forms))
                    .hasSizeGreaterThan(20)
                    .allSatisfy(form -> assertThat(form).contains("autocomplete=\"off\"", "th:action="));
        }
    }

    private static Stream<String> forms(Path template) {
        try {
            return Pattern.compile("<form [^\n]*method=\"post\".*")
                    .matcher(Files.readString(template))
                    .results()
                    .map(form -> template + ": " + form.group());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<String> add(Document form, String explanation) {
        return administrator.submit(form, "name", word, "explanation", explanation);
    }

    private static HttpResponse<String> choose(Desk desk, Document form) {
        return desk.submit(form, "password", CHOSEN, "passwordAgain", CHOSEN);
    }

    private List<String> explained() {
        return database.queryForList("select explanation from term where name = ?", String.class, word);
    }

    /** The press that {@link #add} is. */
    private String press(Document form, String explanation) {
        var fields = Desk.fields(form.selectFirst("main form[method=post]"));
        fields.put("name", List.of(word));
        fields.put("explanation", List.of(explanation));
        fields.keySet().removeIf(name -> name.startsWith("_"));
        return onePress.press(
                seal.opened(form.select("main [name=_form]").val()).orElseThrow(),
                new FormInput("/admin/words/new", fields));
    }

    /** The same some time ago; it has not ended. */
    private void pressed(Document form, Duration ago, @Nullable String thing) {
        var press = press(form, "意思。");
        forms.save(new SentForm(press, new FormKey(null, "key"), clock.instant().minus(ago)));
        if (thing != null) {
            forms.note(press, thing);
        }
    }
}
