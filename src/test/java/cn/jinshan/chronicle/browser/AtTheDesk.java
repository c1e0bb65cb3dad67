package cn.jinshan.chronicle.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import cn.jinshan.chronicle.Reader;
import cn.jinshan.chronicle.Staff;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;

/** How a member of staff finds their way in a browser: by the words on buttons and links. */
final class AtTheDesk {

    private AtTheDesk() {}

    /** A browser in Chinese, whose pages do not fade into each other: Playwright's pointer does not get through. */
    static BrowserContext context(Browser browser, boolean scripts) {
        return browser.newContext(new Browser.NewContextOptions()
                .setJavaScriptEnabled(scripts)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setLocale("zh-CN"));
    }

    /** The desk of somebody who has an account. */
    static Page signedIn(BrowserContext context, Reader reader, String name) {
        var page = context.newPage();
        page.navigate(reader.address("/login"));
        page.getByLabel("用户名").fill(name);
        page.getByLabel("密码").fill(Staff.PASSWORD);
        button(page, "登录").click();
        assertThat(page.locator("h1")).hasText("待办");
        return page;
    }

    static Locator button(Page page, String name) {
        return page.locator("main")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    static Locator link(Page page, String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
