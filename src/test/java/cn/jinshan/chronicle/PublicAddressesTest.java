package cn.jinshan.chronicle;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.dates.EventDate;
import cn.jinshan.chronicle.entries.Content;
import cn.jinshan.chronicle.entries.Subject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every public address is asked for what the public may not see. */
@WholeApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublicAddressesTest {

    @Autowired
    Reader reader;

    @Autowired
    Staff staff;

    @Autowired
    RequestMappingHandlerMapping mappings;

    /** Entries, a subject and a year that the public may not see, by the names that the examples give them. */
    Map<String, String> hidden = Map.of();

    @Test
    void anAddressWithoutExamplesFailsThisTest() {
        assertThat(PublicAddresses.patterns(mappings)).isEqualTo(PublicAddresses.EXAMPLES.keySet());
    }

    @Test
    void noneShowsADraftAnOldEditionOrAnUnopenedYear() {
        staff.drafted(14, 2023, "visits", "5月18日", "2023-05-18", "不可见之新版");
        staff.opened(1978);
        long corrected = staff.published(1978, "visits", "5月1日", "1978-05-01", "不可见之旧版");
        staff.drafted(corrected, 1978, "visits", "5月1日", "1978-05-01", "看得见的新版");
        staff.publish(corrected);

        var ofTheCorrected = Stream.of(
                "/1978", "/1978.json", "/1978/figures", "/1978/booklet", "/entries/" + corrected, "/search?q=旧版");
        var examples = PublicAddresses.all();
        assertThat(reader.page("/1978").text()).contains("看得见的新版");
        Stream.concat(examples, ofTheCorrected).forEach(example -> {
            var address = filled(example, hidden);
            var body = reader.get(address).body().replace("<wbr aria-hidden=\"true\">", "");
            assertThat(body).as(address).doesNotContain("不可见", "1995年");
        });
        assertThat(Reader.entries(reader.page("/2023"))).hasSize(29);
    }

    @Test
    void aDraftAndAnUnopenedYearAnswerAsIfTheyDidNotExist() {
        var nothing = new HashMap<>(hidden);
        nothing.replaceAll((name, number) -> "88888888");
        nothing.put("1995", "1996");

        var asked = PublicAddresses.all()
                .filter(example -> hidden.keySet().stream().anyMatch(example::contains))
                .toList();
        assertThat(asked).hasSizeGreaterThan(9);
        for (var example : asked) {
            for (var reading : List.of("lang=en", "Cookie")) {
                assertThat(answer(example, hidden, reading))
                        .as(example + " " + reading)
                        .isEqualTo(answer(example, nothing, reading));
            }
        }
    }

    @BeforeAll
    void hide() {
        staff.unopened(1995);
        long unopened = staff.published(1995, "visits", "5月1日", "1995-05-01", "不可见之年");
        long draft = staff.drafted(2023, "visits", "5月18日", "2023-05-18", "不可见之稿");
        var unseen = new Subject(Subject.Kind.PERSON, "不可见之人");
        staff.published(
                1995,
                "visits",
                new Content("不可见", "", EventDate.of("", "1995", 1995), "不可见。", "", "", null, List.of(unseen)));
        hidden = Map.of(
                "DRAFT",
                String.valueOf(draft),
                "UNOPENED",
                String.valueOf(unopened),
                "UNSEEN",
                String.valueOf(unseen.id()),
                "1995",
                "1995");
    }

    private static String filled(String example, Map<String, String> names) {
        var address = example;
        for (var name : names.entrySet()) {
            address = address.replace(name.getKey(), name.getValue());
        }
        return address;
    }

    /** All that a stranger hears, but for what they asked for, how long that is, the time, and the key of a form. */
    private String answer(String example, Map<String, String> names, String reading) {
        var address = filled(example, names);
        var answer = reading.equals("Cookie")
                ? reader.get(address, "Cookie", "reading=large", "Accept", "application/json, text/html;q=0.9")
                : reader.get(address + (address.contains("?") ? "&" : "?") + reading);
        var headers = new TreeMap<>(answer.headers().map());
        headers.keySet().removeAll(Set.of("date", "connection", "keep-alive", "content-length", "etag"));
        var said = answer.statusCode() + headers.toString() + answer.body();
        for (var number : names.values()) {
            said = said.replaceAll("\\b" + number + "\\b", "N");
        }
        return said.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "KEY");
    }
}
