package cn.jinshan.chronicle.site;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Reader;
import cn.jinshan.chronicle.WholeApplication;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What search engines and browsers ask for, where the public address is not known. */
@WholeApplication
class WellKnownTest {

    @Autowired
    Reader reader;

    @Test
    void robotsAreKeptFromTheDeskAndToldOfNoSitemap() {
        var robots = reader.get("/robots.txt");

        assertThat(robots.headers().firstValue("Content-Type")).hasValue("text/plain;charset=UTF-8");
        assertThat(robots.body())
                .startsWith("User-agent: *\n")
                .contains("Disallow: /admin\n", "Disallow: /login\n", "Disallow: /reports\n")
                .doesNotContain("Sitemap");
    }

    @Test
    void withoutAPublicAddressThereIsNoSitemap() {
        assertThat(reader.get("/sitemap.xml").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/favicon.ico", "/icon.svg", "/apple-touch-icon.png", "/share.png", "/pointer.png"})
    void theIconIsKeptForAMonthAndNotSentAgain(String address) {
        var icon = reader.get(address);
        var tag = icon.headers().firstValue("ETag").orElseThrow();

        assertThat(icon.statusCode()).isEqualTo(200);
        assertThat(icon.headers().firstValue("Cache-Control")).hasValue("max-age=2592000, public");
        assertThat(icon.body().length()).isLessThan(2000);
        assertThat(reader.get(address, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(reader.send("HEAD", address).statusCode()).isEqualTo(200);
    }

    @Test
    void theIconForOldBrowsersHoldsPictures() throws IOException {
        var ico = getClass().getResourceAsStream("/icons/favicon.ico").readAllBytes();
        int first = (ico[18] & 0xff) | (ico[19] & 0xff) << 8;

        assertThat(ico[4]).isEqualTo((byte) 3);
        assertThat(ImageIO.read(new ByteArrayInputStream(ico, first, ico.length - first))
                        .getWidth())
                .isEqualTo(16);
    }

    @ParameterizedTest
    @CsvSource({"apple-touch-icon.png, 180, 180", "share.png, 1200, 630", "pointer.png, 48, 48"})
    void aPictureOfTheIconHasTheSizeThatIsAskedOfIt(String name, int width, int height) throws IOException {
        var picture = ImageIO.read(getClass().getResource("/icons/" + name));

        assertThat(picture.getWidth()).isEqualTo(width);
        assertThat(picture.getHeight()).isEqualTo(height);
    }

    @ParameterizedTest
    @CsvSource({"/about, 关于大事记, About the chronicle", "/accessibility, 无障碍说明, Accessibility"})
    void theFooterLeadsToWhatThisIsInBothLanguages(String address, String chinese, String english) {
        assertThat(reader.page("/2023").select("footer a[href=" + address + "]"))
                .hasSize(1);
        assertThat(reader.page("/2023?lang=en").select("footer a[href=" + address + "?lang=en]"))
                .hasSize(1);
        assertThat(reader.page(address).select("h1").text()).isEqualTo(chinese);
        assertThat(reader.page(address + "?lang=en").select("h1").text()).isEqualTo(english);
    }

    @Test
    void theAccountOfAccessibilityHasARowForEachCriterionAndCountsThem() {
        var page = reader.page("/accessibility");
        var rows = page.select(".criteria tbody tr");

        assertThat(rows).hasSize(86).allSatisfy(row -> {
            assertThat(row.select("th[scope=row]").text()).matches("\\d\\.\\d\\.\\d+ .+ A{1,3}级");
            assertThat(row.select("td").eachText())
                    .hasSize(2)
                    .allSatisfy(words -> assertThat(words).isNotBlank());
        });
        assertThat(page.select("caption").eachText()).containsExactly("可感知", "可操作", "可理解", "稳健");
        for (var outcome : new String[] {"符合", "部分符合", "还不符合", "不适用"}) {
            var count = rows.select("td:first-of-type").eachText().stream()
                    .filter(outcome::equals)
                    .count();
            assertThat(page.select("h2 + p").eachText()).anyMatch(words -> words.contains(outcome + count + "条"));
        }
        assertThat(page.select("main a[href=/reports/new]")).hasSize(1);
    }

    @Test
    void aboutSaysWhoPublishesAndOffersTheData() {
        var page = reader.page("/about?lang=en");

        assertThat(page.select("main [lang=zh-CN]").eachText()).contains("金山区残疾人联合会");
        assertThat(page.select("main a").eachAttr("href")).contains("/2023.json?lang=en");
    }
}
