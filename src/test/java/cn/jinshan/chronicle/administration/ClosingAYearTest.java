package cn.jinshan.chronicle.administration;

import static cn.jinshan.chronicle.desk.WritingTest.html;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Desk;
import cn.jinshan.chronicle.DeskApplication;
import cn.jinshan.chronicle.Desks;
import cn.jinshan.chronicle.Staff;
import cn.jinshan.chronicle.desk.ConflictTest;
import cn.jinshan.chronicle.entries.Chronicles;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Nothing new comes into a year that is just being closed. */
@DeskApplication
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:administration")
class ClosingAYearTest {

    private static final String CLOSED = "这一年的大事记已经定稿，不再收新条目。";

    @Autowired
    Desks desks;

    @Autowired
    Staff staff;

    @Autowired
    Chronicles chronicles;

    @Autowired
    TransactionTemplate inTransaction;

    Desk editor;

    @BeforeEach
    void signIn() {
        editor = desks.editor();
    }

    @Test
    void whatIsPublishedMeanwhileWaitsAndIsRefused() {
        staff.opened(1981);
        var asked = editor.page("/admin/entries/" + drafted(1981) + "/publication");

        var answer = whileClosing(1981, () -> editor.submit(asked));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(html(answer).text()).contains(CLOSED);
    }

    @Test
    void ofManyThatArePublishedMeanwhileNoneIs() {
        staff.opened(1982);
        staff.opened(1983);
        var chosen = chosen(drafted(1983), drafted(1982));

        var answer = whileClosing(1982, () -> publish(editor, chosen));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(html(answer).text()).contains(CLOSED, "选的2条都没有动，因为有1条不行");
    }

    @Test
    void whatIsBegunMeanwhileWaitsAndIsRefusedWithAllThatWasTyped() {
        staff.opened(1984);
        var page = editor.page("/admin/entries/new?year=1984");

        var answer = whileClosing(1984, () -> editor.submit(page, "title", "差一点", "section", "visits"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(html(answer).select(".mistakes").text()).contains(CLOSED);
        assertThat(html(answer).getElementById("title").val()).isEqualTo("差一点");
    }

    @Test
    void whatIsMovedIntoItMeanwhileWaitsAndIsRefusedWithAllThatWasTyped() {
        staff.opened(1949);
        staff.opened(1950);
        var page = editor.page("/admin/entries/" + drafted(1950));

        var answer = whileClosing(1949, () -> editor.submit(page, "year", "1949", "title", "换一年"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(html(answer).select(".mistakes").text()).contains(CLOSED);
        assertThat(html(answer).getElementById("title").val()).isEqualTo("换一年");
    }

    @Test
    void twoWhoPublishManyOfTheSameYearsDoNotHinderEachOther() throws Exception {
        staff.opened(1985);
        staff.opened(1986);
        var reviewer = desks.reviewer();
        for (int round = 0; round < 5; round++) {
            var upwards = chosen(drafted(1985), drafted(1986));
            var downwards = chosen(drafted(1986), drafted(1985));

            var answers = ConflictTest.atOnce(() -> publish(editor, upwards), () -> publish(reviewer, downwards));

            assertThat(answers).allMatch(answer -> answer.statusCode() == 200);
        }
    }

    /** Writes something once a year is held to be closed, and before it is. */
    private HttpResponse<String> whileClosing(int year, Supplier<HttpResponse<String>> writing) {
        var answer = inTransaction.execute(closing -> {
            chronicles.forChange(year).orElseThrow().close(Instant.EPOCH);
            var waiting = CompletableFuture.supplyAsync(writing);
            assertThat(waiting).failsWithin(Duration.ofMillis(500)).withThrowableOfType(TimeoutException.class);
            return waiting;
        });
        return answer.join();
    }

    private static HttpResponse<String> publish(Desk desk, String... chosen) {
        return desk.post(
                "/admin/entries/publication",
                Stream.concat(Stream.of("sure", "true"), Stream.of(chosen)).toArray(String[]::new));
    }

    private static String[] chosen(long... entries) {
        return LongStream.of(entries)
                .mapToObj(entry -> entry + "-0")
                .flatMap(one -> Stream.of("chosen", one))
                .toArray(String[]::new);
    }

    private long drafted(int year) {
        return staff.drafted(year, "visits", "5月18日", year + "-05-18", "赶在定稿前");
    }
}
