package cn.jinshan.chronicle.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Desk;
import cn.jinshan.chronicle.DeskApplication;
import cn.jinshan.chronicle.Desks;
import cn.jinshan.chronicle.Reader;
import cn.jinshan.chronicle.Staff;
import cn.jinshan.chronicle.entries.Entry;
import cn.jinshan.chronicle.entries.RequiredReviews;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** Every staff page in its states: as it opens, with mistakes, in conflict, in preview. */
@DeskApplication
@ExtendWith(Chromium.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskAccessibilityTest {

    @Autowired
    Reader reader;

    @Autowired
    Desks desks;

    Desk administrator;
    Desk colleague;

    @Autowired
    Staff staff;

    String draft;
    String submitted;
    String doomed;
    long report;
    String published;
    String backup;

    @Value("${chronicle.data}")
    Path data;

    @BeforeAll
    void someEntries() throws IOException {
        administrator = desks.administrator();
        colleague = desks.editor();
        draft = begin("date", "下下周", "title", "有电话的草稿", "body", "联系电话13812345678，孩子今年8岁，听力一级残疾。");
        published =
                begin("date", "5月", "title", "发布过的", "body", "**正文**里有[链接](https://www.shdpf.org.cn/)。\n\n- 一\n- 二");
        colleague.submit(published + "/publication");
        colleague.submit(
                published,
                "dateMonth",
                "5",
                "dateDay",
                "12",
                "body",
                "** 改过的**正文。",
                "easyRead",
                "这一句话很长很长很长很长很长很长很长很长很长很长很长很长很长很长。");
        submitted = begin("date", "5月", "title", "题", "body", "我区聋哑人5月18号来访，联系电话13812345678。");
        colleague.submit(submitted + "/submission");
        colleague.submit("/admin/entries/19", "title", "改了标题", "correction", "更正了标题");
        colleague.submit("/admin/entries/19/submission");
        doomed = begin("date", "5月", "title", "会放弃的", "body", "正文。");
        begin("date", "5月", "title", "两个名称", "subjects[0].name", "甲并入者", "subjects[1].name", "乙留下者");
        report = staff.reported("日期好像不对。");
        backup = backup();
        Files.writeString(data.resolve("backups/broken.zip"), "");
    }

    @AfterAll
    void noBrokenBackup() throws IOException {
        Files.delete(data.resolve("backups/broken.zip"));
    }

    /** The address of the page that checks a backup that was just made. */
    private String backup() {
        administrator.submit("/admin/backups");
        var late = Instant.now().plusSeconds(60);
        while (true) {
            var page = administrator.page("/admin/backups").select("tbody th a");
            if (!page.isEmpty()) {
                return page.attr("href");
            }
            assertThat(Instant.now()).isBefore(late);
        }
    }

    /** The address of the page that keeps a subject. */
    private String subject(String name) {
        return administrator.page("/admin/subjects?q=" + name).select("tbody a").attr("href");
    }

    private String begin(String... fields) {
        var all = new ArrayList<>(List.of("section", "services"));
        all.addAll(List.of(fields));
        return colleague
                .submit("/admin/entries/new?year=2023", all.toArray(String[]::new))
                .uri()
                .getPath();
    }

    @Test
    void axeFindsNothingOnAnyPage(Browser browser) {
        try (var context = BrowserState.WIDE.context(browser, "zh-CN")) {
            var page = context.newPage();
            var complaints = new ArrayList<String>();
            page.onConsoleMessage(message -> complaints.add(message.text()));

            page.navigate(reader.address("/admin/entries"));
            check(page, "sign-in");
            page.getByLabel("用户名").fill("chensi");
            page.getByLabel("密码").fill("not the password");
            press(page, "登录");
            check(page, "wrong password");
            page.getByLabel("密码").fill(Staff.PASSWORD);
            press(page, "登录");
            for (var path : List.of(
                    "/admin",
                    "/admin/entries?year=0&all=true",
                    "/admin/entries?q=没有这样的字",
                    "/admin/entries/new",
                    "/admin/entries/11",
                    draft,
                    draft + "/saves",
                    draft + "/saves/1",
                    draft + "?save=1",
                    draft + "/preview",
                    draft + "/publication",
                    draft + "/discarding",
                    published,
                    published + "/preview",
                    published + "/publication",
                    published + "/withdrawal",
                    published + "/erasure",
                    published + "/highlight",
                    "/admin/entries/9/highlight/removal",
                    "/admin/highlights?year=2023",
                    "/admin/entries/11/editions/1",
                    "/admin/entries/11/draft-from/1",
                    "/admin/entries/11/working-copy/discarding",
                    submitted,
                    submitted + "/return",
                    submitted + "/approval",
                    submitted + "/taking-back",
                    submitted + "/approval-sheet",
                    submitted + "/history",
                    submitted + "/preview",
                    "/admin/entries/19",
                    "/admin/entries/19/compare?from=1&to=2",
                    "/admin/entries/19/approval-sheet?edition=1",
                    draft + "/submission",
                    "/admin/entries/publication",
                    "/admin/reports",
                    "/admin/reports?standing=SUSPECT",
                    "/admin/reports/" + report,
                    "/admin/chronicles",
                    "/admin/chronicles/new",
                    "/admin/chronicles/2023",
                    "/admin/chronicles/2023/closing",
                    "/admin/chronicles/2023/removal",
                    "/admin/sections?year=2023",
                    "/admin/sections/new?year=2023",
                    "/admin/sections/1",
                    "/admin/sections/1/removal",
                    "/admin/subjects?q=li&kind=PERSON",
                    "/admin/subjects/1",
                    "/admin/subjects/1/merging?q=李",
                    "/admin/subjects/1/merging?into=2",
                    "/admin/settings",
                    "/admin/characters",
                    "/admin/backups",
                    backup,
                    "/admin/backups/broken.zip",
                    "/admin/journal",
                    "/admin/journal?from=soon&to=later&who=x",
                    "/admin/hints",
                    "/admin/hints/new",
                    "/admin/hints/1",
                    "/admin/hints/1/removal",
                    "/admin/words",
                    "/admin/words/new",
                    "/admin/words/1",
                    "/admin/other-names",
                    "/admin/other-names/new",
                    "/admin/other-names/1",
                    "/admin/other-names/1/removal",
                    "/admin/help")) {
                assertThat(page.navigate(reader.address(path)).status())
                        .as(path)
                        .isEqualTo(path.contains("from=soon") ? 422 : 200);
                check(page, path);
            }

            assertThat(page.navigate(reader.address("/admin/entries/99999")).status())
                    .isEqualTo(404);
            check(page, "nothing there");
            page.navigate(reader.address("/admin/entries/new?year=2023"));
            page.getByLabel("标题").fill("长".repeat(201));
            page.locator("#more > summary").click();
            page.getByLabel("在栏目里排第几").fill("第三");
            press(page, "保存草稿");
            check(page, "mistakes");
            page.navigate(reader.address(published + "/withdrawal"));
            press(page, "撤下");
            check(page, "withdrawal without a reason");
            page.navigate(reader.address(published + "/erasure"));
            press(page, "彻底删除");
            check(page, "erasure without a reason");

            page.navigate(reader.address(draft));
            colleague.submit(draft, "title", "同事改的标题", "body", "同事的正文，电话13812345678。");
            page.getByLabel("标题").fill("自己改的标题");
            press(page, "保存草稿");
            assertThat(page).hasTitle(Pattern.compile("^还没有保存：王莉先保存了"));
            check(page, "conflict");
            press(page, "保存草稿");
            assertThat(page.locator("#mistakes")).hasCount(1);
            check(page, "conflict without an answer");

            page.navigate(reader.address(doomed));
            page.getByLabel("标题").fill("放弃了也还在的标题");
            colleague.submit(doomed + "/discarding");
            press(page, "保存草稿");
            assertThat(page.locator("main")).containsText("同事放弃了这份草稿");
            check(page, "discarded meanwhile");
            administrator.keep(administrator.page("/admin/entries/new?year=2023"), "title", "没写完的");
            page.navigate(reader.address("/admin/entries"));
            page.locator("main a[href*=discarding]").first().click();
            assertThat(page).hasTitle(Pattern.compile("^不要没写完的新条目"));
            check(page, "discarding of what was begun");
            var merged = subject("甲并入者");
            page.navigate(reader.address(merged));
            administrator.submit(merged + "/merging?into=" + subject("乙留下者").replaceAll("\\D", ""));
            press(page, "保存");
            assertThat(page.locator("[role=alert]").innerText())
                    .contains("同事把它并入了另一个")
                    .doesNotContain("，，");
            check(page, "merged meanwhile");

            page.navigate(reader.address(published));
            page.getByLabel("标题").fill("会话没了的标题");
            context.clearCookies();
            press(page, "保存草稿");
            assertThat(page.locator("main")).containsText("登录已过期。您写的内容还在");
            check(page, "signed out");
            signIn(page, "wangli");
            assertThat(page.locator("main")).containsText("在这里写的内容替陈思留着");
            check(page, "told of what a colleague wrote");
            context.clearCookies();
            page.navigate(reader.address("/login"));
            signIn(page, "chensi");
            page.locator("a[href^='/admin/me/left/']").first().click();
            assertThat(page).hasTitle(Pattern.compile("^替您留着的内容"));
            check(page, "what was left");

            assertThat(complaints).noneMatch(complaint -> complaint.contains("Content Security Policy"));
        }
    }

    @Test
    void axeFindsNothingInTheStatesOfReviewsAndYears(Browser browser) {
        long author = staff.number("wangli");
        staff.unopened(1957);
        long stranded = staff.draftedBy(1957, author);
        staff.requireReviews(1, 1);
        try (var context = BrowserState.WIDE.context(browser, "zh-CN")) {
            var page = context.newPage();
            page.navigate(reader.address("/login"));
            page.getByLabel("用户名").fill("chensi");
            page.getByLabel("密码").fill(Staff.PASSWORD);
            press(page, "登录");

            var returned = reviewed(author, entry -> entry.returnToEditor("地点请写全称", 999, Instant.now()));
            var approved = reviewed(author, entry -> entry.approve(new RequiredReviews(1, 1), 999, Instant.now()));
            var waiting = reviewed(author, entry -> {});
            for (var path : List.of(
                    "/admin",
                    returned,
                    returned + "/history",
                    approved,
                    approved + "/publication",
                    waiting,
                    waiting + "/approval-sheet",
                    "/admin/chronicles/1957/opening",
                    "/admin/chronicles/1957/closing")) {
                page.navigate(reader.address(path));
                check(page, path);
            }
            page.navigate(reader.address(waiting + "/return"));
            pressLast(page);
            checkMistakes(page);

            page.navigate(reader.address("/admin/entries?year=0&stage=SUBMITTED&all=true"));
            page.locator("main button[formaction*=approval]").click();
            check(page, "many to approve");
            staff.change(Long.parseLong(waiting.replaceAll("\\D", "")), entry -> entry.takeBack(author, Instant.now()));
            pressLast(page);
            assertThat(page.locator(".mistakes").innerText()).contains("有人改动了它");
            check(page, "many refused");

            staff.close(1957);
            for (var path : List.of(
                    "/admin/chronicles/1957",
                    "/admin/sections?year=1957",
                    "/admin/entries?year=1957",
                    "/admin/entries/" + stranded,
                    "/admin/entries/" + stranded + "/publication")) {
                page.navigate(reader.address(path));
                check(page, path);
            }
            for (var path : List.of(
                    "/admin/settings",
                    "/admin/chronicles/new",
                    "/admin/sections/new?year=2023",
                    "/admin/subjects/1",
                    "/admin/hints/new",
                    "/admin/words/new",
                    "/admin/other-names/new",
                    "/admin/reports/" + report)) {
                page.navigate(reader.address(path));
                page.locator("main form input[type=text]:visible").all().forEach(field -> field.fill(""));
                pressLast(page);
                checkMistakes(page);
            }
        } finally {
            staff.requireReviews(0, 0);
            staff.clearTheDesk();
        }
    }

    private String reviewed(long author, Consumer<Entry> then) {
        long id = staff.draftedBy(2023, author);
        staff.change(id, entry -> entry.submit(author, Instant.now()));
        staff.change(id, then);
        return "/admin/entries/" + id;
    }

    private static void pressLast(Page page) {
        page.locator("main form[method=post] button[type=submit]").last().click();
    }

    private static void checkMistakes(Page page) {
        assertThat(page.locator("#mistakes")).isFocused();
        check(page, page.url());
    }

    private static void check(Page page, String where) {
        page.evaluate("() => document.querySelectorAll('details').forEach(details => details.open = true)");
        for (var state : List.of(BrowserState.DARK, BrowserState.PHONE)) {
            state.show(page);

            assertThat(Axe.sideways(page)).as(where + state).isZero();
            assertThat(Measures.STANDARD.below(page)).as(where + state).isEmpty();
        }
        assertThat(Axe.violations(page)).as(where).isEmpty();
    }

    private static void signIn(Page page, String name) {
        page.getByLabel("用户名").fill(name);
        page.getByLabel("密码").fill(Staff.PASSWORD);
        press(page, "登录");
    }

    private static void press(Page page, String button) {
        page.locator("main")
                .getByText(button, new Locator.GetByTextOptions().setExact(true))
                .last()
                .click();
    }
}
