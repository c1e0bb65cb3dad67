package cn.jinshan.chronicle.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import cn.jinshan.chronicle.Reader;
import cn.jinshan.chronicle.WholeApplication;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Contrast;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What the reading settings do, measured on the rendered page, and reading aloud. */
@WholeApplication
@ExtendWith(Chromium.class)
class ReadingTest {

    private static final List<String> PAGES = List.of(
            "/2023",
            "/2023?section=visits&month=7",
            "/entries/11",
            "/2023/figures",
            "/reading",
            "/reports/new",
            "/nothing",
            "/login");

    /** A speech that says a sentence when it is told to, with a voice of the device and one of the network. */
    private static final String SPEECH = """
            window.said = [];
            window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
            Object.defineProperty(window, 'speechSynthesis', { value: {
                getVoices: () => [
                    { localService: false, lang: 'zh-CN', name: 'network' },
                    { localService: true, lang: 'en-US', name: 'english' },
                    { localService: true, lang: 'zh-HK', name: 'cantonese' },
                    { localService: OWN, lang: 'zh-CN', name: 'own' },
                ],
                speak(utterance) { this.now = utterance; said.push(utterance); },
                cancel() { this.now?.onerror?.({ error: 'canceled' }); this.cancelled = true; },
                addEventListener() {},
            } });""";

    @Autowired
    Reader reader;

    /** Whatever {@link EveryPublicPageTest} does not go through. */
    @ParameterizedTest
    @CsvSource({
        "large.big, 23, 1.5, 60, 7",
        "large.easy.biggest.dark, 27, 1.5, 60, 7",
        "large.high.en, 18, 1.5, 60, 14",
        "biggest.light, 28, 0, 44, 7",
        "easy.high, 15, 0, 44, 14",
    })
    void severalSettingsTogetherAreAsLargeAsEachOfThem(
            String settings, double text, double line, double target, double contrast, Browser browser) {
        try (var context = set(BrowserState.WIDE.context(browser, "zh-CN"), settings)) {
            var page = context.newPage();
            var complaints = new ArrayList<String>();
            page.onConsoleMessage(message -> complaints.add(message.text()));
            for (var path : PAGES) {
                assertThat(page.navigate(reader.address(path)).status())
                        .as(path)
                        .isEqualTo(path.equals("/nothing") ? 404 : 200);
                for (var state : List.of(BrowserState.WIDE, BrowserState.PHONE, BrowserState.DARK)) {
                    state.show(page);

                    assertThat(Axe.sideways(page)).as(path + state).isZero();
                    assertThat(new Measures(text, line, target, contrast).below(page))
                            .as(path + state)
                            .isEmpty();
                }
            }
            assertThat(complaints).noneMatch(complaint -> complaint.contains("Content Security Policy"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/2023", "/entries/11", "/search?q=liting", "/subjects", "/2023/figures", "/2023/booklet"})
    void nothingOnAPageMovesOnceItIsShown(String path, Browser browser) {
        try (var context = BrowserState.PHONE.context(browser, "zh-CN")) {
            var page = context.newPage();
            page.addInitScript(SPEECH.replace("OWN", "true"));
            page.addInitScript("""
                    window.moved = 0;
                    new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => moved += value))
                        .observe({ type: 'layout-shift', buffered: true });""");
            page.navigate(reader.address(path));
            drawn(page);
            assertThat(page.evaluate("() => moved")).isEqualTo(0);

            page.evaluate("() => document.body.style.paddingTop = '100px'");
            page.waitForFunction("() => moved > 0");
        }
    }

    @Test
    void inLargeTypeOnAPhoneEachRowOfTheFiguresIsAListAndStaysARow(Browser browser) {
        try (var context = set(BrowserState.PHONE.context(browser, "zh-CN"), "large")) {
            var page = context.newPage();
            page.navigate(reader.address("/2023/figures"));
            var row = page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("未注明月份"));

            assertThat(page.getByRole(AriaRole.TABLE).first().getByRole(AriaRole.COLUMNHEADER))
                    .hasCount(6);
            assertThat(row.getByRole(AriaRole.ROWHEADER)).hasText("未注明月份");
            assertThat(row.getByRole(AriaRole.CELL)).hasCount(5);
            assertThat(row.getByRole(
                            AriaRole.LINK,
                            new Locator.GetByRoleOptions().setName(Pattern.compile("^9 ?条， ?未注明月份， ?高光时刻$"))))
                    .hasCount(1);
            assertThat(row.evaluate(
                            "row => new Set([...row.cells].map(cell => cell.getBoundingClientRect().left)).size"))
                    .as("how many columns are seen")
                    .isEqualTo(1);
            assertThat((String) row.getByRole(AriaRole.CELL)
                            .last()
                            .evaluate("cell => getComputedStyle(cell, '::before').content"))
                    .contains("合计");
        }
    }

    /** One and a half times as far as its lines (WCAG 2.2, 1.4.8), wherever two follow one another. */
    @ParameterizedTest
    @ValueSource(strings = {"/2023", "/entries/11", "/2023/booklet", "/about", "/accessibility"})
    void paragraphsOfATextStandApart(String path, Browser browser) {
        try (var context = BrowserState.WIDE.context(browser, "zh-CN")) {
            var page = context.newPage();
            page.navigate(reader.address(path));

            assertThat((List<?>) page.evaluate("""
                            () => [...document.querySelectorAll('main p + p')]
                                .map(below => [below.previousElementSibling, below])
                                .filter(pair => pair.every(p => p.textContent.split('。').length > 2))
                                .filter(([above, below]) => {
                                    const line = parseFloat(getComputedStyle(below).lineHeight);
                                    const gap = below.getBoundingClientRect().top - above.getBoundingClientRect().bottom;
                                    return gap + line < 1.5 * line;
                                })
                                .map(([, below]) => below.textContent.trim().slice(0, 20))""")).isEmpty();
        }
    }

    private static void drawn(Page page) {
        page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)))");
    }

    @Test
    void theLargeEditionIsOneColumnAndItsTextStaysWithinItsMeasure(Browser browser) {
        for (var sizes :
                Map.of("large", 22.0, "large.big", 26.0, "large.biggest", 30.0).entrySet()) {
            try (var context = set(BrowserState.WIDE.context(browser, "zh-CN"), sizes.getKey())) {
                var page = context.newPage();
                page.navigate(reader.address("/2023"));

                var text = ((Number)
                                page.evaluate(
                                        "() => parseFloat(getComputedStyle(document.querySelector('.entry__opening')).fontSize)"))
                        .doubleValue();
                assertThat(text).isBetween(sizes.getValue() - .5, sizes.getValue());
                assertThat(page.evaluate("""
                                () => {
                                    const lefts = [...document.querySelectorAll('.timeline__name, .results h2, .filters, .title__name')]
                                        .map((element) => Math.round(element.getBoundingClientRect().left));
                                    const beside = [...document.querySelectorAll('.timeline__name')]
                                        .filter((name) => name.getBoundingClientRect().bottom > name.parentElement.querySelector('.entry').getBoundingClientRect().top);
                                    return new Set(lefts).size === 1 && beside.length === 0;
                                }""")).isEqualTo(true);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "light, DARK, NO_PREFERENCE, 'rgb(251, 248, 241)'",
        "light, LIGHT, MORE, 'rgb(251, 248, 241)'",
        "dark, LIGHT, MORE, 'rgb(27, 24, 21)'",
        "high, LIGHT, NO_PREFERENCE, 'rgb(255, 255, 255)'",
        "high, DARK, NO_PREFERENCE, 'rgb(18, 18, 18)'",
        "big, DARK, NO_PREFERENCE, 'rgb(27, 24, 21)'",
        "big, LIGHT, NO_PREFERENCE, 'rgb(251, 248, 241)'",
    })
    void whatIsChosenGoesBeforeWhatTheSystemWishes(
            String settings, ColorScheme scheme, Contrast contrast, String ground, Browser browser) {
        try (var context = set(
                browser.newContext(
                        new Browser.NewContextOptions().setColorScheme(scheme).setContrast(contrast)),
                settings)) {
            var page = context.newPage();
            page.navigate(reader.address("/2023"));

            assertThat(page.evaluate("() => getComputedStyle(document.documentElement).backgroundColor"))
                    .isEqualTo(ground);
        }
    }

    @Test
    void byKeyboardAloneFromATimelineToItsLargeEditionAndBackToStandard(Browser browser) {
        try (var context = browser.newContext(new Browser.NewContextOptions()
                .setJavaScriptEnabled(true)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setLocale("zh-CN"))) {
            var page = context.newPage();
            page.navigate(reader.address("/2023?month=5"));
            tabTo(page, "长者版");
            page.keyboard().press("Enter");
            assertThat(page).hasURL(reader.address("/2023?month=5"));
            assertThat(page.locator("html")).hasAttribute("data-reading", "large");
            assertThat(context.cookies())
                    .singleElement()
                    .satisfies(cookie ->
                            assertThat(Map.of(cookie.name, cookie.value)).containsExactly(entry("reading", "large")));
            tabTo(page, "回到标准版");
            page.keyboard().press("Enter");

            assertThat(page).hasURL(reader.address("/2023?month=5"));
            assertThat(page.locator("html")).not().hasAttribute("data-reading", "large");
            assertThat(context.cookies()).isEmpty();
        }
    }

    @Test
    void theEntryIsReadSentenceBySentenceWithTheVoiceOfTheDevice(Browser browser) {
        try (var context = BrowserState.FORCED_COLOURS.context(browser, "zh-CN")) {
            context.addInitScript(SPEECH.replace("OWN", "true"));
            var page = context.newPage();
            page.navigate(reader.address("/entries/11"));
            var whole = page.locator(".entry-page__text").innerText();
            var go = page.locator(".aloud button").first();
            var marked = page.locator(".aloud__now");
            var status = page.locator(".aloud [role=status]");

            assertThat(go).hasText("朗读");
            assertThat(page.getByRole(AriaRole.BUTTON, button("停止"))).hasCount(0);
            go.press("Enter");
            assertThat(go).hasText("暂停");
            assertThat(status).hasText("正在朗读。");
            assertThat(String.join("", marked.allTextContents())).isEqualTo("金山区第33次“全国助残日”文艺展演");
            assertThat(page.evaluate("() => [said[0].voice.name, said[0].lang, said[0].rate]"))
                    .isEqualTo(List.of("own", "zh-CN", 1));
            assertThat(page.evaluate(
                            "() => getComputedStyle(document.querySelector('.aloud__now')).textDecorationLine"))
                    .isEqualTo("underline");
            assertThat(Axe.violations(page)).isEmpty();

            page.evaluate("() => speechSynthesis.now.onend()");
            assertThat(String.join("", marked.allTextContents()))
                    .isEqualTo("金山区第33次“全国助残日”文艺展演在上海中侨职业技术大学举行，现场同时举行“爱心守护 助医出行”助残志愿服务项目启动仪式。");
            page.getByLabel("语速").selectOption("慢");
            assertThat(page.evaluate("() => [said.length, said[2].rate, said[2].text === said[1].text]"))
                    .isEqualTo(List.of(3, 0.7, true));
            go.press("Enter");
            assertThat(go).hasText("继续");
            assertThat(status).hasText("已暂停。");
            assertThat(marked).not().hasCount(0);
            go.press("Enter");
            assertThat(page.evaluate("() => said[3].text === said[1].text")).isEqualTo(true);
            page.getByRole(AriaRole.BUTTON, button("停止")).press("Enter");
            assertThat(status).hasText("已停止。");
            assertThat(go).isFocused();
            assertThat(go).hasText("朗读");
            assertThat(marked).hasCount(0);

            go.press("Enter");
            for (int i = 0; i < 20 && !"读完了。".equals(status.textContent()); i++) {
                page.evaluate("() => speechSynthesis.now.onend()");
            }
            assertThat(status).hasText("读完了。");
            assertThat(marked).hasCount(0);
            var text = (String) page.evaluate("() => said.slice(4).map(each => each.text).join('')");
            assertThat(text).endsWith("让残疾人感受到党和政府的温暖。");
            assertThat(page.locator(".entry-page__text").textContent())
                    .contains(text.substring(text.indexOf("“我为群众")).substring(0, 40));
            assertThat(page.locator(".entry-page__text").innerText()).isEqualToIgnoringWhitespace(whole);

            go.press("Enter");
            page.evaluate("() => { speechSynthesis.cancelled = false; dispatchEvent(new Event('pagehide')); }");
            assertThat(page.evaluate("() => speechSynthesis.cancelled")).isEqualTo(true);
        }
    }

    @Test
    void inEasyReadTheTwinIsReadAndNotTheWholeText(Browser browser) {
        try (var context = set(BrowserState.PHONE.context(browser, "zh-CN"), "easy")) {
            context.addInitScript(SPEECH.replace("OWN", "true"));
            var page = context.newPage();
            page.navigate(reader.address("/entries/11"));
            page.getByRole(AriaRole.BUTTON, button("朗读")).press("Enter");
            page.evaluate("() => speechSynthesis.now.onend()");

            assertThat(page.locator(".aloud__now")).hasText("5月18日有一场文艺演出。");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "zh-CN, , 这里不能朗读，因为这台设备没有自带的中文语音。",
        "en, , 'This device has no Chinese voice of its own, so it cannot read aloud.'",
        "zh-CN, Mozilla/5.0 MicroMessenger/8.0, 这里不能朗读。请点右上角“…”，选“在浏览器打开”。",
        "en, Mozilla/5.0 MicroMessenger/8.0, This app cannot read aloud. Tap … at the top right"
    })
    void withoutAVoiceOfTheDeviceASentenceSaysWhatToDoAndNoNetworkVoiceIsUsed(
            String language, String agent, String sentence, Browser browser) {
        var options = new Browser.NewContextOptions().setLocale(language);
        if (agent != null) {
            options.setUserAgent(agent);
        }
        try (var context = browser.newContext(options)) {
            context.addInitScript(SPEECH.replace("OWN", "false"));
            var page = context.newPage();
            page.navigate(reader.address("/entries/11"));

            assertThat(page.locator(".aloud__none")).containsText(sentence);
            assertThat(page.locator(".aloud [role=status]")).hasText("");
            assertThat(page.locator(".aloud button:visible")).hasCount(0);
        }
    }

    @Test
    void withScriptsOffASentenceSaysSoAndNothingElseOfItIsShown(Browser browser) {
        try (var context = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            var page = context.newPage();
            page.navigate(reader.address("/entries/11"));

            assertThat(page.locator(".aloud")).isHidden();
            assertThat(page.getByText("这里不能朗读。请点右上角“…”，选“在浏览器打开”。")).isVisible();
        }
    }

    /** As where a browser is too old for it; the one here waits for it first. */
    @Test
    void whereTheScriptFailsTheSentenceSaysSo(Browser browser) {
        try (var context = BrowserState.PHONE.context(browser, "zh-CN")) {
            var page = context.newPage();
            page.route("**/*.js", script -> script.fulfill(new Route.FulfillOptions().setBody("a ?.?. b")));
            page.navigate(reader.address("/entries/11"));

            assertThat(page.getByText("这里不能朗读。请点右上角“…”，选“在浏览器打开”。")).isVisible();
            assertThat(page.locator(".aloud button:visible")).hasCount(0);
        }
    }

    private BrowserContext set(BrowserContext context, String settings) {
        context.addCookies(List.of(new Cookie("reading", settings).setUrl(reader.address("/"))));
        return context;
    }

    private static Page.GetByRoleOptions button(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static void tabTo(Page page, String words) {
        for (int i = 0; i < 60; i++) {
            page.keyboard().press("Tab");
            if (words.equals(page.evaluate("() => document.activeElement.textContent.trim()"))) {
                return;
            }
        }
        throw new AssertionError("No way by keyboard to " + words);
    }
}
