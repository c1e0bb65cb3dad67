package cn.jinshan.chronicle.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A server as a process of its own, which tells what it has cost so far. */
final class MeasuredServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Path PROCESSES = Path.of("/proc");

    /** Of one MiB or more. */
    private static final Pattern COMMITTED =
            Pattern.compile("- +([\\w ]+) \\(reserved=\\d+MB, committed=([1-9]\\d*)MB");

    private static final String HOME = System.getProperty("java.home");

    private final String name;
    private final int port;
    private final Path tools;
    private final Process process;
    private final Duration start;
    private final Duration startProcessor;

    /**
     * Returns with its first page.
     *
     * @param home of the JDK that runs it
     * @param where the command is given
     * @param program options, what is run, and its settings, the port among them
     */
    MeasuredServer(String name, int port, String home, Path where, List<String> program, Path log) throws IOException {
        this.name = name;
        this.port = port;
        this.tools = Path.of(home, "bin");
        long began = System.nanoTime();
        process = new ProcessBuilder(
                        Stream.concat(Stream.of(tools.resolve("java").toString()), program.stream())
                                .toList())
                .directory(where.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        while (!answers("/2023")) {
            LockSupport.parkNanos(PAUSE.toNanos());
            if (System.nanoTime() - began > PATIENCE.toNanos() || !process.isAlive()) {
                process.destroyForcibly();
                throw new IllegalStateException(Files.readString(log));
            }
        }
        start = Duration.ofNanos(System.nanoTime() - began);
        startProcessor = processor();
    }

    /** The application as it is packaged by this build. */
    static MeasuredServer application(Path folder, String... options) throws IOException {
        return application("this", Path.of(System.getProperty("bench.jar")), folder, options);
    }

    /** Another build of it, on the H2 file in a folder. */
    static MeasuredServer application(String name, Path jar, Path folder, String... options) throws IOException {
        int port = freePort();
        var settings = Stream.of("-jar", jar.toString(), "--server.port=" + port, "--chronicle.data=" + folder);
        return new MeasuredServer(
                name,
                port,
                HOME,
                Files.createDirectories(folder),
                Stream.concat(Stream.of(options), settings).toList(),
                folder.resolve("bench.log"));
    }

    /** The bare server with one body for all. */
    static MeasuredServer bare(Path body) throws IOException {
        int port = freePort();
        var classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return new MeasuredServer(
                "bare server",
                port,
                HOME,
                body.getParent(),
                List.of("-Xmx512m", "-cp", classes, BareServer.class.getName(), "" + port, body.toString()),
                body.resolveSibling("bare.log"));
    }

    static int freePort() throws IOException {
        try (var free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private boolean answers(String path) {
        try {
            ask(path);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Waits until it has built its index of few entries. */
    void awaitIndex() {
        while (!answers("/search?q=%E8%B5%B0%E8%AE%BF")) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    byte[] ask(String path) throws IOException {
        try (var caller = new Connection(port)) {
            return caller.ask(path, "");
        }
    }

    String name() {
        return name;
    }

    int port() {
        return port;
    }

    /** From its start to its first page. */
    Duration start() {
        return start;
    }

    /** Of the processor, from its start to its first page. */
    Duration startProcessor() {
        return startProcessor;
    }

    /** Of the processor, from its start to now. */
    Duration processor() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** Its share of the machine's memory in MiB (PSS), of Linux alone. */
    String memory() throws IOException {
        var file = PROCESSES.resolve(process.pid() + "/smaps_rollup");
        return Files.exists(file)
                ? Files.readAllLines(file).stream()
                        .filter(line -> line.startsWith("Pss:"))
                        .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024 + "")
                        .findFirst()
                        .orElse("-")
                : "-";
    }

    /** What of its heap is in use after a collection, in MiB. */
    long heap() throws IOException {
        return said("jcmd", process.pid() + "", "GC.class_histogram")
                .lines()
                .filter(line -> line.startsWith("Total"))
                .mapToLong(line -> Long.parseLong(line.trim().split("\\s+")[2]) >> 20)
                .findFirst()
                .orElseThrow();
    }

    /** Seconds in collections until now. */
    double collected() throws IOException {
        var lines = said("jstat", "-gcutil", process.pid() + "").lines().toList();
        var heads = List.of(lines.get(0).strip().split(" +"));
        return Double.parseDouble(
                lines.get(1).strip().split(" +")[heads.indexOf("GCT")].replace(',', '.'));
    }

    /** What the JVM has asked the system for, kind by kind, as a table; it runs with the tracking of native memory. */
    String nativeMemory() throws IOException {
        return COMMITTED
                .matcher(said("jcmd", process.pid() + "", "VM.native_memory", "summary", "scale=MB"))
                .results()
                .map(kind -> "| " + kind.group(1) + " | " + kind.group(2) + " |")
                .collect(Collectors.joining("\n", "| committed | MiB |\n| --- | ---: |\n", ""));
    }

    private String said(String tool, String... arguments) throws IOException {
        var run = new ProcessBuilder(Stream.concat(Stream.of(tools.resolve(tool).toString()), Stream.of(arguments))
                        .toList())
                .redirectErrorStream(true)
                .start();
        return new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
