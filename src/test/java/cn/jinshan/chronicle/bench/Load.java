package cn.jinshan.chronicle.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** What callers who ask again and again were answered, and how long each answer took. */
record Load(long[] nanos, int bytes) {

    /**
     * Asks for so long.
     *
     * @param headers further ones, each with its line end
     */
    static Load of(int connections, int port, Supplier<String> paths, String headers, Duration duration) {
        var bytes = new AtomicInteger();
        long end = System.nanoTime() + duration.toNanos();
        var threads = Executors.newFixedThreadPool(connections);
        try {
            var taken = IntStream.range(0, connections)
                    .mapToObj(connection -> CompletableFuture.supplyAsync(
                            () -> {
                                var each = LongStream.builder();
                                try (var caller = new Connection(port)) {
                                    for (long start = System.nanoTime(), now; start < end; start = now) {
                                        bytes.setPlain(caller.ask(paths.get(), headers).length);
                                        now = System.nanoTime();
                                        each.add(now - start);
                                    }
                                } catch (IOException e) {
                                    throw new UncheckedIOException(e);
                                }
                                return each.build();
                            },
                            threads))
                    .toList();
            return new Load(
                    taken.stream()
                            .flatMapToLong(CompletableFuture::join)
                            .sorted()
                            .toArray(),
                    bytes.get());
        } finally {
            threads.shutdown();
        }
    }

    /** In milliseconds, of so many percent of all answers at most. */
    static double percentile(List<Load> loads, int percent) {
        var all = loads.stream()
                .flatMapToLong(load -> Arrays.stream(load.nanos))
                .sorted()
                .toArray();
        return all[Math.min(all.length - 1, all.length * percent / 100)] / 1e6;
    }

    static double median(List<Double> values) {
        var sorted = new ArrayList<>(values);
        sorted.sort(null);
        return sorted.get(sorted.size() / 2);
    }
}
