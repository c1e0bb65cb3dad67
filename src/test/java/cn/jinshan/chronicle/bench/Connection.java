package cn.jinshan.chronicle.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Connection to a server on this machine, which is kept alive. */
final class Connection implements AutoCloseable {

    private final Socket socket;
    private final InputStream in;

    Connection(int port) throws IOException {
        socket = new Socket("localhost", port);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
    }

    /** The body of the answer as it was sent; empty if there is none for who has it. */
    byte[] ask(String path, String headers) throws IOException {
        socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: localhost:" + socket.getPort()
                                + "\r\nAccept-Encoding: gzip\r\n" + headers + "\r\n")
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
        var body = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            body.writeBytes(in.readNBytes(size));
            line();
        }
        line();
        return body.toByteArray();
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
