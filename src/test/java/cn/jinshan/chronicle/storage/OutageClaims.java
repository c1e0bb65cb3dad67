package cn.jinshan.chronicle.storage;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Desk;
import cn.jinshan.chronicle.Desks;
import cn.jinshan.chronicle.Reader;
import cn.jinshan.chronicle.WholeApplication;
import cn.jinshan.chronicle.reports.ReportHandling;
import cn.jinshan.chronicle.site.SecurityHeaders;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** Pages during an outage of the database, and the end of the outage without a restart. */
@WholeApplication
@ExtendWith(OutputCaptureExtension.class)
abstract class OutageClaims {

    static final String TEXT = "第一段，“照原样”<b>保留</b>，一个字也不能丢，换行也不能丢，多长都一样，反复保存也一样。\n\n第二段。";

    /** A line that somebody should look at, or of a trace. */
    private static final String LINE = "The database is away or cannot write";

    private static final Pattern TROUBLE = Pattern.compile("^\\S+ +(?:WARN|ERROR) |^\\tat |^Caused by:|Exception: ");

    @Autowired
    ThreadPoolTaskScheduler scheduler;

    @Autowired
    ReportHandling reports;

    @Autowired
    Reader reader;

    @Autowired
    Desks desks;

    abstract void breakDown() throws Exception;

    abstract void repair() throws Exception;

    @Test
    void whatCannotBeSavedStaysOnThePageAndIsSavedFromThereOnceItCanBe() throws Exception {
        var editor = desks.editor();
        var form = editor.page("/admin/entries/new");
        HttpResponse<String> refused;
        breakDown();
        try {
            var began = Instant.now();
            refused = editor.submit(form, "date", "3月", "section", "services", "title", "停电那天", "body", TEXT);

            assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(10));
            assertUnavailable(refused);
            var page = html(editor, refused);
            assertThat(page.text()).contains("暂时保存不了", "请不要关闭这一页，过一会儿再点“保存”。");
            assertThat(page.select(".message__texts p").eachText()).hasSize(1);
            assertThat(page.selectFirst(".message__texts p").wholeText()).isEqualToNormalizingNewlines(TEXT);
            assertThat(sent(page))
                    .containsEntry("title", List.of("停电那天"))
                    .containsEntry(
                            "formKey",
                            Desk.fields(form.selectFirst("main form")).get("formKey"))
                    .containsKey("_csrf");
            var stillRefused = editor.submit(page);
            assertUnavailable(stillRefused);
            assertThat(sent(html(editor, stillRefused))).isEqualTo(sent(page));
        } finally {
            repair();
        }
        var again = Instant.now();
        var saved = editor.submit(html(editor, refused));
        assertThat(Duration.between(again, Instant.now()))
                .as("nobody waits for the press that failed")
                .isLessThan(Duration.ofSeconds(9));
        // H2, after its file broke twice, may begin with numbers that it gave before: each press goes one further
        for (int press = 2; saved.statusCode() == 409 && press <= 5; press++) {
            assertThat(html(editor, saved).getElementById("body").wholeText()).isEqualToNormalizingNewlines(TEXT);
            saved = editor.submit(html(editor, saved));
        }

        assertThat(saved.statusCode()).isEqualTo(200);
        assertThat(html(editor, saved).getElementById("body").wholeText()).isEqualToNormalizingNewlines(TEXT);
        assertThat(editor.page("/admin/entries?q=停电那天").select("tbody tr")).hasSize(1);
    }

    @Test
    void noPasswordComesBack() throws Exception {
        var visitor = desks.anonymous();
        var form = visitor.page("/login");
        breakDown();
        try {
            var refused = visitor.submit(form, "username", "wangli", "password", "不能出现的密码");

            assertUnavailable(refused);
            assertThat(refused.body()).doesNotContain("不能出现的密码");
        } finally {
            repair();
        }
        assertThat(visitor.get("/login").statusCode()).isEqualTo(200);
    }

    @Test
    void whatAnotherSiteSendsIsNotOfferedToBeSentFromHere() throws Exception {
        var editor = desks.editor();
        breakDown();
        try {
            var refused = editor.post(
                    URI.create(reader.address("/admin/entries/new")),
                    Map.of("title", List.of("别处来的")),
                    "Sec-Fetch-Site",
                    "cross-site");

            assertThat(refused.statusCode()).isBetween(400, 503);
            assertThat(html(editor, refused).select("form input[value=别处来的]")).isEmpty();
        } finally {
            repair();
        }
    }

    @Test
    void whatIsExpectedWhileItLastsIsALineForEachCauseAndNoTrace(CapturedOutput output) throws Exception {
        var editor = desks.editor();
        var form = editor.page("/admin/entries/new");
        int before = output.length();
        breakDown();
        try {
            for (int i = 0; i < 3; i++) {
                var scheduled = scheduler.schedule(reports::open, Instant.now());
                Stream.<Runnable>of(
                                () -> assertUnavailable(editor.submit(form, "title", "写不进去")),
                                () -> reader.get("/2023"),
                                () -> editor.get("/admin"),
                                () -> reader.get("/login"))
                        .map(CompletableFuture::runAsync)
                        .toList()
                        .forEach(CompletableFuture::join);
                scheduled.get();
            }
        } finally {
            repair();
        }
        var lines = output.getAll()
                .substring(before)
                .lines()
                .filter(line -> TROUBLE.matcher(line).find())
                .toList();

        // None where the same cause was said less than a minute before
        assertThat(lines)
                .hasSizeLessThanOrEqualTo(5)
                .allSatisfy(line -> assertThat(line).contains(LINE));
    }

    static void assertUnavailable(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("30");
        assertThat(answer.headers().firstValue("Content-Security-Policy")).hasValue(SecurityHeaders.CONTENT_SECURITY);
        assertThat(answer.body()).doesNotContainIgnoringCase("exception", "sql", "\tat ", "hikari");
    }

    static Document html(Desk desk, HttpResponse<String> answer) {
        return Jsoup.parse(answer.body(), answer.uri().toString());
    }

    private static Map<String, List<String>> sent(Document page) {
        return Desk.fields(page.selectFirst("main form[method=post]"));
    }
}
