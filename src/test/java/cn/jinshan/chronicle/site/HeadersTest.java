package cn.jinshan.chronicle.site;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.PublicAddresses;
import cn.jinshan.chronicle.Reader;
import cn.jinshan.chronicle.WholeApplication;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@WholeApplication
@ExtendWith(OutputCaptureExtension.class)
class HeadersTest {

    @Autowired
    Reader reader;

    static Stream<String> everyAddress() {
        return Stream.concat(
                PublicAddresses.all(),
                Stream.of("/2023?month=13", "/entries/30000", "/1999.json", "/x", "/reading?back=//evil.example"));
    }

    @ParameterizedTest
    @MethodSource("everyAddress")
    void everyAnswerCarriesTheStrictHeadersAndNoCookie(String address) {
        var headers = reader.get(address).headers();

        assertThat(headers.firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .startsWith("default-src 'none'")
                        .contains(
                                "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'", "connect-src 'self'")
                        .doesNotContain("unsafe", "http:", "*"));
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Cross-Origin-Resource-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Permissions-Policy")).isPresent();
        assertThat(headers.map()).doesNotContainKeys("set-cookie", "server", "x-powered-by");
    }

    static Stream<String> everyRefusal() {
        return Stream.of("/entries/30000", "/1999/figures", "/login.json", "/assets/other-0.css");
    }

    @ParameterizedTest
    @MethodSource({"everyAddress", "everyRefusal"})
    void whatIsPublicIsAskedForAgainBeforeItIsShownFromMemory(String address) {
        var kept = reader.get(address).headers().allValues("Cache-Control");

        if (address.matches(".*\\.(ico|svg|png)")) {
            assertThat(kept).containsExactly("max-age=2592000, public");
        } else {
            assertThat(kept).containsExactly("no-cache");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /2023",
        "POST, /reading",
        "POST, /reports/new",
        "PUT, /reading",
        "DELETE, /entries/11",
        "GET, /2023?month=%ff"
    })
    void theAnswerToAFormAndToWhatNobodyCanReadIsKeptNowhere(String method, String address) {
        assertThat(reader.send(method, address).headers().allValues("Cache-Control"))
                .containsExactly("no-store");
    }

    @Test
    void aPageOfStaffIsKeptNowhere() {
        for (var address : List.of("/login", "/admin", "/setup/x", "/invitations/x", "/admin/nothing")) {
            assertThat(reader.get(address).headers().firstValue("Cache-Control"))
                    .as(address)
                    .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
        }
    }

    static Stream<String> everyPage() {
        return Stream.concat(
                PublicAddresses.pages(), Stream.of("/2023?lang=en", "/entries/11", "/1999", "/reports/new?entry=11"));
    }

    @ParameterizedTest
    @MethodSource("everyPage")
    void noPageNamesAThirdPartyOrHoldsScriptOrStyle(String address) {
        var page = reader.anyPage(address);

        assertThat(page.select("[src], link[href], a[href], form[action]").stream()
                        .flatMap(element -> element.attributes().asList().stream())
                        .filter(attribute -> attribute.getKey().matches("src|href|action"))
                        .map(attribute -> attribute.getValue()))
                .isNotEmpty()
                .allSatisfy(link -> assertThat(link).matches("[/#](?!/).*"));
        assertThat(page.select("script:not([src^=/assets/], [type=application/ld+json]), style, [style], [onclick]"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /2023;x=1, 400",
        "GET, /2023?month=%ff, 400",
        "GET, /error, 404",
        "GET, /actuator, 404",
        "GET, /h2-console, 404",
        "GET, /.git/config, 404",
        "POST, /2023, 403",
        "PUT, /reports/new, 403",
        "POST, /reports/thanks, 403",
        "PUT, /reading, 403",
        "TRACE, /2023, 405",
    })
    void whatIsNotServedIsRefusedPlainly(String method, String path, int status) {
        var answer = reader.send(method, path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).doesNotContainIgnoringCase("exception", "tomcat", "spring", "\tat ", "java.");
    }

    @Test
    void whoHasNoAccountIsNotToldOfOne() {
        assertThat(reader.send("POST", "/2023").body()).contains("没有收到您发送的内容").doesNotContain("账户");
    }

    @Test
    void aFormThatIsTooLongIsRefusedUnread() {
        assertThat(reader.announce("/reports/new", 3_000_000))
                .startsWith("HTTP/1.1 413")
                .contains("Content-Security-Policy: default-src 'none'")
                .contains("<title>内容太长了，没有收下 - 金山区残联</title>");
    }

    @Test
    void whatAStrangerMisspellsIsNoErrorOfOurs(CapturedOutput log) {
        reader.get("/2023?month=%ff");
        reader.announce("/reports/new", 3_000_000);

        assertThat(log.getAll()).doesNotContain("ERROR", "\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/2023", "/reading", "/reports/new", "/reports/thanks", "/x", "/error"})
    void whatIsSentToAPublicPageOpensNoSession(String address) {
        var answer = reader.send("POST", address);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/screen-0.css",
                "/assets/read-0.js",
                "/favicon.ico",
                "/icon.svg",
                "/robots.txt",
                "/2023.json"
            })
    void onlyAPageHasVariants(String address) {
        var headers = reader.get(address).headers();

        assertThat(headers.allValues("Vary"))
                .doesNotContain("Cookie", "Accept-Language", "cookie,accept-language")
                .allSatisfy(names -> assertThat(names).isEqualToIgnoringCase("accept-encoding"));
        assertThat(headers.firstValue("Content-Disposition")).isEmpty();
        assertThat(String.join(",", reader.get("/2023").headers().allValues("Vary")))
                .containsIgnoringCase("Accept-Language")
                .containsIgnoringCase("Cookie");
    }

    @Test
    void whatIsTextTravelsZipped() {
        var script = reader.page("/entries/11").select("script[src]").attr("src");

        for (var address : List.of("/2023", "/2023.json", "/assets/screen-0.css", script)) {
            assertThat(reader.get(address, "Accept-Encoding", "gzip").headers().firstValue("Content-Encoding"))
                    .as(address)
                    .hasValue("gzip");
        }
    }

    @Test
    void aRequestThatReachesNoPageIsAnsweredInBothLanguages() {
        var answer = reader.getAs("localhost", "/2023%zz");

        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("<title>没有看懂这个网址 - 金山区残联</title>")
                .contains("Content-Security-Policy: default-src 'none'")
                .contains("<h1>没有看懂这个网址</h1><p>请检查后再试。</p>", "We could not read this address.", "<a href=\"/\">")
                .doesNotContainIgnoringCase("tomcat", "exception", "<style");
    }

    @Test
    void theStyleSheetIsKeptForeverUnderItsOwnAddressOnly() {
        var address = reader.page("/2023").select("link[rel=stylesheet]").attr("href");

        assertThat(reader.get(address).headers().firstValue("Cache-Control"))
                .hasValue("max-age=31536000, public, immutable");
        assertThat(reader.get("/assets/screen-0.css").headers().firstValue("Cache-Control"))
                .hasValue("no-cache");
        assertThat(reader.get("/assets/screen-0.css").body())
                .isEqualTo(reader.get(address).body());
        assertThat(reader.get("/assets/other-0.css").statusCode()).isEqualTo(404);
    }
}
