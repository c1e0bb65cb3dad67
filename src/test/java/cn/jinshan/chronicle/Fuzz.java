package cn.jinshan.chronicle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Requests that no browser sends, the same ones for the same seed, each as bytes over a connection of its own. An
 * answer is wrong if its status is 5xx, if it has not the headers of every answer, or if it tells what the server is
 * made of.
 */
public final class Fuzz {

    /** Which part of a request is made up; the rest is ordinary. */
    public enum Kind {
        HEADERS,
        PATHS,
        BODIES,
        COOKIES
    }

    /**
     * What came back.
     *
     * @param statuses how often each was answered; 0: the connection was closed without an answer
     * @param wrong the requests, in part, with what was wrong about their answers
     */
    public record Found(Map<Integer, Integer> statuses, List<String> wrong) {}

    private static final int PATIENCE = 60_000;

    private static final List<String> NEEDED = List.of(
            "content-security-policy:",
            "x-content-type-options:",
            "referrer-policy:",
            "cross-origin-opener-policy:",
            "cross-origin-resource-policy:",
            "permissions-policy:",
            "cache-control:");

    private static final List<String> METHODS = List.of(
            "GET",
            "GET",
            "GET",
            "HEAD",
            "POST",
            "PUT",
            "PATCH",
            "DELETE",
            "OPTIONS",
            "TRACE",
            "CONNECT",
            "FOO",
            "get",
            "PROPFIND",
            "G ET",
            "",
            "PRI");

    private static final List<String> VERSIONS =
            List.of("HTTP/1.1", "HTTP/1.1", "HTTP/1.1", "HTTP/1.0", "HTTP/0.9", "HTTP/2.0", "HTTP/9.9", "http/1.1", "");

    private static final List<String> NAMES = List.of(
            "Accept",
            "Accept-Charset",
            "Accept-Encoding",
            "Accept-Language",
            "Authorization",
            "Connection",
            "Content-Encoding",
            "Content-Length",
            "Content-Type",
            "Cookie",
            "Date",
            "Expect",
            "Forwarded",
            "Host",
            "If-Match",
            "If-Modified-Since",
            "If-None-Match",
            "If-Range",
            "Keep-Alive",
            "Origin",
            "Range",
            "Referer",
            "Sec-Fetch-Site",
            "TE",
            "Trailer",
            "Transfer-Encoding",
            "Upgrade",
            "Via",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Port",
            "X-Forwarded-Prefix",
            "X-Forwarded-Proto",
            "X-HTTP-Method-Override",
            "X-Requested-With");

    private static final List<String> VALUES = List.of(
            "",
            "0",
            "-1",
            "1",
            "99999999999999999999",
            "chunked",
            "gzip, chunked",
            "identity",
            "close",
            "100-continue",
            "websocket",
            "h2c",
            "localhost",
            "localhost:99999",
            "[::1",
            "a, b, c",
            "zh-CN,zh;q=0.9,en;q=0.8",
            "en;q=2",
            "q=;;,",
            "bytes=0-1,5-",
            "bytes=9-1",
            "text/html",
            "multipart/form-data",
            "multipart/form-data; boundary=",
            "application/x-www-form-urlencoded; charset=nothing",
            "application/x-www-form-urlencoded",
            "application/json",
            "*/*",
            "/",
            "text/*;level=",
            "Thu, 01 Jan 1970 00:00:00 GMT",
            "Thu, 99 Foo 2023 99:99:99",
            "same-origin",
            "null",
            "127.0.0.1",
            "for=\"[::1]:x\";proto=javascript",
            "Basic ====",
            "W/\"",
            "*");

    private static final List<String> SCRAPS = List.of(
            "%",
            "%0",
            "%00",
            "%zz",
            "%2e%2e/",
            "%2F",
            "%5c",
            "%c0%af",
            "%ff%fe",
            "%EE%80%80",
            "%E5%8D%97",
            "../",
            "./",
            "//",
            "\\",
            ";a=b",
            ";jsessionid=1",
            "?",
            "#",
            "&",
            "&amp;",
            "=",
            "[",
            "]",
            "{",
            "}",
            "|",
            "^",
            "`",
            "\"",
            "'",
            "<script>",
            "${7*7}",
            "__${7*7}__::x",
            "#{7*7}",
            "\u0000",
            "\u0001",
            "\t",
            " ",
            "\u007f",
            "\u00ff",
            "残疾人",
            "\uD83D\uDE00",
            "section=visits",
            "month=5",
            "month=none",
            "page=2",
            "page=-1",
            "view=sections",
            "order=newest",
            "q=",
            "lang=en",
            "subjects[0].name=x",
            "subjects[99999999999].name=x",
            "choice[title]=MINE",
            "class.module.classLoader=x",
            "year=2023",
            "version=1",
            "chosen=1-1");

    private static final List<String> COOKIES = List.of(
            "jinshan-chronicle-session",
            "jinshan-chronicle-form",
            "__Host-jinshan-chronicle-session",
            "session",
            "reading",
            "JSESSIONID",
            "$Version",
            "a");

    private final int port;
    private final Random random;
    private final List<String> reads = routes("GET");
    private final List<String> forms;
    private final Supplier<String> identity;

    /**
     * @param forms the addresses that bodies are sent to
     * @param identity the lines of header by which such a request is somebody's; may be empty
     */
    public Fuzz(int port, long seed, List<String> forms, Supplier<String> identity) {
        this.port = port;
        this.random = new Random(seed);
        this.forms = forms;
        this.identity = identity;
    }

    /** The addresses of a method in the table of routes, with a number where each has a variable. */
    public static List<String> routes(String method) {
        try (var rows = Files.lines(Path.of("src/test/resources/routes.txt"))) {
            return rows.filter(row -> row.startsWith(method + " "))
                    .map(row -> row.split(" +")[1])
                    .map(path -> path.replaceAll("\\{year(:(?:[^{}]|\\{[^{}]*})*)?}", "2023")
                            .replaceAll("\\{\\w+(:(?:[^{}]|\\{[^{}]*})*)?}", "11"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends so many. */
    public Found send(Kind kind, int count) {
        var statuses = new TreeMap<Integer, Integer>();
        var wrong = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            var request = request(kind);
            var answer = answer(request);
            statuses.merge(status(answer), 1, Integer::sum);
            var fault = fault(answer);
            if (fault != null) {
                wrong.add(fault + " ← " + quoted(request));
            }
        }
        return new Found(statuses, wrong);
    }

    private byte[] request(Kind kind) {
        return switch (kind) {
            case HEADERS ->
                bytes(of(METHODS) + " " + of(reads) + " " + of(VERSIONS) + "\r\n"
                        + (rarely() ? "" : "Host: localhost\r\n") + headers() + "Connection: close\r\n\r\n"
                        + (rarely() ? scraps(20) : ""));
            case PATHS -> bytes("GET " + path() + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            case COOKIES ->
                bytes("GET " + of(reads) + " HTTP/1.1\r\nHost: localhost\r\n" + cookies()
                        + "Connection: close\r\n\r\n");
            case BODIES -> form();
        };
    }

    private String headers() {
        var headers = new StringBuilder();
        for (int left = random.nextInt(8); left >= 0; left--) {
            var name = rarely() ? scraps(3) : of(NAMES);
            var value = of(VALUES);
            int times = rarely() ? 1 + random.nextInt(300) : 1;
            for (int time = 0; time < times; time++) {
                headers.append(name)
                        .append(rarely() ? " :" : ": ")
                        .append(rarely() ? scraps(1 + random.nextInt(30)) : value)
                        .append(rarely() ? "\n" : "\r\n");
            }
        }
        if (random.nextInt(200) == 0) {
            headers.append("X: ").append("长".repeat(random.nextInt(20_000))).append("\r\n");
        }
        return headers.toString();
    }

    private String path() {
        var path = new StringBuilder(of(reads));
        for (int left = random.nextInt(4); left >= 0; left--) {
            int place = random.nextInt(path.length() + 1);
            switch (random.nextInt(4)) {
                case 0 -> path.insert(place, scraps(1));
                case 1 -> path.append(random.nextBoolean() ? "?" : "&").append(scraps(1 + random.nextInt(4)));
                case 2 -> path.insert(place, (char) random.nextInt(256));
                default -> path.delete(place, Math.min(path.length(), place + 2));
            }
        }
        if (random.nextInt(200) == 0) {
            path.append("?q=").append("a".repeat(random.nextInt(20_000)));
        }
        return (rarely() ? "http://elsewhere.example" : "") + path;
    }

    private String cookies() {
        var cookies = new StringBuilder();
        for (int lines = random.nextInt(3); lines >= 0; lines--) {
            cookies.append("Cookie: ");
            int count = rarely() ? random.nextInt(800) : 1 + random.nextInt(6);
            for (int cookie = 0; cookie < count; cookie++) {
                cookies.append(of(COOKIES))
                        .append(rarely() ? "" : "=")
                        .append(random.nextBoolean() ? scraps(random.nextInt(6)) : noise(random.nextInt(60)))
                        .append(rarely() ? "" : "; ");
            }
            cookies.append("\r\n");
        }
        return cookies.toString().replaceAll("\r\n(?=.)|[\u0000]", random.nextBoolean() ? "\r\n" : "\u0000");
    }

    private byte[] form() {
        var fields = new StringBuilder();
        for (int left = random.nextInt(12); left >= 0; left--) {
            fields.append(scraps(1 + random.nextInt(3)))
                    .append('=')
                    .append(random.nextBoolean() ? scraps(random.nextInt(8)) : noise(random.nextInt(200)))
                    .append(rarely() ? ";" : "&");
        }
        if (random.nextInt(100) == 0) {
            fields.append("subjects[1].name=x&".repeat(random.nextInt(3000)));
        }
        var body = fields.toString().getBytes(StandardCharsets.UTF_8);
        var head = new StringBuilder("POST " + of(forms) + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n")
                .append("Sec-Fetch-Site: same-origin\r\n")
                .append(identity.get())
                .append("Content-Type: ")
                .append(rarely() ? of(VALUES) : "application/x-www-form-urlencoded")
                .append("\r\n");
        var sent = new ByteArrayOutputStream();
        if (random.nextInt(4) == 0) {
            sent.writeBytes(bytes(head + "Transfer-Encoding: chunked\r\n\r\n" + chunkSize(body.length) + "\r\n"));
            sent.writeBytes(body);
            sent.writeBytes(bytes(rarely() ? "0\r\n" : "\r\n0\r\n\r\n"));
        } else {
            int length = rarely() ? body.length + random.nextInt(5) - 2 : body.length;
            sent.writeBytes(bytes(head + "Content-Length: " + length + "\r\n\r\n"));
            sent.writeBytes(body);
        }
        return sent.toByteArray();
    }

    private String chunkSize(int size) {
        return rarely()
                ? of(List.of("fffffffffffffffff", "-1", "", "zz", "7fffffff", "8000000000000000", "1;a=\"", " 5"))
                : Integer.toHexString(size);
    }

    private String scraps(int count) {
        var scraps = new StringBuilder();
        for (int scrap = 0; scrap < count; scrap++) {
            scraps.append(of(SCRAPS));
        }
        return scraps.toString();
    }

    private String noise(int length) {
        var noise = new StringBuilder();
        random.ints(length, 0x20, 0x100).forEach(noise::appendCodePoint);
        return noise.toString();
    }

    private <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private boolean rarely() {
        return random.nextInt(12) == 0;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** All that came back; empty if the connection was closed. */
    private String answer(byte[] request) {
        var received = new ByteArrayOutputStream();
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(PATIENCE);
            try {
                socket.getOutputStream().write(request);
                socket.shutdownOutput();
                socket.getInputStream().transferTo(received);
            } catch (SocketException closed) {
                // It was answered before it was read to its end; what had come until then counts
                return received.toString(StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("No answer to " + quoted(request), e);
        }
        return received.toString(StandardCharsets.UTF_8);
    }

    private static int status(String answer) {
        return answer.matches("(?s)HTTP/1\\.[01] \\d{3}.*") ? Integer.parseInt(answer.substring(9, 12)) : 0;
    }

    private static String fault(String answer) {
        if (answer.isEmpty()) {
            return null;
        }
        int status = status(answer);
        if (status == 0 || status >= 500) {
            return "answered " + answer.lines().findFirst().orElse("");
        }
        var head = answer.split("\r\n\r\n", 2)[0].toLowerCase(Locale.ROOT);
        if (status == 100) {
            return null;
        }
        for (var header : NEEDED) {
            if (!head.contains("\r\n" + header)) {
                return status + " without " + header;
            }
        }
        return answer.matches(
                        "(?s).*(\\tat [a-z]+\\.|org\\.springframework|org\\.eclipse|java\\.lang|cn\\.jinshan\\.chronicle\\.).*")
                ? status + " tells what it is made of"
                : null;
    }

    private static String quoted(byte[] request) {
        var text =
                new String(request, StandardCharsets.UTF_8).replace("\r", "\\r").replace("\n", "\\n");
        return text.length() > 700 ? text.substring(0, 700) + "…" : text;
    }
}
