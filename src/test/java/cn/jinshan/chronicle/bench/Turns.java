package cn.jinshan.chronicle.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Measures several things in turns, after each has been warmed up, so that whatever else the machine does meets all.
 */
final class Turns {

    /** A part is never kept, so that the whole page is made. */
    static final String MADE = "Range: bytes=0-\r\n";

    static final String KEPT = "";

    static final String KNOWN = "If-None-Match: *\r\n";

    private static final int ROUNDS = Integer.getInteger("bench.turns", 3);

    private final int connections;
    private final Duration warmUp;
    private final Duration turn;

    Turns(int connections, Duration warmUp, Duration turn) {
        this.connections = connections;
        this.warmUp = warmUp;
        this.turn = turn;
    }

    /** @param headers one of those above */
    record Asking(MeasuredServer server, Supplier<String> paths, String headers) {

        Asking(MeasuredServer server, String path, String headers) {
            this(server, () -> path, headers);
        }
    }

    /**
     * What a request cost, the medians of all turns.
     *
     * @param processor of the server, in milliseconds
     * @param median of the answers' time, in milliseconds
     */
    record Cost(double processor, double perSecond, double median, double high, int bytes, String memory) {

        static final String HEAD =
                "| what | ms of the processor | a second | ms, median | ms, 99 % | bytes | PSS, MiB |\n"
                        + "| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n";

        String row(String name) {
            return String.format(
                    Locale.ROOT,
                    "| %s | %.3f | %,.0f | %.2f | %.2f | %,d | %s |%n",
                    name,
                    processor,
                    perSecond,
                    median,
                    high,
                    bytes,
                    memory);
        }
    }

    Map<Asking, Cost> measure(Asking... askings) throws IOException {
        var loads = new LinkedHashMap<Asking, List<Load>>();
        var processor = new LinkedHashMap<Asking, List<Double>>();
        for (var asking : askings) {
            load(asking, warmUp);
            loads.put(asking, new ArrayList<>());
            processor.put(asking, new ArrayList<>());
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (var asking : askings) {
                var before = asking.server.processor();
                var load = load(asking, turn);
                var used = asking.server.processor().minus(before);
                loads.get(asking).add(load);
                processor.get(asking).add(used.toNanos() / 1e6 / load.nanos().length);
            }
        }
        var costs = new LinkedHashMap<Asking, Cost>();
        for (var asking : askings) {
            var all = loads.get(asking);
            costs.put(
                    asking,
                    new Cost(
                            Load.median(processor.get(asking)),
                            Load.median(all.stream()
                                    .map(load -> load.nanos().length * 1e9 / turn.toNanos())
                                    .toList()),
                            Load.percentile(all, 50),
                            Load.percentile(all, 99),
                            all.get(0).bytes(),
                            asking.server.memory()));
        }
        return costs;
    }

    private Load load(Asking asking, Duration duration) {
        return Load.of(connections, asking.server.port(), asking.paths, asking.headers, duration);
    }
}
