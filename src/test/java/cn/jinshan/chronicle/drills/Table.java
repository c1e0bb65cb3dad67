package cn.jinshan.chronicle.drills;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What came of the drills, of all processes of one run, printed by each that is through and kept in {@code target}. */
final class Table implements BeforeAllCallback {

    private static final Path FILE = Path.of(System.getProperty("drills.table"));

    private static final String DURABILITY = "| drill | rounds | acknowledged | lost | not openable | worst start |";

    /** Printed when JUnit is done with everything. */
    private static class Printed implements AutoCloseable {

        @Override
        public void close() throws IOException {
            if (Files.exists(FILE)) {
                Files.readAllLines(FILE).stream()
                        .map(line -> line.split("\t", 2))
                        .collect(Collectors.groupingBy(
                                line -> line[0],
                                LinkedHashMap::new,
                                Collectors.mapping(line -> line[1], Collectors.joining("\n"))))
                        .forEach((head, lines) -> System.out.println(
                                "\n" + head + "\n" + head.replaceAll("[^|]+", "---") + "\n" + lines));
            }
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot()
                .getStore(ExtensionContext.Namespace.create(Table.class))
                .computeIfAbsent(Printed.class, key -> new Printed(), Printed.class);
    }

    /** How often a drill is done. */
    static int rounds(int usually) {
        return Integer.getInteger("drills.rounds", usually);
    }

    static void add(String drill, int rounds, int acknowledged, int lost, int notOpenable, Duration worstStart) {
        add(
                DURABILITY,
                drill,
                rounds,
                acknowledged,
                lost,
                notOpenable,
                String.format(Locale.ROOT, "%.1f s", worstStart.toMillis() / 1000.0));
    }

    /** Adds a line to the table that has such a head. */
    static void add(String head, Object... cells) {
        var line = Stream.of(cells).map(String::valueOf).collect(Collectors.joining(" | ", "| ", " |"));
        System.out.println(line);
        try {
            Files.write(FILE, List.of(head + "\t" + line), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
