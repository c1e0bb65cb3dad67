package cn.jinshan.chronicle.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Reader;
import cn.jinshan.chronicle.WholeApplication;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Printed code that leads back to the page. */
@WholeApplication
@TestPropertySource(properties = "chronicle.address=http://localhost")
@ExtendWith(Chromium.class)
class CodeOnPaperTest {

    @Autowired
    Reader reader;

    @ParameterizedTest
    @ValueSource(strings = {"/2023", "/entries/11", "/2023/figures", "/2023/booklet", "/2023/booklet?size=large"})
    void theCodeStandsOnPaperLargeEnoughForATelephoneAndNotOnTheScreen(String path, Browser browser) {
        try (var context = BrowserState.WIDE.context(browser, "zh-CN")) {
            var page = context.newPage();
            page.navigate(reader.address(path));
            var code = page.locator("svg[role=img]");
            assertThat(code).isHidden();

            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(code).isVisible();
            assertThat(code.boundingBox().width).isGreaterThan(90);
        }
    }
}
