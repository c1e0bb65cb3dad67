package cn.jinshan.chronicle.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Reader;
import cn.jinshan.chronicle.WholeApplication;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;

/** How far down a page what the reader came for begins, in pixels: from the top, or from where a filter leads. */
@WholeApplication
@ExtendWith(Chromium.class)
class FirstScreenTest {

    private static final int PHONE = 390;
    private static final int SMALL_PHONE = 320;
    private static final int SCREEN = 844;

    /** In the standard edition with text of standard size, in 长者版, and with the largest text. */
    private record Most(int standard, int large, int biggest) {

        int of(String settings) {
            return settings.contains("biggest") ? biggest : settings.contains("large") ? large : standard;
        }
    }

    private record Place(String address, String first, Most most) {}

    private static final Map<String, Place> PLACES = new LinkedHashMap<>();

    static {
        PLACES.put(
                "timeline",
                new Place("/2023", ".highlights li a, article.entry h4 a", new Most(430, SCREEN, 2 * SCREEN)));
        PLACES.put(
                "filtered",
                new Place("/2023?month=5#results", "article.entry h4 a", new Most(420, SCREEN, 2 * SCREEN)));
        PLACES.put("search", new Place("/search?q=李婷", "article.entry h3 a", new Most(420, SCREEN, 2 * SCREEN)));
        PLACES.put(
                "entry",
                new Place("/entries/11", ".entry-page__text, .entry-page__easy", new Most(420, SCREEN, 2 * SCREEN)));
    }

    private static final List<String> SETTINGS =
            List.of("", "easy", "large", "biggest", "large.biggest", "large.easy", "easy.biggest");

    @Autowired
    Reader reader;

    @Test
    void readingBeginsOnTheFirstScreenOfAPhone(Browser browser) throws IOException {
        var table = new StringBuilder("| page | settings | 390 | most | 320 |\n| --- | --- | ---: | ---: | ---: |\n");
        var late = new StringBuilder();
        for (var settings : SETTINGS) {
            try (var context = browser.newContext(new Browser.NewContextOptions().setLocale("zh-CN"))) {
                var page = context.newPage();
                if (!settings.isEmpty()) {
                    context.addCookies(List.of(new Cookie("reading", settings).setUrl(reader.address("/"))));
                }
                for (var place : PLACES.entrySet()) {
                    long begins = begin(page, PHONE, place.getValue());
                    long small = begin(page, SMALL_PHONE, place.getValue());
                    int most = place.getValue().most.of(settings);
                    var row = "| %s | %s | %d | %d | %d |%n".formatted(place.getKey(), settings, begins, most, small);
                    table.append(row);
                    if (begins > most) {
                        late.append(row);
                    }
                }
            }
        }
        Files.writeString(Files.createDirectories(Path.of("target")).resolve("first-screen.md"), table);
        assertThat(late.toString()).isEmpty();
    }

    private long begin(Page page, int width, Place place) {
        page.setViewportSize(width, SCREEN);
        page.navigate("about:blank");
        page.navigate(reader.address(place.address));
        return Math.round(
                ((Number) page.evaluate("""
                        ([first, filtered]) => {
                            const top = (selector) => document.querySelector(selector).getBoundingClientRect().top;
                            return top(first) - (filtered ? top('#results') : -scrollY);
                        }""", List.of(place.first, place.address.contains("#results")))).doubleValue());
    }
}
