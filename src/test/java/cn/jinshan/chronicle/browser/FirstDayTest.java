package cn.jinshan.chronicle.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Reader;
import cn.jinshan.chronicle.WholeApplication;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** From the first start to the first entry, and a colleague who is invited. */
@WholeApplication
@ExtendWith(Chromium.class)
class FirstDayTest {

    private static final String HERS = "春风茶杯七只猫走";
    private static final String HIS = "七只茶杯在春风里";

    @TempDir
    static Path data;

    @DynamicPropertySource
    static void empty(DynamicPropertyRegistry properties) {
        properties.add("chronicle.data", () -> data);
    }

    @Autowired
    Reader reader;

    @Test
    void theFirstAdministratorSetsUpWritesPublishesAndInvites(Browser browser) throws IOException {
        try (var context = browser.newContext(new Browser.NewContextOptions().setLocale("zh-CN"));
                var phone = browser.newContext(
                        new Browser.NewContextOptions().setLocale("zh-CN").setViewportSize(320, 640))) {
            var page = context.newPage();
            page.navigate(Files.readString(data.resolve("setup-address.txt")).strip());
            check(page);
            page.locator("#name").fill("chensi");
            page.locator("#fullName").fill("陈思");
            page.locator("#password").fill(HERS);
            page.locator("#passwordAgain").fill(HERS);
            page.locator("main button").click();
            signIn(page, "chensi", HERS);

            page.navigate(reader.address("/admin/entries/new"));
            page.getByLabel("日期").first().fill("3月");
            page.getByLabel("标题").fill("第一天的健康体检");
            page.getByLabel("温暖瞬间").check();
            page.getByLabel("正文").fill("区残联组织残疾人免费体检。");
            button(page, "发布…").click();
            button(page, "发布").click();
            assertThat(page.locator(".notice")).hasText("已经发布，所有人都能看到了。");
            var resident = phone.newPage();
            resident.navigate(reader.address("/2023?month=3&section=services"));
            assertThat(resident.getByText("第一天的健康体检")).isVisible();

            page.navigate(reader.address("/admin/staff/new"));
            check(page);
            page.locator("#name").fill("zhouzheng");
            page.locator("#fullName").fill("周正");
            page.getByLabel("审核人").check();
            page.locator("main button").click();
            check(page);
            var link = page.content().replaceAll("(?s).*(/invitations/[\\w-]{43}).*", "$1");

            var colleague = phone.newPage();
            colleague.navigate(reader.address(link));
            check(colleague);
            colleague.locator("#password").fill(HIS);
            colleague.locator("#passwordAgain").fill(HIS);
            colleague.locator("main button").click();
            signIn(colleague, "zhouzheng", HIS);
            assertThat(colleague.getByText("周正（审核人）")).isVisible();

            for (var path : new String[] {
                "/admin/staff",
                "/admin/staff/2",
                "/admin/staff/2/disabling",
                "/admin/staff/2/reset",
                "/admin/me",
                "/admin/me/password"
            }) {
                page.navigate(reader.address(path));
                assertThat(page.locator("h1")).isVisible();
                check(page);
            }
            colleague.navigate(reader.address("/admin/staff"));
            assertThat(colleague.getByText("您的账户不能打开这一页")).isVisible();
            check(colleague);
        }
    }

    private static void signIn(Page page, String name, String password) {
        page.getByLabel("用户名").fill(name);
        page.getByLabel("密码").fill(password);
        button(page, "登录").click();
        assertThat(page.locator("h1")).hasText("待办");
    }

    private static void check(Page page) {
        assertThat(Axe.violations(page)).as(page.url()).isEmpty();
        assertThat(Axe.sideways(page)).as(page.url()).isZero();
    }

    private static Locator button(Page page, String name) {
        return page.locator("main")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}
