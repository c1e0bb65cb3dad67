package cn.jinshan.chronicle.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.PublicAddresses;
import cn.jinshan.chronicle.Reader;
import cn.jinshan.chronicle.WholeApplication;
import com.microsoft.playwright.Browser;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every public page that there is a mapping for, in every reading mode, in both languages, narrow and wide. */
@WholeApplication
@ExtendWith(Chromium.class)
class EveryPublicPageTest {

    @Autowired
    Reader reader;

    @Autowired
    RequestMappingHandlerMapping mappings;

    static Stream<Arguments> everyModeLanguageAndWidth() {
        return Stream.of(ReadingMode.values())
                .flatMap(mode -> Stream.of("zh-CN", "en")
                        .flatMap(language ->
                                IntStream.of(320, 1280).mapToObj(width -> Arguments.of(mode, language, width))));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("everyModeLanguageAndWidth")
    void axeFindsNothingWithAllItsRulesAndNoPageScrollsSideways(
            ReadingMode mode, String language, int width, Browser browser) {
        var paths = PublicAddresses.pages(mappings).toList();
        var found = new ArrayList<String>();
        try (var context = mode.context(browser, language, width, reader.address("/"))) {
            var page = context.newPage();
            for (var path : paths) {
                page.navigate(reader.address(path));
                found.addAll(named(path, Axe.findings(page)));
                found.addAll(named(
                        path,
                        Axe.sideways(page) > 0 ? List.of("scrolls sideways by " + Axe.sideways(page)) : List.of()));
            }
        }

        assertThat(paths).contains("/", "/2023", "/entries/14", "/about");
        assertThat(found).isEmpty();
    }

    private static List<String> named(String path, List<String> findings) {
        return findings.stream().map(finding -> path + " " + finding).toList();
    }
}
