package cn.jinshan.chronicle.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.jinshan.chronicle.Reader;
import cn.jinshan.chronicle.WholeApplication;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@WholeApplication
@TestPropertySource(properties = "chronicle.address=http://localhost")
class PublicAddressTest {

    @Autowired
    Reader reader;

    @Test
    void theCanonicalAddressIsAbsoluteOnceThePublicAddressIsKnown() {
        assertThat(reader.page("/2023?month=5").select("link[rel=canonical]").attr("href"))
                .isEqualTo("http://localhost/2023?month=5");
    }

    @Test
    void anotherHostIsRefused() {
        assertThat(reader.get("/2023").statusCode()).isEqualTo(200);
        assertThat(reader.getAs("stranger.example", "/2023")).startsWith("HTTP/1.1 400");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dashiji.example", "https://dashiji.example/chronicle", "mailto:a@b.c"})
    void whatIsNoBaseAddressIsRefused(String address) {
        assertThatIllegalArgumentException().isThrownBy(() -> new SiteProperties(Path.of("data"), URI.create(address)));
    }
}
