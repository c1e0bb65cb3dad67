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
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;

/** A year from its first day to its corrections: staff and a resident, each in a browser of their own. */
@DeskApplication
@ExtendWith(Chromium.class)
class YearJourneyTest {

    private static final String YEAR = "2022";

    @Autowired
    Reader reader;

    @Autowired
    Desks desks;

    @BeforeEach
    void everybodyHasAnAccount() {
        desks.administrator();
        desks.editor();
    }

    @Test
    void aYearIsAddedFilledOpenedClosedAndCorrectedWithANote(Browser browser) {
        try (var hers = context(browser, true);
                var his = context(browser, true);
                var theirs = context(browser, true)) {
            var administrator = signedIn(hers, reader, "chensi");
            var editor = signedIn(his, reader, "wangli");
            var resident = theirs.newPage();

            administrator.navigate(reader.address("/admin/chronicles"));
            link(administrator, "开新的一年").click();
            administrator.locator("#year").fill(YEAR);
            administrator.locator("#title").fill(YEAR + "年金山区残疾人事业发展大事记");
            button(administrator, "建好这一年").click();
            assertThat(administrator.locator(".notice")).hasText("新的一年建好了，只有工作人员看得到。");

            editor.navigate(reader.address("/admin/entries/new?year=" + YEAR));
            var draft = write(editor, "春节前夕走访慰问");
            button(editor, "发布…").click();
            button(editor, "发布").click();
            assertThat(editor.locator(".notice")).hasText("已经发布。等这一年公开了，大家就能看到。");
            var late = his.newPage();
            late.navigate(reader.address("/admin/entries/new?year=" + YEAR));
            assertThat(resident.navigate(reader.address("/" + YEAR)).status()).isEqualTo(404);
            assertThat(resident.navigate(draft.replace("/admin", "")).status()).isEqualTo(404);

            decide(administrator, "让公众看到这一年", "让公众看到", "公众能看到这一年了。");
            assertThat(resident.navigate(reader.address("/" + YEAR)).status()).isEqualTo(200);
            link(resident, "1月 春节前夕走访慰问").click();
            assertThat(resident.locator("h1")).hasText("春节前夕走访慰问");

            decide(administrator, "这一年定稿", "定稿", "这一年已经定稿，只能更正。");
            fill(late, "来不及的一条");
            button(late, "保存草稿").click();
            assertThat(late.getByRole(AriaRole.ALERT)).containsText("这一年的大事记已经定稿，不再收新条目。");
            assertThat(late.getByLabel("标题")).hasValue("来不及的一条");

            editor.navigate(draft);
            editor.getByLabel("标题").fill("春节前夕走访慰问困难家庭");
            button(editor, "保存草稿").click();
            button(editor, "发布…").click();
            assertThat(button(editor, "发布")).isHidden();
            link(editor, "更正说明").click();
            assertThat(editor).hasURL(Pattern.compile("#correction$"));
            editor.getByLabel("更正说明").fill("补上了走访的对象");
            button(editor, "保存草稿").click();
            resident.reload();
            assertThat(resident.locator("h1")).hasText("春节前夕走访慰问");
            button(editor, "发布…").click();
            button(editor, "发布").click();
            assertThat(editor.locator(".notice")).hasText("已经发布，所有人都能看到了。");

            resident.reload();
            assertThat(resident.locator("h1")).hasText("春节前夕走访慰问困难家庭");
            assertThat(resident.getByText("补上了走访的对象")).isVisible();
        }
    }

    /** The address of the draft. */
    private static String write(Page page, String title) {
        fill(page, title);
        button(page, "保存草稿").click();
        assertThat(page.locator(".notice")).hasText("已经保存为草稿，公众还看不到。");
        return page.url().replaceFirst("\\?.*", "");
    }

    private static void fill(Page page, String title) {
        page.getByLabel("日期").first().fill("1月");
        page.getByLabel("标题").fill(title);
        page.getByLabel("走访调研").check();
        page.getByLabel("正文").fill("区残联走访残疾人家庭。");
    }

    private void decide(Page page, String asked, String pressed, String done) {
        page.navigate(reader.address("/admin/chronicles/" + YEAR));
        link(page, asked).click();
        button(page, pressed).click();
        assertThat(page.locator(".notice")).hasText(done);
    }
}
