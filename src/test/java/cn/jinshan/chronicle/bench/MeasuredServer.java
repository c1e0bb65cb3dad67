package cn.jinshan.chronicle.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A server as a process of its own, which tells what it has cost so far. */
final class MeasuredServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Path PROCESSES = Path.of("/proc");

    private final String name;
    private final int port;
    private final Process process;
    private final Duration start;

    private MeasuredServer(String name, int port, List<String> command, Path log) throws IOException {
        this.name = name;
        this.port = port;
        long began = System.nanoTime();
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        while (!answers("/about")) {
            LockSupport.parkNanos(PAUSE.toNanos());
            if (System.nanoTime() - began > PATIENCE.toNanos() || !process.isAlive()) {
                process.destroyForcibly();
                throw new IllegalStateException(Files.readString(log));
            }
        }
        start = Duration.ofNanos(System.nanoTime() - began);
    }

    /** The application as it is packaged by this build. */
    static MeasuredServer application(Path folder, String... options) throws IOException {
        return application("this", Path.of(System.getProperty("bench.jar")), folder, options);
    }

    /** Another build of it, on the H2 file in a folder. */
    static MeasuredServer application(String name, Path jar, Path folder, String... options) throws IOException {
        int port = freePort();
        return new MeasuredServer(
                name,
                port,
                command(
                        List.of(options),
                        List.of("-jar", jar.toString(), "--server.port=" + port, "--chronicle.data=" + folder)),
                Files.createDirectories(folder).resolve("bench.log"));
    }

    /** The bare server with one body for all. */
    static MeasuredServer bare(Path body) throws IOException {
        int port = freePort();
        return new MeasuredServer(
                "bare server",
                port,
                command(
                        List.of("-Xmx512m"),
                        List.of(
                                "-cp",
                                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                                BareServer.class.getName(),
                                "" + port,
                                body.toString())),
                body.resolveSibling("bare.log"));
    }

    private static List<String> command(List<String> options, List<String> program) {
        return Stream.of(List.of(java("java")), options, program)
                .flatMap(List::stream)
                .toList();
    }

    private static String java(String tool) {
        return Path.of(System.getProperty("java.home"), "bin", tool).toString();
    }

    private static int freePort() throws IOException {
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
        var histogram = new ProcessBuilder(java("jcmd"), process.pid() + "", "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        try (var lines = histogram.inputReader()) {
            return lines.lines()
                    .filter(line -> line.startsWith("Total"))
                    .mapToLong(line -> Long.parseLong(line.trim().split("\\s+")[2]) >> 20)
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
