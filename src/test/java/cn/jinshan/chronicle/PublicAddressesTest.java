package cn.jinshan.chronicle;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.entries.Content;
import cn.jinshan.chronicle.entries.EventDate;
import cn.jinshan.chronicle.entries.Subject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every public address is asked for what the public may not see. */
@WholeApplication
class PublicAddressesTest {

    /** Whatever {@link RoutesTest} asks for. */
    private static final String STAFF = "/(admin|login|setup|invitations)(/.*)?";

    private static final Map<String, List<String>> EXAMPLES = Map.ofEntries(
            Map.entry("/", List.of("/", "/?month=5", "/?view=sections")),
            Map.entry(
                    "/{year:\\d{4}}",
                    List.of(
                            "/2023",
                            "/2023?month=5",
                            "/2023?month=none",
                            "/2023?section=visits",
                            "/2023?view=sections",
                            "/2023?order=newest",
                            "/2023?lang=en",
                            "/1995")),
            Map.entry("/{year:\\d{4}}.json", List.of("/2023.json", "/2023.json?section=visits&month=5", "/1995.json")),
            Map.entry(
                    "/entries/{id:[1-9]\\d{0,17}}",
                    List.of("/entries/14", "/entries/11", "/entries/DRAFT", "/entries/UNOPENED")),
            Map.entry(
                    "/subjects",
                    List.of("/subjects", "/subjects?kind=person", "/subjects?by=strokes", "/subjects?lang=en")),
            Map.entry("/subjects/{id:[1-9]\\d{0,17}}", List.of("/subjects/1", "/subjects/UNSEEN")),
            Map.entry("/words", List.of("/words", "/words?lang=en")),
            Map.entry(
                    "/reports/new",
                    List.of(
                            "/reports/new",
                            "/reports/new?entry=14",
                            "/reports/new?entry=DRAFT",
                            "/reports/new?entry=UNOPENED")),
            Map.entry(
                    "/reports/thanks",
                    List.of(
                            "/reports/thanks",
                            "/reports/thanks?entry=14",
                            "/reports/thanks?entry=DRAFT",
                            "/reports/thanks?entry=UNOPENED")),
            Map.entry("/assets/{name:[a-z]+}-{hash:[0-9a-f]+}.{type:css|js}", List.of("/assets/screen-0.css")),
            Map.entry("/error", List.of("/error")));

    @Autowired
    Reader reader;

    @Autowired
    Staff staff;

    @Autowired
    RequestMappingHandlerMapping mappings;

    @Test
    void anAddressWithoutExamplesFailsThisTest() {
        var patterns = mappings.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(pattern -> !pattern.matches(STAFF))
                .collect(Collectors.toSet());

        assertThat(patterns).isEqualTo(EXAMPLES.keySet());
    }

    @Test
    void noneShowsADraftAnOldEditionOrAnUnopenedYear() {
        staff.unopened(1995);
        long unopened = staff.published(1995, "visits", "5月1日", "1995-05-01", "不可见之年");
        long draft = staff.drafted(2023, "visits", "5月18日", "2023-05-18", "不可见之稿");
        staff.drafted(14, 2023, "visits", "5月18日", "2023-05-18", "不可见之新版");

        var unseen = new Subject(Subject.Kind.PERSON, "不可见之人");
        staff.published(
                1995,
                "visits",
                new Content("不可见", "", EventDate.of("", "1995", 1995), "不可见。", "", null, List.of(unseen)));

        EXAMPLES.values().stream().flatMap(List::stream).forEach(example -> {
            var address = example.replace("DRAFT", String.valueOf(draft))
                    .replace("UNOPENED", String.valueOf(unopened))
                    .replace("UNSEEN", String.valueOf(unseen.id()));
            assertThat(reader.get(address).body()).as(address).doesNotContain("不可见", "1995年");
        });
        assertThat(Reader.entries(reader.page("/2023"))).hasSize(29);
    }
}
