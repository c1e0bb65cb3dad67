package cn.jinshan.chronicle.drills;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A thousand callers who are slow, of whatever kind, hold up nobody else. */
@ExtendWith(Table.class)
class SlowCallersDrill {

    private static final String HEAD =
            "| 1,000 slow callers | chronicle.proxies | connected at the end | answered 408 | 429 |"
                    + " other answers | timelines read | p50 ms | p95 ms | worst ms | forms of a resident taken |";

    private static final int CALLERS = 1_000;

    private static final Duration USUALLY = Duration.ofSeconds(12);

    /** Until a body that is too slow is refused. */
    private static final Duration LONGEST = Duration.ofSeconds(26);

    @TempDir
    Path folder;

    @Test
    void asDelivered() throws Exception {
        try (var application = Application.in(folder)) {
            var clerk = CompletableFuture.supplyAsync(() -> sentSlowly(application.port(), 200_000, 5_000));
            for (var kind : SlowCallers.Kind.values()) {
                var forms = beside(kind, application.port(), "loopback");
                assertThat(forms).as(kind.name()).isNotEmpty().containsOnly(303);
            }
            assertThat(clerk.get()).startsWith("HTTP/1.1 303");
            assertThat(application.errors()).isEmpty();
        }
    }

    @Test
    void whereNoProxyIsNamed() throws Exception {
        try (var application = Application.in(folder, "--chronicle.proxies=")) {
            for (var kind : EnumSet.of(
                    SlowCallers.Kind.BODIES_OF_REPORTS,
                    SlowCallers.Kind.BODIES_OF_SETTINGS,
                    SlowCallers.Kind.READERS)) {
                // Who has the same address has to wait as well
                assertThat(Set.copyOf(beside(kind, application.port(), "none"))).isSubsetOf(303, 429);
            }
            assertThat(application.errors()).isEmpty();
        }
    }

    /** What the forms of a resident were answered, beside callers who leave a timeline readable. */
    private static List<Integer> beside(SlowCallers.Kind kind, int port, String proxies) throws Exception {
        var client = HttpClient.newHttpClient();
        var times = new ArrayList<Long>();
        var forms = new ArrayList<Integer>();
        try (var callers = new SlowCallers(kind, CALLERS, port)) {
            var lasting = kind == SlowCallers.Kind.BODIES_OF_SETTINGS ? LONGEST : USUALLY;
            long end = System.nanoTime() + lasting.toNanos();
            var thread = callers.goOn(end);
            while (System.nanoTime() < end) {
                long began = System.nanoTime();
                assertThat(client.send(asked(port, "/2023").build(), HttpResponse.BodyHandlers.ofString())
                                .statusCode())
                        .isEqualTo(200);
                times.add(Duration.ofNanos(System.nanoTime() - began).toMillis());
                if (times.size() % 10 == 1) {
                    forms.add(client.send(form(port), HttpResponse.BodyHandlers.discarding())
                            .statusCode());
                }
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
            thread.join();
            times.sort(null);
            long p95 = times.get(times.size() * 95 / 100);
            Table.add(
                    HEAD,
                    kind,
                    proxies,
                    callers.connected(),
                    callers.answered(408),
                    callers.answered(429),
                    callers.answeredOtherThan(408, 429),
                    times.size(),
                    times.get(times.size() / 2),
                    p95,
                    times.get(times.size() - 1),
                    forms.stream().filter(status -> status == 303).count() + " of " + forms.size());
            assertThat(p95).as(kind.name()).isLessThan(1_000);
        }
        return forms;
    }

    private static HttpRequest.Builder asked(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private static HttpRequest form(int port) {
        return asked(port, "/reading")
                .headers("Content-Type", "application/x-www-form-urlencoded", "Sec-Fetch-Site", "same-origin")
                .POST(HttpRequest.BodyPublishers.ofString("size=large"))
                .build();
    }

    /** The answer to a form with many fields of somebody with a slow line. */
    private static String sentSlowly(int port, int bytes, int aSecond) {
        try (var socket = new Socket("localhost", port)) {
            var out = socket.getOutputStream();
            out.write(("POST /reading HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: " + bytes
                            + "\r\nSec-Fetch-Site: same-origin\r\n"
                            + "Content-Type: application/x-www-form-urlencoded\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            for (int sent = 0; sent < bytes; sent += aSecond) {
                out.write(("&x=" + "a".repeat(Math.min(aSecond, bytes - sent) - 3))
                        .getBytes(StandardCharsets.US_ASCII));
                LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
            }
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
