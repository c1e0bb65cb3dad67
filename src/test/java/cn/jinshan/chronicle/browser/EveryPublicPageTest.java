package cn.jinshan.chronicle.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.PublicAddresses;
import cn.jinshan.chronicle.Reader;
import cn.jinshan.chronicle.WholeApplication;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Every public page in every reading mode, in both languages, narrow and wide. */
@WholeApplication
@ExtendWith(Chromium.class)
class EveryPublicPageTest {

    @Autowired
    Reader reader;

    static Stream<Arguments> everyModeAndLanguage() {
        return Stream.of(ReadingMode.values())
                .flatMap(mode -> Stream.of("zh-CN", "en").map(language -> Arguments.of(mode, language)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyModeAndLanguage")
    void axeFindsNothingWithAllItsRulesNothingIsSmallOrFaintAndNoPageScrollsSideways(
            ReadingMode mode, String language, Browser browser) {
        var paths = PublicAddresses.pages().toList();
        var found = new ArrayList<String>();
        try (var context = browser.newContext(new Browser.NewContextOptions().setLocale(language))) {
            if (mode != ReadingMode.STANDARD) {
                context.addCookies(List.of(new Cookie("reading", mode.cookie).setUrl(reader.address("/"))));
            }
            var page = context.newPage();
            for (var path : paths) {
                assertThat(page.navigate(reader.address(path)).status())
                        .as(path)
                        .isEqualTo(200);
                for (int width : List.of(320, 1280)) {
                    page.setViewportSize(width, 900);
                    Stream.of(
                                    width == 1280 ? Axe.sizes(page) : axe(page, mode, language),
                                    mode.measures.below(page),
                                    sideways(page))
                            .flatMap(List::stream)
                            .forEach(finding -> found.add(path + " " + width + " " + finding));
                }
            }
        }

        assertThat(paths).contains("/?month=5", "/2023", "/entries/14", "/about");
        assertThat(found).isEmpty();
    }

    /** Its contrast is that of the mode, whatever the language or the width; {@link Measures} reckon it in each. */
    private static List<String> axe(Page page, ReadingMode mode, String language) {
        if (mode.isDocument) {
            return Axe.findings(page);
        }
        return "en".equals(language) ? Axe.sizes(page) : Axe.looks(page);
    }

    private static List<String> sideways(Page page) {
        int pixels = Axe.sideways(page);
        return pixels == 0 ? List.of() : List.of("scrolls sideways by " + pixels);
    }
}
