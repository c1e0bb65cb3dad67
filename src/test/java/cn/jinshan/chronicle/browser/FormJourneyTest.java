package cn.jinshan.chronicle.browser;

import static cn.jinshan.chronicle.browser.AtTheDesk.button;
import static cn.jinshan.chronicle.browser.AtTheDesk.context;
import static cn.jinshan.chronicle.browser.AtTheDesk.link;
import static cn.jinshan.chronicle.browser.AtTheDesk.signedIn;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Desks;
import cn.jinshan.chronicle.Reader;
import cn.jinshan.chronicle.Staff;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** Forms in a real browser: two quick presses, the way back, a colleague at the same screen. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.datasource.url=jdbc:h2:mem:forms")
@Import({Reader.class, Staff.class, Desks.class})
@ExtendWith(Chromium.class)
class FormJourneyTest {

    @Autowired
    Reader reader;

    @Autowired
    Desks desks;

    @Autowired
    JdbcTemplate database;

    @BeforeEach
    void everybodyHasAnAccount() {
        desks.administrator();
        desks.reviewer();
        desks.editor();
    }

    @ParameterizedTest(name = "scripts {0}")
    @ValueSource(booleans = {true, false})
    void aColleagueWhoSignsInOnTheFormGetsNothingAndWhoWroteItFindsItLater(boolean scripts, Browser browser) {
        try (var screen = context(browser, scripts);
                var later = context(browser, scripts)) {
            var words = "写到一半换了人，" + (scripts ? "甲。" : "乙。");
            var page = signedIn(screen, reader, "zhouzheng");
            page.navigate(reader.address("/admin/entries/new?year=2023"));
            page.getByLabel("标题").fill(words);
            page.getByLabel("走访调研").check();
            page.getByLabel("正文").fill(words.repeat(300));
            screen.clearCookies();
            button(page, "保存草稿").click();

            assertThat(page.locator("main")).containsText("写的内容只给周正留着；别人登录看不到，也不会保存在别人名下。");
            assertThat(page.content()).doesNotContain(words);
            signIn(page, "wangli");
            assertThat(page.locator("h1")).hasText("待办");
            assertThat(page.locator("[role=status]")).hasText("周正在这里写的内容替周正留着，没有给您看，也没有保存在您名下。");
            assertThat(page.content()).doesNotContain(words);
            page.navigate(reader.address("/admin/entries/new?year=2023"));
            assertThat(page.getByLabel("标题")).hasValue("");
            assertThat(page.getByLabel("正文")).hasValue("");

            var his = signedIn(later, reader, "zhouzheng");
            his.locator("a[href^='/admin/me/left/']", new Page.LocatorOptions().setHasText(words.substring(0, 8)))
                    .first()
                    .click();
            assertThat(his.locator("main")).containsText(words.repeat(300));
            link(his, "打开那一页接着写").click();
            assertThat(his.getByLabel("标题")).hasValue(words);
            assertThat(his.getByLabel("走访调研")).isChecked();
            assertThat(his.getByLabel("正文")).hasValue(words.repeat(300));
            button(his, "保存草稿").click();
            assertThat(his.locator(".notice")).hasText("已经保存为草稿，公众还看不到。");
            his.navigate(reader.address("/admin"));
            assertThat(his.locator("a[href^='/admin/me/left/']")).hasCount(0);
            assertThat(database.queryForList(
                            "select a.account_id from edition_author a join edition e on e.id = a.edition_id where e.title = ?",
                            Long.class,
                            words))
                    .containsExactly(number("zhouzheng"));
        }
    }

    @ParameterizedTest(name = "scripts {0}")
    @ValueSource(booleans = {true, false})
    void twoQuickPressesMakeOneThingAndShowIt(boolean scripts, Browser browser) {
        try (var context = context(browser, scripts)) {
            var one = scripts ? "甲" : "乙";
            var page = signedIn(context, reader, "chensi");

            page.navigate(reader.address("/admin/words/new"));
            page.locator("#name").fill("双击" + one);
            page.locator("#explanation").fill("按了两次。");
            button(page, "保存").dblclick();
            assertThat(page.locator(".notice")).hasText("这个词已经加上，公众马上看得到。");
            assertThat(page.locator("main").getByText("双击" + one)).hasCount(1);

            page.navigate(reader.address("/admin/staff/new"));
            page.locator("#name").fill("shuangji" + scripts);
            page.locator("#fullName").fill("双击");
            page.locator("#role").check();
            button(page, "建立账户").dblclick();
            assertThat(page.locator("#link")).isVisible();
            page.waitForLoadState();
            var link = page.locator("#link").getAttribute("href");
            assertThat(page.navigate(reader.address(link)).status()).isEqualTo(200);
            assertThat(page.locator("main")).containsText("shuangji" + scripts);
        }
    }

    @Test
    void backToAFormThatWasSavedShowsItAsItIsNeverHalfOfIt(Browser browser) {
        try (var context = context(browser, true)) {
            var page = signedIn(context, reader, "chensi");
            for (var form : List.of(
                    Map.of("/admin/chronicles/new", List.of("year", "2021", "title", "大事记", "introduction", "开头的话")),
                    Map.of("/admin/sections/new?year=2023", List.of("title", "后退栏目", "titleEn", "Back")),
                    Map.of("/admin/words/new", List.of("name", "后退", "forms", "倒退", "explanation", "回到前一页。")),
                    Map.of("/admin/hints/new", List.of("found", "后退词", "better", "前进词")),
                    Map.of("/admin/settings", List.of("contact", "石化街道\n周一", "licence", "欢迎转载")),
                    Map.of("/admin/staff/new", List.of("name", "houtui", "fullName", "后退")))) {
                var address = form.keySet().iterator().next();
                var typed = form.values().iterator().next();
                page.navigate(reader.address(address));
                for (int i = 0; i < typed.size(); i += 2) {
                    page.locator("#" + typed.get(i)).fill(typed.get(i + 1));
                }
                for (var choice :
                        page.locator("main fieldset:has(#role, #kind, #tone)").all()) {
                    choice.locator("input[type=radio]").last().check();
                }
                var send = page.locator("main form[method=post] .form__end button[type=submit]")
                        .first();
                send.click();
                assertThat(page.locator(".mistakes")).hasCount(0);
                page.goBack();
                assertThat(page.locator("main form[method=post]")).hasCount(1);
                var shown = state(page);

                page.navigate(reader.address(address));
                assertThat(shown).as(address).isEqualTo(state(page));
            }
        }
    }

    /** All that stands in the form, but for what it says of itself. */
    private static Object state(Page page) {
        return page.evaluate("[...new FormData(document.querySelector('main form[method=post]'))]"
                + ".filter(([name]) => !name.startsWith('_')).map(field => field.join('='))");
    }

    private static void signIn(Page page, String name) {
        page.getByLabel("用户名").fill(name);
        page.getByLabel("密码").fill(Staff.PASSWORD);
        button(page, "登录").click();
    }

    private long number(String name) {
        return database.queryForObject("select id from account where name = ?", Long.class, name);
    }
}
