package cn.jinshan.chronicle.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.util.unit.DataSize;

class SentFromHereTest {

    @ParameterizedTest
    @CsvSource({
        // Sec-Fetch-Site, Origin, Referer, Host, chronicle.address, whether it was sent from here
        "same-origin, , , dashiji.example, , true",
        "same-origin, https://evil.example, , dashiji.example, , true",
        "same-site, https://dashiji.example, , dashiji.example, , false",
        "cross-site, https://dashiji.example, https://dashiji.example/, dashiji.example, , false",
        "none, , , dashiji.example, , false",
        "'', https://dashiji.example, , dashiji.example, , false",
        ", https://dashiji.example, , dashiji.example, , true",
        ", https://DASHIJI.example, , dashiji.example, , true",
        ", http://localhost:8080, , localhost:8080, , true",
        ", http://localhost:8081, , localhost:8080, , false",
        ", https://evil.example, https://dashiji.example/2023, dashiji.example, , false",
        ", null, https://dashiji.example/2023, dashiji.example, , false",
        ", '', https://dashiji.example/2023, dashiji.example, , false",
        ", https://dashiji.example.evil.example, , dashiji.example, , false",
        ", https://dashiji.example@evil.example, , dashiji.example, , false",
        ", '::', , dashiji.example, , false",
        ", , https://dashiji.example/reports/new?entry=11, dashiji.example, , true",
        ", , https://evil.example/dashiji.example, dashiji.example, , false",
        ", , , dashiji.example, , false",
        ", https://dashiji.example, , inside:8080, https://dashiji.example, true",
        ", , https://dashiji.example/2023, inside:8080, https://dashiji.example/, true",
        ", https://evil.example, , inside:8080, https://dashiji.example, false",
    })
    void onlyWhatAPageOfThisSiteSent(
            @Nullable String site,
            @Nullable String origin,
            @Nullable String referer,
            String host,
            @Nullable URI address,
            boolean expected) {
        var request = new MockHttpServletRequest("POST", "/reports/new");
        request.addHeader("Host", host);
        add(request, "Sec-Fetch-Site", site);
        add(request, "Origin", origin);
        add(request, "Referer", referer);

        assertThat(new SentFromHere(new SiteProperties(Path.of("data"), address, DataSize.ofMegabytes(1)))
                        .matches(request))
                .isEqualTo(expected);
    }

    private static void add(MockHttpServletRequest request, String name, @Nullable String value) {
        if (value != null) {
            request.addHeader(name, value);
        }
    }
}
