package cn.jinshan.chronicle.server;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.WholeApplication;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Hostile requests get a plain answer with the usual headers, and leave no line in the log. */
@WholeApplication
@ExtendWith(OutputCaptureExtension.class)
class HostileRequestsTest {

    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";

    @LocalServerPort
    int port;

    @AfterEach
    void nothingIsLogged(CapturedOutput log) {
        assertThat(log.getAll().lines().dropWhile(line -> !line.contains("Started HostileRequestsTest")))
                .noneMatch(line -> line.matches(".* (WARN|ERROR) \\d+ .*|\\s+at .*"));
    }

    static Stream<Arguments> malformed() {
        return Stream.of(
                of(200, get("/2023", "Accept-Language: " + many(30, "l%d,"))),
                of(200, get("/2023", "Accept-Language: ;;q=,,;q=x, zh;q=9")),
                of(200, get("/2023", "Accept: ///;;q=z")),
                of(404, get("/nothing", "Accept: image/nothing")),
                of(200, get("/2023", "If-Modified-Since: yesterday")),
                of(200, get("/2023.json", "Range: bytes=-1-2,zz")),
                of(200, get("/2023", "Cookie: " + many(700, "c%d=v; "))),
                of(400, get("/2023", "Cookie: " + many(1500, "c%d=v; "))),
                of(200, get("/2023", "Cookie: [x]=1; a b=c; x=\"; session=AAAA; session")),
                of(400, get("/2023", "X: " + "x".repeat(20_000))),
                of(400, get("/2023", many(1000, "X-%d: y\r\n"))),
                of(400, get("/2023", "no colon")),
                of(400, get("/2023", "Host: evil.example")),
                of(400, get("/2023", "Content-Length: 3\r\nContent-Length: 4")),
                of(400, get("/2023", "Expect: tea")),
                of(200, get("/2023", "Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings")),
                of(200, get("/2023", "X-Forwarded-Host: a b:c\r\nX-Forwarded-Proto: gopher\r\nX-Forwarded-For: ,,")),
                of(400, "GET /2023 HTTP/1.1\r\nHost: a b\r\n\r\n"),
                of(400, "GET /2023 HTTP/1.1\r\n\r\n"),
                of(400, get("/2023;a=b", "")),
                of(400, get("//admin", "")),
                of(400, get("/./", "")),
                of(400, get("/%2e%2e/", "")),
                of(400, get("/a%00b", "")),
                of(400, get("/a\u0000b", "")),
                of(400, get("/%c0%af", "")),
                of(400, get("/\u00ff", "")),
                of(400, get("/2023?month=%ff", "")),
                of(400, get("/search?q=%", "")),
                of(400, get("/" + "x".repeat(9000), "")),
                of(404, get("/WEB-INF/web.xml", "")),
                of(404, get("/" + "x".repeat(7000), "")),
                of(200, get("http://localhost/2023", "")),
                of(400, get("http://evil.example/2023", "")),
                of(400, get("2023", "")),
                of(405, asked("FOO", "/", "")),
                of(405, asked("TRACE", "/2023", "")),
                of(405, "CONNECT localhost:80 HTTP/1.1\r\nHost: localhost:80\r\n\r\n"),
                of(400, asked("OPTIONS", "*", "")),
                of(400, asked("OPTIONS", "?", "")),
                of(400, asked("G@T", "/", "")),
                of(400, "GET /2023\r\n"),
                of(400, get("/2023", "").replace("HTTP/1.1", "HTTP/3.0")),
                of(400, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
                of(400, "\u0016\u0003\u0001\u0002\u0000"),
                of(415, sent("/reading", "Content-Type: multipart/form-data\r\n", "a=b")),
                of(415, sent("/reading", "Content-Type: application/json\r\n", "{}")),
                of(415, sent("/reading", "", "a=b")),
                of(400, sent("/login", "Content-Type: application/x-www-form-urlencoded;charset=bogus\r\n", "a=b")),
                of(400, sent("/login", FORM, "username=%zz")),
                of(400, sent("/login", FORM, "username=%c0%af")),
                of(400, sent("/login", FORM, many(5000, "p%d=v&"))),
                of(403, sent("/reports/new", FORM, "_text=x")),
                of(403, sent("/login", FORM, "subjects[99999].name=x&a.b.c=d")),
                of(413, sent("/login", FORM, "text=" + "x".repeat(3_000_000))),
                of(400, chunked("fffffffffffffffffff")),
                of(400, chunked("zz")),
                of(400, chunked("-1")),
                of(400, asked("POST", "/reading", FORM + "Transfer-Encoding: gzip\r\n")),
                of(400, asked("POST", "/reading", FORM + "Content-Length: 100\r\n") + "a=b"));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void aMalformedRequestIsAnsweredPlainly(int status, String request) throws IOException {
        var answer = new RawCaller(port).ask(request.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(RawCaller.wrongs(answer)).as(answer).isEmpty();
        assertThat(RawCaller.status(answer)).as(answer).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-www-form-urlencoded",
                "application/x-www-form-urlencoded;charset=UTF-8",
                "Application/X-WWW-Form-Urlencoded ; charset=\"utf-8\"; x=y",
            })
    void aFormIsReadWhateverItsTypeSaysBesides(String type) throws IOException {
        var answer = new RawCaller(port)
                .ask(sent(
                                "/reading",
                                "Sec-Fetch-Site: same-origin\r\nContent-Type: " + type + "\r\n",
                                "large=large&contrast=dark")
                        .getBytes(StandardCharsets.US_ASCII));

        assertThat(RawCaller.status(answer)).as(answer).isEqualTo(303);
        assertThat(answer).contains("Set-Cookie: reading=large");
    }

    @Test
    void whatNobodyTakesIsRefusedBeforeItIsThere() throws IOException {
        var answer = new RawCaller(port)
                .ask(asked("POST", "/2023", FORM + "Content-Length: 1000000\r\n")
                        .getBytes(StandardCharsets.US_ASCII));

        assertThat(RawCaller.status(answer)).isEqualTo(403);
        assertThat(RawCaller.wrongs(answer)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whateverIsSentIsAnsweredPlainly(RandomRequests.Part part) throws IOException {
        var requests = new RandomRequests(18 + part.ordinal());
        var caller = new RawCaller(port);
        for (int i = 0; i < 300; i++) {
            var request = requests.next(part);
            var answer = caller.ask(request);

            assertThat(RawCaller.wrongs(answer))
                    .as("%s%n%s", new String(request, StandardCharsets.ISO_8859_1), answer)
                    .isEmpty();
        }
    }

    private static Arguments of(int status, String request) {
        return Arguments.of(status, request);
    }

    private static String get(String target, String header) {
        return asked("GET", target, header.isEmpty() || header.endsWith("\n") ? header : header + "\r\n");
    }

    private static String asked(String method, String target, String headers) {
        return method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n";
    }

    private static String sent(String target, String headers, String body) {
        return asked("POST", target, headers + "Content-Length: " + body.length() + "\r\n") + body;
    }

    private static String chunked(String size) {
        return asked("POST", "/reading", FORM + "Transfer-Encoding: chunked\r\n") + size + "\r\na=b\r\n0\r\n\r\n";
    }

    private static String many(int times, String each) {
        return IntStream.range(0, times).mapToObj(each::formatted).collect(Collectors.joining());
    }
}
