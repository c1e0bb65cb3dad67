package cn.jinshan.chronicle.server;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.PublicAddresses;
import cn.jinshan.chronicle.Reader;
import cn.jinshan.chronicle.WholeApplication;
import cn.jinshan.chronicle.changes.AllAnew;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** A public page is made once, and everybody else is handed it. */
@WholeApplication
@Import({Makings.class, AllAnew.class})
@TestPropertySource(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:pages",
            "chronicle.kept-pages=1MB",
            "server.compression.min-response-size=1"
        })
class PublicPagesTest {

    private final HttpClient client = HttpClient.newHttpClient();

    @Autowired
    Reader reader;

    @Autowired
    Makings makings;

    @Autowired
    AllAnew allAnew;

    @BeforeEach
    void nothingIsKept() {
        allAnew.make();
        makings.count();
    }

    @AfterEach
    void everybodyIsServed() {
        makings.reset();
    }

    static Stream<String> kept() {
        return Stream.concat(PublicAddresses.all(), Stream.of("/2023?month=99", "/nothing", "/subjects?kind=x"))
                .filter(address -> !address.matches("(/reports/new|/error).*"));
    }

    static final List<List<String>> WAYS = List.of(
            List.of(),
            List.of("Accept-Encoding", "gzip"),
            List.of("Accept-Language", "en"),
            List.of("Cookie", "reading=large.easy.biggest.dark"),
            List.of("Cookie", "reading=high.en", "Accept-Encoding", "deflate, gzip;q=0.9"));

    @ParameterizedTest
    @MethodSource("kept")
    void whoAsksForTheSameIsHandedTheSame(String address) {
        for (var way : WAYS) {
            makings.count();
            var made = ask("GET", address, way);
            assertThat(makings.count()).as("made for " + way).isLessThanOrEqualTo(2);
            var handed = ask("GET", address, way);
            assertThat(makings.count()).as("made again for " + way).isZero();

            assertThat(handed.statusCode()).isEqualTo(made.statusCode());
            assertThat(headers(handed)).isEqualTo(headers(made));
            assertThat(handed.body()).isEqualTo(made.body());
        }
    }

    @ParameterizedTest
    @MethodSource("kept")
    void whoHasItAlreadyIsToldSo(String address) {
        for (var way : WAYS) {
            var page = ask("GET", address, way);
            var tag = page.headers().firstValue("ETag").orElseThrow();
            assertThat(tag).matches("\"[^\"]+\"");
            assertThat(page.headers().firstValue("Cache-Control").orElseThrow()).doesNotContain("no-store");

            for (var known : List.of(tag, "\"other\", W/" + tag, "*")) {
                var answer = ask("GET", address, with(way, "If-None-Match", known));
                boolean isThere = page.statusCode() == 200;
                assertThat(answer.statusCode()).isEqualTo(isThere ? 304 : page.statusCode());
                assertThat(answer.body()).hasSize(isThere ? 0 : page.body().length);
                assertThat(answer.headers().firstValue("ETag")).hasValue(tag);
                assertThat(answer.headers().firstValue("Cache-Control"))
                        .isEqualTo(page.headers().firstValue("Cache-Control"));
                assertThat(answer.headers().allValues("Vary"))
                        .isEqualTo(page.headers().allValues("Vary"));
                assertThat(answer.headers().firstValue("Content-Security-Policy"))
                        .isPresent();
            }
            assertThat(ask("GET", address, with(way, "If-None-Match", "\"other\""))
                            .body())
                    .isEqualTo(page.body());
        }
    }

    @ParameterizedTest
    @MethodSource("kept")
    void aHeadIsThatOfTheWhole(String address) {
        var before = ask("HEAD", address, List.of());
        var page = ask("GET", address, List.of());
        var after = ask("HEAD", address, List.of());

        assertThat(Stream.of(before, after)).allSatisfy(head -> {
            assertThat(head.statusCode()).isEqualTo(page.statusCode());
            assertThat(headers(head)).isEqualTo(headers(page));
            assertThat(head.body()).isEmpty();
        });
    }

    @Test
    void everyVariantHasItsOwnTag() {
        assertThat(WAYS.stream().map(way -> ask("GET", "/2023", way).headers().firstValue("ETag")))
                .doesNotHaveDuplicates()
                .hasSize(WAYS.size());
    }

    @ParameterizedTest
    @CsvSource({
        "/2023?section=visits&month=5&lang=en, /2023?lang=en&month=5&section=visits",
        "/2023?month=5&month=7, /2023?month=7&month=5",
        "/2023?month=5, /2023?month=5&from=timeline&isappinstalled=0",
        "/2023, /2023?utm_source=wechat",
        "/search?q=%E6%9D%8E%E5%A9%B7&year=2023, /search?year=2023&q=%E6%9D%8E%E5%A9%B7"
    })
    void theOrderOfParametersMakesNoOtherPageNorDoesWhatOthersAdd(String one, String other) {
        var made = ask("GET", one, List.of());
        makings.count();
        var handed = ask("GET", other, List.of());

        assertThat(makings.count()).isZero();
        assertThat(handed.body()).isEqualTo(made.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/2023?month=%ff", "/2023?x=%ff", "/2023?x=%00", "/2023?page=1&page=2", "/2023;x=1", "/%32023"})
    void whatIsUnusualIsAnsweredAsBefore(String address) {
        var cold = ask("GET", address, List.of());
        ask("GET", "/2023", List.of());
        ask("GET", "/2023?page=2", List.of());
        var warm = ask("GET", address, List.of());

        assertThat(warm.statusCode()).isEqualTo(cold.statusCode());
        assertThat(warm.body()).isEqualTo(cold.body());
    }

    @ParameterizedTest
    @CsvSource({
        "Accept, application/json",
        "Referer, http://evil.example/",
        "User-Agent, <script>",
        "Authorization, Basic eDp5",
        "X-HTTP-Method-Override, DELETE",
        "If-None-Match, *",
        "If-Modified-Since, 'Sun, 29 Nov 2099 00:00:00 GMT'",
        "Cookie, jinshan-chronicle-session=0f0e0d0c-0b0a-4908-8706-050403020100",
        "Cookie, other=large"
    })
    void nothingElseOfARequestBecomesPartOfThePage(String name, String value) {
        var usual = ask("GET", "/2023", List.of());
        allAnew.make();
        ask("GET", "/2023", List.of(name, value));
        makings.count();
        var handed = ask("GET", "/2023", List.of());

        assertThat(makings.count()).isZero();
        assertThat(handed.body()).isEqualTo(usual.body());
        assertThat(headers(handed)).isEqualTo(headers(usual));
    }

    @Test
    void aHostThatAProxyNamesHasPagesOfItsOwn() {
        ask("GET", "/2023", List.of("X-Forwarded-Host", "evil.example"));
        makings.count();
        ask("GET", "/2023", List.of());

        assertThat(makings.count()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/reports/new", "/reports/new?entry=14"})
    void aFormWithAKeyOfItsOwnIsMadeForEachReader(String address) {
        var page = ask("GET", address, List.of());

        assertThat(ask("GET", address, List.of()).body()).isNotEqualTo(page.body());
        assertThat(makings.count()).isEqualTo(2);
        assertThat(page.headers().firstValue("ETag")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/admin", "/login", "/search?q=%E3%80%82"})
    void whatIsNotForAllOrIsRefusedIsMadeEachTime(String address) {
        ask("GET", address, List.of());
        makings.count();
        ask("GET", address, List.of());

        assertThat(makings.count()).isPositive();
    }

    @Test
    void aPageThatNamesAnotherHostIsHandedToNobodyElse() {
        ask("GET", "/2023", List.of());
        makings.count();

        assertThat(reader.getAs("evil.example", "/2023"))
                .startsWith("HTTP/1.1 200")
                .doesNotContain("evil.example");
        assertThat(makings.count()).isEqualTo(1);
        ask("GET", "/2023", List.of());
        assertThat(makings.count()).isZero();
    }

    @Test
    void manyAddressesNeverPushOutWhatIsAskedForOften() {
        IntStream.range(0, 30).forEach(time -> ask("GET", "/2023", List.of()));
        for (int other = 0; other < 400; other++) {
            ask("GET", "/reading?back=/entries/" + other, List.of());
            ask("GET", "/entries/7" + other, List.of());
            if (other % 20 == 0) {
                ask("GET", "/2023", List.of());
            }
        }
        makings.count();

        ask("GET", "/2023", List.of());
        assertThat(makings.count()).isZero();
        IntStream.range(0, 400).forEach(other -> ask("GET", "/reading?back=/entries/" + other, List.of()));
        assertThat(makings.count()).isGreaterThan(100);
        IntStream.range(0, 400).forEach(other -> ask("GET", "/entries/7" + other, List.of()));
        assertThat(makings.count()).isGreaterThan(300);
    }

    @ParameterizedTest
    @CsvSource({"/2023, 200", "/entries/987654321, 404"})
    void oneMakesWhatManyWaitFor(String address, int status) {
        makings.hold(false);
        var readers = begin(12, address);
        makings.release();

        assertThat(readers)
                .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(status));
        assertThat(readers.stream().map(answer -> answer.join().headers().firstValue("ETag")))
                .containsOnly(readers.get(0).join().headers().firstValue("ETag"));
        assertThat(makings.count()).isEqualTo(1);
    }

    @Test
    void whoWaitsForWhatFailsTriesAlone() {
        makings.hold(true);
        var readers = begin(5, "/2023");
        makings.release();

        assertThat(readers)
                .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(500));
        makings.reset();
        assertThat(ask("GET", "/2023", List.of()).statusCode()).isEqualTo(200);
        assertThat(makings.count()).isEqualTo(1);
    }

    private List<CompletableFuture<HttpResponse<byte[]>>> begin(int readers, String address) {
        var asking = IntStream.range(0, readers)
                .mapToObj(reader -> client.sendAsync(request("GET", address, List.of()), BodyHandlers.ofByteArray()))
                .toList();
        while (!makings.isAwaited()) {
            Thread.onSpinWait();
        }
        // The others are on their way
        LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
        return asking;
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "gzip"})
    void whatIsTooLongToBeKeptIsMadeEachTimeAndIsOtherwiseLikeAnyPage(String coding) throws Exception {
        var way = List.of("Accept-Encoding", coding);
        var made = ask("GET", Makings.LONG, way);
        var again = ask("GET", Makings.LONG, way);
        var head = ask("HEAD", Makings.LONG, way);
        var tag = made.headers().firstValue("ETag").orElseThrow();
        var known = ask("GET", Makings.LONG, with(way, "If-None-Match", tag));

        assertThat(makings.count()).isEqualTo(4);
        assertThat(made.headers().firstValueAsLong("Content-Length")).hasValue(made.body().length);
        assertThat(plain(made)).hasSize(Makings.LENGTH);
        assertThat(again.body()).isEqualTo(made.body());
        assertThat(headers(again)).isEqualTo(headers(made)).isEqualTo(headers(head));
        assertThat(head.body()).isEmpty();
        assertThat(known.statusCode()).isEqualTo(304);
        assertThat(known.body()).isEmpty();
        assertThat(known.headers().firstValue("ETag")).hasValue(tag);
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "gzip"})
    void whatFailsInTheMiddleIsAnsweredAsSuch(String coding) throws Exception {
        var answer = ask("GET", Makings.BROKEN, List.of("Accept-Encoding", coding));

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(new String(plain(answer), StandardCharsets.UTF_8))
                .contains("</html>")
                .doesNotContain("0123456789");
        assertThat(answer.headers().firstValue("ETag")).isEmpty();
    }

    private static byte[] plain(HttpResponse<byte[]> answer) throws IOException {
        return answer.headers().firstValue("Content-Encoding").isPresent()
                ? new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes()
                : answer.body();
    }

    private HttpResponse<byte[]> ask(String method, String address, List<String> headers) {
        return client.sendAsync(request(method, address, headers), BodyHandlers.ofByteArray())
                .join();
    }

    private HttpRequest request(String method, String address, List<String> headers) {
        var request = HttpRequest.newBuilder(URI.create(reader.address(address)))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        return request.build();
    }

    private static List<String> with(List<String> headers, String name, String value) {
        return Stream.concat(headers.stream(), Stream.of(name, value)).toList();
    }

    /** All but the moment. */
    private static Map<String, List<String>> headers(HttpResponse<?> answer) {
        var headers = new TreeMap<>(answer.headers().map());
        headers.remove("date");
        return headers;
    }
}
