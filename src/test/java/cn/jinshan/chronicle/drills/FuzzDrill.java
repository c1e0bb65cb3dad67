package cn.jinshan.chronicle.drills;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.server.RandomRequests;
import cn.jinshan.chronicle.server.RandomRequests.Part;
import cn.jinshan.chronicle.server.RawCaller;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is sent, in ten thousand ways for each part of a request, nothing breaks and every answer has the headers.
 */
@ExtendWith(Table.class)
class FuzzDrill {

    private static final String HEAD =
            "| fuzz of | requests | answered 2xx, 3xx | 4xx | closed | 5xx or without headers | lines of log |";

    private static final int REQUESTS = 10_000;
    private static final int CALLERS = 4;

    @TempDir
    Path folder;

    @Test
    void nothingBreaks() throws Exception {
        try (var application = Application.in(folder)) {
            for (var part : Part.values()) {
                int said = application.lines().size();
                Map<Integer, Integer> statuses = new ConcurrentHashMap<>();
                Queue<String> wrongs = new ConcurrentLinkedQueue<>();
                send(part, application.port(), statuses, wrongs);
                int lines = application.lines().size() - said;
                Table.add(
                        HEAD,
                        part,
                        REQUESTS,
                        statuses.getOrDefault(2, 0) + statuses.getOrDefault(3, 0),
                        statuses.getOrDefault(4, 0),
                        statuses.getOrDefault(0, 0),
                        wrongs.size(),
                        lines);
                assertThat(wrongs).isEmpty();
                assertThat(application.lines().stream().skip(said))
                        .noneMatch(line -> line.matches(".* (WARN|ERROR) \\d+ .*|\\s+at .*"));
            }
        }
    }

    /** Each caller has a seed of its own. */
    private static void send(Part part, int port, Map<Integer, Integer> statuses, Queue<String> wrongs)
            throws InterruptedException, ExecutionException {
        var callers = Executors.newFixedThreadPool(CALLERS);
        try {
            var sent = IntStream.range(0, CALLERS)
                    .<Future<?>>mapToObj(seed -> callers.submit(() -> {
                        send(part, seed, new RawCaller(port), statuses, wrongs);
                        return null;
                    }))
                    .toList();
            for (var each : sent) {
                each.get();
            }
        } finally {
            callers.shutdownNow();
        }
    }

    private static void send(
            Part part, int seed, RawCaller caller, Map<Integer, Integer> statuses, Queue<String> wrongs)
            throws IOException {
        var requests = new RandomRequests(100L * part.ordinal() + seed);
        for (int i = 0; i < REQUESTS / CALLERS; i++) {
            var request = requests.next(part);
            var answer = caller.ask(request);
            statuses.merge(RawCaller.status(answer) / 100, 1, Integer::sum);
            RawCaller.wrongs(answer).stream()
                    .map(wrong -> wrong + ": " + new String(request, StandardCharsets.ISO_8859_1))
                    .forEach(wrongs::add);
        }
    }
}
