package cn.jinshan.chronicle.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jinshan.chronicle.Desk;
import cn.jinshan.chronicle.Desks;
import cn.jinshan.chronicle.Reader;
import cn.jinshan.chronicle.ReviewedApplication;
import cn.jinshan.chronicle.Staff;
import cn.jinshan.chronicle.entries.Transition;
import cn.jinshan.chronicle.site.Decision;
import cn.jinshan.chronicle.staff.Role;
import cn.jinshan.chronicle.staff.SignedIn;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;

/** Nothing of a federation is published by one person's slip. */
@ReviewedApplication
class ReviewTest {

    @Autowired
    Reader reader;

    @Autowired
    Desks desks;

    @Autowired
    Staff staff;

    @Autowired
    EntryWorkflow workflow;

    @Autowired
    JdbcTemplate database;

    Desk editor;
    Desk reviewer;
    Desk second;

    @BeforeEach
    void twoReviewsOfWhatIsNewAndOneOfCorrections() {
        editor = desks.editor();
        reviewer = desks.reviewer();
        second = desks.signedIn("hezhi", "何芝", "REVIEWER");
        staff.requireReviews(2, 1);
        staff.clearTheDesk();
    }

    @Test
    void anEntryIsSubmittedReturnedMendedApprovedTwiceAndThenPublishedByAReviewer() {
        var address = begin("送审的走访", "区残联走访街镇。");
        assertThat(said(editor.submit(address + "/submission"))).contains("已经提交，等审核人来看。", "待初审（1/2）");
        assertThat(editor.page(address).select("textarea")).isEmpty();

        var returned = reviewer.submit(address + "/return", "reason", "地点请写全称");
        assertThat(said(returned)).contains("已经退回，写的人会看到您的理由。");
        assertThat(editor.page("/admin").text()).contains("退回给您的（1条） 送审的走访 周正");
        assertThat(editor.page(address).text()).contains("已退回，待修改", "周正退回了", "地点请写全称");

        editor.submit(address, "body", "区残联走访金山卫镇。");
        editor.submit(address + "/submission");
        assertThat(said(approve(reviewer, address))).contains("您已经审核通过。", "待终审（2/2）");
        assertThat(reader.get(address.replace("/admin", "")).statusCode()).isEqualTo(404);
        assertThat(said(approve(second, address))).contains("审核通过，待发布");
        assertThat(reader.get(address.replace("/admin", "")).statusCode()).isEqualTo(404);
        assertThat(second.page("/admin").text()).contains("审核通过，待发布（1条） 送审的走访");

        second.submit(address + "/publication");
        assertThat(reader.page(address.replace("/admin", "")).text()).contains("区残联走访金山卫镇。");
        assertThat(verbs(address))
                .containsExactly(
                        "entry.begun",
                        "entry.submitted",
                        "entry.returned",
                        "entry.saved",
                        "entry.submitted",
                        "entry.approved",
                        "entry.approved",
                        "entry.published");
    }

    @Test
    void whoeverWroteInItIsNoReviewerOfIt() {
        var address = begin("合写的走访", "第一稿。");
        reviewer.submit(address, "body", "第二稿，审核人也写了。");
        editor.submit(address + "/submission");

        var page = reviewer.page(address);
        assertThat(page.text()).contains("自己写的内容，要请别人审核。");
        assertThat(page.select("form[action$=approval], a[href$=return]")).isEmpty();
        assertThat(text(post(reviewer, address, "approval"))).contains("自己写的内容，要请别人审核。");
        assertThat(text(post(reviewer, address, "return", "reason", "理由"))).contains("自己写的内容，要请别人审核。");
        assertThat(waiting(reviewer)).doesNotContain("合写的走访");
        assertThat(waiting(second)).contains("合写的走访");
    }

    @Test
    void theReviewerComparesACorrectionWithWhatThePublicReadsWordByWord() {
        staff.requireReviews(0, 1);
        editor.submit(
                "/admin/entries/13",
                "title",
                "残工委（扩大）会议",
                "section",
                "visits",
                "easyTitle",
                "开了一次会",
                "easyRead",
                "开了一次会，打电话13812345678。",
                "correction",
                "更正了标题");
        editor.submit("/admin/entries/13/submission");

        var page = reviewer.page("/admin/entries/13");
        assertThat(page.text()).contains("已发布，修改待审核", "和公众正在看的第1版对照", "电话号码（138…678）");
        assertThat(page.select(".conflict__part h3").eachText()).containsExactly("标题", "栏目", "易读题目", "易读版", "更正说明");
        assertThat(page.select(".conflict__part")
                        .first()
                        .select(".conflict__side--theirs mark")
                        .text())
                .contains("删去：", "2023年金山区政府");
        assertThat(page.select(".conflict__part").get(1).text()).contains("重要会议活动", "走访调研");
        assertThat(page.select("dl.review__text dd").eachText()).contains("残工委（扩大）会议");
        assertThat(reviewer.page("/admin/entries/13/compare?from=1&to=2")
                        .select(".conflict__part h3")
                        .eachText())
                .containsExactly("标题", "栏目", "易读题目", "易读版", "更正说明");
        assertThat(reviewer.get("/admin/entries/13/compare?from=7&to=2").statusCode())
                .isEqualTo(404);
        assertThat(reader.page("/entries/13").select("h1").text()).startsWith("2023年金山区政府");
    }

    @Test
    void theApprovalSheetSaysWhoWroteWhoReviewedAndWhatChanged() {
        var address = begin("要审批表的走访", "区残联走访街镇。");
        editor.submit(address + "/submission");
        reviewer.submit(address + "/return", "reason", "日期再查一查");
        second.submit(address, "title", "要审批表的走访（改）");
        editor.submit(address + "/submission");
        approve(reviewer, address);

        var sheet = reviewer.page(address + "/approval-sheet");
        assertThat(sheet.select("h1").text()).isEqualTo("信息发布审批表");
        assertThat(sheet.select("tr").eachText())
                .anySatisfy(row -> assertThat(row).startsWith("撰稿").contains("王莉", "何芝"))
                .anySatisfy(row -> assertThat(row).startsWith("提交 王莉").contains("（第2次提交）"))
                .anySatisfy(row -> assertThat(row).startsWith("第1次提交时 退回修改，周正").contains("日期再查一查"))
                .anySatisfy(row -> assertThat(row).startsWith("初审 通过，周正"))
                .anySatisfy(row -> assertThat(row).startsWith("发布 还没有发布"));
        assertThat(sheet.text()).contains("区残联走访街镇。");
        assertThat(sheet.select(".sheet__who").eachText())
                .hasSize(5)
                .anySatisfy(who -> assertThat(who).startsWith("王莉 签字"))
                .anySatisfy(who -> assertThat(who).startsWith("何芝 签字"))
                .anySatisfy(who -> assertThat(who).startsWith("通过，周正").contains("签字"))
                .anySatisfy(who -> assertThat(who).startsWith("还没有审核 签字"));
        assertThat(sheet.select("tr").last().text()).startsWith("负责人 签字");

        staff.requireReviews(0, 0);
        editor.submit("/admin/entries/16", "title", "改了标题", "correction", "更正了标题");
        var ofCorrection = editor.page("/admin/entries/16/approval-sheet?edition=2");
        assertThat(ofCorrection.text()).contains("和第1版相比改了什么", "没有审核", "更正了标题");
        assertThat(ofCorrection.select(".conflict__part h3").eachText()).startsWith("标题");
        assertThat(editor.get("/admin/entries/16/approval-sheet?edition=9").statusCode())
                .isEqualTo(404);
    }

    @Test
    void anApprovalOfWhatWasTakenBackCountsForNothingAndSaysSo() {
        var address = begin("撤回过的走访", "审核人看过的正文。");
        editor.submit(address + "/submission");
        approve(reviewer, address);
        editor.submit(address + "/taking-back");
        editor.submit(address, "body", "审核人没有看过的正文。");
        editor.submit(address + "/submission");
        assertThat(editor.page(address).text()).contains("待初审（1/2）");

        assertThat(sheet(address)).anySatisfy(row -> assertThat(row).startsWith("第1次提交时 通过（不再算数），周正"));
        editor.submit(address + "/taking-back");
        staff.requireReviews(0, 0);
        editor.submit(address + "/publication");
        assertThat(sheet(address)).noneSatisfy(row -> assertThat(row).startsWith("终审"));
    }

    @Test
    void theReviewsAreNamedByTheirCount() {
        staff.requireReviews(3, 1);
        var third = desks.signedIn("fangyuan", "方圆", "REVIEWER");
        var address = begin("三审的走访", "正文。");
        editor.submit(address + "/submission");

        assertThat(sheet(address))
                .anySatisfy(row -> assertThat(row).startsWith("提交 ").doesNotContain("王莉"))
                .anySatisfy(row -> assertThat(row).startsWith("初审 还没有审核 签字"))
                .anySatisfy(row -> assertThat(row).startsWith("复审 还没有审核 签字"));
        assertThat(editor.page(address).text()).contains("待初审（1/3）");
        assertThat(said(approve(reviewer, address))).contains("待复审（2/3）");
        assertThat(said(approve(second, address))).contains("待终审（3/3）");
        assertThat(said(approve(third, address))).contains("审核通过，待发布");
        staff.requireReviews(1, 1);
        assertThat(sheet(address))
                .anySatisfy(row -> assertThat(row).startsWith("初审 通过，周正"))
                .anySatisfy(row -> assertThat(row).startsWith("复审 通过，何芝"))
                .anySatisfy(row -> assertThat(row).startsWith("终审 通过，方圆"));
    }

    private List<String> sheet(String address) {
        return editor.page(address + "/approval-sheet").select("tr").eachText();
    }

    @Test
    void whoeverIsRefusedIsNotToldThatTheyChangedSomething() {
        var address = begin("没有人改过", "正文。");
        reviewer.submit(address, "body", "审核人也写了。");

        assertThat(text(post(reviewer, address, "approval")))
                .contains("这一条现在没有提交审核。")
                .doesNotContain("改动了这一条");
    }

    @Test
    void theReviewerSeesOfWhichKindSomethingIsAndHowADateWasFilledIn() {
        var address = begin("改了类别的走访", "正文。");
        staff.requireReviews(0, 1);
        editor.submit(address, "subjects[0].kind", "PERSON", "subjects[0].name", "柴小军");
        editor.submit(address + "/publication");
        editor.submit(address, "subjects[0].kind", "PLACE", "date", "开春以后", "dateMonth", "4", "correction", "更正了类别和日期");
        editor.submit(address + "/submission");

        var page = reviewer.page(address);
        assertThat(page.select(".conflict__part").eachText())
                .anySatisfy(part -> assertThat(part).contains("人物", "柴小军", "地点"))
                .anySatisfy(part -> assertThat(part).contains("开春以后（2023年4月"));
        assertThat(page.select("dl.review__text dd").eachText())
                .contains("开春以后（2023年4月）")
                .anySatisfy(said -> assertThat(said).startsWith("地点：柴小军"));
    }

    @Test
    void theReviewerIsToldWhyItWasReturnedAndTakenDownBefore() {
        var address = begin("撤下过的走访", "照片未经同意的正文。");
        staff.requireReviews(0, 1);
        editor.submit(address + "/publication");
        reviewer.submit(address + "/withdrawal", "reason", "照片未经同意");
        editor.submit(address + "/draft-from/1");
        editor.submit(address, "body", "换了照片的正文。");
        editor.submit(address + "/submission");
        second.submit(address + "/return", "reason", "请写明是谁同意的");
        editor.submit(address + "/submission");

        assertThat(reviewer.page(address).text()).contains("和撤下的第1版对照", "撤下的原因：照片未经同意", "上次何芝退回时", "请写明是谁同意的");
    }

    @Test
    void takingDownIsAboutWhatThePublicReadsWhileACorrectionWaits() {
        var address = begin("撤下的是第一版", "正文。");
        staff.requireReviews(0, 1);
        editor.submit(address + "/publication");
        editor.submit(address, "body", "改过的正文。");
        editor.submit(address + "/submission");
        var asked = reviewer.page(address + "/withdrawal");

        assertThat(asked.text()).contains("第1版 已发布");
        assertThat(said(reviewer.submit(asked, "reason", "写错了人名"))).contains("已经撤下");
        assertThat(said(reviewer.submit(asked, "reason", "写错了人名"))).contains("已经撤下");
    }

    @Test
    void whatWaitsWhenItsYearIsClosedIsToldThatItIsTooLateOrWhatItNeeds() {
        staff.opened(1966);
        staff.requireReviews(0, 0);
        var corrected = begin("定稿前更正的", "正文。", "1966");
        editor.submit(corrected + "/publication");
        staff.requireReviews(1, 1);
        editor.submit(corrected, "body", "改过的正文。");
        editor.submit(corrected + "/submission");
        var fresh = begin("定稿前没有发布的", "正文。", "1966");
        editor.submit(fresh + "/submission");
        staff.close(1966);

        var page = reviewer.page(fresh);
        assertThat(page.text()).contains("这一年的大事记已经定稿，这一条还没有发布过，不能再发布了。");
        assertThat(page.select("form[action$=approval]")).isEmpty();
        assertThat(text(post(reviewer, fresh, "approval"))).contains("不再收新条目");
        assertThat(reviewer.page(fresh + "/publication").text())
                .contains("不再收新条目")
                .doesNotContain("还缺");
        approve(reviewer, corrected);
        assertThat(reviewer.page(corrected + "/publication").text()).contains("还缺：更正说明。这一版已经提交审核，请先撤回或者退回，补上以后再提交。");
        editor.submit(fresh + "/taking-back");
        assertThat(editor.page(fresh).text()).contains("不能再发布了");
        assertThat(editor.page(fresh).getElementById("lacking").hasAttr("hidden"))
                .isTrue();
    }

    @Test
    void theHistorySaysWhoDidWhatWithEachEdition() {
        var address = begin("有经过的走访", "区残联走访街镇。");
        editor.submit(address + "/submission");
        reviewer.submit(address + "/return", "reason", "日期再查一查");
        staff.requireReviews(0, 0);
        editor.submit(address + "/publication");
        editor.submit(address, "body", "区残联走访街镇和村居。", "correction", "补充了村居");
        editor.submit(address + "/publication");
        reviewer.submit(address + "/withdrawal", "reason", "照片未经同意", "farewell", "照片要换。");

        assertThat(editor.page(address).select("a[href$=/history]").text()).isEqualTo("各版的经过");
        var history = editor.page(address + "/history");
        assertThat(history.select("main h2").eachText()).containsExactly("第2版 已撤下", "第1版 旧版本");
        assertThat(history.select("table").get(0).select("tr").eachText())
                .anySatisfy(row -> assertThat(row).startsWith("撰稿 王莉"))
                .anySatisfy(row -> assertThat(row).startsWith("审核 没有审核"))
                .anySatisfy(row -> assertThat(row).startsWith("发布 王莉，"))
                .anySatisfy(row -> assertThat(row).startsWith("更正说明 补充了村居"))
                .anySatisfy(row -> assertThat(row).startsWith("撤下 周正，").endsWith("照片未经同意"))
                .anySatisfy(row -> assertThat(row).startsWith("给公众的一句话 照片要换。"));
        assertThat(history.select("table").get(1).select("tr").eachText())
                .anySatisfy(row -> assertThat(row).contains("退回修改，周正，").contains("日期再查一查"));
        assertThat(history.select("main section a").eachText())
                .containsExactly("看第2版", "第2版改了什么", "第2版审批表", "在第2版基础上修改", "看第1版", "第1版审批表", "在第1版基础上修改");
        assertThat(editor.get("/admin/entries/99999/history").statusCode()).isEqualTo(404);
    }

    @Test
    void besideAVersionStandsOnlyToSeeItAndWhatItChangedAndItsPageHasTheRest() {
        staff.requireReviews(0, 0);
        var address = begin("有两版的走访", "区残联走访街镇。");
        editor.submit(address + "/publication");
        editor.submit(address, "body", "区残联走访街镇和村居。", "correction", "补充了村居");
        editor.submit(address + "/publication");
        staff.requireReviews(1, 1);
        editor.submit(address, "body", "区残联走访村居。", "correction", "更正了地点");
        editor.submit(address + "/submission");

        for (var desk : List.of(editor, reviewer)) {
            var ways = desk.page(address).select(".history a");
            assertThat(ways.eachText()).containsExactly("看第3版", "第3版改了什么", "看第2版", "第2版改了什么", "看第1版");
            ways.select(".unseen").remove();
            assertThat(ways.eachText()).containsExactly("看", "改了什么", "看", "改了什么", "看");
        }
        reviewer.submit(address + "/return", "reason", "地点请写全称。");
        assertThat(editor.page(address + "/history").select("section a").eachText())
                .contains("第3版审批表")
                .noneMatch(link -> link.endsWith("基础上修改"));
        editor.submit(address + "/discarding");
        for (int number = 1; number <= 2; number++) {
            var ways = editor.page(address + "/editions/" + number).select(".preview a");
            assertThat(ways.eachText()).contains("第" + number + "版审批表", "在第" + number + "版基础上修改");
            assertThat(ways)
                    .allSatisfy(way -> assertThat(editor.get(way.attr("href")).statusCode())
                            .isEqualTo(200));
        }
    }

    @Test
    void whatIsSubmittedIsReadOnlyAndLosesNothingThatSomebodyTypedMeanwhile() {
        var address = begin("只读的走访", "第一稿。");
        var open = second.page(address);
        editor.submit(address + "/submission");

        var refused = second.submit(open, "body", "何芝正在写的一大段话，不能丢。");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("何芝正在写的一大段话，不能丢。");
        var pressedAgain =
                second.submit(Jsoup.parse(refused.body(), refused.uri().toString()));
        assertThat(pressedAgain.statusCode()).isEqualTo(422);
        assertThat(pressedAgain.body()).contains("这一版已经提交审核，现在不能改。要改，请先撤回。", "何芝正在写的一大段话，不能丢。");
        assertThat(editor.page(address).text()).contains("第一稿。").doesNotContain("何芝正在写");
    }

    @Test
    void anEditorPublishesWhereNoReviewIsRequiredAndOnlyThere() {
        staff.requireReviews(0, 1);
        var address = begin("不用审的新条目", "正文。");
        editor.submit(address + "/publication");
        assertThat(reader.get(address.replace("/admin", "")).statusCode()).isEqualTo(200);

        editor.submit(address, "body", "改过的正文。", "correction", "更正了正文");
        assertThat(editor.page(address).select("button[value=publication]")).isEmpty();
        assertThat(editor.page(address + "/publication").text()).contains("要先提交审核，1位审核人通过以后才能发布。");
        assertThat(text(post(editor, address, "publication"))).contains("要审核的内容，由审核人发布。");
        assertThat(text(post(reviewer, address, "publication"))).contains("要先提交审核，1位审核人通过以后才能发布。");
        assertThat(reader.page(address.replace("/admin", "")).text()).doesNotContain("改过的正文");
    }

    @Test
    void twoReviewersWhoPressAtTheSameTimeBothCountOnce() {
        for (int round = 0; round < 10; round++) {
            var address = begin("同时审的走访" + round, "正文。");
            editor.submit(address + "/submission");
            var pages = List.of(reviewer.page(address), second.page(address));
            var answers = Stream.of(0, 1)
                    .map(who -> CompletableFuture.supplyAsync(
                            () -> (who == 0 ? reviewer : second).submit(approvalForm(pages.get(who)))))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .map(HttpResponse::statusCode)
                    .toList();

            assertThat(answers).containsExactlyInAnyOrder(200, 409);
            assertThat(database.queryForList(
                            "select approvals from edition where entry_id = ?", Integer.class, number(address)))
                    .containsExactly(1);
        }
    }

    @Test
    void refusalsAreSaidInEnglishToo() {
        var address = begin("英文界面的走访", "正文。");
        editor.submit(address + "/submission");

        assertThat(text(post(second, address, "publication", "lang", "en")))
                .contains("It can be published once 2 reviewers have approved it; 0 have so far.");
        assertThat(second.page(address + "?lang=en").text())
                .contains("Waiting for the first review (1/2)", "The whole text");
    }

    @Test
    void manyAreSubmittedApprovedAndPublishedAtOnce() {
        var addresses = Stream.of("批量甲", "批量乙", "批量丙")
                .map(title -> begin(title, title.equals("批量丙") ? "孩子今年8岁，听力一级残疾。" : "正文。"))
                .toList();
        assertThat(said(many(editor, "submission", addresses))).contains("3条已经提交，等审核人来看。");
        var read = many(reviewer, "approval", addresses);
        assertThat(text(read)).contains("请先看过每一条", "看全文和改动");
        assertThat(said(reviewer.submit(html(read)))).contains("3条已经审核通过。");
        assertThat(said(second.submit(html(many(second, "approval", addresses)))))
                .contains("3条已经审核通过。");

        var asked = many(second, "publication", addresses);
        assertThat(text(asked)).contains("发布后，所有人都能看到", "批量丙：文中好像有个人信息：孩子的年龄和残疾情况");
        assertThat(reader.get(addresses.get(0).replace("/admin", "")).statusCode())
                .isEqualTo(404);
        var unconfirmed = second.submit(html(asked));
        assertThat(unconfirmed.statusCode()).isEqualTo(422);
        assertThat(html(unconfirmed).select(".mistakes a[href=#reason]").text()).isEqualTo("请写明为什么可以公开这些个人信息。");
        assertThat(html(unconfirmed).select("input[name=chosen]")).hasSize(3);
        var tooLong = second.submit(html(unconfirmed), "reason", "长".repeat(1001));
        assertThat(tooLong.statusCode()).isEqualTo(422);
        assertThat(html(tooLong).select(".mistakes a[href=#reason]").text()).isEqualTo("太长了，请写在1000个字以内。");
        assertThat(html(tooLong).getElementById("reason").text()).hasSize(1001);
        assertThat(reader.get(addresses.get(0).replace("/admin", "")).statusCode())
                .isEqualTo(404);
        var published = second.submit(html(unconfirmed), "reason", "来自已经公开的文章");
        assertThat(said(published)).contains("3条已经发布。");
        assertThat(html(published).select(".notice + .notice__more a").eachAttr("href"))
                .containsExactly("/2023");
        assertThat(addresses)
                .allSatisfy(address -> assertThat(
                                reader.get(address.replace("/admin", "")).statusCode())
                        .isEqualTo(200));
        assertThat(verbs(addresses.get(2))).endsWith("entry.published", "personal-information.confirmed");
        assertThat(verbs(addresses.get(0))).endsWith("entry.published");
    }

    @Test
    void whereOneIsRefusedNoneIsChangedAndTheRestCanGoOn() {
        var whole = begin("完整的", "正文。");
        var incomplete = begin("不完整的", "");
        var stale = begin("有人改过的", "正文。");
        var chosen = chosen(List.of(whole, incomplete, stale));
        reviewer.submit(stale, "body", "改过的正文。");

        var refused = editor.post("/admin/entries/submission", chosen);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(text(refused))
                .contains("选的3条都没有动，因为有2条不行", "不完整的：这份草稿还不完整，要先补上。还缺：正文。", "有人改过的：您打开列表以后，有人改动了它。请先看一看。", "其余1条可以先做。");
        assertThat(editor.page(whole).text()).contains("草稿");
        assertThat(said(editor.submit(html(refused)))).contains("1条已经提交");
        assertThat(editor.page(whole).text()).contains("待初审（1/2）");
        assertThat(editor.post("/admin/entries/submission").statusCode()).isEqualTo(422);
        assertThat(text(editor.post("/admin/entries/submission", "chosen", "x")))
                .contains("还没有选。请回到列表，先选几条。");
    }

    @Test
    void whatIsGoneIsCountedAmongWhatIsRefused() {
        var kept = begin("还在的", "正文。");
        var gone = begin("已经放弃的", "正文。");
        var chosen = chosen(List.of(kept, gone));
        second.submit(gone + "/discarding");

        assertThat(text(editor.post("/admin/entries/submission", chosen)))
                .contains("选的2条都没有动，因为有1条不行", "条目%d：已经不在了。".formatted(number(gone)), "其余1条可以先做。");
    }

    @Test
    void aSecondPressOfTheSameButtonSaysWhatTheFirstDid() {
        var addresses = List.of(begin("按两次甲", "正文。"), begin("按两次乙", "正文。"));
        var chosen = chosen(addresses);

        assertThat(said(editor.post("/admin/entries/submission", chosen))).contains("2条已经提交，等审核人来看。");
        assertThat(said(editor.post("/admin/entries/submission", chosen))).contains("2条已经提交，等审核人来看。");
        assertThat(verbs(addresses.get(0))).containsExactly("entry.begun", "entry.submitted");

        editor.submit(addresses.get(0) + "/taking-back");
        assertThat(text(editor.post("/admin/entries/submission", chosen)))
                .contains("选的1条都没有动，因为有1条不行", "按两次甲：您打开列表以后，有人改动了它。")
                .doesNotContain("按两次乙");
    }

    @Test
    void whereSomebodyIsChangingOneForTooLongNoneIsChanged() throws Exception {
        var held = begin("正有人改的", "正文。");
        var chosen = chosen(List.of(held, begin("没有人改的", "正文。")));
        HttpResponse<String> answer;
        try (var other = Objects.requireNonNull(database.getDataSource()).getConnection();
                var holding = other.createStatement()) {
            holding.execute("select id from entry where id = " + number(held) + " for update");
            answer = editor.post("/admin/entries/submission", chosen);
            other.rollback();
        }

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(text(answer)).contains("选的2条都没有动", "正有人改的：您打开列表以后，有人改动了它。");
        assertThat(editor.page(held).text()).contains("草稿");
    }

    @Test
    void nobodyApprovesTheirOwnWorkInAHeap() {
        var others = begin("别人的", "正文。");
        var own = reviewer.submit("/admin/entries/new?year=2023", fields("自己的", "正文。"))
                .uri()
                .getPath();
        many(editor, "submission", List.of(others, own));

        var refused = reviewer.submit(html(many(reviewer, "approval", List.of(others, own))));
        assertThat(text(refused)).contains("选的2条都没有动，因为有1条不行", "自己的：自己写的内容，要请别人审核。");
        assertThat(editor.post("/admin/entries/approval", chosen(List.of(others)))
                        .statusCode())
                .isEqualTo(403);
        assertThat(text(many(editor, "publication", List.of(others)))).contains("发布后，所有人都能看到");
        assertThat(text(editor.submit(html(many(editor, "publication", List.of(others))))))
                .contains("别人的：要审核的内容，由审核人发布。");
    }

    @Test
    void theListChoosesByStageAndAllAtOnceWithoutScripts() {
        var address = begin("列表里等审的", "正文。");
        editor.submit(address + "/submission");

        var list = reviewer.page("/admin/entries?stage=SUBMITTED&forMe=true&year=0");
        assertThat(list.select("tbody th").eachText()).contains("列表里等审的");
        assertThat(list.select("input[name=chosen][checked]")).isEmpty();
        var all = reviewer.page(list.selectFirst("a:contains(全选)").attr("href"));
        assertThat(all.select("input[name=chosen]")).isNotEmpty().allMatch(box -> box.hasAttr("checked"));
        approve(reviewer, address);
        assertThat(reviewer.page("/admin/entries?stage=SUBMITTED&forMe=true").text())
                .doesNotContain("列表里等审的");
        approve(second, address);
        assertThat(editor.page("/admin/entries?stage=SUBMITTED").text()).doesNotContain("列表里等审的");
        assertThat(editor.page("/admin/entries?stage=APPROVED").text()).contains("列表里等审的");
        staff.requireReviews(3, 1);
        assertThat(editor.page("/admin/entries?stage=SUBMITTED").text()).contains("列表里等审的");
    }

    @Test
    void theListFindsWhatAYearStillLacks() {
        assertThat(editor.page("/admin/entries?year=2023&without=DATE").select("tbody tr"))
                .hasSizeGreaterThanOrEqualTo(10);
        begin("没有易读版的", "正文。");
        assertThat(editor.page("/admin/entries?q=没有易读版的&without=EASY_READ").select("tbody tr"))
                .hasSize(1);
        assertThat(editor.page("/admin/entries?q=没有易读版的&without=DATE").select("tbody tr"))
                .isEmpty();
    }

    @Test
    void aStrangerCannotTellADraftOrAnUnopenedYearFromNothing() {
        staff.unopened(1997);
        long unopened = staff.published(1997, "visits", "5月1日", "1997-05-01", "没有公开的年份");
        var draft = number(begin("没有公开的稿子", "正文。"));

        for (var page : List.of("/%s", "/%s.json", "/%s?month=5&section=visits")) {
            assertThat(answer(page, 1997)).as(page).isEqualTo(answer(page, 1998));
        }
        for (var id : List.of(draft, unopened)) {
            assertThat(answer("/entries/%s", id)).isEqualTo(answer("/entries/%s", 88888888));
            for (var page :
                    List.of("", "/preview", "/compare", "/approval-sheet", "/history", "/submission", "/editions/1")) {
                assertThat(answer("/admin/entries/%s" + page, id))
                        .as(page)
                        .isEqualTo(answer("/admin/entries/%s" + page, 88888888));
            }
        }
    }

    /** All that a stranger hears, but for the number that they asked for. */
    private String answer(String path, Object number) {
        var answer = desks.anonymous().get(path.formatted(number));
        return (answer.statusCode()
                        + answer.headers().map().keySet().toString()
                        + answer.headers().firstValue("Location")
                        + answer.body())
                .replaceAll("(?<=\\b|%2F)" + number + "\\b", "N");
    }

    @Test
    void theLanguageOfTheAddressIsCarriedThroughEveryPress() {
        var address = begin("英文页面上的", "正文。");

        var submitted = editor.submit(address + "/submission?lang=en");
        assertThat(submitted.uri().getQuery()).isEqualTo("lang=en");
        assertThat(text(submitted)).contains("Waiting for the first review (1/2)");
    }

    @Test
    void aDraftThatWasReviewedIsNotThrownAwayUnawares() {
        var address = begin("退回以后放弃的", "正文。");
        assertThat(editor.page(address + "/discarding").text()).doesNotContain("审核人");
        editor.submit(address + "/submission");
        reviewer.submit(address + "/return", "reason", "理由");

        assertThat(editor.page(address + "/discarding").text()).contains("审核人在这份草稿上写的意见，也会一起去掉。");
    }

    @Test
    void whereverItIsAskedFromNobodyButAReviewerReviews() {
        var address = begin("不经过网页的", "正文。");
        second.submit(address + "/submission");
        var me = new SignedIn(staff.number("wangli"), "wangli", "王莉", Role.EDITOR);
        long id = number(address);

        for (var transition : List.of(Transition.APPROVE, Transition.RETURN, Transition.WITHDRAW)) {
            var decision = new Decision();
            decision.show(1);
            decision.reason = "理由";
            assertThatThrownBy(() -> workflow.change(transition, id, 0, decision, me))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> workflow.changeAll(transition, List.of(new Chosen(id, 1)), decision, me))
                    .isInstanceOf(AccessDeniedException.class);
        }
    }

    /** What the desk says waits for a review. */
    private static String waiting(Desk who) {
        return who.page("/admin").select(".desk__part:contains(等您审核)").text();
    }

    private String begin(String title, String body) {
        return editor.submit("/admin/entries/new?year=2023", fields(title, body))
                .uri()
                .getPath();
    }

    private String begin(String title, String body, String year) {
        return editor.submit("/admin/entries/new?year=" + year, fields(title, body))
                .uri()
                .getPath();
    }

    private static String[] fields(String title, String body) {
        return new String[] {"date", "5月", "title", title, "body", body, "section", "visits"};
    }

    private HttpResponse<String> approve(Desk who, String address) {
        return who.submit(approvalForm(who.page(address)));
    }

    private static Document approvalForm(Document page) {
        var form = page.selectFirst("form[action$=approval]");
        assertThat(form).as(page.text()).isNotNull();
        page.select("main form").not("form[action$=approval]").remove();
        return page;
    }

    private HttpResponse<String> post(Desk who, String address, String transition, String... fields) {
        var version = String.valueOf(
                database.queryForObject("select version from entry where id = ?", Long.class, number(address)));
        var all = new ArrayList<>(List.of("version", version));
        all.addAll(List.of(fields));
        return who.post(address + "/" + transition, all.toArray(String[]::new));
    }

    private HttpResponse<String> many(Desk who, String transition, List<String> addresses) {
        return who.post("/admin/entries/" + transition, chosen(addresses));
    }

    private String[] chosen(List<String> addresses) {
        return addresses.stream()
                .flatMap(address -> Stream.of(
                        "chosen",
                        number(address)
                                + "-"
                                + database.queryForObject(
                                        "select version from entry where id = ?", Long.class, number(address))))
                .toArray(String[]::new);
    }

    private List<String> verbs(String address) {
        return database.queryForList(
                "select verb from journal where thing = ? order by id", String.class, "entry " + number(address));
    }

    private static long number(String address) {
        return Long.parseLong(address.replaceAll("\\D", ""));
    }

    private static String said(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(text(answer)).isEqualTo(200);
        return text(answer);
    }

    private static String text(HttpResponse<String> answer) {
        return html(answer).select("main").text();
    }

    private static Document html(HttpResponse<String> answer) {
        return Jsoup.parse(answer.body(), answer.uri().toString());
    }
}
