package cn.jinshan.chronicle.browser;

import static cn.jinshan.chronicle.browser.AtTheDesk.button;
import static cn.jinshan.chronicle.browser.AtTheDesk.context;
import static cn.jinshan.chronicle.browser.AtTheDesk.link;
import static cn.jinshan.chronicle.browser.AtTheDesk.signedIn;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.DeskApplication;
import cn.jinshan.chronicle.Desks;
import cn.jinshan.chronicle.Reader;
import cn.jinshan.chronicle.Staff;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What staff do in a day, in a real browser, with scripts and without. */
@DeskApplication
@ExtendWith(Chromium.class)
class DeskJourneyTest {

    @Autowired
    Reader reader;

    @Autowired
    Desks desks;

    @BeforeEach
    void colleagues() {
        desks.reviewer();
    }

    @ParameterizedTest(name = "scripts {0}")
    @ValueSource(booleans = {true, false})
    void putOnTopOfTheYearMovedUpAndTakenOff(boolean scripts, Browser browser) {
        try (var context = context(browser, scripts)) {
            var page = signedIn(context, reader, "zhouzheng");
            var title = "市残联党组书记杜松全来金调研";
            page.navigate(reader.address("/admin/entries/14"));
            button(page, "放在“这一年的亮点”").press("Enter");
            assertThat(page.locator("[role=status]")).hasText("已经放好。");
            button(page, "把“" + title + "”上移").press("Enter");
            assertThat(page.locator("tbody tr").nth(8)).containsText(title);

            page.navigate(reader.address("/2023"));
            assertThat(page.locator(".highlights li").nth(8)).hasText(title);
            page.navigate(reader.address("/admin/highlights?year=2023"));
            button(page, "把“" + title + "”从亮点中拿下").press("Enter");
            assertThat(page.locator("[role=status]")).hasText("已经从亮点中拿下。");
            assertThat(page.locator("main")).not().containsText(title);
        }
    }

    @ParameterizedTest(name = "scripts {0}")
    @ValueSource(booleans = {true, false})
    void writtenPublishedCorrectedTakenDownAndPutBack(boolean scripts, Browser browser) {
        try (var context = context(browser, scripts)) {
            var page = signedIn(context, reader, "zhouzheng");
            var title = "免费健康体检" + (scripts ? "甲" : "乙");
            page.navigate(reader.address("/admin/entries"));
            link(page, "写新条目").click();
            page.getByLabel("日期").first().fill("3月");
            if (scripts) {
                page.getByLabel("标题").focus();
            } else {
                button(page, "看看日期懂了没有").click();
            }
            assertThat(page.locator("#date-understood")).hasText("3月 → 2023年3月，精确到月");
            page.getByLabel("标题").fill(title);
            page.getByLabel("温暖瞬间").check();
            page.getByLabel("正文").fill("区残联组织残疾人免费体检。");
            page.getByLabel("易读版").fill("残疾人可以免费检查身体。");
            button(page, "保存并预览").click();
            assertThat(page.locator("h1")).hasText(title);
            assertThat(page.getByText("预览：这一版公众还看不到。")).isVisible();
            assertThat(reader.page("/2023").text()).doesNotContain(title);

            link(page, "发布…").click();
            button(page, "发布").click();
            assertThat(page.locator(".notice")).hasText("已经发布，所有人都能看到了。");
            var address = page.url().replaceFirst(".*/admin", "");
            assertThat(reader.page("/2023?month=3&section=services").text()).contains(title);

            page.getByLabel("正文").fill("区残联组织残疾人免费体检，改了一个字。");
            page.getByLabel("更正说明").fill("更正了个别文字");
            button(page, "保存草稿").click();
            assertThat(page.locator(".notice")).hasText("已经保存为草稿，公众还看不到。");
            assertThat(reader.page(address).text()).doesNotContain("改了一个字");
            button(page, "发布…").click();
            button(page, "发布").click();
            assertThat(page.locator(".notice").first()).hasText("已经发布，所有人都能看到了。");
            assertThat(reader.page(address).text()).contains("改了一个字", "更正了个别文字");

            link(page, "撤下…").click();
            page.getByLabel("为什么撤下").fill("照片未经同意");
            button(page, "撤下").click();
            assertThat(page.locator(".notice").first()).hasText("已经撤下，公众看不到了。");
            assertThat(page.locator(".notice").last()).containsText("撤下的原因：照片未经同意");
            assertThat(reader.get(address).statusCode()).isEqualTo(410);

            link(page, "看 第2版").click();
            link(page, "在第2版基础上修改").click();
            button(page, "开一份新草稿").click();
            button(page, "发布…").click();
            button(page, "发布").click();
            assertThat(page.locator(".notice").first()).hasText("已经发布，所有人都能看到了。");
            assertThat(reader.page(address).text()).contains("改了一个字");
        }
    }

    @ParameterizedTest(name = "scripts {0}")
    @ValueSource(booleans = {true, false})
    void aSessionThatEndsWhileTypingLosesNothing(boolean scripts, Browser browser) {
        try (var context = context(browser, scripts)) {
            var title = "写到一半" + (scripts ? "甲" : "乙");
            var page = signedIn(context, reader, "zhouzheng");
            page.navigate(reader.address("/admin/entries/new?year=2023"));
            page.getByLabel("标题").fill(title);
            page.getByLabel("走访调研").check();
            page.getByLabel("正文").fill("第一段。\n\n第二段，还有“引号”和<尖括号>。");
            context.clearCookies();
            button(page, "保存草稿").click();

            assertThat(page.getByRole(AriaRole.ALERT)).hasText("登录已过期。您写的内容还在，重新登录就能继续。");
            page.getByLabel("用户名").fill("zhouzheng");
            page.getByLabel("密码").fill("写错的密码");
            button(page, "登录").click();
            page.getByLabel("密码").fill(Staff.PASSWORD);
            button(page, "登录").click();

            assertThat(page.getByText("您登录过期前写的内容还在下面")).isVisible();
            assertThat(page.getByLabel("标题")).hasValue(title);
            assertThat(page.getByLabel("走访调研")).isChecked();
            assertThat(page.getByLabel("正文")).hasValue("第一段。\n\n第二段，还有“引号”和<尖括号>。");
            assertThat(desks.editor().page("/admin/entries?q=" + title).select("tbody tr"))
                    .isEmpty();

            page.getByLabel("标题").fill(title + "，写完了");
            button(page, "保存草稿").click();
            assertThat(page.locator(".notice")).hasText("已经保存为草稿，公众还看不到。");
            assertThat(page.getByLabel("标题")).hasValue(title + "，写完了");
        }
    }

    @Test
    void whatIsTypedIsKeptWhileTypingAndOnlyForOneself(Browser browser) {
        try (var context = context(browser, true)) {
            var page = signedIn(context, reader, "zhouzheng");
            page.navigate(reader.address("/admin/entries/17"));
            page.getByLabel("正文").fill("打了一半，浏览器关了。");
            assertThat(page.locator("[data-status]")).containsText("已自动保存（");
            page.close();

            var again = context.newPage();
            again.navigate(reader.address("/admin/entries/17"));
            assertThat(again.getByText("还没有按“保存草稿”。")).isVisible();
            assertThat(again.getByLabel("正文")).hasValue("打了一半，浏览器关了。");

            var colleague = desks.editor();
            assertThat(colleague.page("/admin/entries/17").text())
                    .contains("周正正在修改这一条")
                    .doesNotContain("打了一半");
            assertThat(colleague.page("/admin/entries/17/preview").text()).doesNotContain("打了一半");

            link(again, "不要这些，回到已保存的内容").click();
            button(again, "不要这些").click();
            assertThat(again.getByLabel("正文")).not().hasValue("打了一半，浏览器关了。");
            assertThat(colleague.page("/admin/entries/17").text()).doesNotContain("正在修改");
        }
    }

    @Test
    void aNewEntryThatWasNeverSavedIsOfferedAgain(Browser browser) {
        try (var context = context(browser, true)) {
            var page = signedIn(context, reader, "zhouzheng");
            page.navigate(reader.address("/admin/entries/new?year=2023"));
            page.getByLabel("标题").fill("没有保存就走了");
            assertThat(page.locator("[data-status]")).containsText("已自动保存（");
            page.navigate(reader.address("/admin/entries"));
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^没有保存就走了")))
                    .click();

            assertThat(page.getByLabel("标题")).hasValue("没有保存就走了");
            page.getByLabel("走访调研").check();
            button(page, "保存草稿").click();
            page.navigate(reader.address("/admin/entries"));
            assertThat(page.getByText("您有没写完的新条目")).isHidden();
        }
    }

    @Test
    void byKeyboardAloneFromSigningInToPublishing(Browser browser) {
        try (var context = context(browser, true)) {
            var page = context.newPage();
            page.navigate(reader.address("/admin/entries/new?year=2023"));
            tabTo(page, "username");
            page.keyboard().type("zhouzheng");
            page.keyboard().press("Tab");
            page.keyboard().type(Staff.PASSWORD);
            page.keyboard().press("Enter");
            assertThat(page.locator("h1")).hasText("写新条目");

            tabTo(page, "date");
            page.keyboard().type("5月18日");
            tabTo(page, "title");
            page.keyboard().type("只用键盘写的");
            tabTo(page, "section");
            page.keyboard().press("Space");
            tabTo(page, "body");
            page.keyboard().type("正文。");
            tabTo(page, "发布…");
            page.keyboard().press("Enter");
            assertThat(page.locator("h1")).hasText("发布这一条");
            tabTo(page, "发布");
            page.keyboard().press("Enter");

            assertThat(page.locator(".notice")).hasText("已经发布，所有人都能看到了。");
            assertThat(reader.page("/2023?month=5").text()).contains("只用键盘写的");
        }
    }

    /** Presses Tab until the focus is on a field of this id, or on a button or link of these words. */
    private static void tabTo(Page page, String target) {
        var focus = "target => { const on = document.activeElement; return on.id === target"
                + ""
                + " || (on.matches('a, button') && on.textContent.trim() === target); }";
        for (int i = 0; i < 150; i++) {
            page.keyboard().press("Tab");
            if ((boolean) page.evaluate(focus, target)) {
                return;
            }
        }
        throw new AssertionError("No way by keyboard to " + target);
    }
}
