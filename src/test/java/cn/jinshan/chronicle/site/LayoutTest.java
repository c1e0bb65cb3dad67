package cn.jinshan.chronicle.site;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.PublicAddresses;
import cn.jinshan.chronicle.Reader;
import cn.jinshan.chronicle.WholeApplication;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What stands around every public page, also around one that says why there is none. */
@WholeApplication
class LayoutTest {

    @Autowired
    Reader reader;

    static Stream<String> everyPage() {
        return Stream.concat(PublicAddresses.pages(), Stream.of("/nothing", "/2023?month=13"));
    }

    @ParameterizedTest
    @MethodSource("everyPage")
    void leadsOnFromEverywhere(String address) {
        var page = reader.anyPage(address, "Cookie", "reading=dark");

        assertThat(page.select("html").attr("data-reading")).isEqualTo("dark");
        assertThat(page.select("link[rel=icon]").eachAttr("href")).containsExactly("/icon.svg");
        assertThat(page.select("link[rel=apple-touch-icon]").eachAttr("href")).containsExactly("/apple-touch-icon.png");
        assertThat(page.select("header [href=/search]").eachText()).containsExactly("搜索");
        assertThat(page.select("header [href^=/reading]").eachText()).contains("阅读设置");
        assertThat(page.select("header form[method=post][action^=/reading] button")
                        .eachText())
                .containsExactly("长者版");
        assertThat(page.select("footer [href=/about], footer [href=/accessibility]"))
                .hasSize(2);
        assertThat(page.select("footer [href^=/reports/new]").eachText())
                .containsExactly(address.equals("/reports/new") ? new String[0] : new String[] {"内容有误？告诉我们"});
        assertThat(page.select("body > :is(header, main, footer)")).hasSize(3);
        assertThat(page.select("h1").eachText()).singleElement().asString().doesNotContain("。");
    }

    @ParameterizedTest
    @CsvSource({
        "/nothing, 没有找到这一页 - 金山区残联",
        "/nothing?lang=en, We could not find this page - Jinshan DPF",
        "/2023?month=%ff, 没有看懂这个网址 - 金山区残联",
    })
    void theTitleOfAPageThatIsNotThereSaysSo(String address, String title) {
        assertThat(reader.anyPage(address).title()).isEqualTo(title);
    }
}
