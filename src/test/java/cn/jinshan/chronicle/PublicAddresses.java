package cn.jinshan.chronicle;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The addresses that anybody may ask for, with examples of each; {@code DRAFT} and {@code UNOPENED} are entries. */
public final class PublicAddresses {

    /** Whatever {@link RoutesTest} asks for. */
    private static final String STAFF = "/(admin|login|setup|invitations)(/.*)?";

    static final Map<String, List<String>> EXAMPLES = Map.ofEntries(
            Map.entry("/", List.of("/?month=5", "/", "/?view=sections")),
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
                    "/entries/{id:[1-9]\\d{0,17}}/easy",
                    List.of("/entries/14/easy", "/entries/DRAFT/easy", "/entries/UNOPENED/easy")),
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
            Map.entry("/assets/{name:[a-z]+}-{hash:[0-9a-f]+}.css", List.of("/assets/screen-0.css")),
            Map.entry("/assets/{name:[a-z]+}-{hash:[0-9a-f]+}.js", List.of("/assets/read-0.js")),
            Map.entry("/error", List.of("/error")),
            Map.entry(
                    "/subjects",
                    List.of("/subjects", "/subjects?kind=person", "/subjects?by=strokes", "/subjects?lang=en")),
            Map.entry("/subjects/{id:[1-9]\\d{0,17}}", List.of("/subjects/1", "/subjects/UNSEEN")),
            Map.entry("/words", List.of("/words", "/words?lang=en")),
            Map.entry(
                    "/search",
                    List.of(
                            "/search?q=李婷",
                            "/search?q=正文",
                            "/search",
                            "/search?q=正文&lang=en",
                            "/search?q=正文&year=1995")),
            Map.entry("/{year:\\d{4}}/figures", List.of("/2023/figures", "/2023/figures?lang=en", "/1995/figures")),
            Map.entry(
                    "/{year:\\d{4}}/booklet",
                    List.of(
                            "/2023/booklet",
                            "/2023/booklet?size=large",
                            "/2023/booklet?text=easy",
                            "/2023/booklet?lang=en",
                            "/1995/booklet")),
            Map.entry("/reading", List.of("/reading", "/reading?back=/entries/DRAFT")),
            Map.entry("/about", List.of("/about")),
            Map.entry("/accessibility", List.of("/accessibility")),
            Map.entry("/favicon.ico", List.of("/favicon.ico")),
            Map.entry("/icon.svg", List.of("/icon.svg")),
            Map.entry("/apple-touch-icon.png", List.of("/apple-touch-icon.png")),
            Map.entry("/share.png", List.of("/share.png")),
            Map.entry("/pointer.png", List.of("/pointer.png")),
            Map.entry("/robots.txt", List.of("/robots.txt")),
            Map.entry("/sitemap.xml", List.of("/sitemap.xml", "/sitemap.xml?page=1")));

    /** What answers a public mapping that is no page for people. */
    private static final String NO_PAGE = "/(error|assets/.*|.*\\.(json|csv|xlsx|docx|txt|atom|xml|ico|svg|png))";

    private PublicAddresses() {}

    /** All public mappings. */
    static Set<String> patterns(RequestMappingHandlerMapping mappings) {
        return mappings.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(pattern -> !pattern.matches(STAFF))
                .collect(Collectors.toSet());
    }

    /** Every example; {@link PublicAddressesTest} fails where a mapping has none. */
    public static Stream<String> all() {
        return EXAMPLES.values().stream().flatMap(List::stream);
    }

    /** The first example of every public page; that of {@code /} is not the whole year that its own address shows. */
    public static Stream<String> pages() {
        return EXAMPLES.entrySet().stream()
                .filter(example -> !example.getKey().matches(NO_PAGE))
                .map(example -> example.getValue().get(0))
                .sorted();
    }
}
