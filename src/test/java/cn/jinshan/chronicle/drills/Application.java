package cn.jinshan.chronicle.drills;

import cn.jinshan.chronicle.Desk;
import cn.jinshan.chronicle.Disk;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The packaged application, as a process of its own. */
final class Application implements AutoCloseable {

    static final String ADMINISTRATOR = "admin";
    static final String PASSWORD = "春风茶杯七只猫走路";

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final Pattern LISTENS = Pattern.compile("Jetty started on port (\\d+)");

    private final Process process;
    private final List<String> lines = new ArrayList<>();
    private final CompletableFuture<Integer> listening = new CompletableFuture<>();
    private final CompletableFuture<Void> started = new CompletableFuture<>();
    private final Thread listener = new Thread(this::listen);
    private final Duration start;
    private final int port;

    private Application(List<String> command) throws IOException {
        var began = System.nanoTime();
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("CHRONICLE_ADMIN_PASSWORD", PASSWORD);
        process = builder.start();
        listener.start();
        try {
            started.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            port = listening.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            process.destroyForcibly();
            throw new DidNotStartException(String.join("\n", lines()));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        start = Duration.ofNanos(System.nanoTime() - began);
    }

    /** It did not come up; the message is all that it said. */
    static class DidNotStartException extends RuntimeException {

        DidNotStartException(String said) {
            super(said);
        }
    }

    /** On the H2 file in a folder, or wherever the settings say. */
    static Application in(Path folder, String... settings) throws IOException {
        return new Application(command(Extracted.arguments(), folder, settings));
    }

    /** On a machine that speaks another language. */
    static Application speaking(String language, Path folder) throws IOException {
        return new Application(command(
                Stream.concat(
                                Stream.of("-Duser.language=" + language, "-Duser.region="),
                                Extracted.arguments().stream())
                        .toList(),
                folder));
    }

    /** On a disk that can be full and of which a record is kept in a file. */
    static Application onADisk(Path folder, Path record) throws IOException {
        var classes = classes(Files.createTempDirectory("disk"), Disk.class, OnADisk.class);
        var url = "--spring.datasource.url=jdbc:h2:file:" + Disk.SCHEME + ":" + folder.resolve("chronicle")
                + H2File.SETTINGS;
        return new Application(command(
                List.of(
                        "-Dloader.path=" + classes,
                        "-Dloader.main=" + OnADisk.class.getName(),
                        "-cp",
                        jar(),
                        "org.springframework.boot.loader.launch.PropertiesLauncher",
                        record.toString()),
                folder,
                url));
    }

    /** Does one thing while the application is stopped, and ends. */
    static Process command(Path folder, String command, String... settings) throws IOException {
        var all = Stream.concat(Stream.of(command), Stream.of(settings)).toArray(String[]::new);
        return new ProcessBuilder(command(Extracted.arguments(), folder, all))
                .redirectErrorStream(true)
                .start();
    }

    private static List<String> command(List<String> program, Path folder, String... settings) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var options = List.of(java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m", "-Dfile.encoding=UTF-8");
        var arguments = List.of("--chronicle.data=" + folder, "--server.port=0", "--spring.main.banner-mode=off");
        return Stream.of(options, program, arguments, List.of(settings))
                .flatMap(List::stream)
                .toList();
    }

    /**
     * What the jar holds, taken out by itself, with an archive of its classes: it starts in less than half the time.
     */
    private static final class Extracted {

        private static final Path FOLDER;

        static {
            try {
                FOLDER = Files.createTempDirectory("application");
                var extraction = new ProcessBuilder(
                                java(), "-Djarmode=tools", "-jar", jar(), "extract", "--destination", folder("jar"))
                        .inheritIO()
                        .start();
                if (extraction.waitFor() != 0) {
                    throw new IllegalStateException("It does not extract itself");
                }
                var first = Stream.of("-XX:ArchiveClassesAtExit=" + folder("classes.jsa"), "-jar", program());
                new Application(command(first.toList(), FOLDER.resolve("data"))).stop();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        static List<String> arguments() {
            return List.of("-XX:SharedArchiveFile=" + folder("classes.jsa"), "-jar", program());
        }

        private static String program() {
            return Path.of(folder("jar")).resolve(Path.of(jar()).getFileName()).toString();
        }

        private static String folder(String name) {
            return FOLDER.resolve(name).toString();
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static String jar() {
        return System.getProperty("drills.jar");
    }

    /** Copies these alone: the application would take any other class of the tests for its own. */
    private static Path classes(Path folder, Class<?>... classes) throws IOException {
        var compiled = Path.of(System.getProperty("drills.classes"));
        for (var each : classes) {
            var packaged = Path.of(each.getPackageName().replace('.', '/'));
            Files.createDirectories(folder.resolve(packaged));
            try (var files = Files.newDirectoryStream(compiled.resolve(packaged), each.getSimpleName() + "*.class")) {
                for (var file : files) {
                    Files.copy(file, folder.resolve(packaged).resolve(file.getFileName()));
                }
            }
        }
        return folder;
    }

    private void listen() {
        try (BufferedReader said = process.inputReader()) {
            for (var line = said.readLine(); line != null; line = said.readLine()) {
                synchronized (lines) {
                    lines.add(line);
                }
                var port = LISTENS.matcher(line);
                if (port.find()) {
                    listening.complete(Integer.valueOf(port.group(1)));
                }
                if (line.contains("Started ChronicleApplication")) {
                    started.complete(null);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            started.completeExceptionally(new IllegalStateException("It ended"));
        }
    }

    Desk desk() {
        return Desk.at(port);
    }

    int port() {
        return port;
    }

    /** How long it took until it answered. */
    Duration start() {
        return start;
    }

    /** All that it has said. */
    List<String> lines() {
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }

    /** The lines of its log that speak of errors, and of no warning. */
    List<String> errors() {
        return lines().stream()
                .filter(line -> line.matches(".* ERROR \\d+ .*|\\s+at [\\w.$/@]+\\(.*|Exception in .*"))
                .toList();
    }

    /** SIGKILL. */
    void kill() {
        // Its handle leaves the rest of what it said to be read
        process.toHandle().destroyForcibly();
        ended();
    }

    /** SIGTERM; returns once it has ended. */
    void stop() {
        process.toHandle().destroy();
        ended();
    }

    private void ended() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("It does not end: " + lines());
            }
            listener.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
