package cn.jinshan.chronicle.desk;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Desk;
import cn.jinshan.chronicle.Desks;
import cn.jinshan.chronicle.ReviewedApplication;
import cn.jinshan.chronicle.Staff;
import java.time.Duration;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneId;
import org.jsoup.nodes.Element;
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
    void everyGapLeadsToAsManyEntries() {
        staff.change(staff.draftedBy(2023, author), entry -> staff.unread(entry, 2023, author));

        var gaps = part(editor, "2023年还缺什么").select("a");
        assertThat(gaps.eachText()).contains("1条的日期还没有看懂", "10条没有写明日期");
        assertThat(gaps)
                .allSatisfy(gap -> assertThat(editor.page(gap.attr("href"))
                                .select(".staff__bar p[role=status]")
                                .text())
                        .startsWith("共" + gap.text().replaceFirst("条.*", "") + "条"));
    }

    @Test
    void theYearBeingEndedStaysWhileTheNextHasBegunAndNoMonthIsMissedBeforeItCame() {
        int year = Year.now(ZoneId.of("Asia/Shanghai")).getValue();
        staff.unopened(year + 1);
        try {
            assertThat(part(editor, (year + 1) + "年还缺什么").text()).doesNotContain("没有记录的月份");
            assertThat(part(editor, "2023年还缺什么").text()).contains("没有记录的月份：4月");
        } finally {
            // Else what other tests begin would stand in it
            staff.close(year + 1);
        }
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
