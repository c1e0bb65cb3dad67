package cn.jinshan.chronicle.server;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures what a request costs a processor: of pages that are kept, of pages that are made, and of the bare server
 * that hands out as many bytes, each in a process of its own.
 */
@Tag("bench")
class PagesBench {

    private static final int CONNECTIONS = 16;

    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("bench.seconds", 15));
    private static final Duration MEASURED = Duration.ofSeconds(Integer.getInteger("bench.seconds", 15));

    /** Class paths or jars of other builds to measure beside this one, such as the one before: name=path. */
    private static final String OTHERS = System.getProperty("bench.others", "");

    private static final String TIMELINE = "/2023";
    private static final String ENTRY = "/entries/14";

    /** A part is never kept, so that the whole page is made. */
    private static final String MADE = "Range: bytes=0-\r\n";

    @TempDir
    private Path folder;

    private final List<Process> running = new ArrayList<>();
    private final StringBuilder table =
            new StringBuilder("| what | ms of the processor | a second |\n| --- | ---: | ---: |\n");

    @AfterEach
    void end() {
        running.forEach(Process::destroy);
    }

    @Test
    void theCostOfEveryPageIsWrittenDown() throws Exception {
        int port = application("this", classPath("cn.jinshan.chronicle.ChronicleApplication"));
        for (var path : List.of(
                TIMELINE, ENTRY, "/2023?section=visits&month=5", "/search?q=%E6%9D%8E%E5%A9%B7", "/2023.json")) {
            row("kept: " + path, port, path, "");
        }
        var body = body(port, TIMELINE);
        row("kept, 304: " + TIMELINE, port, TIMELINE, "If-None-Match: *\r\n");
        row("made: " + TIMELINE, port, TIMELINE, MADE);
        row("made: " + ENTRY, port, ENTRY, MADE);
        running.get(0).destroy();

        int bare = freePort();
        var file = Files.write(folder.resolve("body"), body);
        start(bare, classPath(BareServer.class.getName()), List.of("" + bare, file.toString()));
        row("bare server, %,d bytes".formatted(body.length), bare, TIMELINE, "");

        for (var other : OTHERS.isEmpty() ? List.<String>of() : List.of(OTHERS.split(","))) {
            var name = other.split("=")[0];
            int others = application(name, List.of("-jar", other.split("=")[1]));
            row("made by " + name + ": " + TIMELINE, others, TIMELINE, MADE);
            row("made by " + name + ": " + ENTRY, others, ENTRY, MADE);
        }
        Files.writeString(Files.createDirectories(Path.of("target", "bench")).resolve("pages.md"), table);
    }

    private static List<String> classPath(String main) {
        return List.of(
                "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), main);
    }

    private int application(String name, List<String> program) throws IOException {
        int port = freePort();
        start(port, program, List.of("--server.port=" + port, "--chronicle.data=" + folder.resolve(name)));
        return port;
    }

    private static int freePort() throws IOException {
        try (var free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private void start(int port, List<String> program, List<String> arguments) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        running.add(
                0,
                new ProcessBuilder(Stream.of(List.of(java, "-Xmx512m"), program, arguments)
                                .flatMap(List::stream)
                                .toList())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve(port + ".log").toFile())
                        .start());
        for (long end = System.nanoTime() + Duration.ofMinutes(2).toNanos(); ; ) {
            try (var caller = new Connection(port)) {
                caller.ask("/about", "");
                return;
            } catch (IOException notYet) {
                if (System.nanoTime() > end || !running.get(0).isAlive()) {
                    throw new IOException(Files.readString(folder.resolve(port + ".log")), notYet);
                }
            }
        }
    }

    private void row(String name, int port, String path, String headers) {
        load(port, path, headers, WARM_UP);
        var before = processor();
        long requests = load(port, path, headers, MEASURED);
        double each = processor().minus(before).toNanos() / 1e6 / requests;
        var line = String.format(Locale.ROOT, "| %s | %.3f | %,d |%n", name, each, requests / MEASURED.toSeconds());
        System.out.print(line);
        table.append(line);
    }

    private Duration processor() {
        return running.get(0).info().totalCpuDuration().orElseThrow();
    }

    private static long load(int port, String path, String headers, Duration duration) {
        var requests = new AtomicLong();
        long end = System.nanoTime() + duration.toNanos();
        var threads = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            IntStream.range(0, CONNECTIONS)
                    .mapToObj(connection -> CompletableFuture.runAsync(
                            () -> {
                                try (var caller = new Connection(port)) {
                                    while (System.nanoTime() < end) {
                                        caller.ask(path, headers);
                                        requests.incrementAndGet();
                                    }
                                } catch (IOException e) {
                                    throw new UncheckedIOException(e);
                                }
                            },
                            threads))
                    .toList()
                    .forEach(CompletableFuture::join);
        } finally {
            threads.shutdown();
        }
        return requests.get();
    }

    private static byte[] body(int port, String path) throws IOException {
        try (var caller = new Connection(port)) {
            return caller.ask(path, "");
        }
    }

    /** It is kept alive. */
    private static class Connection implements AutoCloseable {

        private final Socket socket;
        private final InputStream in;

        Connection(int port) throws IOException {
            socket = new Socket("localhost", port);
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
        }

        byte[] ask(String path, String headers) throws IOException {
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n" + headers
                                    + "\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            var status = line();
            int length = 0;
            boolean isChunked = false;
            for (var line = line(); !line.isEmpty(); line = line()) {
                var lower = line.toLowerCase(Locale.ROOT);
                if (lower.startsWith("content-length:")) {
                    length = Integer.parseInt(lower.substring(15).strip());
                }
                isChunked |= lower.startsWith("transfer-encoding: chunked");
            }
            if (status.contains(" 304")) {
                return new byte[0];
            }
            if (!status.contains(" 200")) {
                throw new IOException(status);
            }
            return isChunked ? chunks() : in.readNBytes(length);
        }

        private byte[] chunks() throws IOException {
            int read = 0;
            for (int size = Integer.parseInt(line(), 16); ; size = Integer.parseInt(line(), 16)) {
                read += in.readNBytes(size).length;
                line();
                if (size == 0) {
                    return new byte[read];
                }
            }
        }

        private String line() throws IOException {
            var line = new StringBuilder();
            for (int each = in.read(); each != '\n'; each = in.read()) {
                if (each < 0) {
                    throw new IOException("The server has closed the connection");
                }
                if (each != '\r') {
                    line.append((char) each);
                }
            }
            return line.toString();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
