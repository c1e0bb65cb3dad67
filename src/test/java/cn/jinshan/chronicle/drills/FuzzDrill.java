package cn.jinshan.chronicle.drills;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Desk;
import cn.jinshan.chronicle.Fuzz;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Strangers send what no browser sends, and an administrator's browser sends forms that nobody filled in so. */
class FuzzDrill {

    private static final int REQUESTS = 10_000;
    private static final int SENDERS = 4;

    @TempDir
    Path folder;

    @Test
    void nothingThatIsSentMakesA5xxAndEveryAnswerHasItsHeaders() throws Exception {
        var wrong = new ArrayList<String>();
        var table = new ArrayList<String>();
        try (var application = Application.in(folder)) {
            var desk = application.desk().signIn(Application.ADMINISTRATOR, Application.PASSWORD);
            for (var kind : Fuzz.Kind.values()) {
                long began = System.nanoTime();
                var found = found(application.port(), kind, desk);
                found.forEach(each -> wrong.addAll(each.wrong()));
                table.add("| %s | %d | %s | %d | %d s |"
                        .formatted(
                                kind,
                                REQUESTS,
                                statuses(found),
                                found.stream()
                                        .mapToInt(each -> each.wrong().size())
                                        .sum(),
                                Duration.ofNanos(System.nanoTime() - began).toSeconds()));
            }
            System.out.println("\n| made up | requests | answers | wrong | time |\n|---|---|---|---|---|");
            table.forEach(System.out::println);
            assertThat(application.desk().get("/2023").statusCode()).isEqualTo(200);
            assertThat(application.errors()).isEmpty();
        }
        assertThat(wrong).isEmpty();
    }

    private static List<Fuzz.Found> found(int port, Fuzz.Kind kind, Desk desk) {
        var forms = Fuzz.routes("POST").stream()
                .filter(path -> !path.matches("/logout|/admin/me/.*|/admin/staff/.*"))
                .toList();
        var threads = Executors.newFixedThreadPool(SENDERS);
        try {
            return Stream.iterate(1, seed -> seed + 1)
                    .limit(SENDERS)
                    .map(seed -> CompletableFuture.supplyAsync(
                            () -> new Fuzz(port, seed, forms, () -> cookies(desk, port)).send(kind, REQUESTS / SENDERS),
                            threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        } finally {
            threads.shutdown();
        }
    }

    private static String cookies(Desk desk, int port) {
        return "Cookie: "
                + desk.cookies().getCookieStore().get(URI.create("http://localhost:" + port)).stream()
                        .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                        .collect(Collectors.joining("; "))
                + "\r\nX-CSRF-TOKEN: " + desk.token() + "\r\n";
    }

    private static String statuses(List<Fuzz.Found> found) {
        return found.stream()
                .flatMap(each -> each.statuses().entrySet().stream())
                .collect(Collectors.toMap(
                        each -> each.getKey(), each -> each.getValue(), Integer::sum, java.util.TreeMap::new))
                .toString();
    }
}
