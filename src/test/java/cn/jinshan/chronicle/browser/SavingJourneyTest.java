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
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Two browsers on one entry, two windows of one person, a server that is away: no word is typed twice. */
@DeskApplication
@ExtendWith(Chromium.class)
class SavingJourneyTest {

    @Autowired
    Reader reader;

    @Autowired
    Desks desks;

    @BeforeEach
    void colleagues() {
        desks.editor();
        desks.reviewer();
    }

    @ParameterizedTest(name = "scripts {0}")
    @ValueSource(booleans = {true, false})
    void whatTwoChangedInDifferentFieldsSurvivesWithoutAQuestion(boolean scripts, Browser browser) {
        try (var hers = context(browser, scripts);
                var his = context(browser, scripts)) {
            var address = draft("两个人写" + scripts);
            var wang = opened(hers, "wangli", address);
            var zhou = opened(his, "zhouzheng", address);
            zhou.getByLabel("温暖瞬间").check();
            zhou.getByLabel("易读版").fill("他写的易读版。");
            zhou.getByLabel("再写一个名称").fill("亭林镇");
            button(zhou, "保存草稿").click();
            assertThat(zhou.locator(".notice").first()).hasText("已经保存为草稿，公众还看不到。");

            wang.getByLabel("标题").fill("她改的标题" + scripts);
            button(wang, "保存草稿").click();

            assertThat(wang.getByText("您修改的时候同事也保存了")).isVisible();
            assertThat(wang.getByLabel("标题")).hasValue("她改的标题" + scripts);
            assertThat(wang.getByLabel("温暖瞬间")).isChecked();
            assertThat(wang.getByLabel("易读版")).hasValue("他写的易读版。");
            assertThat(wang.locator(".subjects summary")).containsText("亭林镇");
        }
    }

    @Test
    void typingInTheMergeChoosesIt(Browser browser) {
        try (var hers = context(browser, true);
                var his = context(browser, true)) {
            var address = draft("合并");
            var wang = opened(hers, "wangli", address);
            var zhou = opened(his, "zhouzheng", address);
            zhou.getByLabel("正文").fill("他的正文。");
            button(zhou, "保存草稿").click();
            assertThat(zhou.locator(".notice").first()).hasText("已经保存为草稿，公众还看不到。");
            wang.getByLabel("正文").fill("她的正文。");
            button(wang, "保存草稿").click();

            assertThat(wang.locator("h1")).hasText("周正先保存了这一条");
            assertThat(wang.locator("input[type=radio]:checked")).hasCount(0);
            assertThat(wang.getByText("没有送到")).hasCount(0);
            wang.getByLabel("合并后的正文").fill("两个人的正文。");
            assertThat(wang.getByLabel("合并，用下面这份")).isChecked();
            wang.getByLabel("保留周正的").check();
            button(wang, "保存草稿").click();

            assertThat(wang.getByLabel("正文")).hasValue("两个人的正文。");
            assertThat(wang.getByText("没有送到")).hasCount(0);
        }
    }

    @Test
    void twoWindowsOfOnePersonLoseNothingWhenOneBreaks(Browser browser) {
        try (var context = context(browser, true)) {
            var address = draft("两个窗口");
            var one = opened(context, "wangli", address);
            var other = context.newPage();
            other.navigate(reader.address(address));
            one.getByLabel("正文").fill("第一个窗口里的长文字。");
            assertThat(one.locator("[data-status]")).containsText("已自动保存（");
            other.getByLabel("正文").fill("四个字。");
            assertThat(other.locator("[data-status]")).containsText("您在另一个窗口也在写这一条");
            one.close();

            other.navigate(reader.address(address));
            link(
                            other,
                            other.locator(".notice a[href*='?copy=']:not([href*=discarding])")
                                    .first()
                                    .innerText())
                    .click();
            assertThat(other.getByLabel("正文")).hasValue("第一个窗口里的长文字。");
        }
    }

    @ParameterizedTest(name = "scripts {0}")
    @ValueSource(booleans = {true, false})
    void goingBackToTheFormOfANewEntryFindsItAsItWasSaved(boolean scripts, Browser browser) {
        try (var context = context(browser, scripts)) {
            var page = signedIn(context, reader, "wangli");
            page.navigate(reader.address("/admin/entries/new?year=2023"));
            page.getByLabel("标题").fill("按了后退" + scripts);
            page.getByLabel("走访调研").check();
            page.getByLabel("再写一个名称").fill("亭林镇");
            button(page, "保存草稿").click();
            assertThat(page.locator(".notice").first()).hasText("已经保存为草稿，公众还看不到。");

            page.goBack();

            assertThat(page.locator("h1")).hasText("编辑：按了后退" + scripts);
            assertThat(page.getByLabel("标题")).hasValue("按了后退" + scripts);
            assertThat(page.locator(".subjects summary")).containsText("亭林镇");
            button(page, "保存草稿").click();
            assertThat(desks.editor().page("/admin/entries?q=按了后退" + scripts).select("tbody tr"))
                    .hasSize(1);
        }
    }

    @Test
    void aServerThatIsAwayForAWhileCostsNoWord(Browser browser) {
        try (var context = context(browser, true)) {
            var address = draft("服务器不在");
            var page = opened(context, "wangli", address);
            context.setOffline(true);
            page.getByLabel("正文").fill("断开时写的。");
            assertThat(page.locator("[data-status]")).containsText("以后写的还没有保存。暂时保存不了。");
            button(page, "保存草稿").click();
            assertThat(page.locator("h1")).hasText("编辑：服务器不在");
            assertThat(page.getByLabel("正文")).hasValue("断开时写的。");

            context.setOffline(false);

            assertThat(page.locator(".notice").first())
                    .hasText("已经保存为草稿，公众还看不到。", new LocatorAssertions.HasTextOptions().setTimeout(15_000));
            assertThat(page.getByLabel("正文")).hasValue("断开时写的。");
            // It is kept in the browser only until it arrived
            page.waitForCondition(() -> unsent(page) == 0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/admin/entries/new", "/admin/chronicles/new", "/admin/hints/new"})
    void whatNeverArrivedIsOfferedToThatAccountAloneAndSentThen(String address, Browser browser) {
        try (var context = context(browser, true)) {
            desks.administrator();
            var page = signedIn(context, reader, "chensi");
            page.navigate(reader.address(address));
            var field = page.locator("main form[method=post] input[type=text], main form[method=post] textarea")
                    .first();
            context.setOffline(true);
            field.fill("2031");
            context.clearCookies();
            page.evaluate("() => sessionStorage.clear()");
            page.close();
            context.setOffline(false);

            var other = signedIn(context, reader, "wangli");
            other.navigate(reader.address("/admin/entries/new?year=2023"));
            assertThat(other.getByText("没有送到")).hasCount(0);
            context.clearCookies();

            var again = signedIn(context, reader, "chensi");
            again.navigate(reader.address(address));
            assertThat(again.getByText("这台电脑上还有您")).isVisible();
            again.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("放回来"))
                    .click();
            assertThat(again.locator("main form[method=post] input[type=text], main form[method=post] textarea")
                            .first())
                    .hasValue("2031");
        }
    }

    @Test
    void whatIsTypedWhileTheServerAnswersIsNotTakenForKept(Browser browser) {
        try (var context = context(browser, true)) {
            var page = opened(context, "wangli", draft("又写了几个字"));
            var administration = new ArrayList<Route>();
            page.route("**/working-copy", administration::add);
            page.getByLabel("正文").fill("先写的。");
            page.waitForCondition(() -> administration.size() == 1);

            page.getByLabel("正文").fill("先写的，回答以前又写的。");
            administration.get(0).resume();
            page.waitForCondition(() -> administration.size() == 2);
            assertThat((String) page.evaluate("() => JSON.stringify(localStorage)"))
                    .contains("回答以前又写的");
            administration.get(1).abort();
            assertThat(page.locator("[data-status]")).containsText("暂时保存不了。");
            assertThat((String) page.evaluate("() => JSON.stringify(localStorage)"))
                    .contains("回答以前又写的");
        }
    }

    @Test
    void whatAMistakeBroughtBackIsNotOfferedOnceItIsCorrected(Browser browser) {
        try (var context = context(browser, true)) {
            desks.administrator();
            var page = signedIn(context, reader, "chensi");
            page.navigate(reader.address("/admin/words/new"));
            var fields = page.locator("main form[method=post] :is(input[type=text], textarea)");
            fields.first().fill("改正过的词");
            page.locator("main form[method=post] button[type=submit]").last().click();
            assertThat(page.locator("#mistakes")).isVisible();
            assertThat(page.getByText("没有送到")).hasCount(0);
            for (var field : fields.all()) {
                if (field.inputValue().isEmpty()) {
                    field.fill("意思。");
                }
            }
            page.locator("main form[method=post] button[type=submit]").last().click();
            assertThat(page.locator("h1")).hasText("名词解释");

            page.navigate(reader.address("/admin/words/new"));
            assertThat(page.locator("h1")).isVisible();
            page.waitForCondition(() -> unsent(page) == 0);
            assertThat(page.getByText("没有送到")).hasCount(0);
        }
    }

    @Test
    void whatIsOlderThanAWeekIsNoLongerInTheBrowserAndNoPasswordEverIs(Browser browser) {
        try (var context = context(browser, true)) {
            var page = signedIn(context, reader, "wangli");
            page.navigate(reader.address("/admin/me/password"));
            page.getByLabel("现在的密码").fill("不会留下");
            page.evaluate("() => localStorage.setItem('unsent 1 /admin/entries/1 1', JSON.stringify("
                    + "{at: Date.now() - 8 * 24 * 3600 * 1000, hidden: {}, fields: [['title', '八天以前']]}))");
            assertThat((String) page.evaluate("() => JSON.stringify(localStorage)"))
                    .doesNotContain("不会留下", "/admin/me/password");

            page.navigate(reader.address("/admin/entries/new?year=2023"));

            assertThat((String) page.evaluate("() => JSON.stringify(localStorage)"))
                    .doesNotContain("八天以前");
        }
    }

    private static int unsent(Page page) {
        return (int) page.evaluate("() => Object.keys(localStorage).filter(key => key.startsWith('unsent ')).length");
    }

    private Page opened(BrowserContext context, String name, String address) {
        var page = signedIn(context, reader, name);
        page.navigate(reader.address(address));
        return page;
    }

    private String draft(String title) {
        return desks.editor()
                .submit(
                        "/admin/entries/new?year=2023",
                        "title",
                        title,
                        "date",
                        "5月18日",
                        "body",
                        "正文。",
                        "section",
                        "visits")
                .uri()
                .getPath();
    }
}
