package cn.jinshan.chronicle.site;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.DeskApplication;
import cn.jinshan.chronicle.Desks;
import cn.jinshan.chronicle.Reader;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is longer than any of our fields is looked into by nobody, and lost by nobody. */
@DeskApplication
class OverlongFieldsTest {

    private static final String OVERLONG = "这一句很长。".repeat(10_000);

    @Autowired
    Desks desks;

    @Autowired
    Reader reader;

    @Test
    void anOverlongFieldIsRefusedWithAllThatWasTyped() {
        var other = "正文写了四十多个字，也还在这一页上，可以抄下来再用，一个字也没有丢，放心好了，请慢慢改短再发。";
        var answer = desks.editor().submit("/admin/entries/new?year=2023", "title", OVERLONG, "body", other);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(page(answer).select("h1").text()).startsWith("内容太长了");
        assertThat(page(answer).select(".message__texts p").eachText()).contains(OVERLONG, other);
        assertThat(page(answer).select("main form")).isEmpty();
    }

    @Test
    void soIsOneOfAReader() {
        var answer = desks.anonymous()
                .post(
                        URI.create(reader.address("/reports/new")),
                        Map.of("text", List.of(OVERLONG)),
                        "Sec-Fetch-Site",
                        "same-origin");

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(page(answer).select(".message__texts p").eachText()).containsExactly(OVERLONG);
    }

    @Test
    void aFieldThatIsTooLongOnlyForItselfSaysSoThere() {
        var answer = desks.editor().submit("/admin/entries/new?year=2023", "title", "长".repeat(49_000));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(page(answer).select(".mistakes a").eachAttr("href")).contains("#title");
        assertThat(page(answer).getElementById("title").val()).hasSize(49_000);
    }

    @Test
    void aFieldWhoseNameIsLongerThanAnyIsRefused() {
        var name = "subjects[0].kind" + ".declaringClass.enumConstants[0]".repeat(20);

        assertThat(desks.editor()
                        .submit("/admin/entries/new?year=2023", name, "x")
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void moreEntriesThanAPageHasAreNotChosenAtOnce() {
        var chosen = Stream.iterate(1, number -> number + 1)
                .limit(51)
                .flatMap(number -> Stream.of("chosen", "14-" + number))
                .toArray(String[]::new);

        assertThat(desks.editor().post("/admin/entries/submission", chosen).statusCode())
                .isEqualTo(413);
    }

    private static Document page(HttpResponse<String> answer) {
        return Jsoup.parse(answer.body(), answer.uri().toString());
    }
}
