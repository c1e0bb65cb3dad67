package cn.jinshan.chronicle.browser;

import static cn.jinshan.chronicle.browser.AtTheDesk.button;
import static cn.jinshan.chronicle.browser.AtTheDesk.context;
import static cn.jinshan.chronicle.browser.AtTheDesk.link;
import static cn.jinshan.chronicle.browser.AtTheDesk.signedIn;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Desks;
import cn.jinshan.chronicle.Reader;
import cn.jinshan.chronicle.ReviewedApplication;
import cn.jinshan.chronicle.Staff;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Reviewing in a real browser, with scripts and without. */
@ReviewedApplication
@ExtendWith(Chromium.class)
class ReviewJourneyTest {

    @Autowired
    Reader reader;

    @Autowired
    Desks desks;

    @Autowired
    Staff staff;

    private int presses;

    @BeforeEach
    void everybodyHasAnAccount() {
        desks.editor();
        desks.reviewer();
        staff.clearTheDesk();
        staff.requireReviews(1, 1);
    }

    @AfterEach
    void nothingIsLeft() {
        staff.clearTheDesk();
        staff.requireReviews(0, 0);
    }

    @ParameterizedTest(name = "scripts {0}")
    @ValueSource(booleans = {true, false})
    void twentyNineDraftsAreSubmittedApprovedAndPublishedInUnderTenPresses(boolean scripts, Browser browser) {
        long author = staff.number("wangli");
        long last = 0;
        for (int i = 0; i < 29; i++) {
            last = staff.draftedBy(2023, author);
        }
        presses = 0;
        try (var hers = context(browser, scripts);
                var his = context(browser, scripts)) {
            var editor = signedIn(hers, reader, "wangli");
            press(link(editor, "看全部29条草稿，可以一起提交"));
            press(button(editor, "批量提交"));
            assertThat(editor.locator(".notice").first()).hasText("29条已经提交，等审核人来看。");

            var reviewer = signedIn(his, reader, "zhouzheng");
            press(link(reviewer, "看全部29条，可以一起审核"));
            press(link(reviewer, "全选这一页"));
            press(button(reviewer, "批量通过…"));
            press(button(reviewer, "审核通过"));
            assertThat(reviewer.locator(".notice").first()).hasText("29条已经审核通过。");
            press(link(reviewer, "看全部29条，可以一起发布"));
            press(button(reviewer, "批量发布…"));
            press(button(reviewer, "发布"));
            assertThat(reviewer.locator(".notice").first()).hasText("29条已经发布。");
        }

        assertThat(presses).isLessThan(10);
        assertThat(reader.get("/entries/" + last).statusCode()).isEqualTo(200);
    }

    @Test
    void submittedComparedReturnedMendedApprovedTwiceAndPublished(Browser browser) {
        desks.signedIn("hezhi", "何芝", "REVIEWER");
        staff.requireReviews(1, 2);
        long entry = staff.published(2023, "visits", "5月18日", "2023-05-18", "走访的街镇");
        try (var hers = context(browser, true);
                var his = context(browser, true);
                var others = context(browser, true)) {
            var editor = signedIn(hers, reader, "wangli");
            editor.navigate(reader.address("/admin/entries/" + entry));
            editor.getByLabel("标题").fill("走访的村居");
            button(editor, "提交审核…").click();
            button(editor, "提交审核").click();
            assertThat(editor.locator(".notice").first()).hasText("已经提交，等审核人来看。");

            var reviewer = signedIn(his, reader, "zhouzheng");
            link(reviewer, "走访的村居").first().click();
            assertThat(reviewer.locator(".conflict__side--theirs mark")).containsText("街镇");
            assertThat(reviewer.locator(".conflict__side--yours mark")).containsText("村居");
            link(reviewer, "退回修改…").click();
            button(reviewer, "退回修改").click();
            assertThat(reviewer.locator("#mistakes")).isFocused();
            reviewer.getByLabel("需要改什么").fill("请写明是哪几个村居");
            button(reviewer, "退回修改").click();

            editor.navigate(reader.address("/admin"));
            link(editor, "走访的村居").first().click();
            assertThat(editor.locator(".review__reason")).hasText("请写明是哪几个村居");
            editor.getByLabel("正文").fill("走访了八一村和塔港村。");
            button(editor, "提交审核…").click();
            button(editor, "提交审核").click();

            approve(reviewer, entry);
            assertThat(reviewer.locator(".staff__under .state")).hasText("已发布，修改待终审（2/2）");
            var second = signedIn(others, reader, "hezhi");
            approve(second, entry);
            assertThat(second.locator(".staff__under .state")).hasText("审核通过，待发布");
            assertThat(reader.page("/entries/" + entry).text())
                    .contains("走访的街镇")
                    .doesNotContain("村居");
            link(second, "发布…").click();
            button(second, "发布").click();
            assertThat(reader.page("/entries/" + entry).text()).contains("走访的村居", "八一村和塔港村");
        }
    }

    private void approve(Page page, long entry) {
        page.navigate(reader.address("/admin/entries/" + entry));
        button(page, "审核通过").click();
        assertThat(page.locator(".notice").first()).isFocused();
    }

    private void press(Locator what) {
        what.click();
        presses++;
    }
}
