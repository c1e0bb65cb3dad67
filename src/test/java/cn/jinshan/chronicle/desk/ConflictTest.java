package cn.jinshan.chronicle.desk;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Desk;
import cn.jinshan.chronicle.DeskApplication;
import cn.jinshan.chronicle.Desks;
import cn.jinshan.chronicle.Reader;
import cn.jinshan.chronicle.Staff;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Two people on one entry: one of them is first, and neither loses a word. */
@DeskApplication
public class ConflictTest {

    /** {@code -Drounds=500} tries harder. */
    private static final int ROUNDS = Integer.getInteger("rounds", 10);

    @Autowired
    Reader reader;

    @Autowired
    Desks desks;

    @Autowired
    Staff staff;

    Desk wang;
    Desk zhou;

    @BeforeEach
    void signIn() {
        wang = desks.editor();
        zhou = desks.reviewer();
    }

    @Test
    void theLaterSaveIsAskedOnlyAboutWhatBothChangedAndNothingIsPreselected() {
        var address = draft("文艺展演");
        var hers = wang.page(address);
        zhou.submit(address, "title", "文艺汇演活动", "body", "他的正文。");

        var answer = wang.submit(hers, "title", "文艺展演大会", "easyTitle", "一场演出", "easyRead", "她写的易读版。", "position", "3");
        var page = WritingTest.html(answer);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(page.select("h1").text()).isEqualTo("周正先保存了这一条");
        assertThat(page.select("[role=alert]").text())
                .isEqualTo("您修改的时候，周正先保存了。您写的内容都在，没有丢失。只有一个人改过的地方已经合在一起；下面几处两个人都改过，请逐处选择。");
        assertThat(page.select("fieldset legend").eachText()).containsExactly("标题");
        assertThat(page.select("input[type=radio][checked]")).isEmpty();
        assertThat(page.select(".conflict__side--yours mark").eachText()).contains("不同：大会");
        assertThat(page.select(".conflict__side--theirs mark").eachText()).contains("不同：活动");
        assertThat(page.text()).contains("已经用了同事改的：正文。");
        assertThat(Desk.fields(page.selectFirst("main form")))
                .containsEntry("body", List.of("他的正文。"))
                .containsEntry("easyTitle", List.of("一场演出"))
                .containsEntry("easyRead", List.of("她写的易读版。"))
                .containsEntry("position", List.of("3"))
                .containsEntry("title", List.of("文艺展演大会"));
    }

    @Test
    void anEasyTitleThatBothChangedIsAskedAndMergedInOneLine() {
        var address = draft("易读的标题");
        var hers = wang.page(address);
        zhou.submit(address, "easyTitle", "他写的好懂的标题");

        var conflict = WritingTest.html(wang.submit(hers, "easyTitle", "她写的好懂的标题"));
        assertThat(conflict.select("fieldset legend").eachText()).containsExactly("易读题目");
        assertThat(conflict.getElementById("merged-easyTitle").tagName()).isEqualTo("input");
        wang.submit(conflict, "merged[easyTitle]", "都觉得好懂的标题");

        assertThat(wang.page(address).getElementById("easyTitle").val()).isEqualTo("都觉得好懂的标题");
    }

    @Test
    void aCorrectedReadingOutlivesAColleaguesSave() {
        var address = draft("读音合并");
        wang.submit(address, "subjects[0].name", "仇合并", "subjects[1].name", "覃合并");
        var hers = wang.page(address);
        zhou.submit(address, "subjects[1].reading", "Tán Hébìng", "subjects[2].name", "单合并");

        var saved = wang.submit(hers, "subjects[0].reading", "Chóu Hébìng");

        assertThat(saved.statusCode()).isEqualTo(200);
        assertThat(wang.page(address).select("[name$='.reading']").eachAttr("value"))
                .containsSequence("Chóu Hébìng", "Tán Hébìng", "shàn hé bìng");
    }

    @Test
    void aReadingThatBothCorrectedIsAsked() {
        var address = draft("读音冲突");
        wang.submit(address, "subjects[0].name", "缪冲突");
        var hers = wang.page(address);
        zhou.submit(address, "subjects[0].reading", "Móu Chōngtū");

        var conflict = wang.submit(hers, "subjects[0].reading", "Miù Chōngtū");
        assertThat(conflict.statusCode()).isEqualTo(409);
        var saved = wang.submit(WritingTest.html(conflict), "choice[subjects]", "YOURS");

        assertThat(saved.statusCode()).isEqualTo(200);
        assertThat(wang.page(address).select("[name='subjects[0].reading']").val())
                .isEqualTo("Miù Chōngtū");
    }

    @Test
    void whatIsNotAnsweredIsAskedAgainAndNothingIsSaved() {
        var address = draft("原来的标题");
        var hers = wang.page(address);
        zhou.submit(address, "title", "他的标题", "body", "他的正文。");
        var conflict = WritingTest.html(wang.submit(hers, "title", "她的标题", "body", "她的正文。"));

        var again = wang.submit(conflict, "choice[title]", "YOURS");

        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(WritingTest.html(again).select("#mistakes").text()).isEqualTo("还没有保存。下面每一处都请选一份。");
        assertThat(WritingTest.html(again).select("fieldset legend").eachText()).containsExactly("正文");
        assertThat(wang.page(address).getElementById("title").val()).isEqualTo("他的标题");

        var saved = wang.submit(WritingTest.html(again), "choice[body]", "THEIRS");
        assertThat(saved.statusCode()).isEqualTo(200);
        assertThat(wang.page(address).getElementById("title").val()).isEqualTo("她的标题");
        assertThat(wang.page(address).getElementById("body").text()).isEqualTo("他的正文。");
    }

    @Test
    void oneButtonGoesOnFromEitherOrFromAMerge() {
        var address = draft("原来的标题");
        var hers = wang.page(address);
        zhou.submit(address, "title", "他的标题", "body", "他的正文。", "date", "5月");
        var conflict = WritingTest.html(wang.submit(hers, "title", "她的标题", "body", "她的正文。", "date", "6月"));

        var saved = wang.submit(
                conflict,
                "choice[title]",
                "THEIRS",
                "choice[body]",
                "MERGED",
                "merged[body]",
                "他的正文。她的正文。",
                "choice[date]",
                "YOURS");

        assertThat(saved.statusCode()).isEqualTo(200);
        var now = wang.page(address);
        assertThat(now.getElementById("title").val()).isEqualTo("他的标题");
        assertThat(now.getElementById("body").text()).isEqualTo("他的正文。她的正文。");
        assertThat(now.getElementById("date").val()).isEqualTo("6月");
    }

    @ParameterizedTest
    @ValueSource(strings = {"YOURS", "THEIRS", "MERGED", ""})
    void aMergeThatIsTypedInIsSavedWhateverWasChosen(String choice) {
        var address = draft("原来的标题");
        var hers = wang.page(address);
        zhou.submit(address, "body", "他的正文。", "date", "5月");
        var conflict = WritingTest.html(wang.submit(hers, "body", "她的正文。", "date", "6月"));

        var answers = new ArrayList<>(List.of("merged[body]", "他的正文，她的正文。", "merged[date]", "5月下旬"));
        if (!choice.isEmpty()) {
            answers.addAll(List.of("choice[body]", choice, "choice[date]", choice));
        }
        var saved = wang.submit(conflict, answers.toArray(String[]::new));

        assertThat(saved.statusCode()).isEqualTo(200);
        assertThat(wang.page(address).getElementById("body").text()).isEqualTo("他的正文，她的正文。");
        assertThat(wang.page(address).getElementById("date").val()).isEqualTo("5月下旬");
    }

    @Test
    void whatOnlyOneOfThemChangedIsTakenOverWithoutAQuestionAndSaid() {
        var address = draft("原来的标题");
        var hers = wang.page(address);
        zhou.submit(
                address,
                "section",
                "services",
                "easyRead",
                "他写的易读版。",
                "subjects[0].kind",
                "PLACE",
                "subjects[0].name",
                "亭林镇");

        var saved = wang.submit(hers, "title", "她的标题");

        assertThat(saved.statusCode()).isEqualTo(200);
        assertThat(WritingTest.html(saved).select("[role=status]").text())
                .contains("您修改的时候同事也保存了，这些地方用了同事改的：栏目、易读版、人物、单位、地点、活动。", "保存的是：周正。");
        assertThat(Desk.fields(wang.page(address).selectFirst("main form")))
                .containsEntry("title", List.of("她的标题"))
                .containsEntry("section", List.of("services"))
                .containsEntry("easyRead", List.of("他写的易读版。"))
                .containsEntry("subjects[0].name", List.of("亭林镇"));
    }

    @Test
    void theSameHoldsForWhatIsPublishedAndWrittenOnByTwo() {
        var address = draft("已经发布的");
        wang.submit(address, "correction", "");
        wang.submit(address + "/publication");
        var hers = wang.page(address);
        zhou.submit(address, "title", "他改的标题", "correction", "更正标题");

        assertThat(wang.submit(hers, "body", "她改的正文。").statusCode()).isEqualTo(200);
        assertThat(Desk.fields(wang.page(address).selectFirst("main form")))
                .containsEntry("title", List.of("他改的标题"))
                .containsEntry("body", List.of("她改的正文。"))
                .containsEntry("correction", List.of("更正标题"));
    }

    @Test
    void aMistakeBesideIsCorrectedAndWhatWasTakenOverIsStillSaid() {
        var address = draft("原来的标题");
        var hers = wang.page(address);
        zhou.submit(address, "body", "他的正文。");

        var mistaken = wang.submit(hers, "title", "长".repeat(201));
        assertThat(mistaken.statusCode()).isEqualTo(422);
        assertThat(WritingTest.html(mistaken).select("[role=status]").text()).contains("这些地方用了同事改的：正文。");
        assertThat(WritingTest.html(mistaken).getElementById("body").wholeText())
                .contains("他的正文。");

        assertThat(wang.submit(WritingTest.html(mistaken), "title", "她的标题").statusCode())
                .isEqualTo(200);
        assertThat(wang.page(address).getElementById("body").wholeText()).contains("他的正文。");
    }

    @Test
    void theFormOfANewEntryThatIsSentAgainIsMergedWithWhatOthersSavedSince() {
        var form = wang.page("/admin/entries/new?year=2023");
        var address = wang.submit(form, "title", "新条目", "section", "visits", "body", "正文。")
                .uri()
                .getPath();
        zhou.submit(address, "easyRead", "他写的易读版。");

        var again = wang.submit(form, "title", "新条目", "section", "visits", "body", "正文，又写了几个字。");

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(Desk.fields(wang.page(address).selectFirst("main form")))
                .containsEntry("easyRead", List.of("他写的易读版。"))
                .containsEntry("body", List.of("正文，又写了几个字。"));
    }

    @Test
    void theFormOfANewEntryThatWasDiscardedLosesNothingWhenItIsSentAgain() {
        var form = wang.page("/admin/entries/new?year=2023");
        var address =
                wang.submit(form, "title", "不要了", "section", "visits").uri().getPath();
        wang.submit(address + "/discarding");

        var again = wang.submit(form, "title", "还是要的", "section", "visits");

        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(WritingTest.html(again).getElementById("title").val()).isEqualTo("还是要的");
        var saved = wang.submit(WritingTest.html(again));
        assertThat(saved.statusCode()).isEqualTo(200);
        assertThat(saved.uri().getPath()).isNotEqualTo(address);
        assertThat(wang.get("/admin/entries/new?form="
                                + form.select("[name=formKey]").val())
                        .uri()
                        .getPath())
                .isEqualTo("/admin/entries/new");
    }

    @Test
    void whatWasTypedInADraftThatIsSubmittedNowCanStillBeRead() {
        var address = draft("写的时候提交了");
        wang.keep(wang.page(address), "body", "打到一半。");
        zhou.submit(address + "/submission");

        var copy =
                wang.page("/admin").select("a[href*='" + address + "?copy=']").attr("href");

        assertThat(wang.page(copy).getElementById("body").wholeText()).contains("打到一半。");
        assertThat(wang.page(copy).text()).contains("已经提交审核");
    }

    @Test
    void namesAreMergedAsASet() {
        var address = draft("人物很多");
        wang.submit(address, names("张三", "李四", "王五"));
        var hers = wang.page(address);
        zhou.submit(address, names("张三", "赵六", "李四", ""));

        var saved = wang.submit(hers, names("张三", "李四", "王五", "孙七"));

        assertThat(saved.statusCode()).isEqualTo(200);
        assertThat(wang.page(address).select("input[name$=.name]").eachAttr("value").stream()
                        .filter(name -> !name.isEmpty()))
                .containsExactlyInAnyOrder("张三", "李四", "赵六", "孙七");
    }

    private static String[] names(String... names) {
        var fields = new ArrayList<String>();
        for (int i = 0; i < names.length; i++) {
            fields.addAll(List.of("subjects[" + i + "].kind", "PERSON", "subjects[" + i + "].name", names[i]));
        }
        return fields.toArray(String[]::new);
    }

    @Test
    void aSaveThatChangesNothingTroublesNobody() {
        var address = draft("原来的标题");
        wang.submit(address, "correction", "更正了个别文字");
        wang.submit(address + "/publication");
        var before = version(address);
        var his = zhou.page(address + "/withdrawal");

        wang.submit(address);

        assertThat(version(address)).isEqualTo(before);
        assertThat(wang.page(address).select(".history li")).hasSize(1);
        assertThat(zhou.submit(his, "reason", "撤下").statusCode()).isEqualTo(200);
    }

    @Test
    void whoeverChangesNothingIsToldOfNoConflict() {
        var address = draft("原来的标题");
        var hers = wang.page(address);
        zhou.submit(address, "title", "他的标题");

        assertThat(wang.submit(hers).statusCode()).isEqualTo(200);
        assertThat(wang.page(address).getElementById("title").val()).isEqualTo("他的标题");
    }

    @Test
    void onesOwnEarlierSaveIsCalledThatAndCostsOnePress() {
        var address = draft("原来的标题");
        var left = wang.page(address);
        wang.submit(left, "title", "第一次改", "body", "第一次写。");

        var answer = wang.submit(left, "title", "第一次改，又写了几个字", "body", "第一次写。");
        var page = WritingTest.html(answer);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(page.select("h1").text()).isEqualTo("您先前保存过这一条");
        assertThat(page.text()).doesNotContain("同事", "王莉先保存");
        assertThat(wang.submit(page).statusCode()).isEqualTo(200);
        assertThat(wang.page(address).getElementById("title").val()).isEqualTo("第一次改，又写了几个字");
        assertThat(wang.page(address).getElementById("body").text()).isEqualTo("第一次写。");
    }

    @Test
    void withoutWhatBothBeganFromEveryDifferenceIsAsked() {
        var address = draft("原来的标题");
        var hers = wang.page(address);
        for (int i = 0; i <= EntrySaves.KEPT; i++) {
            zhou.submit(address, "title", "他的第" + i + "个标题");
        }

        var answer = wang.submit(hers, "body", "她的正文。");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(WritingTest.html(answer).select("fieldset legend").eachText())
                .containsExactly("标题", "正文");
        assertThat(WritingTest.html(answer).select("[role=alert]").text()).contains("您开始写的那一份已经不在了");
    }

    @Test
    void whatAWorkingCopyWasBegunFromStaysAsLongAsThat() {
        var address = draft("原来的标题");
        var hers = wang.page(address);
        wang.keep(hers, "body", "她的正文。");
        for (int i = 0; i <= EntrySaves.KEPT; i++) {
            zhou.submit(address, "title", "他的第" + i + "个标题");
        }

        assertThat(wang.submit(hers, "body", "她的正文。").statusCode()).isEqualTo(200);
        assertThat(wang.page(address).getElementById("title").val()).isEqualTo("他的第" + EntrySaves.KEPT + "个标题");
    }

    @Test
    void whoeverIsLateTwiceStillLosesNothing() {
        var address = draft("原来的标题");
        var hers = wang.page(address);
        zhou.submit(address, "title", "他的标题");
        var conflict = WritingTest.html(wang.submit(hers, "title", "她的标题"));
        zhou.submit(address, "title", "他又改的标题");

        var again = wang.submit(conflict, "choice[title]", "MERGED", "merged[title]", "他的和她的标题");

        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(WritingTest.html(again).text()).contains("他的和她的标题", "他又改的标题");
    }

    @Test
    void twoWhoWriteTheSameDoNotConflict() {
        var address = draft("原来的标题");
        var hers = wang.page(address);
        zhou.submit(address, "title", "同样的标题");

        assertThat(wang.submit(hers, "title", "同样的标题").statusCode()).isEqualTo(200);
    }

    @Test
    void whoeverTypesInADraftThatIsDiscardedGoesOnWithANewEntry() {
        var address = draft("要放弃的");
        var hers = wang.page(address);
        wang.keep(hers, "body", "她打到一半。");
        zhou.submit(address + "/discarding");

        var begun = "a[href*='new?copy=']:contains(要放弃的)";
        var copy = wang.page("/admin").selectFirst(begun).attr("href");
        assertThat(wang.page(copy).getElementById("body").wholeText()).contains("她打到一半。");
        assertThat(wang.keep(hers, "body", "她又打了几个字。").statusCode()).isEqualTo(200);
        assertThat(wang.page(copy).getElementById("body").wholeText()).contains("她又打了几个字。");

        var answer = wang.submit(hers, "body", "她打完了。");
        assertThat(answer.statusCode()).isEqualTo(409);
        var offered = WritingTest.html(answer);
        assertThat(offered.select("[role=alert]").text()).contains("同事放弃了这份草稿", "就是一条新条目");
        assertThat(Desk.fields(offered.selectFirst("main form")))
                .containsEntry("title", List.of("要放弃的"))
                .containsEntry("date", List.of("5月18日"))
                .containsEntry("section", List.of("visits"))
                .containsEntry("body", List.of("她打完了。"));

        var saved = wang.submit(offered);
        assertThat(saved.statusCode()).isEqualTo(200);
        assertThat(saved.uri().getPath()).isNotEqualTo(address);
        assertThat(wang.page(saved.uri().getPath()).getElementById("body").text())
                .isEqualTo("她打完了。");
        assertThat(wang.page("/admin").select(begun)).isEmpty();
        assertThat(wang.submit(WritingTest.html(wang.submit(hers, "body", "她打完了。")))
                        .uri())
                .as("the old page sent once more")
                .isEqualTo(saved.uri());
    }

    @Test
    void aDraftThatIsDiscardedWhileSomebodyLooksAtAConflictLosesNothing() {
        var address = draft("原来的标题");
        var hers = wang.page(address);
        zhou.submit(address, "title", "他的标题");
        var conflict = WritingTest.html(wang.submit(hers, "title", "她的标题"));
        zhou.submit(address + "/discarding");

        var answer = wang.submit(conflict);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(WritingTest.html(answer).getElementById("title").val()).isEqualTo("她的标题");
        assertThat(wang.post("/admin/entries/999999", "title", "没有过的条目").statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatWasTypedBeforeASignInExpiredIsOfferedThoughTheDraftIsDiscarded() {
        var address = draft("登录过期");
        var hers = wang.page(address);
        wang.forgetSession();
        var expired = wang.submit(hers, "body", "过期前写的。");
        zhou.submit(address + "/discarding");

        var answer = wang.submit(WritingTest.html(expired), "username", "wangli", "password", Staff.PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(WritingTest.html(answer).text()).contains("同事放弃了这份草稿");
        assertThat(WritingTest.html(answer).getElementById("body").wholeText()).contains("过期前写的。");
    }

    @Test
    void aButtonPressedOnAnOldPageAsksAgain() {
        var address = draft("要发布的");
        var asked = wang.page(address + "/publication");
        zhou.submit(address, "body", "改过的正文。");

        var answer = wang.submit(asked);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(WritingTest.html(answer).text()).contains("您打开这一页以后，周正改动了这一条。");
        assertThat(reader.get(address.replace("/admin", "")).statusCode()).isEqualTo(404);

        assertThat(wang.submit(WritingTest.html(answer)).statusCode()).isEqualTo(200);
        assertThat(reader.page(address.replace("/admin", "")).text()).contains("改过的正文。");
    }

    @Test
    void theReasonForTakingDownIsKeptWhenSomebodyWasFirst() {
        var address = draft("要撤下的");
        wang.submit(address + "/publication");
        var asked = zhou.page(address + "/withdrawal");
        wang.submit(address, "title", "新草稿");

        var answer = zhou.submit(asked, "reason", "写好的理由");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(WritingTest.html(answer).getElementById("reason").text()).isEqualTo("写好的理由");
    }

    @Test
    void pressingPublishTwiceIsNoConflict() {
        var address = draft("按了两次");
        var asked = wang.page(address + "/publication");

        assertThat(wang.submit(asked).statusCode()).isEqualTo(200);
        assertThat(wang.submit(asked).statusCode()).isEqualTo(200);
    }

    @Test
    void ofTwoSavesAtOnceExactlyOneSucceeds() throws Exception {
        var address = draft("第0轮");
        for (int round = 1; round <= ROUNDS; round++) {
            var version = version(address);
            var hers = "王莉写的第" + round + "轮";
            var his = "周正写的第" + round + "轮";

            var answers = atOnce(() -> save(wang, address, version, hers), () -> save(zhou, address, version, his));

            assertExactlyOne(answers);
            int loser = answers.get(0).statusCode() == 409 ? 0 : 1;
            assertThat(answers.get(loser).body()).contains(List.of(hers, his).get(loser));
            assertThat(wang.page(address).getElementById("title").val())
                    .isEqualTo(List.of(hers, his).get(1 - loser));
        }
    }

    @Test
    void ofASaveAndAPublicationAtOnceNothingIsLost() throws Exception {
        var address = draft("第0轮");
        for (int round = 1; round <= ROUNDS; round++) {
            var title = "第" + round + "轮";
            save(wang, address, version(address), "草稿" + title);
            var version = version(address);

            var answers = atOnce(
                    () -> save(wang, address, version, title),
                    () -> zhou.post(address + "/publication", "version", version));

            assertThat(answers.get(0).statusCode()).isEqualTo(200);
            assertThat(answers.get(1).statusCode()).isIn(200, 409);
            assertThat(wang.page(address).getElementById("title").val()).isEqualTo(title);
            assertThat(reader.get(address.replace("/admin", "")).body().contains("草稿" + title))
                    .isEqualTo(answers.get(1).statusCode() == 200);
        }
    }

    @Test
    void ofAPublicationAndAWithdrawalAtOnceExactlyOneSucceeds() throws Exception {
        var address = draft("第0轮");
        zhou.submit(address + "/publication");
        for (int round = 1; round <= ROUNDS; round++) {
            if (reader.get(address.replace("/admin", "")).statusCode() == 410) {
                zhou.post(address + "/publication", "version", version(address));
            }
            save(wang, address, version(address), "第" + round + "轮");
            var version = version(address);

            var answers = atOnce(
                    () -> wang.post(address + "/publication", "version", version),
                    () -> zhou.post(address + "/withdrawal", "version", version, "reason", "撤下"));

            assertExactlyOne(answers);
            assertThat(reader.get(address.replace("/admin", "")).statusCode())
                    .isEqualTo(answers.get(0).statusCode() == 200 ? 200 : 410);
        }
    }

    private static void assertExactlyOne(List<HttpResponse<String>> answers) {
        assertThat(answers.stream().map(HttpResponse::statusCode)).containsExactlyInAnyOrder(200, 409);
    }

    private static HttpResponse<String> save(Desk desk, String address, String version, String title) {
        return desk.post(
                address,
                "version",
                version,
                "title",
                title,
                "date",
                "5月18日",
                "section",
                "visits",
                "position",
                "1",
                "body",
                "正文。");
    }

    public static List<HttpResponse<String>> atOnce(
            Callable<HttpResponse<String>> one, Callable<HttpResponse<String>> other)
            throws InterruptedException, ExecutionException {
        var pool = Executors.newFixedThreadPool(2);
        try {
            var answers = pool.invokeAll(List.of(one, other));
            return List.of(answers.get(0).get(), answers.get(1).get());
        } finally {
            pool.shutdown();
        }
    }

    private String draft(String title) {
        return wang.submit(
                        "/admin/entries/new?year=2023",
                        "title",
                        title,
                        "date",
                        "5月18日",
                        "body",
                        "正文。",
                        "section",
                        "visits")
                .uri()
                .getPath();
    }

    private String version(String address) {
        Document page = wang.page(address);
        return page.select("main form input[name=version]").val();
    }
}
