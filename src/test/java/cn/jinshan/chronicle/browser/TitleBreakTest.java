package cn.jinshan.chronicle.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Reader;
import cn.jinshan.chronicle.WholeApplication;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Titles break between words, as the page divides them, and are otherwise one text. */
@WholeApplication
@ExtendWith(Chromium.class)
class TitleBreakTest {

    private static final List<String> PAGES = List.of(
            "/2023",
            "/2023?view=sections",
            "/2023?lang=en",
            "/entries/16",
            "/entries/13",
            "/entries/8",
            "/entries/19/easy",
            "/2023/booklet",
            "/2023/booklet?text=easy",
            "/search?q=%E6%AE%8B%E7%96%BE%E4%BA%BA",
            "/subjects",
            "/subjects/1",
            "/subjects/10");

    private static final String ADDRESSED = "金山区第33次“全国助残日”文艺展演";

    /** The words of all titles, each with how many lines it stands on. */
    private static final String WORDS = """
            () => [...document.querySelectorAll(
                    'h1, h2, h3, h4, .highlights a, .turn__title, .index__name')].flatMap((title) => {
                const walker = document.createTreeWalker(title, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
                const words = [];
                let word;
                while (walker.nextNode()) {
                    const node = walker.currentNode;
                    if (node.nodeType === 1) {
                        word = node.matches('mark') ? word : undefined;
                    } else if (getComputedStyle(node.parentElement).wordBreak === 'keep-all') {
                        for (const { 0: text, index } of node.data.matchAll(/\\S+/g)) {
                            if (!word || index > 0) {
                                word = { text: '', range: document.createRange() };
                                word.range.setStart(node, index);
                                words.push(word);
                            }
                            word.text += text;
                            word.range.setEnd(node, index + text.length);
                        }
                        word = /\\s$/.test(node.data) ? undefined : word;
                    }
                }
                return words.map(({ text, range }) => [text, [...range.getClientRects()]
                    .filter((box, at, all) => at === 0 || box.top >= all[at - 1].bottom).length]);
            })""";

    @Autowired
    Reader reader;

    @ParameterizedTest
    @CsvSource({"390, ''", "320, ''", "390, large", "320, large"})
    void noWordOfATitleStandsOnTwoLines(int width, String settings, Browser browser) {
        try (var context = browser.newContext(
                new Browser.NewContextOptions().setLocale("zh-CN").setViewportSize(width, 844))) {
            var page = opened(context.newPage(), settings);
            for (var path : PAGES) {
                page.navigate(reader.address(path));
                @SuppressWarnings("unchecked")
                var words = (List<List<Object>>) page.evaluate(WORDS);

                assertThat(words).as(path).hasSizeGreaterThan(2).allSatisfy(word -> {
                    // Behind a closing mark a browser breaks by itself
                    boolean isClosedWithin = ((String) word.get(0)).matches(".*[”’」』》）].+");
                    assertThat((int) word.get(1)).as(path + " " + word.get(0)).isBetween(1, isClosedWithin ? 2 : 1);
                    assertThat((String) word.get(0)).hasSizeLessThan(20);
                });
                assertThat((List<?>) page.evaluate("""
                        () => [...document.querySelectorAll('wbr')].map((each) => each.parentElement)
                            .filter((title) => getComputedStyle(title).wordBreak !== 'keep-all')
                            .map((title) => title.textContent)"""))
                        .as(path + ": divided, but breaking anywhere")
                        .isEmpty();
                assertThat(Axe.sideways(page)).as(path).isZero();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"320, biggest", "320, large.biggest", "280, biggest"})
    void theLargestTextBreaksAWordRatherThanRunOver(int width, String settings, Browser browser) {
        try (var context = browser.newContext(
                new Browser.NewContextOptions().setLocale("zh-CN").setViewportSize(width, 844))) {
            var page = opened(context.newPage(), settings);
            for (var path : PAGES) {
                page.navigate(reader.address(path));

                assertThat((List<?>) page.evaluate("""
                        () => [...document.querySelectorAll('h1, h2, h3, h4, .turn__title, .index__name')]
                            .filter((title) => title.scrollWidth > title.clientWidth && title.clientWidth > 1
                                || title.getBoundingClientRect().right > innerWidth)
                            .map((title) => title.textContent)""")).as(path).isEmpty();
            }
        }
    }

    @Test
    void aTitleIsCopiedNamedAndFoundAsOneText(Browser browser) {
        try (var context = BrowserState.PHONE.context(browser, "zh-CN")) {
            var page = context.newPage();
            page.navigate(reader.address("/entries/11"));

            assertThat(page.locator("h1 wbr").count()).isGreaterThan(2);
            assertThat(page.evaluate("""
                    () => {
                        getSelection().selectAllChildren(document.querySelector('h1'));
                        return getSelection().toString();
                    }""")).isEqualTo(ADDRESSED);
            assertThat(page.evaluate("() => find('" + ADDRESSED.substring(3, 12) + "')"))
                    .isEqualTo(true);
            assertThat(page.locator("h1").innerText()).isEqualTo(ADDRESSED);
            assertThat(page.getByRole(
                                    AriaRole.HEADING,
                                    new Page.GetByRoleOptions()
                                            .setName(ADDRESSED)
                                            .setExact(true))
                            .count())
                    .isEqualTo(1);
            assertThat(headings(page)).contains(ADDRESSED);
        }
    }

    /** The names of the headings as the browser hands them to a screen reader. */
    private static List<String> headings(Page page) {
        var session = page.context().newCDPSession(page);
        var names = new ArrayList<String>();
        for (var node : session.send("Accessibility.getFullAXTree").getAsJsonArray("nodes")) {
            var part = (JsonObject) node;
            if (part.has("role")
                    && part.getAsJsonObject("role").get("value").getAsString().equals("heading")) {
                names.add(part.getAsJsonObject("name").get("value").getAsString());
            }
        }
        return names;
    }

    private Page opened(Page page, String settings) {
        if (!settings.isEmpty()) {
            page.context().addCookies(List.of(new Cookie("reading", settings).setUrl(reader.address("/"))));
        }
        return page;
    }
}
