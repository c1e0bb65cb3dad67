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
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A clerk who types one entry after the other. */
@DeskApplication
@ExtendWith(Chromium.class)
class ClerkJourneyTest {

    private static final int KEYS_AN_ENTRY = 12;

    private static final List<String> SECTIONS = List.of("achievements", "meetings", "visits", "services");

    /** Entry of the list; its names are those that the record knows. */
    private record Written(String date, String section, String title, String body, int names) {}

    private static final List<Written> LIST = List.of(
            new Written("1月5日", "meetings", "年初工作会议", "金山区残疾人联合会召开年初工作会议，部署全年工作。", 1),
            new Written("1月", "visits", "走访困难家庭", "金山区残疾人联合会走访困难残疾人家庭。", 1),
            new Written("春节前夕", "visits", "节前慰问", "节前慰问在册的残疾人，送去慰问品。", 0),
            new Written("3月3日", "services", "爱耳日义诊", "为听障人士检查听力，助医出行的志愿者陪同。", 1),
            new Written("3月5日至7日", "services", "助医出行志愿服务", "助医出行在三个街镇服务，金山区残疾人联合会派人参加。", 2),
            new Written("一季度", "achievements", "游泳队集训", "李婷等运动员参加集训。", 1),
            new Written("4月2日", "services", "关爱孤独症儿童", "社区里举行绘画展。", 0),
            new Written("5月18日", "meetings", "助残日活动筹备", "第33次全国助残日活动筹备就绪。", 1),
            new Written("6月下旬", "visits", "调研无障碍环境", "调研车站和公园的无障碍设施。", 0),
            new Written("7月2日、9日", "services", "暑期课堂", "两个周日开设书法课堂。", 0),
            new Written("上半年", "achievements", "就业工作", "上半年帮助一批残疾人就业。", 0),
            new Written("", "achievements", "李婷获奖", "李婷在比赛中获奖，金山区残疾人联合会表示祝贺。", 2));

    @Autowired
    Reader reader;

    @Autowired
    Desks desks;

    @Autowired
    Staff staff;

    private int keys;

    @BeforeEach
    void clerks() {
        staff.account("shenlan", "沈岚", "EDITOR");
        staff.account("yuqing", "于青", "EDITOR");
    }

    @Test
    void twelveEntriesTakeFewKeysBesideTheirWords(Browser browser) {
        try (var one = context(browser, true);
                var other = context(browser, true)) {
            var pages = List.of(signedIn(one, reader, "shenlan"), signedIn(other, reader, "yuqing"));
            pages.forEach(page -> page.navigate(reader.address("/admin/entries/new?year=2023&section=achievements")));

            for (int i = 0; i < LIST.size(); i++) {
                write(LIST.get(i), pages.get(i % 2));
            }

            assertThat(keys).as("of the 12 entries").isLessThanOrEqualTo(KEYS_AN_ENTRY * LIST.size());
        }
        var saved = desks.editor().page("/admin/entries?year=2023&stage=DRAFT&order=CHANGED");
        for (var written : LIST) {
            var address = saved.selectFirst("tbody th a:containsOwn(" + written.title + ")")
                    .attr("href");
            var page = desks.editor().page(address);
            assertThat(page.getElementById("date").val()).isEqualTo(written.date);
            assertThat(page.getElementById("body").wholeText()).contains(written.body);
            assertThat(page.select("[name=section][checked]").val()).isEqualTo(written.section);
            assertThat(page.select(".subjects summary")).as(written.title).hasSize(written.names);
        }
    }

    private void write(Written written, Page page) {
        assertThat(page.locator("#date")).isFocused();
        page.keyboard().insertText(written.date);
        press(page, "Tab");
        page.keyboard().insertText(written.title);
        press(page, "Tab");
        var chosen = String.valueOf(page.evaluate("document.querySelector('[name=section]:checked').value"));
        for (int way = SECTIONS.indexOf(written.section) - SECTIONS.indexOf(chosen);
                way != 0;
                way -= Integer.signum(way)) {
            press(page, way > 0 ? "ArrowDown" : "ArrowUp");
        }
        press(page, "Tab");
        page.keyboard().insertText(written.body);
        if (written.names > 0) {
            // With one name, what it is offered for; with more, all of them: the last is in the text typed last
            assertThat(page.locator(written.names > 1 ? "#offered button[value='*']" : "#offered"))
                    .isVisible();
            press(page, "Tab");
            press(page, "Enter");
            assertThat(page.locator(".subjects summary")).hasCount(written.names);
        }
        press(page, "Control+Enter");
        assertThat(page.locator("#after")).containsText(written.title);
    }

    private void press(Page page, String key) {
        page.keyboard().press(key);
        keys++;
    }

    @Test
    void savingByKeysComesBackToTheSamePlace(Browser browser) {
        try (var context = context(browser, true)) {
            var page = signedIn(context, reader, "shenlan");
            page.navigate(reader.address("/admin/entries/new?year=2023&section=visits"));
            page.getByLabel("标题").fill("边写边存");
            page.locator("#body").focus();
            page.keyboard().insertText("第一句。");
            page.keyboard().press("Control+s");
            assertThat(page.getByText("已经保存为草稿，公众还看不到。")).isVisible();
            assertThat(page.locator("#body")).isFocused();
            page.keyboard().insertText("第二句。");
            assertThat(page.locator("#body")).hasValue("第一句。第二句。");
        }
    }

    @Test
    void whatBecomesOfTheWordsStandsBesideThemAMomentAfterTheLastKey(Browser browser) {
        try (var context = context(browser, true)) {
            var page = signedIn(context, reader, "shenlan");
            page.setViewportSize(1280, 900);
            page.navigate(reader.address("/admin/entries/new?year=2023&section=visits"));
            assertThat(page.locator("#lacking a")).hasText(new String[] {"标题", "正文"});

            page.locator("#title").fill("聋哑人走访");
            page.locator("#body").fill("请拨打13812345678。");
            assertThat(page.locator("#lacking")).containsText("什么都不缺");
            assertThat(page.locator("#found")).containsText("电话号码");
            assertThat(page.locator("#shown h3").first()).hasText("聋哑人走访");
            assertThat(Axe.violations(page)).isEmpty();
            page.locator("#found a").first().press("Enter");
            assertThat(page.locator("#title")).isFocused();

            page.setViewportSize(390, 844);
            assertThat(page.locator("#found")).isHidden();
            page.locator("#title-hints summary").press("Enter");
            assertThat(page.locator("#title-hints")).containsText("“聋哑人”建议改为");
            page.locator("#more > summary").press("Enter");
            assertThat(Axe.violations(page)).isEmpty();
            assertThat(Axe.sideways(page)).isZero();
        }
    }

    @ParameterizedTest(name = "scripts {0}")
    @ValueSource(booleans = {true, false})
    void writtenLookedAtNamedMovedAndCopied(boolean scripts, Browser browser) {
        var year = scripts ? "1948" : "1947";
        staff.opened(Integer.parseInt(year));
        try (var context = context(browser, scripts)) {
            var page = signedIn(context, reader, "yuqing");
            var title = "李婷来访" + (scripts ? "甲" : "乙");
            page.navigate(reader.address("/admin/entries/new?year=2023"));
            page.getByLabel("走访调研").check();
            page.locator("#title").fill(title);
            page.locator("#body").fill("李婷来访，没听说过的人作陪。");
            if (!scripts) {
                button(page, "看看日期懂了没有").click();
            }
            page.locator("#offered button[value='PERSON 李婷']").press("Enter");
            assertThat(page.locator(".subjects summary")).hasText("李婷 人物，lǐ tíng");
            page.getByLabel("再写一个名称").fill("没听说过的人");
            if (scripts) {
                page.getByLabel("再写一个名称").press("Enter");
            } else {
                button(page, "加上这个名称").press("Enter");
            }
            assertThat(page.locator(".subjects summary").nth(1)).containsText("没听说过的人");
            if (scripts) {
                assertThat(Axe.violations(page)).isEmpty();
            }
            page.locator(".subjects details[open]").getByText("去掉").press("Enter");
            assertThat(page.locator(".subjects summary")).hasCount(1);
            if (!scripts) {
                button(page, "看看日期懂了没有").click();
            }
            assertThat(page.locator("#shown")).containsText("李婷来访，没听说过的人作陪。");

            page.getByLabel("年份").selectOption(year);
            button(page, "保存并写下一条").press("Enter");
            assertThat(page.locator("#after")).hasText("已经保存为草稿：" + title + "。");
            assertThat(page.getByLabel("年份")).hasValue(year);
            link(page, title).press("Enter");
            assertThat(page.locator("#title")).hasValue(title);
            assertThat(page.getByLabel("年份")).hasValue(year);
            page.getByLabel("年份").selectOption("2023");
            button(page, "保存草稿").press("Enter");
            assertThat(page.getByText("已经保存为草稿，公众还看不到。")).isVisible();

            link(page, "照这一条写新的").press("Enter");
            assertThat(page.locator("h1")).hasText("写新条目");
            assertThat(page.locator("#title")).hasValue(title);
            assertThat(page.locator(".subjects summary")).hasText("李婷 人物，lǐ tíng");
        }
    }
}
