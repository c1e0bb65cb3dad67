package cn.jinshan.chronicle.desk;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Desk;
import cn.jinshan.chronicle.Desks;
import cn.jinshan.chronicle.ReviewedApplication;
import cn.jinshan.chronicle.Staff;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the desk shows to whom, and where it leads. */
@ReviewedApplication
class DeskTest {

    @Autowired
    Desks desks;

    @Autowired
    Staff staff;

    Desk editor;
    long author;

    @BeforeEach
    void nothingWaits() {
        editor = desks.editor();
        author = staff.number("wangli");
        staff.clearTheDesk();
        staff.requireReviews(1, 1);
    }

    @Test
    void whoHasNothingToDoIsToldSo() {
        assertThat(desks.reviewer().page("/admin").select(".desk__none").eachText())
                .contains("没有等您审核的。", "没有退回给您的。", "没有等着发布的。", "没有草稿。");
        assertThat(editor.page("/admin").text()).doesNotContain("等您审核");
    }

    @Test
    void administratorsAreToldThatThePublicAddressIsNotSet() {
        assertThat(desks.administrator().page("/admin").select(".notice").eachText())
                .anyMatch(notice -> notice.startsWith("公众网址还没有设置"));
        assertThat(desks.reviewer().page("/admin").text()).doesNotContain("公众网址");
    }

    @Test
    void draftsStandByAgeAndTheRestIsOneLinkAway() {
        var now = Instant.now();
        for (int days = 1; days <= 6; days++) {
            var then = now.minus(Duration.ofDays(days));
            staff.change(staff.draftedBy(2023, author), entry -> staff.writeAt(entry, 2023, then, author));
        }

        var drafts = part(editor, "草稿，放得最久的在前（6条）");
        assertThat(drafts.select("li")).hasSize(5);
        assertThat(drafts.select("li").first().text()).contains("放了6天");
        var all = editor.page(drafts.select("a.panel__link").attr("href"));
        assertThat(all.select("tbody tr")).hasSize(6);
        assertThat(all.select("input[name=chosen][checked]")).hasSize(6);
    }

    @Test
    void anOlderDatabaseIsSaidToEverybodyUntilAnAdministratorHasSeenToIt() {
        staff.older("2026-11-20T02:00:00Z", "2026-11-20T02:30:00Z");

        assertThat(editor.page("/admin").select(".notice").text())
                .contains("数据库回到了以前：2026年11月20日10:00以后的改动不在里面，最后保存的是2026年11月20日10:30。");
        assertThat(editor.page("/admin").select("a[href$=/settling]")).isEmpty();
        var administrator = desks.administrator();
        var link = administrator.page("/admin").select("a[href$=/settling]").attr("href");
        assertThat(administrator.submit(link).statusCode()).isEqualTo(200);
        assertThat(administrator.page("/admin").text()).doesNotContain("数据库回到了以前");
        assertThat(editor.page("/admin").text()).doesNotContain("数据库回到了以前");
        assertThat(administrator.get(link).statusCode()).isEqualTo(404);
    }

    @Test
    void theDeskSaysWhatTheYearsBeingWrittenLackButNoMonthBeforeItIsOverAndNothingOfOlderOrClosedYears() {
        var today = YearMonth.now(ZoneId.of("Asia/Shanghai"));
        int year = today.getYear();
        staff.unopened(year - 1);
        staff.unopened(year);
        try {
            var last = part(editor, (year - 1) + "年还缺什么");
            assertThat(last.text()).endsWith("没有记录的月份：1月、2月、3月、4月、5月、6月、7月、8月、9月、10月、11月、12月");
            staff.change(staff.draftedBy(year - 1, author), entry -> staff.unread(entry, year - 1, author));
            staff.drafted(year, "visits", "", "" + year, "没有日期");
            assertThat(editor.page("/admin").select("h2").eachText())
                    .containsSubsequence(year + "年还缺什么", (year - 1) + "年还缺什么")
                    .doesNotContain("2023年还缺什么");
            var present = part(editor, year + "年还缺什么");
            assertThat(present.text())
                    .doesNotContain(today.getMonthValue() + "月、")
                    .doesNotEndWith(today.getMonthValue() + "月");
            var gaps = editor.page("/admin").select("a[href*=without=]");
            assertThat(gaps.eachText()).contains("1条的日期还没有看懂", "1条没有写明日期");
            assertThat(gaps)
                    .allSatisfy(gap -> assertThat(editor.page(gap.attr("href"))
                                    .select(".staff__bar p[role=status]")
                                    .text())
                            .startsWith("共" + gap.text().replaceFirst("条.*", "") + "条"));
            staff.close(year - 1);
            assertThat(editor.page("/admin").text()).doesNotContain((year - 1) + "年还缺什么");
        } finally {
            // Else what other tests begin would stand in it
            staff.close(year);
        }
        assertThat(editor.page("/admin").text()).doesNotContain("年还缺什么");
    }

    @Test
    void theDeskHasEightPartsAndOnesOfSeveralPagesShowThemInASecondRow() {
        assertThat(editor.page("/admin").select("header nav a").eachText()).containsExactly("待办", "条目", "读者反映", "使用说明");
        assertThat(editor.page("/admin").select("header nav")).hasSize(1);
        var administrator = desks.administrator();
        var parts = administrator.page("/admin").select("header nav a");
        assertThat(parts.eachText()).containsExactly("待办", "条目", "读者反映", "大事记", "名称和用词", "人员", "设置", "使用说明");
        var pages = new LinkedHashMap<String, List<String>>();
        for (var part : parts) {
            var rows = administrator.page(part.attr("href")).select("header nav");
            var second = rows.size() == 1 ? new Elements() : rows.get(1).select("a");
            pages.put(part.text(), second.eachText());
            assertThat(rows.select("a[aria-current=page]").attr("href")).isEqualTo(part.attr("href"));
            for (var page : second) {
                var there = administrator.page(page.attr("href")).select("header nav");
                assertThat(there.get(1).attr("aria-label")).isEqualTo(part.text());
                assertThat(there.select("a[aria-current=page]").eachText()).containsExactly(page.text());
                assertThat(there.select("a[aria-current=true]").eachText()).containsExactly(part.text());
            }
        }
        assertThat(pages)
                .containsEntry("待办", List.of())
                .containsEntry("条目", List.of())
                .containsEntry("大事记", List.of("大事记", "栏目"))
                .containsEntry("名称和用词", List.of("用词建议", "名词解释", "其他叫法", "人物、单位、地点"))
                .containsEntry("设置", List.of("设置", "备份", "操作记录", "字符核对"));
        assertThat(administrator
                        .page("/admin/highlights")
                        .select("header nav [aria-current]")
                        .text())
                .isEqualTo("条目");
        assertThat(administrator
                        .page("/admin/sections/new?year=2023")
                        .select("header nav [aria-current]")
                        .eachText())
                .containsExactly("大事记", "栏目");
    }

    @Test
    void whatWasReturnedIsShownToItsAuthorAndToAdministrators() {
        staff.change(staff.draftedBy(2023, author), entry -> {
            entry.submit(author, Instant.now());
            entry.returnToEditor("理由", 999, Instant.now());
        });

        assertThat(part(editor, "退回给您的").select("li")).hasSize(1);
        assertThat(part(desks.signedIn("hezhi", "何芝", "REVIEWER"), "退回给您的").select("li"))
                .isEmpty();
        assertThat(part(desks.administrator(), "已退回，待修改").select("li")).hasSize(1);
    }

    @Test
    void whatHappenedLatelyNamesTheEntry() {
        long id = staff.draftedBy(2023, author);
        editor.submit("/admin/entries/" + id, "title", "最近改过的走访");

        assertThat(part(editor, "条目最近的改动").select("li").first().text()).contains("王莉：保存草稿最近改过的走访");
    }

    @Test
    void withoutReviewsNothingIsCalledApproved() {
        staff.change(staff.draftedBy(2023, author), entry -> entry.submit(author, Instant.now()));
        staff.requireReviews(0, 0);

        assertThat(editor.page("/admin/entries?stage=APPROVED")
                        .select("tbody .state")
                        .eachText())
                .containsExactly("待发布");
    }

    private static Element part(Desk desk, String heading) {
        var part = desk.page("/admin").selectFirst(".desk__part:has(h2:contains(" + heading + "))");
        assertThat(part).as(heading).isNotNull();
        return part;
    }
}
