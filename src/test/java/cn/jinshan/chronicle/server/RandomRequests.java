package cn.jinshan.chronicle.server;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Requests as nobody would write them, the same for each seed: mostly HTTP, a quarter of them with broken bytes. */
public final class RandomRequests {

    /** The strange part of a request. */
    public enum Part {
        HEADERS,
        PATH,
        BODY,
        COOKIES
    }

    private static final List<String> NAMES = List.of(
            "Accept",
            "Accept-Language",
            "Accept-Encoding",
            "Accept-Charset",
            "Authorization",
            "Cache-Control",
            "Connection",
            "Content-Encoding",
            "Content-Length",
            "Content-Type",
            "Cookie",
            "Expect",
            "Forwarded",
            "Host",
            "If-Match",
            "If-Modified-Since",
            "If-None-Match",
            "If-Range",
            "If-Unmodified-Since",
            "Keep-Alive",
            "Max-Forwards",
            "Origin",
            "Prefer",
            "Range",
            "Referer",
            "Sec-Fetch-Site",
            "TE",
            "Trailer",
            "Transfer-Encoding",
            "Upgrade",
            "User-Agent",
            "Via",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Port",
            "X-Forwarded-Prefix",
            "X-Forwarded-Proto",
            "X-HTTP-Method-Override",
            "X-Requested-With",
            "HTTP2-Settings");

    private static final List<String> VALUES = List.of(
            "",
            " ",
            "*",
            "*/*",
            "///",
            "text/html;q=2",
            "text/html;charset=bogus",
            "multipart/form-data",
            "multipart/form-data; boundary=",
            "application/x-www-form-urlencoded",
            "application/json",
            "gzip",
            "chunked",
            "identity, chunked",
            "zh-CN,zh;q=0.9",
            "zh_CN;q=x",
            ";q=,,",
            "bytes=0-",
            "bytes=-1,9-2,a-",
            "\"",
            "W/\"",
            "-1",
            "3",
            "99999999999999999999",
            "9223372036854775807",
            "yesterday",
            "Thu, 99 Foo 99999 99:99:99 GMT",
            "100-continue",
            "websocket",
            "h2c",
            "close",
            "keep-alive",
            "localhost",
            "evil.example",
            "[::1",
            "a:b:c",
            "http://[",
            "for=\"",
            "for=_x;proto=gopher",
            "same-origin",
            "PUT",
            "Basic %%%",
            "${7*7}",
            "\t",
            "中文");

    private static final List<String> SEGMENTS = List.of(
            "2023",
            "entries",
            "11",
            "admin",
            "login",
            "reading",
            "reports",
            "new",
            "search",
            "subjects",
            "words",
            "assets",
            "screen-0.css",
            "2023.json",
            "robots.txt",
            "WEB-INF",
            "META-INF",
            "web.xml",
            "error",
            "actuator",
            ".",
            "..",
            "",
            "%2e",
            "%2e%2e",
            "%2f",
            "%5c",
            "\\",
            "%00",
            "%",
            "%zz",
            "%ff",
            "%c0%af",
            "%ed%a0%80",
            "%25",
            ";a=b",
            ";",
            "a;b",
            "*",
            "..;",
            "~",
            "http:",
            "99999999999999999999",
            "-1",
            "中文",
            "{year}",
            "[",
            "|",
            "'",
            "<x>",
            "\u0000",
            "#");

    private static final List<String> FIELDS = List.of(
            "month",
            "section",
            "q",
            "page",
            "lang",
            "view",
            "username",
            "password",
            "text",
            "contact",
            "size",
            "contrast",
            "back",
            "_csrf",
            "_form",
            "subjects[0].name",
            "subjects[99999].name",
            "subjects[-1].name",
            "subjects[",
            "]",
            "a.b.c",
            "class.module.classLoader",
            "_text",
            "!text",
            "",
            "%zz",
            "%ff",
            "中文",
            "entry",
            "_method");

    private static final List<String> CONTENTS = List.of(
            "",
            "x",
            "%",
            "%zz",
            "%f",
            "%ff",
            "%00",
            "%c0%af",
            "%ed%a0%80",
            "%u4e2d",
            "+",
            "&",
            "=",
            "5",
            "-1",
            "99999999999999999999",
            "zh",
            "visits",
            "%E4%B8%AD",
            "中文",
            "%0d%0aSet-Cookie:a=b",
            "<script>",
            "${7*7}",
            "__$%7B1%7D__",
            "' or 1=1 --",
            "//evil.example");

    private static final List<String> COOKIES = List.of(
            "session",
            "__Host-session",
            "reading",
            "JSESSIONID",
            "$Version",
            "$Path",
            "XSRF-TOKEN",
            "[x]",
            "a b",
            "",
            "=",
            "中文",
            "\"",
            "x");

    private static final List<String> KEPT = List.of(
            "",
            "AAAA",
            "=",
            "\"",
            "\"a",
            "a\"",
            "\\",
            "%00",
            "\u0001",
            "\u0000",
            "large",
            "lang=en&size=large",
            "{\"a\":1}",
            "中文",
            " ",
            ",",
            "NTExNTRlYWYtNjYzYS00MmQ0LTg5YTEtMGVmOGYzNjAwNzM0",
            "AAECAwQFBgc=");

    private final Random random;

    public RandomRequests(long seed) {
        this.random = new Random(seed);
    }

    public byte[] next(Part part) {
        var request = bytes(
                switch (part) {
                    case HEADERS -> head(one(List.of("GET", "GET", "HEAD", "POST")), path(), some(16, this::header));
                    case PATH ->
                        head(one(List.of("GET", "GET", "GET", "HEAD", "OPTIONS", "TRACE", "FOO")), strangePath(), "");
                    case BODY -> posted();
                    case COOKIES -> head("GET", path(), some(3, () -> "Cookie: " + some(20, this::cookie) + "\r\n"));
                });
        return random.nextInt(4) == 0 ? broken(request) : request;
    }

    private String head(String method, String target, String headers) {
        return method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n";
    }

    private String path() {
        return one(List.of("/robots.txt", "/2023.json", "/nothing", "/reading", "/login", "/admin", "/2023?month=13"));
    }

    private String header() {
        return one(NAMES) + ": " + value() + "\r\n";
    }

    private String value() {
        return switch (random.nextInt(6)) {
            case 0 -> one(VALUES) + one(List.of(",", ";", " ", "=")) + one(VALUES);
            case 1 -> some(40, () -> "l" + random.nextInt(99) + ",");
            case 2 -> noise(30);
            case 3 -> "a".repeat(random.nextInt(100) == 0 ? 20_000 : random.nextInt(50));
            default -> one(VALUES);
        };
    }

    private String strangePath() {
        var path = one(List.of("/", "/", "/", "/", "//", "", "http://localhost/", "http://evil.example/", "*"))
                + IntStream.range(0, random.nextInt(5))
                        .mapToObj(i -> one(SEGMENTS))
                        .collect(Collectors.joining("/"));
        return random.nextInt(3) == 0
                ? path + "?" + query()
                : random.nextInt(200) == 0 ? path + "a".repeat(9_000) : path;
    }

    private String query() {
        return some(
                6,
                () -> one(FIELDS)
                        + one(List.of("=", "=", "=", "", "=="))
                        + one(CONTENTS)
                        + one(List.of("&", "&", ";")));
    }

    private String posted() {
        var body = random.nextInt(100) == 0 ? query().repeat(1_500) : random.nextInt(5) == 0 ? noise(60) : query();
        var type = one(List.of(
                "application/x-www-form-urlencoded",
                "application/x-www-form-urlencoded",
                one(VALUES),
                "application/x-www-form-urlencoded;charset=" + one(List.of("utf-8", "gbk", "utf-16", "bogus", "\""))));
        int length = bytes(body).length;
        var sized = switch (random.nextInt(5)) {
            case 0 -> "Content-Length: " + (length + random.nextInt(5) - 2) + "\r\n";
            case 1 -> "Content-Length: " + one(VALUES) + "\r\n";
            case 2 -> "Transfer-Encoding: chunked\r\n";
            default -> "Content-Length: " + length + "\r\n";
        };
        var address =
                one(List.of("/reading", "/reports/new", "/login", "/2023", "/admin/entries/new", "/invitations/x"));
        var sent = sized.startsWith("Transfer") ? chunked(body, length) : body;
        // A report that is taken would stay
        var site = address.equals("/reports/new") ? "" : "Sec-Fetch-Site: same-origin\r\n";
        return head("POST", address, site + "Content-Type: " + type + "\r\n" + sized) + sent;
    }

    private String chunked(String body, int length) {
        return one(List.of(
                        Integer.toHexString(length),
                        Integer.toHexString(length),
                        "0",
                        "-1",
                        "zz",
                        "",
                        "7fffffffffffffff",
                        "ffffffffffffffffffff",
                        Integer.toHexString(length) + ";x=\"" + noise(10)))
                + "\r\n" + body + "\r\n0\r\n\r\n";
    }

    private String cookie() {
        return one(COOKIES)
                + one(List.of("=", "=", "=", ""))
                + (random.nextInt(4) == 0 ? noise(20) : one(KEPT))
                + one(List.of("; ", "; ", ";", ",", " "));
    }

    private String some(int most, Supplier<String> each) {
        return IntStream.range(0, random.nextInt(most))
                .mapToObj(i -> each.get())
                .collect(Collectors.joining());
    }

    private String noise(int most) {
        return random.ints(random.nextInt(most), 0, 256)
                .mapToObj(i -> String.valueOf((char) i))
                .collect(Collectors.joining());
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** Below 256 each character is its byte. */
    private static byte[] bytes(String text) {
        return StandardCharsets.ISO_8859_1.newEncoder().canEncode(text)
                ? text.getBytes(StandardCharsets.ISO_8859_1)
                : text.getBytes(StandardCharsets.UTF_8);
    }

    private byte[] broken(byte[] whole) {
        var broken = new ByteArrayOutputStream();
        int first = random.nextInt(whole.length);
        broken.write(whole, 0, first);
        switch (random.nextInt(4)) {
            case 0 -> broken.write(random.nextInt(256));
            case 1 -> broken.writeBytes(bytes(noise(12)));
            case 2 -> broken.write(whole, random.nextInt(whole.length), 1);
            default -> {
                // Cut short, or with a gap
            }
        }
        int second = Math.min(whole.length, first + random.nextInt(3));
        if (random.nextInt(4) != 0) {
            broken.write(whole, second, whole.length - second);
        }
        return broken.toByteArray();
    }
}
