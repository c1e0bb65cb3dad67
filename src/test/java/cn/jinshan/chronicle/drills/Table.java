package cn.jinshan.chronicle.drills;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What came of the drills, printed once all are over and kept in {@code target/drills.md}. */
final class Table implements BeforeAllCallback {

    private static final List<String> LINES = new ArrayList<>();

    static {
        LINES.add("| drill | rounds | acknowledged | lost | not openable | worst start |");
        LINES.add("|---|---|---|---|---|---|");
    }

    /** Printed when JUnit is done with everything. */
    private static class Printed implements AutoCloseable {

        @Override
        public void close() {
            System.out.println();
            LINES.forEach(System.out::println);
            System.out.println();
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
        var line = String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %d | %.1f s |",
                drill,
                rounds,
                acknowledged,
                lost,
                notOpenable,
                worstStart.toMillis() / 1000.0);
        LINES.add(line);
        System.out.println(line);
        try {
            Files.write(
                    Path.of(System.getProperty("drills.table")),
                    List.of(line),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
