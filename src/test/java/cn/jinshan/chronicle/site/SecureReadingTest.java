package cn.jinshan.chronicle.site;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Desks;
import cn.jinshan.chronicle.Reader;
import cn.jinshan.chronicle.WholeApplication;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@WholeApplication
@TestPropertySource(properties = "chronicle.address=https://localhost")
class SecureReadingTest {

    @Autowired
    Reader reader;

    @Autowired
    Desks desks;

    @Test
    void whereTheSiteIsReadOverTlsTheCookieIsTooAndItsDeletion() {
        for (var large : List.of("large", "")) {
            var answer = desks.anonymous("Origin", "https://localhost")
                    .post(URI.create(reader.address("/reading")), Map.of("large", List.of(large)));

            assertThat(answer.headers().allValues("Set-Cookie"))
                    .singleElement()
                    .satisfies(cookie -> assertThat(cookie.split("; ?")).contains("Secure", "HttpOnly"));
        }
    }
}
