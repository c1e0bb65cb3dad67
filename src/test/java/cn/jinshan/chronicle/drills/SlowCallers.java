package cn.jinshan.chronicle.drills;

import cn.jinshan.chronicle.server.RawCaller;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Many connections, on each of which somebody is slow in the same way. */
final class SlowCallers implements AutoCloseable {

    /** How they are slow: what they send first, what again and again, and how often. */
    enum Kind {
        HEADS("GET /2023 HTTP/1.1\r\nHost: localhost\r\nX-A: ", "a", 15),
        BODIES_OF_A_TIMELINE(body("/2023"), "a", 15),
        BODIES_OF_REPORTS(body("/reports/new"), "a", 15),
        BODIES_OF_SIGN_INS(body("/login"), "a", 15),
        BODIES_OF_SETTINGS(body("/reading"), "a", 1),
        CHUNKS(
                "POST /reading HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n",
                "1\r\na\r\n",
                1),
        READERS("GET /2023/booklet HTTP/1.1\r\nHost: localhost\r\n\r\n", "", 1),
        PIPELINES("GET /robots.txt HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(100), "", 15),
        KEPT("GET /robots.txt HTTP/1.1\r\nHost: localhost\r\n\r\n", "", 15),
        SILENT("", "", 15);

        private final byte[] first;
        private final byte[] again;
        private final int seconds;

        Kind(String first, String again, int seconds) {
            this.first = first.getBytes(StandardCharsets.US_ASCII);
            this.again = again.getBytes(StandardCharsets.US_ASCII);
            this.seconds = seconds;
        }

        private static String body(String path) {
            return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n"
                    + "Content-Type: application/x-www-form-urlencoded\r\n\r\n";
        }

        /** Whether they read what they are answered, and do not take a byte of it at a time. */
        private boolean reads() {
            return this != READERS && this != PIPELINES;
        }
    }

    private final Kind kind;
    private final List<SocketChannel> open = new ArrayList<>();
    private final int[] answers = new int[600];
    private final ByteBuffer read = ByteBuffer.allocate(1_000);

    SlowCallers(Kind kind, int count, int port) throws IOException {
        this.kind = kind;
        for (int i = 0; i < count; i++) {
            var channel = SocketChannel.open();
            channel.setOption(StandardSocketOptions.SO_RCVBUF, 1_024);
            channel.connect(new InetSocketAddress("localhost", port));
            channel.configureBlocking(false);
            open.add(channel);
            write(channel, kind.first);
        }
    }

    /** Goes on for a while; returns at once. */
    Thread goOn(long untilNanos) {
        var thread = new Thread(() -> {
            for (int second = 1; System.nanoTime() < untilNanos; second++) {
                int now = second;
                open.removeIf(channel -> isClosed(channel, now));
                LockSupport.parkNanos(1_000_000_000L);
            }
        });
        thread.start();
        return thread;
    }

    private boolean isClosed(SocketChannel channel, int second) {
        if (second % kind.seconds == 0) {
            write(channel, kind.again);
        }
        read.clear().limit(kind.reads() ? read.capacity() : 1);
        try {
            int bytes = kind == Kind.PIPELINES ? 0 : channel.read(read);
            if (bytes > 1) {
                answers[RawCaller.status(new String(read.array(), 0, bytes, StandardCharsets.ISO_8859_1))]++;
            }
            return bytes < 0;
        } catch (IOException reset) {
            return true;
        }
    }

    private static void write(SocketChannel channel, byte[] bytes) {
        try {
            channel.write(ByteBuffer.wrap(bytes));
        } catch (IOException closed) {
            // Reading says so as well
        }
    }

    int connected() {
        return open.size();
    }

    int answered(int status) {
        return answers[status];
    }

    /** Other answers than these. */
    int answeredOtherThan(int... statuses) {
        return Arrays.stream(answers).skip(1).sum()
                - Arrays.stream(statuses).map(this::answered).sum();
    }

    @Override
    public void close() throws IOException {
        for (var channel : open) {
            channel.close();
        }
    }
}
