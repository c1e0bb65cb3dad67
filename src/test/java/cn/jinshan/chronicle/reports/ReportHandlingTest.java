package cn.jinshan.chronicle.reports;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Desk;
import cn.jinshan.chronicle.DeskApplication;
import cn.jinshan.chronicle.Desks;
import cn.jinshan.chronicle.Staff;
import jakarta.persistence.EntityManager;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DeskApplication
class ReportHandlingTest {

    @Autowired
    Desks desks;

    @Autowired
    Staff staff;

    @Autowired
    ReportHandling reporting;

    @Autowired
    EntityManager database;

    @Test
    void everyMemberOfStaffSeesWhatAReaderWroteAndWhere() {
        var page = report("日期不对，应该是5月19日", 11L, "13812345678");

        for (var desk : List.of(desks.editor(), desks.reviewer(), desks.administrator())) {
            var row = desk.page("/admin/reports")
                    .select("tr:has(a[href=%s])".formatted(page))
                    .text();
            assertThat(row).contains("日期不对，应该是5月19日", "金山区第33次“全国助残日”文艺展演", "待处理");
            var main = desk.page(page).select("main");
            assertThat(main.text()).contains("日期不对，应该是5月19日", "13812345678", "金山区第33次“全国助残日”文艺展演", "待处理");
            assertThat(main.select("a[href=/admin/entries/11]")).hasSize(1);
        }
        assertThat(desks.editor()
                        .page("/admin/entries")
                        .select("nav a[href=/admin/reports]")
                        .text())
                .isEqualTo("读者反映");
    }

    @Test
    void whatAReaderWroteIsPrintedAsItStands() {
        var words = "<script>alert(1)</script> <img src=x onerror=alert(2)> ${7*7} __${8*8}__ http://evil.example";
        var page = report(words, null, "<b>me</b> javascript:alert(3)");
        var desk = desks.editor();

        var main = desk.page(page).select("main");
        assertThat(main.text()).contains(words, "<b>me</b> javascript:alert(3)");
        assertThat(main.select("script, img, b, .staff__words a, a[href*=evil]"))
                .isEmpty();
        assertThat(desk.page("/admin/reports").select("script, img[src=x]")).isEmpty();
        assertThat(desk.page("/admin/reports")
                        .select("a[href=%s]".formatted(page))
                        .text())
                .startsWith("<script>alert(1)</script>");
    }

    @Test
    void whoHasLookedAtItClosesItAndEverybodySeesHow() {
        var page = report("地点不对", 11L, "13812345678");

        var list = desks.editor().submit(page, "outcome", "NO_CHANGE", "note", "和原文核对过\n没有错", "forget", "true");

        assertThat(list.uri().getPath()).isEqualTo("/admin/reports");
        assertThat(Jsoup.parse(list.body()).select("[role=status].notice").text())
                .isEqualTo("已经处理好了。");
        var main = desks.reviewer().page(page).select("main");
        assertThat(main.text()).contains("王莉", "不用改", "和原文核对过").doesNotContain("13812345678");
        assertThat(main.select("input[name=outcome]")).isEmpty();
        assertThat(journal(page)).containsExactly("report.answered NO_CHANGE, contact forgotten");
    }

    @Test
    void whoeverCorrectedItNeedsNoWordsAndTheContactStaysUnlessAskedToGo() {
        var page = report("名称不对", null, "13812345678");

        desks.editor().submit(page, "outcome", "CORRECTED");

        assertThat(desks.editor().page(page).select("main").text()).contains("已更正", "13812345678");
        assertThat(journal(page)).containsExactly("report.answered CORRECTED");
    }

    @Test
    void whoeverWritesOnAnEntrySeesItsOpenReportsAndAnswersThemOncePublished() {
        staff.opened(1962);
        long entry = staff.published(1962, "visits", "5月1日", "1962-05-01", "读者看过的走访");
        var open = report("人数不对", entry, null);
        var answered = report("处理过的人数", entry, null);
        var desk = desks.editor();
        desk.submit(answered, "outcome", "SPAM");
        var page = "/admin/entries/" + entry;

        assertThat(desk.page(page).select(".notice:contains(还没有处理) a").eachAttr("href"))
                .containsExactly(open);
        desk.submit(page, "body", "改好的人数。", "correction", "更正了人数");
        staff.change(entry, draft -> draft.submit(7, Instant.now()));
        assertThat(desk.page(page).select("h1").text()).startsWith("审核");
        assertThat(desk.page(page).select(".notice:contains(还没有处理) a").eachAttr("href"))
                .containsExactly(open);
        staff.change(entry, submitted -> submitted.takeBack(7, Instant.now()));

        var refused = desk.submit(open, "outcome", "CORRECTED", "note", "写好的说明");
        var again = Jsoup.parse(refused.body());
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(again.select("#outcome-mistake").text()).isEqualTo("读者反映以后，这一条还没有发布新的内容。请先修改那一条并发布，再选“已更正”。");
        assertThat(again.getElementById("note").wholeText().strip()).isEqualTo("写好的说明");
        assertThat(again.select("input[name=outcome][checked]").val()).isEqualTo("CORRECTED");
        assertThat(listed(desk, "?standing=OPEN")).contains(open);
        assertThat(journal(open)).isEmpty();

        var published = Jsoup.parse(desk.submit(page + "/publication").body());
        var offered = published.select(".notice:contains(已更正) a").eachAttr("href");
        assertThat(offered).containsExactly(open + "?outcome=CORRECTED");
        var form = desk.page(offered.get(0));
        assertThat(form.select("input[name=outcome][checked]").val()).isEqualTo("CORRECTED");
        desk.submit(form);
        assertThat(journal(open)).containsExactly("report.answered CORRECTED");
        assertThat(desk.page(page).select("a[href^=/admin/reports/]")).isEmpty();
    }

    @Test
    void takingItDownAnswersAReportAsWell() {
        staff.opened(1963);
        long entry = staff.published(1963, "visits", "5月1日", "1963-05-01", "不该公开的走访");
        var page = report("请撤下", entry, null);
        var desk = desks.reviewer();
        assertThat(desk.submit(page, "outcome", "CORRECTED").statusCode()).isEqualTo(422);

        desk.submit("/admin/entries/" + entry + "/withdrawal", "reason", "读者反映");

        assertThat(desk.submit(page, "outcome", "CORRECTED").statusCode()).isEqualTo(200);
        assertThat(journal(page)).containsExactly("report.answered CORRECTED");
    }

    @Test
    void theContactOfAnAnsweredReportIsDeletedByAButtonAndByItselfLater() {
        var page = report("答复过了", null, "13812345678");
        var desk = desks.editor();
        assertThat(desk.page(page).select("form[action*=contact-forgetting]")).isEmpty();
        desk.submit(page, "outcome", "CORRECTED");

        var answered = desk.page(page);
        assertThat(answered.text()).contains("处理完30天后自动删去。");
        answered.select("form:not([action*=contact-forgetting])").remove();
        for (int i = 0; i < 2; i++) {
            var again = Jsoup.parse(desk.submit(answered).body());
            assertThat(again.select("[role=status]").text()).isEqualTo("联系方式已经删去。");
            assertThat(again.text()).doesNotContain("13812345678");
        }
        assertThat(journal(page)).containsExactly("report.answered CORRECTED", "report.contact-forgotten ");
        assertThat(desk.page(page).select("form[action*=contact-forgetting]")).isEmpty();
    }

    @Test
    void whatChangedMeanwhileKeepsTheContactOfTheReport() {
        var page = report("又打开了", null, "13812345678");
        var desk = desks.editor();
        desk.submit(page, "outcome", "CORRECTED");
        var answered = desk.page(page);
        answered.select("form:not([action*=contact-forgetting])").remove();
        var reopened = desk.page(page);
        reopened.select("form:not([action*=reopening])").remove();
        desk.submit(reopened);

        assertThat(desk.submit(answered).statusCode()).isEqualTo(409);
        assertThat(desk.page(page).text()).contains("13812345678");
    }

    @Test
    void everyMistakeIsNamedAtItsFieldAndWhatWasTypedStays() {
        var page = report("数字不对", null, null);
        var desk = desks.editor();

        var none = desk.submit(page, "outcome", "PUBLISHED", "note", "长".repeat(1001));
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(none.body()).select(".mistakes a").eachAttr("href"))
                .containsExactlyInAnyOrder("#outcome", "#note");
        assertThat(Jsoup.parse(none.body()).getElementById("note").wholeText().strip())
                .isEqualTo("长".repeat(1001));

        var silent = Jsoup.parse(desk.submit(page, "outcome", "NO_CHANGE").body());
        assertThat(silent.select("#note-mistake").text()).isEqualTo("请写明为什么不用改。");
        assertThat(silent.select("input[name=outcome][checked]").val()).isEqualTo("NO_CHANGE");
        assertThat(journal(page)).isEmpty();
    }

    @Test
    void whatAColleagueAnsweredMeanwhileIsShownAndNothingTypedIsLost() {
        var page = report("标题不对", null, null);
        var mine = desks.editor();
        var open = mine.page(page);
        desks.reviewer().submit(page, "outcome", "SPAM", "note", "周正看过");

        var stale = mine.submit(open, "outcome", "NO_CHANGE", "note", "我写的说明");
        var again = Jsoup.parse(stale.body(), stale.uri().toString());
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(again.select("[role=alert]").text()).contains("同事改动了这件反映");
        assertThat(again.select("main").text()).contains("周正", "是广告", "周正看过");
        assertThat(again.getElementById("note").wholeText().strip()).isEqualTo("我写的说明");

        var form = again.selectFirst("form:has(#note)");
        assertThat(mine.post(URI.create(form.absUrl("action")), Desk.fields(form))
                        .statusCode())
                .isEqualTo(200);
        assertThat(mine.page(page).select("main").text()).contains("王莉", "不用改", "我写的说明");
    }

    @Test
    void aSecondPressOfTheSameAnswerDoesNoHarm() {
        var page = report("正文不对", null, null);
        var desk = desks.editor();
        var open = desk.page(page);

        for (int i = 0; i < 2; i++) {
            assertThat(desk.submit(open, "outcome", "NO_CHANGE", "note", "没有错").statusCode())
                    .isEqualTo(200);
        }
        assertThat(journal(page)).hasSize(1);
    }

    @Test
    void whatWasClosedIsTakenUpAgainByAnybodyOnce() {
        var page = report("来源不对", null, null);
        desks.reviewer().submit(page, "outcome", "NO_CHANGE", "note", "没有错");
        var desk = desks.editor();
        var closed = desk.page(page);
        var closedToo = desk.page(page);
        assertThat(closed.select("form[action*=contact-forgetting]")).isEmpty();

        for (int i = 0; i < 2; i++) {
            var opened = desk.submit(closed);
            assertThat(opened.uri().getPath()).isEqualTo(page);
            assertThat(Jsoup.parse(opened.body()).select("main").text()).contains("已经放回“待处理”。", "上一次的处理");
            assertThat(Jsoup.parse(opened.body())
                            .select("section:has(h2:contains(上一次的处理))")
                            .text())
                    .contains("周正", "不用改", "没有错");
        }
        assertThat(journal(page)).containsExactly("report.answered NO_CHANGE", "report.reopened ");

        desk.submit(page, "outcome", "CORRECTED");
        var stale = desk.submit(closedToo);
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(Jsoup.parse(stale.body()).select("[role=alert]").text()).contains("同事改动了这件反映");
        assertThat(desk.submit(closed).uri().getPath()).isEqualTo(page);
        assertThat(journal(page)).hasSize(3);
        assertThat(desk.get(page + "/reopening").statusCode()).isEqualTo(200);
    }

    @Test
    void theListIsChosenByWhereTheyStand() {
        var open = report("还没有处理", null, null);
        var spam = report("http://a http://b http://c", null, null);
        var answered = report("处理过的", null, null);
        var desk = desks.editor();
        desk.submit(answered, "outcome", "CORRECTED");

        assertThat(listed(desk, "?standing=OPEN")).contains(open).doesNotContain(spam, answered);
        assertThat(listed(desk, "?standing=SUSPECT")).contains(spam).doesNotContain(open, answered);
        assertThat(listed(desk, "?standing=ANSWERED")).contains(answered).doesNotContain(open, spam);
        assertThat(desk.page("/admin/reports?standing=OPEN")
                        .select("main nav [aria-current]")
                        .text())
                .startsWith("待处理，");
        assertThat(desk.get("/admin/reports?page=99").statusCode()).isEqualTo(404);
        assertThat(desk.get("/admin/reports?standing=x").statusCode()).isEqualTo(400);
        assertThat(desk.get("/admin/reports/999999").statusCode()).isEqualTo(404);
    }

    @Test
    void theDeskSaysThatSomeMayBeAdvertising() {
        report("http://a http://b http://c http://d", null, null);
        long suspects = reporting.suspects();
        var desk = desks.editor();

        var line = desk.page("/admin").select("a[href='/admin/reports?standing=SUSPECT']");
        assertThat(line.text()).isEqualTo("另有" + suspects + "件可能是广告");
        assertThat(listed(desk, "?standing=SUSPECT")).hasSize((int) suspects);
    }

    @Test
    void longListsHavePages() {
        for (int i = 0; i < 26; i++) {
            report("很多" + i, null, null);
        }
        var desk = desks.editor();

        var next = desk.page("/admin/reports?standing=OPEN&lang=en").select("a[rel=next]");
        assertThat(next.attr("href")).isEqualTo("/admin/reports?standing=OPEN&page=2&lang=en");
        assertThat(desk.page(next.attr("href")).select("a[rel=prev]").attr("href"))
                .isEqualTo("/admin/reports?standing=OPEN&page=1&lang=en");
        assertThat(desk.page("/admin/reports").select("tbody tr")).hasSize(25);
    }

    @Test
    void whatWasTypedBeforeTheSignInExpiredIsInTheFormAgain() {
        var page = report("登录过期", null, null);
        var desk = desks.editor();
        var open = desk.page(page);
        desk.forgetSession();

        var signIn = desk.submit(open, "outcome", "NO_CHANGE", "note", "写了一半");
        assertThat(signIn.statusCode()).isEqualTo(403);
        var back = Jsoup.parse(desk.submit(
                        Jsoup.parse(signIn.body(), signIn.uri().toString()),
                        "username",
                        "wangli",
                        "password",
                        Staff.PASSWORD)
                .body());

        assertThat(back.getElementById("note").wholeText().strip()).isEqualTo("写了一半");
        assertThat(back.select("input[name=outcome][checked]").val()).isEqualTo("NO_CHANGE");
        assertThat(back.text()).contains("还没有保存");
    }

    /** A report; its page. */
    private String report(String words, Long entry, String contact) {
        var form = ReportForm.about("");
        form.text = words;
        form.contact = contact == null ? "" : contact;
        reporting.receive(form, entry, form.looksLikeSpam(link -> false));
        return "/admin/reports/"
                + database.createQuery("select max(r.id) from Report r", Long.class)
                        .getSingleResult();
    }

    private static List<String> listed(Desk desk, String query) {
        return desk.page("/admin/reports" + query).select("tbody a").eachAttr("href");
    }

    private List<String> journal(String page) {
        return database.createQuery(
                        "select concat(j.verb, ' ', coalesce(j.note, '')) from JournalLine j where j.thing = :thing"
                                + " order by j.id",
                        String.class)
                .setParameter("thing", page.replace("/admin/reports/", "report "))
                .getResultList();
    }
}
