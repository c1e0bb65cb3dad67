package cn.jinshan.chronicle.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Reader;
import cn.jinshan.chronicle.WholeApplication;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WholeApplication
class BudgetTest {

    /** The initial congestion window of RFC 6928: what arrives in the first round trip. */
    private static final int FIRST_WINDOW = 14_336;

    @Autowired
    Reader reader;

    @Test
    void theTimelineAndTheSheetItWaitsForArriveInTheFirstRoundTrip() throws IOException {
        var page = reader.get("/2023").body();
        var sheets = reader.page("/2023")
                .select("link[rel=stylesheet]:not([media=print])")
                .eachAttr("href");

        assertThat(sheets).hasSize(1);
        assertThat(zipped(page) + zipped(reader.get(sheets.get(0)).body())).isLessThanOrEqualTo(FIRST_WINDOW);
        assertThat(reader.page("/2023").select("script:not([type=application/ld+json])"))
                .isEmpty();
    }

    private static int zipped(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.size();
    }
}
