package cn.jinshan.chronicle.drills;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Desk;
import cn.jinshan.chronicle.Desks;
import cn.jinshan.chronicle.EveryFormOfTheDesk;
import cn.jinshan.chronicle.Reader;
import cn.jinshan.chronicle.Staff;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/**
 * No request keeps a processor busy for more than a second, whatever its fields hold: every form of the desk and every
 * public one, each of its fields in turn filled with {@link HostileText}s, and comparisons of texts that share nothing.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.datasource.url=jdbc:h2:mem:cost")
@Import({Reader.class, Staff.class, Desks.class, CpuMeter.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CostDrill extends EveryFormOfTheDesk {

    private static final Duration LIMIT = Duration.ofSeconds(1);

    /** A longer request is sent twice more, and the second best of the three counts. */
    private static final Duration WORTH_A_SECOND_LOOK = Duration.ofMillis(400);

    private record Cost(Duration spent, String what) {}

    @Autowired
    Reader reader;

    @Autowired
    CpuMeter meter;

    private final Map<String, Cost> worst = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();
    private int requests;

    @BeforeAll
    void warmUp() throws Exception {
        for (int times = 0; times < 20; times++) {
            for (var path : List.of("/2023", "/entries/14", "/search?q=文艺", "/login", "/reports/new")) {
                reader.get(path);
            }
        }
        meter.longest();
    }

    @AfterAll
    void print() {
        System.out.println("\n| form | worst, CPU ms | with |\n|---|---|---|");
        worst.entrySet().stream()
                .sorted(comparing((Map.Entry<String, Cost> each) ->
                                each.getValue().spent())
                        .reversed())
                .forEach(each -> System.out.printf(
                        "| %s | %d | %s |%n",
                        each.getKey(),
                        each.getValue().spent().toMillis(),
                        each.getValue().what()));
        System.out.println(requests + " requests");
    }

    @Test
    @Order(2)
    void everyFormOfTheDesk() throws IOException {
        walkAll();
        assertBounded();
    }

    @Override
    protected void send(Desk desk, String route, String path, String verb, String... fields) {
        var page = Jsoup.parse(desk.get(path).body(), reader.address(path));
        var before = hasForm(page, path) ? Desk.fields(form(page, path)) : null;
        var first = submit(desk, path, before, fields);
        assertThat(first.statusCode())
                .as(route + ": " + Jsoup.parse(first.body()).select("main").text())
                .isLessThan(400);
        var name = "POST " + route.replaceFirst("\\?.*", "");
        var form = sendable(desk, path, before, fields);
        for (var field : form.keySet()) {
            // The second of several alike is read as the first is
            var texts = field.matches(".*\\[[1-9].*") ? List.<HostileText>of() : HostileText.of(field);
            for (var text : texts) {
                measure(name, field + " of " + text, () -> send(desk, path, form, Map.of(field, text.text())));
            }
        }
        for (var text : HostileText.KINDS) {
            var all = new LinkedHashMap<String, String>();
            form.keySet().stream()
                    .filter(field -> !field.startsWith("_") && !field.equals("version"))
                    .forEach(field -> all.put(field, text.nearLimit(field)));
            measure(name, "all of " + text.name(), () -> send(desk, path, form, all));
        }
        submit(desk, path, before, fields);
    }

    private static Element form(Element page, String path) {
        return page.select("main form[method=post]").stream()
                .filter(form -> form.attr("action").equals(path.replaceFirst("\\?.*", "")))
                .findFirst()
                .orElseThrow();
    }

    /** What stood in the form at first, with these fields. */
    private HttpResponse<String> submit(Desk desk, String path, Map<String, List<String>> before, String... fields) {
        var form = sendable(desk, path, before, fields);
        var changed = new LinkedHashMap<String, String>();
        for (int i = 0; i < fields.length; i += 2) {
            changed.put(fields[i], fields[i + 1]);
        }
        return send(desk, path, form, changed);
    }

    /** The same in a page that was opened just now. */
    private Map<String, List<String>> sendable(
            Desk desk, String path, Map<String, List<String>> before, String... fields) {
        var page = Jsoup.parse(desk.get(path).body(), reader.address(path));
        var now = hasForm(page, path) ? Desk.fields(form(page, path)) : new LinkedHashMap<String, List<String>>();
        var form = new LinkedHashMap<>(before == null ? now : before);
        for (var own : List.of("version", "_csrf", "_form", "formKey", "holder")) {
            if (now.containsKey(own)) {
                form.put(own, now.get(own));
            }
        }
        if (before == null) {
            var bare = bare(path, fields);
            for (int i = 0; i < bare.length; i += 2) {
                form.put(bare[i], List.of(bare[i + 1]));
            }
            form.put("_csrf", List.of(token(desk)));
        }
        return form;
    }

    private static String token(Desk desk) {
        return Jsoup.parse(desk.get("/admin/help").body())
                .select("[name=_csrf]")
                .val();
    }

    private HttpResponse<String> send(
            Desk desk, String path, Map<String, List<String>> form, Map<String, String> changed) {
        var fields = new LinkedHashMap<>(form);
        changed.forEach((field, text) -> fields.put(field, List.of(text)));
        var address = fields.containsKey("_form") ? path.replaceFirst("\\?.*", "") : path;
        return desk.post(URI.create(reader.address(address)), fields);
    }

    @Test
    @Order(1)
    void everyFormThatAsks() throws IOException {
        var desk = desks.administrator();
        var reading = Files.readAllLines(Path.of("src/test/resources/routes.txt")).stream()
                .filter(row -> row.startsWith("GET ") && row.endsWith("allowed"))
                .map(row -> row.split(" +")[1])
                .filter(path -> !path.contains("{") && !path.contains("."));
        for (var path :
                Stream.concat(Stream.of("/2023", "/entries/14"), reading).toList()) {
            for (var form : Jsoup.parse(desk.get(path).body()).select("form[method=get], form:not([method])")) {
                var fields = Desk.fields(form);
                for (var field : fields.keySet()) {
                    var asked = form.attr("action").isEmpty() ? path : form.attr("action");
                    for (var text : HostileText.KINDS) {
                        for (int length : List.of(100, 700)) {
                            measure(
                                    "GET " + asked,
                                    field + " of " + length + " " + text.name(),
                                    () -> desk.get(asked + "?" + URLEncoder.encode(field, StandardCharsets.UTF_8) + "="
                                            + URLEncoder.encode(text.text(length), StandardCharsets.UTF_8)));
                        }
                    }
                }
            }
        }
        for (var many : List.of("month=5&", "section=visits&", "section=x&", "month=none&", "page=2&", "q=a&")) {
            for (var path : List.of("/2023", "/2023.json", "/2023/booklet", "/search", "/subjects", "/admin/entries")) {
                measure("GET " + path, "many " + many, () -> desk.get(path + "?" + many.repeat(7000 / many.length())));
            }
        }
        assertBounded();
    }

    /** The last, after the one that asks for a password again and again: who guesses too often has to wait. */
    @Test
    @Order(3)
    void everyFormOfReaders() {
        var stranger = desks.anonymous();
        for (var path : List.of("/reports/new", "/reading", "/login")) {
            var page = Jsoup.parse(stranger.get(path).body(), reader.address(path));
            for (var form : page.select("main form[method=post]")) {
                var fields = Desk.fields(form);
                for (var field : fields.keySet()) {
                    for (var text : HostileText.of(field)) {
                        measure(
                                "POST " + form.attr("action"),
                                field + " of " + text,
                                () -> stranger.post(
                                        URI.create(form.absUrl("action")),
                                        Stream.of(fields, Map.of(field, List.of(text.text())))
                                                .flatMap(each -> each.entrySet().stream())
                                                .collect(
                                                        LinkedHashMap::new,
                                                        (all, each) -> all.put(each.getKey(), each.getValue()),
                                                        Map::putAll),
                                        "Sec-Fetch-Site",
                                        "same-origin"));
                    }
                }
            }
        }
        assertBounded();
    }

    @Test
    @Order(1)
    void choosingAPassword() {
        var administrator = desks.administrator();
        int invited = 0;
        for (var text : HostileText.KINDS) {
            var link = Jsoup.parse(administrator
                            .submit("/admin/staff/new", "name", "cost" + invited++, "fullName", "费时", "role", "EDITOR")
                            .body())
                    .select("#link")
                    .attr("href");
            for (int length : List.of(12, 24, 100, 256, 20_000)) {
                var password = text.text(length);
                measure(
                        "POST /invitations/{token}",
                        length + " " + text.name(),
                        () -> desks.anonymous().submit(link, "password", password, "passwordAgain", password + "x"));
            }
        }
        assertBounded();
    }

    @Test
    @Order(1)
    void textsThatShareNothing() {
        var desk = desks.administrator();
        staff.opened(1963);
        for (var kind : HostileText.ALIKE) {
            int number = 0;
            var begun = desk.submit("/admin/entries/new?year=1963", written(kind, number++));
            var entry = begun.uri().getPath().replaceFirst("\\?.*", "");
            desk.submit(entry + "/publication", "reason", "测试");
            var stale = desk.page(entry);
            desk.submit(entry, written(kind, number++));
            desk.submit(entry, written(kind, number++));
            for (var page : List.of(
                    "", "/compare", "/compare?from=1&to=2", "/approval-sheet", "/history", "/preview", "/saves")) {
                measure("GET /admin/entries/{id}" + page, kind.name(), () -> desk.get(entry + page));
            }
            for (var save :
                    desk.page(entry + "/saves").select("main a[href*=/saves/]").eachAttr("href")) {
                measure("GET /admin/entries/{id}/saves/{number}", kind.name(), () -> desk.get(save));
            }
            var theirs = written(kind, number++);
            measure("POST /admin/entries/{id}, stale", kind.name(), () -> desk.submit(stale.clone(), theirs));
        }
        assertBounded();
    }

    private static String[] written(HostileText.Kind kind, int number) {
        return new String[] {
            "date",
            "5月1日",
            "title",
            kind.text(190, number),
            "section",
            "visits",
            "body",
            kind.text(19_900, number),
            "easyRead",
            kind.text(19_900, number + 10)
        };
    }

    private void measure(String form, String what, Supplier<HttpResponse<String>> request) {
        var spent = new ArrayList<Duration>();
        do {
            spent.add(sent(form, what, request));
        } while (spent.get(0).compareTo(WORTH_A_SECOND_LOOK) > 0 && spent.size() < 3);
        spent.sort(comparing(each -> each));
        var cost = new Cost(spent.get(spent.size() / 2), what);
        worst.merge(form, cost, (one, other) -> one.spent().compareTo(other.spent()) >= 0 ? one : other);
        if (cost.spent().compareTo(LIMIT) > 0) {
            failures.add(form + ", " + what + ": " + cost.spent().toMillis() + " ms");
        }
    }

    private Duration sent(String form, String what, Supplier<HttpResponse<String>> request) {
        try {
            meter.longest();
            var answer = request.get();
            requests++;
            if (answer.statusCode() >= 500) {
                failures.add(form + ", " + what + ": " + answer.statusCode());
            }
            return Objects.requireNonNull(meter.longest());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void assertBounded() {
        assertThat(failures).isEmpty();
    }
}
