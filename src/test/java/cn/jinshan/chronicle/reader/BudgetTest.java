package cn.jinshan.chronicle.reader;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.PublicAddresses;
import cn.jinshan.chronicle.Reader;
import cn.jinshan.chronicle.WholeApplication;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@WholeApplication
class BudgetTest {

    /** The initial congestion window of RFC 6928: what arrives in the first round trip. */
    private static final int FIRST_WINDOW = 14_336;

    /** Of all scripts of a page, in bytes. */
    private static final int SCRIPTS = 3_072;

    @Autowired
    Reader reader;

    @ParameterizedTest
    @ValueSource(strings = {"/2023", "/2023?lang=en"})
    void theTimelineAndTheSheetItWaitsForArriveInTheFirstRoundTrip(String address) throws IOException {
        var sheets = reader.page(address)
                .select("link[rel=stylesheet]:not([media=print])")
                .eachAttr("href");

        assertThat(sheets).hasSize(1);
        assertThat(zipped(address) + zipped(sheets.get(0))).isLessThanOrEqualTo(FIRST_WINDOW);
    }

    @Test
    void noPageWaitsForAScriptOrLoadsMuchOfThemOrATypeface() throws IOException {
        for (var address : PublicAddresses.pages().toList()) {
            var page = reader.page(address);
            int size = 0;
            for (var script : page.select("script:not([type=application/ld+json])")) {
                assertThat(script.attr("type")).as(address).isEqualTo("module");
                size += zipped(script.attr("src"));
            }
            assertThat(size).as(address).isLessThanOrEqualTo(SCRIPTS);
            assertThat(page.select("link[rel=stylesheet]"))
                    .as(address)
                    .isNotEmpty()
                    .allSatisfy(sheet ->
                            assertThat(reader.get(sheet.attr("href")).body()).doesNotContain("@font-face", "@import"));
        }
        assertThat(reader.page("/entries/11").select("script[src]")).isNotEmpty();
    }

    /** How many bytes of what an address answers with travel. */
    private int zipped(String address) throws IOException {
        var answer = reader.get(address);
        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            zip.write(answer.body().getBytes(StandardCharsets.UTF_8));
        }
        return bytes.size();
    }
}
