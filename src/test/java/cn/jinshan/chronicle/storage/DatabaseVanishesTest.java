package cn.jinshan.chronicle.storage;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Cable;
import cn.jinshan.chronicle.Desk;
import cn.jinshan.chronicle.Desks;
import cn.jinshan.chronicle.Staff;
import cn.jinshan.chronicle.WholeApplication;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** The database vanishes at each statement of a request that sends a form, one after the other. */
@WholeApplication
@Import(Cable.class)
@DirtiesContext
@TestPropertySource(
        properties = {
            "spring.datasource.hikari.connection-timeout=250",
            "spring.datasource.hikari.validation-timeout=250"
        })
class DatabaseVanishesTest {

    @TempDir
    static Path folder;

    @DynamicPropertySource
    static void file(DynamicPropertyRegistry settings) {
        settings.add("spring.datasource.url", () -> "jdbc:h2:file:" + folder.resolve("vanishing"));
    }

    private static final String TEXT = "数据库在哪一步消失都一样，写下的字一个也不能丢，保存没有保存都要说清楚，不能让人重写。";

    @Autowired
    Cable cable;

    @Autowired
    Desks desks;

    @Autowired
    Staff staff;

    @Test
    void aNewEntryIsSavedAndSaidSoOrItsWordsStandOnThePage() {
        staff.account("vanish", "小王", "EDITOR");
        var editor = desks.anonymous().signIn("vanish", Staff.PASSWORD);
        everywhere(
                () -> opened(editor, "/admin/entries/new?form=" + UUID.randomUUID()),
                form -> editor.submit(form, "section", "services", "title", "消失", "date", "3月", "body", TEXT),
                "/admin/entries/new");
    }

    @Test
    void aFormWithMistakesComesBackWithItsWords() {
        staff.account("vanish", "小王", "EDITOR");
        var editor = desks.anonymous().signIn("vanish", Staff.PASSWORD);
        everywhere(
                () -> opened(editor, "/admin/entries/new?form=" + UUID.randomUUID()),
                form -> editor.submit(form, "section", "nothing", "title", "消".repeat(300), "body", TEXT),
                "/admin/entries/new");
    }

    @Test
    void aReportOfAReaderIsTakenOrItsWordsStandOnThePage() {
        var visitor = desks.anonymous("Sec-Fetch-Site", "same-origin");
        everywhere(() -> opened(visitor, "/reports/new"), form -> visitor.submit(form, "words", TEXT), "/reports/new");
    }

    @Test
    void aSignInSucceedsOrIsToldThatTheDatabaseIsAwayAndNoPasswordComesBack() {
        staff.account("vanish", "小王", "EDITOR");
        for (int statements = 0; ; statements++) {
            var visitor = desks.anonymous();
            var form = opened(visitor, "/login");
            cable.pullAfter(statements);
            var answer = visitor.submit(form, "username", "vanish", "password", Staff.PASSWORD);
            boolean pulled = cable.plug();

            assertThat(answer.body()).doesNotContain(Staff.PASSWORD);
            if (!pulled) {
                assertThat(answer.statusCode()).isEqualTo(303);
                return;
            }
            assertThat(answer.statusCode())
                    .as("pulled after %d statements", statements)
                    .isIn(303, 503);
            if (answer.statusCode() == 503) {
                assertThat(Jsoup.parse(answer.body())
                                .select("input[name=username]")
                                .val())
                        .isEqualTo("vanish");
            }
        }
    }

    @Test
    void whatIsKeptWhileTypingIsAnsweredAsKeptOnlyIfItWas() {
        staff.account("vanish", "小王", "EDITOR");
        var editor = desks.anonymous().signIn("vanish", Staff.PASSWORD);
        for (int statements = 0; ; statements++) {
            var address = "/admin/entries/new?form=" + UUID.randomUUID();
            var form = opened(editor, address);
            cable.pullAfter(statements);
            var answer = editor.keep(form, "section", "services", "title", "打字", "body", TEXT + statements);
            if (!cable.plug()) {
                return;
            }
            assertThat(answer.statusCode())
                    .as("pulled after %d statements", statements)
                    .isIn(200, 204, 503);
            if (answer.statusCode() != 503) {
                assertThat(opened(editor, address).outerHtml()).contains(TEXT + statements);
            }
        }
    }

    @Test
    void aPageOfTheDeskIsWholeOrSaysThatTheDatabaseIsAway() {
        staff.account("vanish", "小王", "EDITOR");
        var editor = desks.anonymous().signIn("vanish", Staff.PASSWORD);
        for (int statements = 0; ; statements++) {
            opened(editor, "/admin/entries");
            cable.pullAfter(statements);
            var answer = editor.get("/admin/entries");
            if (!cable.plug()) {
                return;
            }
            assertThat(answer.statusCode())
                    .as("pulled after %d statements", statements)
                    .isIn(200, 503);
            assertThat(answer.body()).contains("</html>");
        }
    }

    /** A page, once the pool has noticed that the cable is in again. */
    private static Document opened(Desk desk, String path) {
        return Stream.generate(() -> desk.get(path))
                .limit(100)
                .filter(answer -> answer.statusCode() != 503)
                .findFirst()
                .map(answer -> Jsoup.parse(answer.body(), answer.uri().toString()))
                .orElseThrow();
    }

    private void everywhere(Supplier<Document> page, Function<Document, HttpResponse<String>> sending, String address) {
        for (int statements = 0; ; statements++) {
            var form = page.get();
            cable.pullAfter(statements);
            var answer = sending.apply(form);
            if (!cable.plug()) {
                assertThat(statements).isGreaterThan(1);
                return;
            }
            if (answer.statusCode() != 503) {
                assertThat(answer.statusCode())
                        .as(
                                "pulled after %d statements: %s %s",
                                statements, answer.body(), answer.headers().map())
                        .isIn(200, 302, 303, 422);
                continue;
            }
            var unsaved = Jsoup.parse(answer.body(), answer.uri().toString()).selectFirst("main form[method=post]");
            assertThat(unsaved)
                    .as("pulled after %d statements: %s", statements, answer.body())
                    .isNotNull();
            assertThat(unsaved.attr("action")).isEqualTo(address);
            assertThat(Desk.fields(unsaved).values())
                    .as("pulled after %d statements", statements)
                    .contains(List.of(TEXT));
        }
    }
}
