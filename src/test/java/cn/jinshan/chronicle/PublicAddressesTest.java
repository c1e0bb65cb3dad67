package cn.jinshan.chronicle;

import static org.assertj.core.api.Assertions.assertThat;

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

    private static final Map<String, List<String>> EXAMPLES = Map.of(
            "/", List.of("/", "/?month=5", "/?view=sections"),
            "/{year:\\d{4}}",
                    List.of(
                            "/2023",
                            "/2023?month=5",
                            "/2023?month=none",
                            "/2023?section=visits",
                            "/2023?view=sections",
                            "/2023?order=newest",
                            "/2023?lang=en",
                            "/1995"),
            "/{year:\\d{4}}.json", List.of("/2023.json", "/2023.json?section=visits&month=5", "/1995.json"),
            "/entries/{id:[1-9]\\d{0,17}}",
                    List.of("/entries/14", "/entries/11", "/entries/DRAFT", "/entries/UNOPENED"),
            "/search",
                    List.of(
                            "/search",
                            "/search?q=%E4%B8%8D%E5%8F%AF%E8%A7%81",
                            "/search?q=走访&month=5",
                            "/search?q=不可见之槁",
                            "/search?q=1995年",
                            "/search?q=张堰&year=1995"),
            "/reports/new",
                    List.of(
                            "/reports/new",
                            "/reports/new?entry=14",
                            "/reports/new?entry=DRAFT",
                            "/reports/new?entry=UNOPENED"),
            "/reports/thanks",
                    List.of(
                            "/reports/thanks",
                            "/reports/thanks?entry=14",
                            "/reports/thanks?entry=DRAFT",
                            "/reports/thanks?entry=UNOPENED"),
            "/assets/{name:[a-z]+}-{hash:[0-9a-f]+}.{type:css|js}", List.of("/assets/screen-0.css"),
            "/error", List.of("/error"));

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

        EXAMPLES.values().stream().flatMap(List::stream).forEach(example -> {
            var address = example.replace("DRAFT", String.valueOf(draft)).replace("UNOPENED", String.valueOf(unopened));
            assertThat(reader.get(address).body()).as(address).doesNotContain("不可见", "1995年");
        });
        assertThat(Reader.entries(reader.page("/2023"))).hasSize(29);
    }
}
