package cn.jinshan.chronicle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every mapping answers each kind of user as {@code routes.txt} says (OWASP ASVS 5.0, 8.2.1); a mapping without a row
 * there fails. Nothing is changed: the forms are empty, and are sent to things that do not exist.
 */
@WholeApplication
class RoutesTest {

    private static final Path TABLE = Path.of("src/test/resources/routes.txt");

    /** What the filters answer, which is mapped to no controller. */
    private static final List<String> OF_FILTERS = List.of("POST /login", "POST /logout");

    /** What stands in the place of a variable; a variable that is not named here is a number of nothing. */
    private static final Map<String, String> EXAMPLES =
            Map.of("year", "1979", "name", "screen", "hash", "0", "token", "none", "file", "none.zip");

    private static final String OF_NOTHING = "999999999";

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)(?::(?:[^{}]|\\{[^{}]*})*)?}");

    @Autowired
    Desks desks;

    @Autowired
    Staff staff;

    @Autowired
    RequestMappingHandlerMapping mappings;

    @Test
    void everyRouteAnswersEveryRoleAsTheTableSays() throws IOException {
        var routes = Stream.concat(
                        OF_FILTERS.stream(),
                        mappings.getHandlerMethods().keySet().stream().flatMap(RoutesTest::routes))
                .sorted()
                .toList();
        var asked = new LinkedHashMap<String, List<String>>();
        for (var route : routes) {
            asked.put(route, List.of());
        }
        for (var who : List.of("anonymous", "editor", "reviewer", "administrator")) {
            var desk = signedIn(who);
            for (var route : routes) {
                var answer = answer(ask(desk, route));
                asked.computeIfPresent(
                        route,
                        (same, before) -> Stream.concat(before.stream(), Stream.of(answer))
                                .toList());
                if (route.equals("POST /logout")) {
                    desk = signedIn(who);
                }
            }
        }

        var found = asked.entrySet().stream()
                .map(route -> "%-72s %-10s %-10s %-10s %s"
                        .formatted(
                                route.getKey(),
                                route.getValue().get(0),
                                route.getValue().get(1),
                                route.getValue().get(2),
                                route.getValue().get(3)))
                .toList();
        Files.write(Path.of("target/routes.txt"), found);
        assertThat(found)
                .as("target/routes.txt is what was found")
                .containsExactlyElementsOf(Files.readAllLines(TABLE).stream()
                        .filter(line -> !line.startsWith("#"))
                        .toList());
    }

    private Desk signedIn(String who) {
        return switch (who) {
            case "editor" -> desks.anonymous().signIn(named("routes-e", "EDITOR"), Staff.PASSWORD);
            case "reviewer" -> desks.anonymous().signIn(named("routes-r", "REVIEWER"), Staff.PASSWORD);
            case "administrator" -> desks.anonymous().signIn(named("routes-a", "ADMINISTRATOR"), Staff.PASSWORD);
            default -> desks.anonymous();
        };
    }

    private String named(String name, String role) {
        staff.account(name, name, role);
        return name;
    }

    private static Stream<String> routes(RequestMappingInfo mapping) {
        Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        var named = methods.isEmpty()
                ? Set.of("GET", "POST")
                : methods.stream().map(Enum::name).collect(Collectors.toSet());
        return mapping.getPatternValues().stream()
                .flatMap(pattern -> named.stream().map(method -> method + " " + pattern));
    }

    private static HttpResponse<String> ask(Desk desk, String route) {
        var method = route.substring(0, route.indexOf(' '));
        var path = VARIABLE.matcher(route.substring(route.indexOf(' ') + 1))
                .replaceAll(variable -> EXAMPLES.getOrDefault(variable.group(1), OF_NOTHING));
        return switch (method) {
            case "GET" -> desk.get(path);
            case "POST" -> desk.post(path);
            default -> throw new AssertionError("Nobody asks for " + route);
        };
    }

    private static String answer(HttpResponse<String> answer) {
        if (answer.headers().firstValue("Location").orElse("").startsWith("/login?next")
                || (answer.statusCode() == 403 && answer.body().contains("action=\"/login\""))) {
            return "sign-in";
        }
        assertThat(answer.statusCode()).as(answer.uri().toString()).isLessThan(500);
        return answer.statusCode() == 401 || answer.statusCode() == 403 ? "forbidden" : "allowed";
    }
}
