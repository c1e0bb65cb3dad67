package cn.jinshan.chronicle.proofreading;

import static cn.jinshan.chronicle.desk.ConflictTest.atOnce;
import static cn.jinshan.chronicle.desk.WritingTest.html;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Desk;
import cn.jinshan.chronicle.DeskApplication;
import cn.jinshan.chronicle.Desks;
import cn.jinshan.chronicle.Reader;
import cn.jinshan.chronicle.Staff;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@DeskApplication
public class WordingRulesTest {

    private static final AtomicInteger WORDS = new AtomicInteger();

    private final String word = "测试词" + (char) ('甲' + WORDS.incrementAndGet());

    @Autowired
    Reader reader;

    @Autowired
    Desks desks;

    @Autowired
    JdbcTemplate database;

    Desk administrator;

    @BeforeEach
    void signIn() {
        administrator = desks.administrator();
    }

    @Test
    void hintsStandAtTheirTextsAndPublishingHeedsNoneOfThem() {
        var editor = desks.editor();
        var looked = html(editor.submit(
                "/admin/entries/new?year=2023",
                "title",
                "领导来金慰问聋哑人",
                "date",
                "5月18号",
                "section",
                "services",
                "body",
                "我区于5月3-7日慰问聋哑人 20名。",
                "easyRead",
                "区领导在五月十八日看望了住在金山区各个街镇的很多很多残疾人朋友。",
                "then",
                "look"));

        assertThat(looked.select("#title-hints li").eachText())
                .containsExactly("“来金”建议改为“来金山”。见“领导来金慰问聋哑人”（简称）。", "“聋哑人”建议改为“聋人”或“听障人士”。见“领导来金慰问聋哑人”（有更尊重人的说法）。");
        assertThat(looked.select("#body-hints li").eachText())
                .containsExactly(
                        "“我区”建议改为“金山区”。见“我区于5月3-7…”（第一人称）。",
                        "“5月3-7日”建议改为“5月3日至7日”或“5月3日—7日”。见“我区于5月3-7日慰问聋哑人 …”（日期的写法）。",
                        "“聋哑人”建议改为“聋人”或“听障人士”。见“…3-7日慰问聋哑人 20名。”（有更尊重人的说法）。");
        assertThat(looked.select("#easyRead-hints li").eachText())
                .hasSize(2)
                .first()
                .isEqualTo("“五月十八日”建议改为“5月18日”。见“区领导在五月十八日看望了住在金…”（日期的写法）。");
        assertThat(looked.select("#body-hints summary").text()).isEqualTo("请留意（3）");
        assertThat(looked.getElementById("body").attr("aria-describedby")).doesNotContain("body-hints");

        var saved = editor.submit(looked, "then", "");
        var address = saved.uri().getPath();
        assertThat(html(saved).select("#body-hints li")).hasSize(3);
        var published = editor.submit(address + "/publication");
        assertThat(html(published).text()).contains("已经发布，所有人都能看到了。");
        assertThat(reader.page(address.replace("/admin", "")).text())
                .contains("领导来金慰问聋哑人")
                .doesNotContain("建议改为");
    }

    @Test
    void theCorrectionNoteAndAnotherLanguageHaveHintsToo() {
        var page = html(desks.editor().submit("/admin/entries/16", "correction", "2023.7.5改为7月6号", "then", "look"));

        assertThat(page.select("#correction-hints li").eachText())
                .containsExactly(
                        "“2023.7.5”建议改为“2023年7月5日”。见“2023.7.5改为7月6号”（日期的写法）。",
                        "“7月6号”建议改为“7月6日”。见“….7.5改为7月6号”（日期的写法）。");
        assertThat(desks.editor()
                        .page("/admin/entries/14?lang=en")
                        .select("#title-hints li")
                        .eachText())
                .containsExactly("“来金” could be “来金山”. See “…组书记杜松全来金调研” (abbreviation).");
    }

    @Test
    void anEntryWithoutFaultHasNoList() {
        var page = desks.editor().page("/admin/entries/12");

        assertThat(page.select("[id$=-hints]:not([hidden])")).isEmpty();
        assertThat(page.getElementById("found").text()).contains("没有发现个人信息，用词上也没有建议。");
    }

    @Test
    void aRuleIsAddedChangedAndRemovedAndTheJournalSaysSo() {
        var added = administrator.submit("/admin/hints/new", "found", word, "better", "好词／更好的词", "kind", "TERM");
        assertThat(html(added).text()).contains("建议已经加上。", word, "好词 / 更好的词");
        assertThat(hinted()).containsExactly("“" + word + "”建议改为“好词”或“更好的词”。见“一个" + word + "。”（有更尊重人的说法）。");

        var changed = administrator.submit(address(), "better", "", "kind", "NAME");
        assertThat(html(changed).text()).contains("建议已经改好。");
        assertThat(hinted()).containsExactly("“" + word + "”请看看要不要改。见“一个" + word + "。”（名称的写法）。");

        var thing = "wording-rule " + address().replaceAll("\\D+", "");
        var removed = administrator.submit(address() + "/removal");
        assertThat(html(removed).text()).contains("建议已经删除。").doesNotContain(word);
        assertThat(hinted()).isEmpty();
        assertThat(database.queryForList("select verb from journal where thing = ? order by id", String.class, thing))
                .containsExactly("hint-rule.added", "hint-rule.changed", "hint-rule.removed");
    }

    @Test
    void aRuleThatKeepsAWordSilencesTheShorterOnes() {
        administrator.submit("/admin/hints/new", "found", word, "better", "", "kind", "TERM");
        administrator.submit("/admin/hints/new", "found", "一个" + word, "better", "一个" + word, "kind", "TERM");

        assertThat(hinted()).isEmpty();
        var list = administrator.page("/admin/hints");
        assertThat(list.select("tbody th").eachText()).contains(word).doesNotContain("一个" + word);
        assertThat(list.select("details").hasAttr("open")).isFalse();
        assertThat(list.select("details a").eachText()).contains("一个" + word);
        assertThat(list.select("summary").text())
                .isEqualTo("不用改的（" + list.select("details a").size() + "条）");
    }

    @Test
    void oneSearchGoesThroughTheAdviceAndWhatStaysAsItIs() {
        administrator.submit("/admin/hints/new", "found", word, "better", "好写法" + word + "/佳", "kind", "TERM");
        administrator.submit("/admin/hints/new", "found", "一个" + word, "better", "一个" + word, "kind", "TERM");

        var both = administrator.page("/admin/hints?q=%20" + word);
        assertThat(both.getElementById("q").val()).contains(word);
        assertThat(both.select("tbody th").eachText()).containsExactly(word);
        assertThat(both.select("details[open] a").eachText()).containsExactly("一个" + word);
        var better = administrator.page("/admin/hints?q=好写法");
        assertThat(better.select("tbody th").eachText()).containsExactly(word);
        assertThat(better.select("details")).isEmpty();
        var kept = administrator.page("/admin/hints?q=一个" + word);
        assertThat(kept.select("table")).isEmpty();
        assertThat(kept.select("details[open] a")).hasSize(1);
        assertThat(administrator
                        .page("/admin/hints?q=没有这样的")
                        .select(".staff__bar")
                        .text())
                .startsWith("没有找到这样的字词");
        assertThat(administrator.page("/admin/hints?q=+").select("tbody tr")).hasSizeGreaterThan(2);
    }

    @Test
    void everyMistakeIsNamedAtItsFieldAndWhatWasTypedStays() {
        var answer = administrator.submit(
                "/admin/hints/new", "found", "长".repeat(41), "better", "长".repeat(101), "kind", "DATE");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(html(answer).select(".mistakes a").eachAttr("href"))
                .containsExactlyInAnyOrder("#found", "#better", "#kind");
        assertThat(html(answer).getElementById("better").val()).hasSize(101);
        var blank = administrator.submit("/admin/hints/new", "found", " ", "kind", "TERM");
        assertThat(blank.statusCode()).isEqualTo(422);
        assertThat(html(blank).select("#found-mistake").text()).isEqualTo("请填写要提示的字词，不超过40个字。");
    }

    @Test
    void aRuleThatOffersItsOwnWordAmongOthersIsRefusedInWords() {
        for (var better : List.of(word + "/别词", "别词／ " + word, word + "/")) {
            var refused = administrator.submit("/admin/hints/new", "found", word, "better", better, "kind", "TERM");
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(html(refused).select("#better-mistake").text()).startsWith("建议的写法里有要提示的字词本身");
        }
        add(administrator, word);
        assertThat(administrator.submit(address(), "better", "别词/" + word).statusCode())
                .isEqualTo(422);
    }

    @Test
    void spacesAndLinesDoNotMakeOtherWords() {
        administrator.post("/admin/hints/new", "found", word + "\r\n 长　", "better", "好\n词/\n佳 ", "kind", "TERM");
        var row = administrator.page("/admin/hints").select("tr:contains(" + word + ")");
        assertThat(row.select("th a").get(0).wholeText()).isEqualTo(word + " 长");
        assertThat(row.select("td").get(0).wholeText()).isEqualTo("好 词 / 佳");

        for (var alike : List.of(word + "长", word + "　长", word.charAt(0) + " " + word.substring(1) + " 长")) {
            assertThat(add(administrator, alike).statusCode()).as(alike).isEqualTo(422);
        }
    }

    @Test
    void theSameWordsTwiceAreRefusedInWords() {
        administrator.submit("/admin/hints/new", "found", word, "better", "好", "kind", "TERM");

        var twice = administrator.submit("/admin/hints/new", "found", " " + word + " ", "better", "佳", "kind", "NAME");
        assertThat(twice.statusCode()).isEqualTo(422);
        assertThat(html(twice).select("#found-mistake").text()).isEqualTo("已经有一条提示这个字词的建议了，请改那一条。");
        assertThat(html(twice).getElementById("better").val()).isEqualTo("佳");

        var changed = administrator.submit(address(), "found", "聋哑人");
        assertThat(changed.statusCode()).isEqualTo(422);
        assertThat(html(changed).select("#found-mistake").text()).isEqualTo("已经有一条提示这个字词的建议了，请改那一条。");
        assertThat(html(administrator.submit(address(), "better", "更好")).text()).contains("建议已经改好。");
    }

    @Test
    void ofTwoWhoAddTheSameAtOnceOneIsRefusedInWords() throws Exception {
        var other = desks.signedIn("zhaoliu", "赵柳", "ADMINISTRATOR");

        for (int round = 0; round < 4; round++) {
            var found = word + round;
            var answers = atOnce(() -> add(administrator, found), () -> add(other, found));
            assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(200, 422);
        }
    }

    @Test
    void whoeverHasNotSeenTheLastChangeIsShownItAndLosesNothing() {
        administrator.submit("/admin/hints/new", "found", word, "better", "好", "kind", "TERM");
        var open = administrator.page(address());
        var removal = administrator.page(address() + "/removal");
        administrator.submit(address(), "better", "同事的");

        var stale = administrator.submit(open, "better", "我的");
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(html(stale).select(".mistakes").text()).contains("同事改动了这条建议", "同事的");
        assertThat(html(stale).getElementById("better").val()).isEqualTo("我的");
        var refused = administrator.submit(removal);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(html(refused).select("[role=alert]").text()).contains("您打开这一页以后，同事有了改动。");

        assertThat(html(administrator.submit(html(stale))).text()).contains("建议已经改好。", "我的");
    }

    @Test
    void whatWasTypedOfARuleThatIsGoneBecomesANewOne() {
        administrator.submit("/admin/hints/new", "found", word, "better", "好", "kind", "TERM");
        var open = administrator.page(address());
        var removal = administrator.page(address() + "/removal");
        administrator.submit(removal);

        assertThat(administrator.submit(removal).statusCode())
                .as("pressed twice")
                .isEqualTo(200);
        var gone = administrator.submit(open, "better", "我的");
        assertThat(gone.statusCode()).isEqualTo(409);
        assertThat(html(gone).select(".mistakes").text()).contains("同事删除了这条建议");
        assertThat(html(administrator.submit(html(gone))).text()).contains("建议已经加上。", "我的");
    }

    @Test
    void whatWasTypedOfARuleThatGoesMeanwhileIsKeptToo() throws Exception {
        add(administrator, word);
        var open = administrator.page(address());
        var gone = whileGoing(
                database,
                "delete from wording_rule where found = '" + word + "'",
                () -> administrator.submit(open, "better", "我的"));

        assertThat(gone.statusCode()).isEqualTo(409);
        assertThat(html(gone).select(".mistakes").text()).contains("同事删除了这条建议");
        assertThat(html(administrator.submit(html(gone))).text()).contains("建议已经加上。", "我的");
    }

    @Test
    void onlyAdministratorsKeepTheRules() {
        for (var desk : List.of(desks.editor(), desks.reviewer())) {
            assertThat(desk.get("/admin/hints").statusCode()).isEqualTo(403);
            assertThat(add(desk, word).statusCode()).isEqualTo(403);
            assertThat(desk.page("/admin/entries").select("nav").text()).doesNotContain("名称和用词");
        }
        assertThat(administrator.page("/admin/words").select("nav").text()).contains("用词建议");
        assertThat(administrator.page("/admin/hints").text()).doesNotContain(word);
        assertThat(administrator.get("/admin/hints/999999").statusCode()).isEqualTo(404);
        assertThat(administrator.post("/admin/hints/999999", "found", "甲").statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatWasTypedOutlivesTheSignIn() {
        var desk = desks.signedIn("sunqi", "孙琪", "ADMINISTRATOR");
        var page = desk.page("/admin/hints/new");
        var login = html(desk.forgetSession().submit(page, "found", word, "better", "好", "kind", "NAME"));

        var again = html(desk.submit(login, "username", "sunqi", "password", Staff.PASSWORD));
        assertThat(again.getElementById("found").val()).isEqualTo(word);
        assertThat(again.select("input[name=kind][checked]").val()).isEqualTo("NAME");
        assertThat(again.text()).contains("还没有保存");
    }

    @Test
    void markupAndTemplatesInARuleStayText() {
        administrator.submit(
                "/admin/hints/new", "found", "<b>${7*7}" + word, "better", "{0}'<script>alert(1)", "kind", "TERM");
        var page = html(desks.editor()
                .submit(
                        "/admin/entries/new?year=2023",
                        "title",
                        "看<b>${7*7}" + word,
                        "section",
                        "services",
                        "then",
                        "look"));

        assertThat(page.select("#title-hints").text()).contains("“<b>${7*7}" + word + "”建议改为“{0}'<script>alert(1)”。");
        assertThat(page.select("#title-hints script, #title-hints b")).isEmpty();
    }

    private List<String> hinted() {
        return html(desks.editor()
                        .submit(
                                "/admin/entries/new?year=2023",
                                "body",
                                "一个" + word + "。",
                                "section",
                                "services",
                                "then",
                                "look"))
                .select("#body-hints li")
                .eachText();
    }

    private String address() {
        return administrator.page("/admin/hints").select("main a").stream()
                .filter(link -> link.text().equals(word))
                .findFirst()
                .orElseThrow()
                .attr("href");
    }

    private static HttpResponse<String> add(Desk desk, String found) {
        return desk.post("/admin/hints/new", "found", found, "better", "好", "kind", "TERM");
    }

    /** What is answered to what waits for a removal that is not sure before. */
    public static HttpResponse<String> whileGoing(
            JdbcTemplate database, String removal, Callable<HttpResponse<String>> sending) throws Exception {
        var pool = Executors.newSingleThreadExecutor();
        try (var other = Objects.requireNonNull(database.getDataSource()).getConnection();
                var removing = other.createStatement()) {
            other.setAutoCommit(false);
            removing.execute(removal);
            var answer = pool.submit(sending);
            while (!answer.isDone() && !isSomebodyWaiting(database)) {
                Thread.onSpinWait();
            }
            other.commit();
            return answer.get();
        } finally {
            pool.shutdown();
        }
    }

    private static boolean isSomebodyWaiting(JdbcTemplate database) {
        return !database.queryForList("select 1 from information_schema.sessions where blocker_id is not null")
                .isEmpty();
    }
}
