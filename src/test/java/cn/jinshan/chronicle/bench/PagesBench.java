package cn.jinshan.chronicle.bench;

import cn.jinshan.chronicle.bench.Turns.Asking;
import cn.jinshan.chronicle.bench.Turns.Cost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures what a request costs the packaged application: of pages that are made, kept, or known to who asks, and of
 * the bare server that hands out as many bytes as the timeline has, each in a process of its own.
 */
@Tag("bench")
class PagesBench {

    private static final int CONNECTIONS = 16;

    private static final int SECONDS = Integer.getInteger("bench.seconds", 3);

    /** Jars of other builds to measure beside this one, such as the one before: name=path. */
    private static final String OTHERS = System.getProperty("bench.others", "");

    private static final String TIMELINE = "/2023";

    private static final Map<String, String> PAGES = new LinkedHashMap<>();

    static {
        PAGES.put("timeline", TIMELINE);
        PAGES.put("filter", "/2023?section=visits&month=5");
        PAGES.put("entry", "/entries/14");
        PAGES.put("search", "/search?q=%E6%9D%8E%E5%A9%B7");
        PAGES.put("subjects", "/subjects");
        PAGES.put("figures", "/2023/figures");
        PAGES.put("document", "/2023.json");
    }

    @TempDir
    private Path folder;

    private final List<MeasuredServer> running = new ArrayList<>();
    private final StringBuilder table = new StringBuilder(Cost.HEAD);

    @Test
    void theCostOfEveryPageIsWrittenDown() throws Exception {
        try {
            running.add(MeasuredServer.application(folder.resolve("this"), "-Xmx512m"));
            for (var other : OTHERS.isEmpty() ? List.<String>of() : List.of(OTHERS.split(","))) {
                var name = other.split("=")[0];
                running.add(MeasuredServer.application(
                        name, Path.of(other.split("=")[1]), folder.resolve(name), "-Xmx512m"));
            }
            var body = Files.write(folder.resolve("body"), running.get(0).ask(TIMELINE));
            try (var bare = MeasuredServer.bare(body)) {
                measure(bare);
            }
        } finally {
            running.forEach(MeasuredServer::close);
        }
        Files.writeString(Files.createDirectories(Path.of("target", "bench")).resolve("pages.md"), table);
    }

    private void measure(MeasuredServer bare) throws IOException {
        var making = new Turns(CONNECTIONS, Duration.ofSeconds(2L * SECONDS), Duration.ofSeconds(SECONDS));
        var handing = new Turns(CONNECTIONS, Duration.ofSeconds(SECONDS), Duration.ofSeconds((SECONDS + 1) / 2));
        // What all pages have in common is compiled before the first of them is measured
        for (var path : PAGES.values()) {
            running.forEach(
                    server -> Load.of(CONNECTIONS, server.port(), () -> path, Turns.MADE, Duration.ofSeconds(SECONDS)));
        }
        for (var page : PAGES.entrySet()) {
            write("made: " + page.getKey(), making.measure(askings(page.getValue(), Turns.MADE)));
        }
        Stream.concat(Stream.of(bare), running.stream())
                .forEach(server -> Load.of(
                        CONNECTIONS, server.port(), () -> TIMELINE, Turns.KEPT, Duration.ofSeconds(3L * SECONDS)));
        for (var page : PAGES.entrySet()) {
            var floor = page.getValue().equals(TIMELINE)
                    ? Stream.of(new Asking(bare, TIMELINE, Turns.KEPT))
                    : Stream.<Asking>of();
            var askings = Stream.concat(floor, Stream.of(askings(page.getValue(), Turns.KEPT)));
            write("kept: " + page.getKey(), handing.measure(askings.toArray(Asking[]::new)));
        }
        for (var page : PAGES.entrySet()) {
            write("304: " + page.getKey(), handing.measure(askings(page.getValue(), Turns.KNOWN)));
        }
    }

    private Asking[] askings(String path, String headers) {
        return running.stream().map(server -> new Asking(server, path, headers)).toArray(Asking[]::new);
    }

    private void write(String name, Map<Asking, Cost> costs) {
        costs.forEach((asking, cost) -> {
            var row = cost.row(
                    running.size() == 1 && running.contains(asking.server())
                            ? name
                            : name + ", " + asking.server().name());
            System.out.print(row);
            table.append(row);
        });
    }
}
