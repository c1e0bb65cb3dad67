package cn.jinshan.chronicle.drills;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What came of the drills, of all processes of one run, printed by each that is through and kept in {@code target}. */
final class Table implements BeforeAllCallback {

    private static final Path FILE = Path.of(System.getProperty("drills.table"));

    private static final String HEAD =
            "\n| drill | rounds | acknowledged | lost | not openable | worst start |\n|---|---|---|---|---|---|";

    /** Printed when JUnit is done with everything. */
    private static class Printed implements AutoCloseable {

        @Override
        public void close() throws IOException {
            if (Files.exists(FILE)) {
                System.out.println(HEAD);
                Files.readAllLines(FILE).forEach(System.out::println);
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
        var line = String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %d | %.1f s |",
                drill,
                rounds,
                acknowledged,
                lost,
                notOpenable,
                worstStart.toMillis() / 1000.0);
        System.out.println(line);
        try {
            Files.write(FILE, List.of(line), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
