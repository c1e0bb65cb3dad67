package cn.jinshan.chronicle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/**
 * Each form of administrators is pressed twice at once, and once more afterwards: it takes effect once, leaves one line
 * in the journal, and every press leads to the result of the first.
 */
@ReviewedApplication
@ExtendWith(OutputCaptureExtension.class)
class FormIdempotencyTest extends EveryFormOfTheDesk {

    /** Their link is kept nowhere: it is made anew. */
    private static final Set<String> LINKS = Set.of("/admin/staff/new", "/admin/staff/{id}/reset");

    @Test
    void whatIsPressedThreeTimesIsDoneOnceAndSaidThreeTimes(CapturedOutput output) throws IOException {
        int before = output.length();
        walkAll();
        assertThat(output.getAll().substring(before).lines()).noneMatch(line -> line.matches("\\S+ +(WARN|ERROR) .*"));
    }

    @Override
    protected void send(Desk desk, String route, String path, String verb, String... fields) {
        long before = lastLine();
        var page = desk.page(path);
        Supplier<HttpResponse<String>> press;
        if (hasForm(page, path)) {
            var form = of(page, path);
            press = () -> desk.submit(form, fields);
        } else {
            var key =
                    desk.page("/admin/entries").select("main input[name=_form]").val();
            var all = Stream.concat(Stream.of("_form", key), Stream.of(bare(path, fields)))
                    .toArray(String[]::new);
            press = () -> desk.post(path, all);
        }

        var answers = Stream.concat(atOnce(press).stream(), Stream.of(press).map(Supplier::get))
                .toList();

        assertThat(answers).extracting(HttpResponse::statusCode).as(route).containsOnly(200);
        assertThat(answers.stream().map(HttpResponse::uri).distinct()).as(route).hasSize(1);
        assertThat(verbsAfter(before)).as(route).containsOnlyOnce(verb);
        if (LINKS.contains(route)) {
            assertThat(verbsAfter(before)).containsExactly(verb, "account.link-renewed", "account.link-renewed");
            var links = answers.stream()
                    .map(answer -> Jsoup.parse(answer.body()).select("#link").attr("href"))
                    .toList();
            assertThat(links).doesNotHaveDuplicates();
            assertThat(links.stream().filter(link -> desk.get(link).statusCode() == 200))
                    .as("the last one shown is the one that works")
                    .containsExactly(links.get(2));
        } else {
            assertThat(said(answers.get(2))).as(route).isIn(said(answers.get(0)), said(answers.get(1)));
        }
    }

    private static List<HttpResponse<String>> atOnce(Supplier<HttpResponse<String>> press) {
        return Stream.of(press, press).map(CompletableFuture::supplyAsync).toList().stream()
                .map(CompletableFuture::join)
                .toList();
    }

    /** The page with no other form than the one that is sent to its address; each form has a key of its own. */
    private static Document of(Document page, String path) {
        assertThat(page.select("main form[method=post]"))
                .allSatisfy(form -> assertThat(form.select("[name=_form]")).hasSize(1));
        assertThat(page.select("[name=_form]").eachAttr("value")).doesNotHaveDuplicates();
        page.select("main form").removeIf(form -> !form.attr("action").equals(path.replaceFirst("\\?.*", "")));
        return page;
    }

    private static String said(HttpResponse<String> answer) {
        return Jsoup.parse(answer.body()).select("main .notice[role=status]").text();
    }
}
