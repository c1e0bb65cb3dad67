package cn.jinshan.chronicle.administration;

import static cn.jinshan.chronicle.desk.WritingTest.html;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Desk;
import cn.jinshan.chronicle.DeskApplication;
import cn.jinshan.chronicle.Desks;
import cn.jinshan.chronicle.Reader;
import cn.jinshan.chronicle.Staff;
import cn.jinshan.chronicle.desk.ConflictTest;
import cn.jinshan.chronicle.entries.FoldedNames;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

@DeskApplication
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:administration")
class SubjectAdministrationTest {

    @Autowired
    Reader reader;

    @Autowired
    Desks desks;

    @Autowired
    JdbcTemplate database;

    @Autowired
    TransactionTemplate inTransaction;

    @Autowired
    FoldedNames foldedNames;

    Desk administrator;
    Desk editor;

    @BeforeEach
    void signIn() {
        administrator = desks.administrator();
        editor = desks.editor();
    }

    @Test
    void moreFormerNamesThanAnyFormHasAreRefused() {
        assertThat(administrator
                        .post("/admin/subjects/1", "formerNames[256]", "第257个")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void subjectsAreFoundByNameReadingAndKindAndCounted() {
        mention("搜一搜", "PERSON 仇小明", "PLACE 搜索镇");
        mention("又搜一搜", "PERSON 仇小明");

        var byReading = administrator.page("/admin/subjects?q=qiu%20xiaom");
        assertThat(byReading.select("tbody th").eachText()).containsExactly("仇小明");
        assertThat(byReading.select("tbody td").eachText()).contains("人物", "2", "列入");
        assertThat(administrator.page("/admin/subjects?q=搜索&kind=PERSON").text())
                .contains("没有找到");
        assertThat(administrator.page("/admin/subjects?kind=PLACE").text())
                .contains("搜索镇")
                .doesNotContain("仇小明");

        administrator.submit(address("搜索镇"), "_listed", "on", "listed", "false");
        assertThat(administrator
                        .page("/admin/subjects?unlisted=true")
                        .select("tbody th")
                        .eachText())
                .containsExactly("搜索镇");
        assertThat(administrator.get("/admin/subjects?page=99").statusCode()).isEqualTo(404);
        assertThat(administrator.get("/admin/subjects?page=0").statusCode()).isEqualTo(404);
    }

    @Test
    void anotherNameShowsAtOnceAndIsNoChangeOfAnEntry() {
        var entry = mention("改名", "PERSON 王晓名");
        editor.submit(entry + "/publication");
        var version = version(entry);
        var address = address("王晓名");

        var answer = administrator.submit(address, "name", "王晓明", "reading", "Wáng Xiǎomíng", "note", "听力言语康复教师");
        assertThat(html(answer).text()).contains("已经保存，公众马上看得到。");
        assertThat(reader.page(entry.replace("/admin", "")).text())
                .contains("王晓明")
                .doesNotContain("王晓名");
        assertThat(version(entry)).isEqualTo(version);
        assertThat(verbs(address)).containsExactly("subject.changed");

        var page = administrator.page(address);
        assertThat(page.getElementById("reading").val()).isEqualTo("Wáng Xiǎomíng");
        assertThat(page.getElementById("reading-hint").text()).containsIgnoringCase("wáng xiǎo míng");
        administrator.submit(page, "reading", "", "kind", "EVENT");
        assertThat(administrator
                        .page(address)
                        .select("input[name=kind][checked]")
                        .val())
                .isEqualTo("EVENT");
        assertThat(administrator.page(address).getElementById("reading").val()).isEmpty();
    }

    @Test
    void everyMistakeIsNamedAtItsField() {
        mention("有错", "PERSON 有错的人");
        var answer = administrator.submit(
                address("有错的人"), "kind", "GOD", "name", " ", "note", "长".repeat(401), "reading", "c".repeat(401));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(html(answer).select(".mistakes a").eachAttr("href"))
                .containsExactlyInAnyOrder("#kind", "#name", "#note", "#reading");
        assertThat(html(answer).getElementById("note").val()).hasSize(401);
    }

    @Test
    void aNameThatIsTakenOffersMergingAndEveryMentionGoesOver() {
        var both = mention("两个都有", "PLACE 先提到", "ORGANISATION 旧名单位", "PLACE 中间", "ORGANISATION 新名单位", "PLACE 最后");
        var one = mention("只有旧的", "ORGANISATION 旧名单位");
        editor.submit(one + "/publication");
        editor.submit(both + "/publication");
        var version = version(one);
        var old = address("旧名单位");
        var kept = address("新名单位");
        administrator.submit(old, "note", "旧的说明");

        var taken = administrator.submit(old, "name", "新名单位");
        assertThat(taken.statusCode()).isEqualTo(422);
        assertThat(html(taken).select("#name-mistake").text()).startsWith("已经有一个同样的叫这个名称了。是同一个，就合并成一个");
        assertThat(html(taken).getElementById("name").val()).isEqualTo("新名单位");
        var merging = html(taken).select("main .notice a").attr("href");
        assertThat(merging).isEqualTo(old + "/merging?into=" + number(kept));
        assertThat(administrator.page(old + "/merging?q=新名").select("main li a").attr("href"))
                .isEqualTo(merging);

        var asked = administrator.page(merging);
        assertThat(asked.text()).contains("有2个版本提到“旧名单位”，都改为提到“新名单位”；其中1个版本两个都提到");
        assertThat(html(administrator.submit(asked)).text()).contains("“旧名单位”（单位）已经并入“新名单位”（单位）。");

        assertThat(mentions(both)).containsExactly("0 先提到", "1 新名单位", "2 中间", "3 最后");
        assertThat(mentions(one)).containsExactly("0 新名单位");
        assertThat(reader.page(one.replace("/admin", "")).text())
                .contains("新名单位")
                .doesNotContain("旧名单位");
        assertThat(version(one)).isEqualTo(version);
        assertThat(administrator.get(old).uri().getPath()).isEqualTo(kept);
        assertThat(administrator.page(kept).getElementById("note").val()).isEqualTo("旧的说明");
        assertThat(database.queryForList(
                        "select note from journal where thing = ? and verb = 'subject.merged'",
                        String.class,
                        "subject " + number(old)))
                .containsExactly("ORGANISATION merged into ORGANISATION subject " + number(kept));
    }

    @Test
    void whoeverKeptTheAddressOfAMergedSubjectIsLedToTheLastThatTookItIn() {
        editor.submit(mention("地址还在", "PERSON 施一", "PERSON 施二", "PERSON 施三") + "/publication");
        var first = address("施一");
        var second = address("施二");
        var last = address("施三");
        var old = first.replace("/admin", "");

        administrator.submit(first + "/merging?into=" + number(second));
        assertLeads(old, second);
        administrator.submit(second + "/merging?into=" + number(last));
        assertLeads(old, last);
        assertLeads(second.replace("/admin", ""), last);
        assertThat(administrator.get(first).uri().getPath()).isEqualTo(last);
        assertThat(reader.get(old + "?lang=en").headers().firstValue("Location"))
                .hasValue(last.replace("/admin", "") + "?lang=en");

        administrator.submit(last, "_listed", "on", "listed", "false");
        assertThat(reader.get(old).statusCode()).isEqualTo(404);
        assertThat(reader.get(old).body())
                .isEqualTo(reader.get("/subjects/99999").body());
        assertThat(reader.get(old).headers().firstValue("Location")).isEmpty();
    }

    private void assertLeads(String old, String kept) {
        assertThat(reader.get(old).statusCode()).isEqualTo(301);
        assertThat(reader.get(old).headers().firstValue("Location")).hasValue(kept.replace("/admin", ""));
    }

    @Test
    void theQuestionNamesBothKindsAndWarnsWhereTheyDiffer() {
        mention("两种", "PERSON 何香凝", "PLACE 何香凝馆", "PERSON 何香宁");
        var merging = address("何香凝") + "/merging?into=";

        assertThat(administrator.page(merging + number(address("何香凝馆"))).text())
                .contains("“何香凝”（人物）会并入“何香凝馆”（地点）", "两个不是同一种，合并后都算地点，请先看清楚是不是同一个。");
        assertThat(administrator
                        .page(merging + number(address("何香凝馆")) + "&lang=en")
                        .text())
                .contains("The two are not of one kind; merged, both count under Places.");
        assertThat(administrator.page(merging + number(address("何香宁"))).text())
                .contains("“何香凝”（人物）会并入“何香宁”（人物）")
                .doesNotContain("不是同一种");
    }

    @Test
    void aMergeOfTheSameNameTellsTheTwoApartByTheirKindsWhereverItSpeaksOfThem() {
        mention("同名", "PERSON 曹乐", "ORGANISATION 曹乐");
        var goes = "/admin/subjects/" + id("PERSON", "曹乐");
        var stays = "/admin/subjects/" + id("ORGANISATION", "曹乐");

        assertThat(administrator.page(goes + "/merging").select("main li a").eachText())
                .containsExactly("曹乐，单位，有1个版本提到");
        var asked = administrator.page(goes + "/merging?into=" + number(stays));
        assertThat(asked.text())
                .contains(
                        "“曹乐”（人物）会并入“曹乐”（单位），只留下“曹乐”（单位）。",
                        "有1个版本提到“曹乐”（人物），都改为提到“曹乐”（单位）；",
                        "“曹乐”（单位）的读音不变；说明也不变，空着的才用“曹乐”（人物）的。以后写“曹乐”（人物），也算是“曹乐”（单位）。");
        assertThat(asked.select("main form button").text()).isEqualTo("并入“曹乐”（单位）");
        assertThat(administrator
                        .page(goes + "/merging?into=" + number(stays) + "&lang=en")
                        .select("main form button")
                        .text())
                .isEqualTo("Merge into “曹乐” (Organisations)");

        assertThat(html(administrator.submit(asked)).select("main .notice").text())
                .isEqualTo("“曹乐”（人物）已经并入“曹乐”（单位）。");
        assertThat(administrator
                        .page("/admin/journal?thing=subject%20" + number(goes))
                        .select("tbody tr")
                        .first()
                        .text())
                .contains("人物单位" + number(goes), "原来是人物，合并到人物单位" + number(stays) + "（单位）");
    }

    @Test
    void aMergeOfNamesThatLookTheSameTellsThemApartByTheirNumbers() {
        mention("一样的名称", "PLACE ab园", "PLACE 田里");
        var one = address("ab园");
        var other = address("田里");
        inTransaction.executeWithoutResult(transaction -> database.update(
                "update subject set name = ?, folded = null where id = ?", "ＡＢ园", Long.valueOf(number(other))));
        foldedNames.complete();

        assertThat(administrator.page(one).select("main .notice").text())
                .startsWith("另一个“ＡＢ园”（编号" + number(other) + "）看起来一样");
        assertThat(administrator.page(one + "/merging").select("main li a").text())
                .contains("地点，编号" + number(other) + "，");
        var asked = administrator.page(one + "/merging?into=" + number(other));
        assertThat(asked.text()).contains("“ab园”（地点，编号" + number(one) + "）会并入“ＡＢ园”（地点，编号" + number(other) + "）");
        assertThat(html(administrator.submit(asked)).select("main .notice").text())
                .isEqualTo("“ab园”（地点，编号" + number(one) + "）已经并入“ＡＢ园”（地点，编号" + number(other) + "）。");
    }

    @Test
    void whoeverIsNotListedStaysUnlistedWhenMerged() {
        mention("不列入", "PERSON 吴不列", "PERSON 吴列入");
        var kept = address("吴列入");
        var question = address("吴不列") + "/merging?into=" + number(kept);
        assertThat(administrator.page(question).text()).doesNotContain("合并后也不列入");
        var fields = Desk.fields(administrator.page(address("吴不列")).selectFirst("main form"));
        fields.remove("listed");
        administrator.post(URI.create(reader.address(address("吴不列"))), fields);

        var asked = administrator.page(question);
        assertThat(asked.text()).contains("两个里有不列入公众名单的，合并后也不列入。");
        assertThat(administrator.page(question + "&lang=en").text()).contains("it will not list “吴列入”. This cannot");
        administrator.submit(asked);
        assertThat(administrator.page(kept).select("input[name=listed][checked]"))
                .isEmpty();
    }

    @Test
    void whoeverStillWritesTheFormerNameMeansTheOneThatStays() {
        var entry = mention("先打开", "PERSON 赵一鸣", "PERSON 赵一名");
        var open = editor.page(entry);
        var kept = address("赵一鸣");
        administrator.submit(address("赵一名") + "/merging?into=" + number(kept));

        assertThat(editor.submit(open, "body", "又写了。").statusCode()).isEqualTo(200);
        assertThat(mentions(entry)).containsExactly("0 赵一鸣");
        assertThat(mentions(mention("再写", "PERSON 赵一名"))).containsExactly("0 赵一鸣");
        assertThat(administrator
                        .page("/admin/subjects?q=赵一名")
                        .select("tbody th")
                        .eachText())
                .containsExactly("赵一鸣");

        var fields = Desk.fields(administrator.page(kept).selectFirst("main form"));
        fields.remove("formerNames");
        administrator.post(URI.create(reader.address(kept)), fields);
        assertThat(mentions(mention("另一个人", "PERSON 赵一名"))).containsExactly("0 赵一名");
    }

    @Test
    void aFormerNameWithACommaInItStaysAlsoAloneAndAfterSigningInAgain() {
        var entry = mention("有逗号", "ORGANISATION 金山,助残社");
        var address = address("金山,助残社");
        administrator.submit(address, "name", "金山助残社");
        var formerNames = "input[name=formerNames][checked]";

        administrator.submit(address, "note", "民办非企业单位");
        assertThat(administrator.page(address).select(formerNames).eachAttr("value"))
                .containsExactly("ORGANISATION 金山,助残社");
        assertThat(mentions(mention("还写旧名", "ORGANISATION 金山,助残社"))).containsExactly("0 金山助残社");

        var open = administrator.page(address);
        var expired = administrator.forgetSession().submit(open, "note", "登录过期时写的");
        var kept = html(administrator.submit(html(expired), "username", "chensi", "password", Staff.PASSWORD));
        assertThat(kept.getElementById("note").val()).isEqualTo("登录过期时写的");
        assertThat(kept.select(formerNames)).hasSize(1);
        assertThat(mentions(entry)).containsExactly("0 金山助残社");
    }

    @Test
    void aFormerNameOfAnotherIsTakenOnlyByWhoeverWasToldAndTheJournalTellsTheOther() {
        mention("改过名", "PERSON 吕旧", "PERSON 吕另");
        var owner = address("吕旧");
        administrator.submit(owner, "name", "吕新");
        var other = address("吕另");

        var told = administrator.submit(other, "name", "吕旧", "note", "也写了说明");
        assertThat(told.statusCode()).isEqualTo(422);
        assertThat(html(told).select("#name-mistake").text()).startsWith("这是另一个以前的名称");
        assertThat(html(told).select("main .notice a").text()).isEqualTo("看看它现在算谁的：吕新（人物）");
        assertThat(html(told).select("main .notice a").attr("href")).isEqualTo(owner);
        assertThat(mentions(mention("还算前一个", "PERSON 吕旧"))).containsExactly("0 吕新");

        assertThat(administrator.submit(html(told)).statusCode()).isEqualTo(200);
        assertThat(administrator.page(other).getElementById("note").val()).isEqualTo("也写了说明");
        assertThat(mentions(mention("算后一个", "PERSON 吕旧"))).containsExactly("0 吕旧");
        assertThat(verbs(owner)).containsExactly("subject.changed", "subject.name-given");
        assertThat(administrator
                        .page("/admin/journal?thing=subject%20" + number(owner))
                        .select("tbody tr")
                        .first()
                        .text())
                .contains("以前的名称改归另一个", "人物单位" + number(other));

        administrator.submit(owner, "name", "吕三");
        assertThat(administrator.submit(owner, "name", "吕新").statusCode()).isEqualTo(200);
    }

    @Test
    void anOldPageIsAskedAgainAndWhatWasTypedStays() {
        mention("两人同时", "PERSON 钱甲", "PERSON 钱乙");
        var address = address("钱甲");
        var kept = address("钱乙");
        var open = administrator.page(address);
        var merging = administrator.page(address + "/merging?into=" + number(kept));
        desks.administrator().submit(address, "note", "同事写的");
        desks.administrator().submit(kept, "note", "同事也写了");

        var late = administrator.submit(open, "note", "自己写的");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(html(late).select("[role=alert]").text()).contains("同事先保存了", "同事写的");
        assertThat(html(late).getElementById("note").val()).isEqualTo("自己写的");
        var again = administrator.submit(merging);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(html(again).select("[role=alert]").text()).contains("您打开这一页以后，同事有了改动。");
        assertThat(administrator.submit(html(late)).statusCode()).isEqualTo(200);
        assertThat(administrator.page(address).getElementById("note").val()).isEqualTo("自己写的");
    }

    @Test
    void whatWasTypedOfASubjectThatWasMergedIsKeptInTheFormOfTheOneThatStayed() {
        mention("打开着", "PERSON 郑打开", "PERSON 郑留下");
        var address = address("郑打开");
        var kept = address("郑留下");
        var open = administrator.page(address);
        desks.administrator().submit(kept, "note", "留下的说明");
        desks.administrator().submit(address + "/merging?into=" + number(kept));

        var late = administrator.submit(open, "note", "自己写的");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(html(late).select("[role=alert]").text()).contains("同事把它并入了另一个", "留下的是：郑留下，人物，留下的说明");
        assertThat(html(late).select("[role=alert] a").attr("href")).isEqualTo(kept);
        assertThat(html(late).getElementById("note").val()).isEqualTo("自己写的");

        var mistaken = administrator.submit(open, "name", "");
        assertThat(mistaken.statusCode()).isEqualTo(409);
        assertThat(administrator.submit(html(late)).statusCode()).isEqualTo(200);
        assertThat(administrator.page(kept).getElementById("note").val()).isEqualTo("自己写的");
        assertThat(administrator.page(kept).select("input[name=formerNames]").eachAttr("value"))
                .containsExactly("PERSON 郑留下");
        administrator.submit(kept, "name", "郑另名");
        assertThat(administrator
                        .post("/admin/subjects/999999", "called", "PERSON 无此人", "kind", "PERSON", "name", "甲")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void thoseWithANameOrReadingAlikeAreProposedForMerging() {
        mention("相近", "PERSON 冯应", "PERSON 冯应华", "PERSON 逢英", "PERSON 冯乙");
        var proposed = administrator.page(address("冯应") + "/merging").select("main li a");

        assertThat(proposed.eachText()).containsExactly("冯应华，人物，有1个版本提到", "逢英，人物，有1个版本提到");
        assertThat(proposed.get(1).attr("href")).endsWith("/merging?into=" + number(address("逢英")));
    }

    @Test
    void nothingIsMergedWithItselfOrWithNothing() {
        mention("自己", "PERSON 孙自己");
        var address = address("孙自己");

        var itself = administrator.page(address + "/merging?into=" + number(address));
        assertThat(itself.text()).contains("这就是它自己，请选另一个。");
        assertThat(itself.select("main form")).isEmpty();
        assertThat(administrator
                        .post(address + "/merging", "version", "0", "into", number(address), "intoVersion", "0")
                        .statusCode())
                .isEqualTo(409);
        assertThat(administrator.get(address + "/merging?into=999999").statusCode())
                .isEqualTo(404);
        assertThat(administrator.get(address).statusCode()).isEqualTo(200);
    }

    @Test
    void ofTwoMergesAtOnceOneIsDoneAndNoMentionIsLost() throws Exception {
        var other = desks.administrator();
        for (int round = 0; round < 8; round++) {
            var one = "李甲" + round;
            var two = "李乙" + round;
            var entry = mention("两次合并" + round, "PERSON " + one, "PERSON " + two);
            var there = administrator.page(address(one) + "/merging?into=" + number(address(two)));
            var back = other.page(address(two) + "/merging?into=" + number(address(one)));

            var answers = ConflictTest.atOnce(() -> administrator.submit(there), () -> other.submit(back));

            assertThat(answers.stream().filter(answer -> answer.statusCode() == 200))
                    .hasSize(1);
            assertThat(answers).allMatch(answer -> List.of(200, 404, 409).contains(answer.statusCode()));
            assertThat(mentions(entry)).hasSize(1);
        }
    }

    @Test
    void aMergeWhileAnEntryIsSavedLosesNoMention() throws Exception {
        for (int round = 0; round < 10; round++) {
            var goes = "周甲" + round;
            var stays = "周乙" + round;
            var entry = mention("先有" + round, "PERSON " + goes, "PERSON " + stays);
            var open = editor.page(entry);
            var begun = editor.page("/admin/entries/new?year=2023");
            var merging = administrator.page(address(goes) + "/merging?into=" + number(address(stays)));
            boolean anew = round % 2 == 0;

            var answers = ConflictTest.atOnce(
                    () -> administrator.submit(merging),
                    () -> anew
                            ? editor.submit(begun, "title", "新的", "section", "visits", "subjects[0].name", goes)
                            : editor.submit(open, "body", "边合并边写" + goes));

            assertThat(answers).allMatch(answer -> List.of(200, 409).contains(answer.statusCode()));
            if (answers.get(1).statusCode() == 409) {
                assertThat(html(answers.get(1)).text()).contains("刚才同事改动了");
                assertThat(answers.get(1).body()).contains(goes);
            }
            if (answers.get(0).statusCode() == 409) {
                administrator.submit(html(answers.get(0)));
            }
            assertThat(mentions(entry)).containsExactly("0 " + stays);
            if (anew && answers.get(1).statusCode() == 200) {
                assertThat(mentions(answers.get(1).uri().getPath())).containsExactly("0 " + stays);
            }
        }
    }

    @Test
    void onlyAdministratorsKeepSubjectsAndUnknownOnesAreNotFound() {
        for (var desk : List.of(editor, desks.reviewer())) {
            assertThat(desk.get("/admin/subjects").statusCode()).isEqualTo(403);
            assertThat(desk.post("/admin/subjects/1/merging", "into", "2").statusCode())
                    .isEqualTo(403);
        }
        assertThat(administrator.get("/admin/subjects/999999").statusCode()).isEqualTo(404);
        assertThat(administrator.get("/admin/subjects/999999/merging").statusCode())
                .isEqualTo(404);
    }

    private String mention(String title, String... subjects) {
        var fields = new ArrayList<>(List.of("title", title, "date", "5月18日", "body", "正文。", "section", "visits"));
        for (int i = 0; i < subjects.length; i++) {
            var subject = subjects[i].split(" ", 2);
            fields.addAll(List.of("subjects[" + i + "].kind", subject[0], "subjects[" + i + "].name", subject[1]));
        }
        var answer = editor.submit("/admin/entries/new?year=2023", fields.toArray(String[]::new));
        assertThat(answer.statusCode()).as(html(answer).text()).isEqualTo(200);
        return answer.uri().getPath();
    }

    private String address(String name) {
        return "/admin/subjects/" + database.queryForObject("select id from subject where name = ?", Long.class, name);
    }

    private long id(String kind, String name) {
        return database.queryForObject("select id from subject where kind = ? and name = ?", Long.class, kind, name);
    }

    private static String number(String address) {
        return address.replaceAll("\\D", "");
    }

    private String version(String entry) {
        return editor.page(entry).select("main form input[name=version]").val();
    }

    private List<String> mentions(String entry) {
        return database.queryForList("""
                select concat(m.position, ' ', x.name) from edition_subject m join subject x on x.id = m.subject_id
                join edition e on e.id = m.edition_id where e.entry_id = ? order by e.number, m.position""", String.class, Long.valueOf(number(entry)));
    }

    private List<String> verbs(String address) {
        return database.queryForList(
                "select verb from journal where thing = ? order by id", String.class, "subject " + number(address));
    }
}
