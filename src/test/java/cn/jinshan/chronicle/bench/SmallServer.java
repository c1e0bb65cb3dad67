package cn.jinshan.chronicle.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The application in a process of its own, which is looked at from outside. */
final class SmallServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Path tools;
    private final int port;
    private final Process process;
    private final Duration start;
    private final Duration processor;

    /** Returns with its first page. */
    SmallServer(Path where, Path tools, List<String> command, Path data) throws IOException, InterruptedException {
        this.tools = tools;
        try (var free = new ServerSocket(0)) {
            this.port = free.getLocalPort();
        }
        var settings = Stream.of(
                "--server.port=" + port, "--chronicle.data=" + data, "--chronicle.address=http://localhost:" + port);
        var log = Files.createTempFile(data.getParent(), "small-server", ".log");
        var began = System.nanoTime();
        this.process = new ProcessBuilder(
                        Stream.of(Stream.of(tools.resolve("java").toString()), command.stream(), settings)
                                .flatMap(each -> each)
                                .toList())
                .directory(where.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        var first = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/2023"))
                .build();
        var reader = HttpClient.newHttpClient();
        while (!isServed(reader, first)) {
            if (!process.isAlive() || System.nanoTime() - began > PATIENCE.toNanos()) {
                throw new IOException(Files.readString(log));
            }
            Thread.sleep(20);
        }
        this.start = Duration.ofNanos(System.nanoTime() - began);
        this.processor = processor();
    }

    private static boolean isServed(HttpClient reader, HttpRequest first) throws InterruptedException {
        try {
            return reader.send(first, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    int port() {
        return port;
    }

    /** Until the first page. */
    Duration start() {
        return start;
    }

    /** Of the processor, until the first page. */
    Duration startProcessor() {
        return processor;
    }

    /** Of the processor, until now. */
    Duration processor() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** Seconds in collections until now. */
    double collected() throws IOException {
        var lines =
                said("jstat", "-gcutil", String.valueOf(process.pid())).lines().toList();
        var heads = List.of(lines.get(0).strip().split(" +"));
        return Double.parseDouble(
                lines.get(1).strip().split(" +")[heads.indexOf("GCT")].replace(',', '.'));
    }

    /** Proportional set size, in MiB: its own memory, and its share of what it has in common with others. */
    long pss() throws IOException {
        return Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "smaps_rollup")).stream()
                .filter(line -> line.startsWith("Pss:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .sum();
    }

    /** What the JVM has asked the system for, as a table. */
    String nativeMemory() throws IOException {
        return Pattern.compile("- +([\\w ]+) \\(reserved=\\d+KB, committed=(\\d+)KB")
                .matcher(said("jcmd", String.valueOf(process.pid()), "VM.native_memory", "summary"))
                .results()
                .filter((MatchResult kind) -> Long.parseLong(kind.group(2)) >= 1024)
                .map((MatchResult kind) -> "| " + kind.group(1) + " | " + Long.parseLong(kind.group(2)) / 1024 + " |")
                .collect(Collectors.joining("\n", "| committed | MiB |\n| --- | ---: |\n", ""));
    }

    private String said(String tool, String... arguments) throws IOException {
        var run = new ProcessBuilder(Stream.concat(Stream.of(tools.resolve(tool).toString()), Stream.of(arguments))
                        .toList())
                .start();
        return new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
