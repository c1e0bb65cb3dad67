package cn.jinshan.chronicle.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Reader;
import cn.jinshan.chronicle.WholeApplication;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.WaitUntilState;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@WholeApplication
@ExtendWith(Chromium.class)
class JourneyTest {

    @Autowired
    Reader reader;

    @Test
    void byKeyboardAloneFromTheAddressBarToAnEntryAndBack(Browser browser) {
        try (var context = BrowserState.WIDE.context(browser, "zh-CN")) {
            var page = context.newPage();
            page.navigate(reader.address("/"));

            press(page, "Tab");
            assertThat(focus(page)).isEqualTo("跳到大事记列表");
            press(page, "Tab");
            assertThat(focus(page)).isEqualTo("跳到筛选");
            press(page, "Enter");
            press(page, "Tab");
            assertThat(focus(page)).isEqualTo("筛选");
            press(page, "Tab");
            assertThat(focus(page)).isEqualTo("只看“高光时刻”，9条");
            press(page, "Tab");
            press(page, "Tab");
            assertThat(focus(page)).isEqualTo("只看“走访调研”，8条");
            press(page, "Enter");

            assertThat(page).hasURL(reader.address("/2023?section=visits#results"));
            assertThat(page.locator("#results")).isFocused();
            assertThat(focus(page)).isEqualTo("全年，走访调研，共8条");
            tabTo(page, "5月18日 市残联党组书记杜松全来金调研");
            page.evaluate("() => { window.left = true; }");
            press(page, "Enter");

            assertThat(page).hasURL(reader.address("/entries/14"));
            press(page, "Tab");
            assertThat(focus(page)).isEqualTo("跳到正文");
            press(page, "Enter");
            assertThat(page.locator("#main")).isFocused();

            back(page);
            back(page);
            assertThat(page).hasURL(reader.address("/2023?section=visits#results"));
            // Kept as it was left, or begun again at the results: where the focus then stands is the browser's choice
            assertThat((boolean) page.evaluate("() => window.left === true")
                            || page.locator("#results:target").isVisible())
                    .isTrue();
        }
    }

    @Test
    void byKeyboardAloneTheBestNewsComesBeforeTheChronicle(Browser browser) {
        try (var context = BrowserState.PHONE.context(browser, "zh-CN")) {
            var page = context.newPage();
            page.navigate(reader.address("/2023#results"));

            tabTo(page, "杭州亚残运会一金一铜");
            assertThat((boolean) page.evaluate("() => document.activeElement.compareDocumentPosition("
                            + "document.querySelector('article')) === Node.DOCUMENT_POSITION_FOLLOWING"))
                    .isTrue();
            press(page, "Enter");
            assertThat(page).hasURL(reader.address("/entries/1"));
        }
    }

    @Test
    void theWayBackToTheMonthLeadsToTheEntryItself(Browser browser) {
        try (var context = BrowserState.PHONE.context(browser, "zh-CN")) {
            var page = context.newPage();
            page.navigate(reader.address("/entries/24"));
            page.getByRole(AriaRole.LINK, named("5月")).press("Enter");

            assertThat(page).hasURL(reader.address("/2023?month=5#entry-24"));
            press(page, "Tab");
            assertThat(focus(page)).isEqualTo("5月 助医出行");
        }
    }

    @Test
    void severalChoicesByTheKeyboardLeadToTheResults(Browser browser) {
        try (var context = BrowserState.PHONE.context(browser, "zh-CN")) {
            var page = context.newPage();
            page.navigate(reader.address("/2023"));
            page.locator("#filters > details > summary").focus();
            press(page, "Enter");
            page.getByText("多选").focus();
            press(page, "Enter");
            page.getByRole(AriaRole.CHECKBOX, named("走访调研")).focus();
            press(page, "Space");
            page.getByRole(AriaRole.CHECKBOX, named("温暖瞬间")).focus();
            press(page, "Space");
            page.getByRole(AriaRole.CHECKBOX, named("7月")).focus();
            press(page, "Space");
            tabTo(page, "查看");
            press(page, "Enter");

            assertThat(page).hasURL(reader.address("/2023?section=visits&section=services&month=7#results"));
            assertThat(page.locator("#results")).isFocused();
            assertThat(page.locator("#results")).hasText("7月，走访调研、温暖瞬间，共4条");
        }
    }

    @Test
    void everythingWorksWithScriptsOff(Browser browser) {
        // Playwright's pointer does not get through the cross-fade from page to page
        try (var context = browser.newContext(new Browser.NewContextOptions()
                .setJavaScriptEnabled(false)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setLocale("zh-CN"))) {
            var page = context.newPage();
            page.navigate(reader.address("/"));
            page.locator("#filters > details > summary").click();
            page.getByRole(AriaRole.LINK, named("5月，4条")).click();
            assertThat(page.locator("#results")).hasText("5月，全部栏目，共4条");
            page.locator("#filters > details > summary").click();
            page.getByText("多选").click();
            page.getByRole(AriaRole.CHECKBOX, named("重要会议活动")).check();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("查看"))
                    .click();
            assertThat(page.locator("#results")).hasText("5月，重要会议活动，共2条");
            page.locator(".entry__title a").first().click();
            assertThat(page.locator("h1")).hasText("金山区第33次“全国助残日”文艺展演");
            page.locator(".turn__next").click();
            assertThat(page.locator("h1")).hasText("市残联党组书记杜松全来金调研");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("长者版"))
                    .click();
            assertThat(page.locator("html")).hasAttribute("data-reading", "large");
            assertThat(page.locator("h1")).hasText("市残联党组书记杜松全来金调研");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("English"))
                    .click();
            assertThat(page.locator("html")).hasAttribute("lang", "en");
        }
    }

    @Test
    void aBlindReaderHearsTheYearAsHeadingsAndLists(Browser browser) {
        try (var context = BrowserState.PHONE.context(browser, "zh-CN")) {
            var page = context.newPage();
            page.navigate(reader.address("/2023?month=5&section=visits"));

            assertThat(page.locator(".results")).matchesAriaSnapshot("""
                            - region "5月，走访调研，共1条":
                              - heading "5月，走访调研，共1条" [level=2]
                              - list "已选":
                                - listitem:
                                  - link "取消“走访调研”"
                                - listitem:
                                  - link "取消“5月”"
                                - listitem:
                                  - link "清除筛选，看全年"
                              - heading "2023年5月（1条）" [level=3]
                              - list:
                                - listitem:
                                  - article:
                                    - heading "5月18日 市残联党组书记杜松全来金调研" [level=4]:
                                      - link "5月18日 市残联党组书记杜松全来金调研":
                                        - time: 5月18日
                                        - text: 市残联党组书记杜松全来金调研
                                    - paragraph: 星期四 栏目： 走访调研
                                    - paragraph: 市残联党组书记杜松全到金山区调研残疾人工作，先后实地走访心启航惠民服务社和上海联中食用菌专业合作社。
                            """);
            assertThat(page.locator(".strip")).containsText("已选“5月”，1条");
        }
    }

    @Test
    void byKeyboardAloneToWhatWasMeantByAMisspeltWord(Browser browser) {
        try (var context = BrowserState.PHONE.context(browser, "zh-CN")) {
            var page = context.newPage();
            page.navigate(reader.address("/2023"));
            tabTo(page, "搜索");
            press(page, "Enter");
            assertThat(page).hasURL(reader.address("/search"));
            assertThat(page.getByLabel("要找的字词")).isFocused();
            page.keyboard().type("坐式排求");
            press(page, "Enter");

            assertThat(page.locator("#results")).isFocused();
            assertThat(page.locator("#results")).hasText("与“坐式排求”相近，共4条");
            press(page, "Tab");
            assertThat(focus(page)).isEqualTo("您要找的是“坐式排球”吗？");
            press(page, "Enter");
            assertThat(page).hasURL(Pattern.compile("q=" + encoded("坐式排球") + "#results$"));
            assertThat(page.locator("#results")).isFocused();
            page.locator("#filters summary").focus();
            press(page, "Enter");
            tabTo(page, "只看“走访调研”，1条");
            press(page, "Enter");
            assertThat(page).hasURL(Pattern.compile("&section=visits#results$"));
            assertThat(page.locator("#results")).isFocused();
            press(page, "Tab");
            assertThat(focus(page)).isEqualTo("取消“走访调研”");
            press(page, "Tab");
            press(page, "Tab");
            press(page, "Enter");
            assertThat(page).hasURL(Pattern.compile(".*/entries/\\d+$"));
            assertThat(page.locator("article .entry-page__section")).hasText("走访调研");
        }
    }

    @Test
    void byKeyboardAloneThroughTheIndexToAPersonAndAnEntry(Browser browser) {
        try (var context = BrowserState.WIDE.context(browser, "zh-CN")) {
            var page = context.newPage();
            page.navigate(reader.address("/2023"));
            tabTo(page, "查人名、单位");
            press(page, "Enter");
            assertThat(page).hasURL(reader.address("/subjects"));
            press(page, "Tab");
            assertThat(focus(page)).isEqualTo("跳到人名、单位");
            tabTo(page, "按笔画排列");
            press(page, "Enter");
            assertThat(page).hasURL(reader.address("/subjects?by=strokes#results"));
            assertThat(page.locator("#results")).isFocused();
            tabTo(page, "7画");
            press(page, "Enter");
            assertThat(page.locator("#group-7")).isFocused();
            tabTo(page, "李婷， 人物， 4条");
            press(page, "Enter");

            assertThat(page).hasURL(reader.address("/subjects/1"));
            assertThat(page.locator("h1")).hasText("李婷");
            tabTo(page, "2023年 11月1日 区残联领导慰问亚残运会坐式排球金牌、铜牌选手");
            press(page, "Enter");
            assertThat(page).hasURL(reader.address("/entries/21"));
        }
    }

    /** The whole tree that a screen reader is given, kept in {@code src/test/resources/by-ear}. */
    @ParameterizedTest
    @CsvSource({
        "timeline, /2023?month=5, main",
        "entry, /entries/11, main",
        "search, /search?q=liting, body",
        "reading, /reading, body"
    })
    void whatABlindReaderHearsIsAsItWasReadThrough(String name, String path, String part, Browser browser)
            throws IOException {
        try (var context = BrowserState.PHONE.context(browser, "zh-CN")) {
            var page = context.newPage();
            page.navigate(reader.address(path));
            if (name.equals("entry")) {
                assertThat(page.locator(".aloud__none")).containsText("没有自带的中文语音");
            }
            page.evaluate("() => document.querySelectorAll('.fold').forEach((fold) => (fold.open = true))");

            assertHeard(name, page.locator(part));
        }
    }

    @Test
    void whatABlindReaderHearsOfTheHighlightsIsAsItWasReadThrough(Browser browser) throws IOException {
        try (var context = BrowserState.PHONE.context(browser, "zh-CN")) {
            var page = context.newPage();
            page.navigate(reader.address("/2023"));

            assertHeard("highlights", page.locator(".highlights"));
        }
    }

    /** Without the kinds, whose counts the other tests change. */
    @Test
    void whatABlindReaderHearsOfTheIndexIsAsItWasReadThrough(Browser browser) throws IOException {
        try (var context = BrowserState.PHONE.context(browser, "zh-CN")) {
            var page = context.newPage();
            page.navigate(reader.address("/subjects?kind=place"));

            assertHeard("index", page.locator("main > section").last());
        }
    }

    /** What is heard now is written beside the other results of the build, to be read through when it changes. */
    private static void assertHeard(String name, Locator part) throws IOException {
        var heard = part.ariaSnapshot();
        Files.writeString(Files.createDirectories(Path.of("target", "by-ear")).resolve(name + ".yml"), heard + "\n");
        try (var kept = JourneyTest.class.getResourceAsStream("/by-ear/" + name + ".yml")) {
            assertThat(kept).as(name).isNotNull();
            assertThat(heard).isEqualTo(new String(kept.readAllBytes(), StandardCharsets.UTF_8).strip());
        }
    }

    @Test
    void theDarkPageIsDarkFromItsFirstPaintAndPaperIsAlwaysWhite(Browser browser) {
        try (var context = BrowserState.DARK.context(browser, "zh-CN")) {
            var page = context.newPage();
            page.navigate(reader.address("/2023"));
            var ground = "() => getComputedStyle(document.documentElement).backgroundColor";

            assertThat(page.evaluate(ground)).isEqualTo("rgb(27, 24, 21)");
            page.emulateMedia(
                    new Page.EmulateMediaOptions().setMedia(Media.PRINT).setColorScheme(ColorScheme.DARK));
            assertThat(page.evaluate(ground)).isEqualTo("rgb(255, 255, 255)");
            assertThat(page.locator(".filters")).isHidden();
            assertThat(page.locator(".share__address")).isVisible();
        }
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    /** Like a reader's browser, which keeps the page as it was left and loads nothing. */
    private static void back(Page page) {
        page.goBack(new Page.GoBackOptions().setWaitUntil(WaitUntilState.COMMIT));
    }

    private static void press(Page page, String key) {
        page.keyboard().press(key);
    }

    /** Presses Tab until the focus is on these words, at most a hundred times. */
    private static void tabTo(Page page, String words) {
        for (int i = 0; i < 100 && !focus(page).equals(words); i++) {
            press(page, "Tab");
        }
        assertThat(focus(page)).isEqualTo(words);
    }

    private static String focus(Page page) {
        return String.valueOf(page.evaluate("""
                () => {
                    const heard = document.activeElement.cloneNode(true);
                    heard.querySelectorAll('[aria-hidden=true]').forEach((each) => each.remove());
                    return heard.textContent.trim().replace(/\\s+/g, ' ');
                }"""));
    }
}
