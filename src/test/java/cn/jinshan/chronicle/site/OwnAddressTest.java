package cn.jinshan.chronicle.site;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.PublicAddresses;
import cn.jinshan.chronicle.Reader;
import cn.jinshan.chronicle.WholeApplication;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What happens to an address between this site and a reader. */
@WholeApplication
class OwnAddressTest {

    private static final String ADDED =
            "from=singlemessage&isappinstalled=0&pass_ticket=added%2B1&scene=1&srcid=0308added"
                    + "&sharer_sharetime=1&sharer_shareid=added&wx_header=1&clicktime=17&enterid=17&ascene=1"
                    + "&devicetype=iOS12.0&version=18000729&nettype=WIFI&abtest_cookie=added&exportkey=added"
                    + "&utm_source=added&spm=added&share_token=added&added%E5%8A%A0=%22%3Eadded&added";

    @Autowired
    Reader reader;

    @Autowired
    RequestMappingHandlerMapping mappings;

    static Stream<String> everyAddress() {
        return Stream.concat(PublicAddresses.all(), Stream.of("/nothing", "/2023?month=13", "/1999.json"));
    }

    @ParameterizedTest
    @MethodSource("everyAddress")
    void whatOthersAddChangesNothingAndIsCarriedOnNowhere(String address) {
        var path = address.split("\\?")[0];
        var query = address.contains("?") ? "&" + address.split("\\?")[1] : "";

        var plain = reader.get(address);
        for (var added : new String[] {path + "?" + ADDED + query, path + "?" + query + "&" + ADDED}) {
            var answer = reader.get(added);
            assertThat(answer.statusCode()).isEqualTo(plain.statusCode());
            assertThat(keyless(answer.body())).isEqualTo(keyless(plain.body()));
            assertThat(answer.headers().map().toString()).doesNotContain("added");
        }
    }

    private static String keyless(String page) {
        return page.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "KEY");
    }

    @Test
    void everyParameterOfAPublicPageIsKnown() {
        assertThat(mappings.getHandlerMethods().entrySet().stream()
                        .filter(handler -> handler.getValue().hasMethodAnnotation(GetMapping.class))
                        .filter(handler -> handler.getKey().getPatternValues().stream()
                                .noneMatch(path -> path.matches("/(admin|login|setup|invitations)\\b.*")))
                        .flatMap(handler ->
                                Stream.of(handler.getValue().getMethod().getParameters()))
                        .filter(parameter -> parameter.isAnnotationPresent(RequestParam.class))
                        .map(parameter -> parameter.getName()))
                .isNotEmpty()
                .isSubsetOf(OwnAddress.PUBLIC);
    }

    @ParameterizedTest
    @CsvSource({
        "/2023?month=5&amp;section=visits, /2023?month=5&section=visits",
        "/2023?amp;month=5&amp;amp;section=visits, /2023?month=5&section=visits",
        "/2023?month=5&amp;month=7, /2023?month=5&month=7",
        "/2023?month=5&amp%3Bsection=visits, /2023?month=5&section=visits",
        "/2023?month=5&amp;section=nothing, /2023?month=5&section=nothing",
        "/2023?month=5&amp;lang=en, /2023?month=5&lang=en",
        "/2023.json?section=visits&amp;month=5, /2023.json?section=visits&month=5",
        "/search?year=2023&amp;q=%E6%9D%8E%E5%A9%B7&amp;section=visits, /search?year=2023&q=%E6%9D%8E%E5%A9%B7&section=visits",
        "/subjects?kind=person&amp;by=strokes, /subjects?kind=person&by=strokes",
        "/2023/booklet?amp;size=large, /2023/booklet?size=large",
        "/nothing?x=1&amp;lang=en, /nothing?x=1&lang=en",
    })
    void anAddressCopiedOutOfHtmlIsTheOneThatWasMeant(String copied, String meant) {
        assertThat(reader.get(copied).statusCode()).isEqualTo(reader.get(meant).statusCode());
        assertThat(reader.get(copied).body()).isEqualTo(reader.get(meant).body());
    }

    @ParameterizedTest
    @CsvSource({
        "zh, zh-CN, zh",
        "zh_CN, zh-CN, zh",
        "zh-Hans, zh-CN, zh",
        "zh-Hant-HK, zh-CN, zh",
        "zh_TW, zh-CN, zh",
        "ZH, zh-CN, zh",
        "en, en, en",
        "EN, en, en",
        "en_US, en, en",
        "en-GB, en, en",
        "xx&lang=en, en, en",
    })
    void aLanguageIsUnderstoodWithItsRegion(String asked, String shown, String carried) {
        var page = reader.page("/2023?lang=" + asked, "Accept-Language", shown.equals("en") ? "zh" : "en");

        assertThat(page.select("html").attr("lang")).isEqualTo(shown);
        assertThat(page.select("a[href^=/entries/]").eachAttr("href"))
                .isNotEmpty()
                .allSatisfy(link -> assertThat(link).endsWith("?lang=" + carried));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "zhongwen", "", "-", "_CN"})
    void whatNamesNoLanguageOfOursIsAsIfNotAsked(String asked) {
        var page = reader.page("/2023?lang=" + asked, "Accept-Language", "en");

        assertThat(page.select("html").attr("lang")).isEqualTo("en");
        assertThat(page.select("a[href^=/entries/]").eachAttr("href")).noneMatch(link -> link.contains("lang"));
    }

    @ParameterizedTest
    @CsvSource({
        "/admin?pass_ticket=x&from=singlemessage&isappinstalled=0, /admin",
        "/admin/entries?state=DRAFT&wx_header=1&utm_source=x, /admin/entries?state=DRAFT",
        "/admin/journal?from=2026-01-01&from=timeline, /admin/journal?from=2026-01-01",
    })
    void theSignInPageLeadsToWhatWasAskedForWithoutWhatOthersAdded(String asked, String wanted) {
        assertThat(reader.get(asked).headers().firstValue("Location"))
                .hasValueSatisfying(location -> assertThat(location)
                        .endsWith("/login?next="
                                + wanted.replace("/", "%2F").replace("?", "%3F").replace("=", "%3D")));
    }
}
