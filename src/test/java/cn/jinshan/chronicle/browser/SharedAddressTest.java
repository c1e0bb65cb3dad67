package cn.jinshan.chronicle.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Reader;
import cn.jinshan.chronicle.Staff;
import cn.jinshan.chronicle.WholeApplication;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Address of a page and its code: copied, selected, shown when asked, printed. */
@WholeApplication
@TestPropertySource(properties = "chronicle.address=http://localhost")
@ExtendWith(Chromium.class)
class SharedAddressTest {

    private static final String ADDRESS = "http://localhost/entries/11";

    @Autowired
    Reader reader;

    @Autowired
    Staff staff;

    @Test
    void theAddressIsCopiedByTheKeyboardAndSaysSo(Browser browser) {
        try (var context = BrowserState.PHONE.context(browser, "zh-CN")) {
            context.grantPermissions(
                    List.of("clipboard-read"),
                    new BrowserContext.GrantPermissionsOptions().setOrigin(reader.address("")));
            var page = entry(context);
            var copy = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("复制网址"));
            copy.press("Enter");

            assertThat(page.getByText("已经复制。到微信里粘贴，就能发给别人。")).isVisible();
            assertThat(copy).isFocused();
            assertThat(page.evaluate("() => navigator.clipboard.readText()")).isEqualTo(ADDRESS);
        }
    }

    @Test
    void whereNothingIsCopiedTheAddressIsSelectedAndASentenceSaysWhatToDo(Browser browser) {
        try (var context = BrowserState.PHONE.context(browser, "zh-CN")) {
            context.addInitScript("document.execCommand = () => false;");
            var page = entry(context);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("复制网址"))
                    .press("Enter");

            assertThat(page.getByText("没有复制成。请按住网址，自己选中再复制。")).isVisible();
            assertThat(page.evaluate("() => getSelection().toString()")).isEqualTo(ADDRESS);
        }
    }

    @Test
    void withScriptsOffTheAddressIsThereToSelectAndTheCodeToOpen(Browser browser) {
        try (var context = browser.newContext(new Browser.NewContextOptions()
                .setJavaScriptEnabled(false)
                .setLocale("zh-CN")
                .setViewportSize(320, 640))) {
            var page = entry(context);

            assertThat(page.getByText(ADDRESS)).isVisible();
            assertThat(page.locator("footer button")).isHidden();
            assertThat(page.locator("footer svg")).isHidden();
            page.locator("footer summary").focus();
            page.keyboard().press("Enter");
            assertThat(page.getByText("用手机扫一扫，就能打开这一页。")).isVisible();
            assertThat(page.locator("footer svg")).isVisible();
            assertThat(page.locator("footer svg").boundingBox().width).isGreaterThan(160);
        }
    }

    @Test
    void theOpenCodeAndTheButtonAreForEverybody(Browser browser) {
        try (var context = BrowserState.TABLET.context(browser, "zh-CN")) {
            var page = entry(context);
            page.locator("footer summary").click();
            for (var state : BrowserState.values()) {
                state.show(page);

                assertThat(Axe.sideways(page)).as(state.name()).isZero();
                assertThat(Measures.STANDARD.below(page)).as(state.name()).isEmpty();
                assertThat(Axe.violations(page)).as(state.name()).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/2023", "/entries/11", "/2023/figures", "/2023/booklet", "/2023/booklet?size=large"})
    void theCodeStandsOnPaperLargeEnoughForATelephoneAndNotOnTheScreen(String path, Browser browser) {
        try (var context = BrowserState.WIDE.context(browser, "zh-CN")) {
            var page = context.newPage();
            page.navigate(reader.address(path));
            var code = page.locator("svg[role=img]:visible");
            assertThat(code).hasCount(0);

            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(code).hasCount(1);
            assertThat(code.boundingBox().width).isGreaterThan(90);
            assertThat(page.locator("footer :is(button, details):visible")).hasCount(0);
        }
    }

    @Test
    void whoPublishesIsGivenTheAddressToHandOn(Browser browser) {
        staff.account("wangli", "王莉", "EDITOR");
        long entry = staff.drafted(2023, "visits", "11月", "2023-11", "发布以后要转给大家的");
        try (var context = AtTheDesk.context(browser, true)) {
            context.grantPermissions(
                    List.of("clipboard-read"),
                    new BrowserContext.GrantPermissionsOptions().setOrigin(reader.address("")));
            var page = AtTheDesk.signedIn(context, reader, "wangli");
            page.navigate(reader.address("/admin/entries/" + entry + "/publication"));
            AtTheDesk.button(page, "发布").click();

            assertThat(page.locator(".notice")).isFocused();
            AtTheDesk.button(page, "复制网址").press("Enter");
            assertThat(page.getByText("已经复制。到微信里粘贴，就能发给别人。")).isVisible();
            assertThat(page.evaluate("() => navigator.clipboard.readText()"))
                    .isEqualTo("http://localhost/entries/" + entry);
            for (var state : BrowserState.values()) {
                state.show(page);
                assertThat(Axe.sideways(page)).as(state.name()).isZero();
                assertThat(Axe.violations(page)).as(state.name()).isEmpty();
            }
            AtTheDesk.link(page, "看公众看到的这一条").click();
            assertThat(page.locator("h1")).hasText("发布以后要转给大家的");
        } finally {
            staff.withdraw(entry);
        }
    }

    private Page entry(BrowserContext context) {
        var page = context.newPage();
        page.navigate(reader.address("/entries/11"));
        return page;
    }
}
