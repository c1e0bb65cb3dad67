package cn.jinshan.chronicle.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Client that sends any bytes and reads the answer. */
public final class RawCaller {

    private static final List<String> HEADERS = List.of(
            "content-security-policy: default-src 'none'",
            "x-content-type-options: nosniff",
            "referrer-policy: same-origin",
            "cross-origin-opener-policy: same-origin",
            "cross-origin-resource-policy: same-origin",
            "permissions-policy: ");

    private static final Pattern STATUS = Pattern.compile("^HTTP/1\\.1 (\\d{3})");

    /** Of ours, or of what we are made of. */
    private static final Pattern INSIDES = Pattern.compile(
            "(?i)exception|\\tat |jetty|tomcat|springframework|\\bjava\\.|\\bjakarta\\.|hibernate|\\bsql");

    private static final int PATIENCE = 120_000;

    private final int port;

    public RawCaller(int port) {
        this.port = port;
    }

    /** What came back until the connection was closed; ISO 8859-1. */
    public String ask(byte[] request) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(PATIENCE);
            try {
                socket.getOutputStream().write(request);
                socket.shutdownOutput();
            } catch (SocketException refused) {
                // Whoever has heard enough answers and closes
            }
            return new String(read(socket), StandardCharsets.ISO_8859_1);
        }
    }

    private static byte[] read(Socket socket) throws IOException {
        var read = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(read);
        } catch (SocketException reset) {
            // What is here is here
        }
        return read.toByteArray();
    }

    /** The first status of an answer; 0: the connection was closed without one. */
    public static int status(String answer) {
        var last = answer.startsWith("HTTP/1.1 100") ? answer.substring(answer.indexOf("\r\n\r\n") + 4) : answer;
        var status = STATUS.matcher(last);
        return status.find() ? Integer.parseInt(status.group(1)) : 0;
    }

    /** What is wrong with an answer; empty: nothing. */
    public static List<String> wrongs(String answer) {
        var wrongs = new ArrayList<String>();
        if (answer.isEmpty()) {
            return wrongs;
        }
        int status = status(answer);
        if (status < 200 || status >= 500) {
            wrongs.add("status " + status);
        }
        var last = answer.startsWith("HTTP/1.1 100") ? answer.substring(answer.indexOf("\r\n\r\n") + 4) : answer;
        var head = last.split("\r\n\r\n", 2)[0];
        var lower = head.toLowerCase(Locale.ROOT);
        HEADERS.stream()
                .filter(header -> !lower.contains(header))
                .map(header -> "without " + header)
                .forEach(wrongs::add);
        if (INSIDES.matcher(status >= 400 ? answer : head).find()) {
            wrongs.add("tells of its insides");
        }
        return wrongs;
    }
}
