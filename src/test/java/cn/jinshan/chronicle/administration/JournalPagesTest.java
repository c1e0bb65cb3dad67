package cn.jinshan.chronicle.administration;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Desk;
import cn.jinshan.chronicle.DeskApplication;
import cn.jinshan.chronicle.Desks;
import cn.jinshan.chronicle.Staff;
import cn.jinshan.chronicle.journal.JournalLine;
import cn.jinshan.chronicle.journal.JournalLines;
import cn.jinshan.chronicle.staff.Accounts;
import cn.jinshan.chronicle.staff.Token;
import cn.jinshan.chronicle.text.TableCell;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The activity log as administrators read it (OWASP ASVS 5.0, 16.2 and 16.3). */
@DeskApplication
class JournalPagesTest {

    @Autowired
    Desks desks;

    @Autowired
    Staff staff;

    @Autowired
    Accounts accounts;

    @Autowired
    JournalLines lines;

    @Autowired
    JdbcTemplate database;

    @Autowired
    TransactionTemplate changes;

    Desk administrator;
    long wangli;

    @BeforeEach
    void signIn() {
        administrator = desks.administrator();
        staff.account("wangli", "王莉", "EDITOR");
        wangli = accounts.findByName("wangli").orElseThrow().id();
    }

    @Test
    void aLineSaysWhoDidWhatWhenAndFromWhereInWords() {
        long entry = staff.published(2023, "visits", "11月", "2023-11", "操作记录里的条目");
        desks.editor().submit("/admin/entries/" + entry, "body", "改过的正文。", "correction", "更正了个别文字");

        var line = rows("/admin/journal?who=" + wangli + "&verb=entry.saved").get(0);
        assertThat(line.subList(1, 6))
                .containsExactly("王莉（wangli）", "保存草稿", "条目" + entry + "：操作记录里的条目", "", "127.0.0.1");
        var page = administrator.page("/admin/journal?thing=%E6%9D%A1%E7%9B%AE+" + entry + "&lang=en");
        assertThat(page.select("tbody tr td").get(2).text()).isEqualTo("Saved the draft");
        assertThat(page.select("tbody a").get(0).text()).isEqualTo("Entry %d: 操作记录里的条目".formatted(entry));
        assertThat(page.select("tbody a [lang=zh-CN]").get(0).text()).isEqualTo("操作记录里的条目");
        assertThat(page.select("tbody a").get(0).attr("href")).isEqualTo("/admin/entries/" + entry + "?lang=en");
        assertThat(page.select("tbody time").get(0).attr("datetime")).startsWith("20");
    }

    @Test
    void whateverALineIsAboutIsNamedAsItIsCalledNow() throws IOException {
        long subject = database.queryForObject("select id from subject where name = '李婷'", Long.class);
        long section = database.queryForObject(
                "select s.id from section s join chronicle c on c.id = s.chronicle_id where c.chronicle_year = 2023 and s.slug = 'visits'",
                Long.class);
        long term = database.queryForObject("select min(id) from term", Long.class);
        long group = database.queryForObject("select min(id) from name_group", Long.class);
        long rule = database.queryForObject("select min(id) from wording_rule", Long.class);
        long report = staff.reported("日期好像不对");
        var things = List.of(
                "chronicle 2023",
                "section " + section,
                "subject " + subject,
                "term " + term,
                "name-group " + group,
                "wording-rule " + rule,
                "report " + report);
        things.forEach(thing -> note("settings.changed", thing, null));

        var page = administrator.page("/admin/journal");
        var said = page.select("tbody tr td:nth-child(4)").eachText();
        assertThat(said.remove(2)).endsWith(group + "：" + name("name", "name_group", group));
        assertThat(said.subList(0, 6))
                .containsExactly(
                        "读者反映%d：日期好像不对".formatted(report),
                        "用词建议%d：%s".formatted(rule, name("found", "wording_rule", rule)),
                        "名词解释%d：%s".formatted(term, name("name", "term", term)),
                        "人物单位%d：李婷".formatted(subject),
                        "栏目%d：2023年走访调研".formatted(section),
                        "2023年大事记：2023年金山区残疾人事业发展大事记");
        assertThat(page.select("tbody tr td:nth-child(4) a").subList(0, 7))
                .allSatisfy(
                        link -> assertThat(administrator.get(link.attr("href")).statusCode())
                                .isEqualTo(200));
        assertThat(csv(administrator.get("/admin/journal.csv").body()).get(5).get(3))
                .isEqualTo("人物单位%d：李婷".formatted(subject));
    }

    private String name(String column, String table, long id) {
        return database.queryForObject("select " + column + " from " + table + " where id = " + id, String.class);
    }

    @Test
    void whatIsGoneSaysSoWithoutItsWords() throws IOException {
        long erased = staff.published(2023, "visits", "11月", "2023-11", "要彻底删除的");
        administrator.submit("/admin/entries/" + erased + "/erasure", "reason", "本人要求");
        long discarded = staff.drafted(2023, "visits", "11月", "2023-11", "要放弃的");
        administrator.submit("/admin/entries/" + discarded + "/discarding");
        note("term.removed", "term 999999", null);

        var rows = administrator.page("/admin/journal").select("tbody tr td:nth-child(4)");
        assertThat(rows.eachText())
                .startsWith("名词解释999999（已去掉）", "条目%d（已放弃）".formatted(discarded))
                .contains("条目%d（已彻底删除）".formatted(erased));
        assertThat(rows.subList(0, 2))
                .allSatisfy(row -> assertThat(row.select("a")).isEmpty());
        assertThat(administrator.get("/admin/journal.csv").body())
                .contains("条目%d（已彻底删除）".formatted(erased))
                .doesNotContain("要彻底删除的", "要放弃的");
    }

    @Test
    void linesAreFoundByTheTitleOfTheirEntry() {
        long entry = staff.published(2023, "visits", "11月", "2023-11", "百0%_按标题找的");
        note("entry.saved", "entry " + entry, null);

        assertThat(rows("/admin/journal?thing=0%25_按标题"))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("条目%d：百0%%_按标题找的".formatted(entry)));
        assertThat(rows("/admin/journal?thing=0%25%25按标题")).isEmpty();
    }

    @Test
    void aMergedNameLeadsToTheOneThatWasKept() {
        long kept = database.queryForObject("select id from subject where name = '李婷'", Long.class);
        changes.executeWithoutResult(
                change -> database.update("insert into merged_subject (subject_id, id) values (?, 888888)", kept));
        note("subject.merged", "subject 888888", "merged into subject " + kept);

        assertThat(rows("/admin/journal").get(0).get(3)).isEqualTo("人物单位888888：李婷（合并后的名称）");
    }

    @Test
    void signInsRefusalsAndSignOutsHaveTheirAddressToo() {
        desks.anonymous().submit("/login", "username", "wangli", "password", "falsch");
        desks.anonymous().signIn("wangli", Staff.PASSWORD).post("/logout");
        var stale = desks.anonymous("Sec-Fetch-Site", "same-origin").signIn("wangli", Staff.PASSWORD);
        stale.postBare("/logout");

        var of = "账户%1$d：王莉（wangli）".formatted(wangli);
        assertThat(rows("/admin/journal?thing=account " + wangli))
                .extracting(line -> String.join(" ", line.subList(1, 6)))
                .startsWith(
                        "王莉（wangli） 退出登录 " + of + "  127.0.0.1",
                        "王莉（wangli） 登录 " + of + "  127.0.0.1",
                        "王莉（wangli） 退出登录 " + of + "  127.0.0.1",
                        "王莉（wangli） 登录 " + of + "  127.0.0.1",
                        "（没有登录） 登录没有成功 " + of + "  127.0.0.1");
    }

    @Test
    void refusalsOfWhoIsSignedInAndWhatTheyEndAreNotedWithoutWhatTheyTyped() {
        var one = desks.signedIn("refused", "阮菲", "EDITOR");
        var other = desks.signedIn("refused", "阮菲", "EDITOR");
        assertThat(one.get("/admin/settings?marker=geheim").statusCode()).isEqualTo(403);
        assertThat(one.post("/admin/staff/new", "name", "geheim").statusCode()).isEqualTo(403);
        one.submit("/admin/me/password", "currentPassword", "geheim");
        for (int i = 0; i < 2; i++) {
            one.post("/admin/me/sessions/ending");
        }
        assertThat(other.forgetSession().get("/admin/settings").uri().getPath())
                .as("nobody, who is only asked to sign in")
                .isEqualTo("/login");
        long refused = staff.number("refused");

        assertThat(rows("/admin/journal?who=" + refused))
                .extracting(line -> String.join("|", line.subList(2, 5)))
                .startsWith(
                        "退出别处的登录|账户%d：阮菲（refused）|".formatted(refused),
                        "改密码时，现在的密码不对|账户%d：阮菲（refused）|".formatted(refused),
                        "想打开没有权限的网页||/admin/staff/new",
                        "想打开没有权限的网页||/admin/settings",
                        "登录|账户%d：阮菲（refused）|".formatted(refused));
        assertThat(database.queryForList("select note from journal").toString()).doesNotContain("geheim");
    }

    @Test
    void whoHasToWaitAfterTooManyPasswordsIsNotedOnce() {
        staff.account("often", "欧芬", "EDITOR");
        var desk = desks.anonymous();
        for (int i = 0; i < 8; i++) {
            assertThat(desk.submit("/login", "username", "often", "password", "falsch")
                            .statusCode())
                    .isEqualTo(i < 5 ? 422 : 429);
        }

        assertThat(rows("/admin/journal?thing=account " + staff.number("often")))
                .extracting(line -> line.get(2))
                .containsExactly("试密码次数太多，要等一分钟", "登录没有成功", "登录没有成功", "登录没有成功", "登录没有成功", "登录没有成功");
    }

    @Test
    void whatTheApplicationNotesIsPutIntoWordsAndWhatSomebodyWroteStays() {
        note("account.role-changed", "account " + wangli, "EDITOR → REVIEWER");
        note("entry.drafted", "entry 4", "edition 2");
        note("journal.shortened", "journal", "12");
        note("personal-information.confirmed", "entry 4", "REVIEWER <b>说</b>可以");
        note("unknown.verb", "whatever {0} it's", null);
        var title = "条目4："
                + administrator.page("/admin/entries/4").select("h1 span").text();

        assertThat(rows("/admin/journal").subList(0, 5))
                .extracting(line -> String.join("|", line.subList(2, 5)))
                .containsExactly(
                        "unknown.verb|whatever {0} it's|",
                        "说明为什么可以公开个人信息|" + title + "|REVIEWER <b>说</b>可以",
                        "删去过期的记录|操作记录|12条",
                        "用旧版本开新草稿|" + title + "|第2版",
                        "改角色|账户%d：王莉（wangli）|编辑 → 审核人".formatted(wangli));
    }

    @Test
    void twoOfOneFullNameAreToldApartAndARenameTellsTheNameBefore() throws IOException {
        for (var name : List.of("wf1", "wf2")) {
            staff.account(name, "王芳", "EDITOR");
        }
        long one = staff.number("wf1");
        long other = staff.number("wf2");
        desks.anonymous().signIn("wf2", Staff.PASSWORD);
        administrator.submit("/admin/staff/" + one, "fullName", "王方");

        assertThat(rows("/admin/journal?thing=account " + other).get(0).subList(1, 4))
                .containsExactly("王芳（wf2）", "登录", "账户%d：王芳（wf2）".formatted(other));
        assertThat(rows("/admin/journal?thing=account " + one).get(0).subList(1, 5))
                .containsExactly("陈思（chensi）", "改姓名", "账户%d：王方（wf1）".formatted(one), "王芳 → 王方");
        assertThat(csv(administrator
                                .get("/admin/journal.csv?thing=account+" + other)
                                .body())
                        .get(1)
                        .toList()
                        .subList(1, 4))
                .containsExactly("王芳（wf2）", "登录", "账户%d：王芳（wf2）".formatted(other));
        var english = administrator.page("/admin/journal?lang=en&thing=account+" + one);
        assertThat(english.select("tbody a").first().text()).isEqualTo("Account %d: 王方 (wf1)".formatted(one));
        assertThat(english.select("tbody tr").first().select("[lang=zh-CN]").eachText())
                .containsExactly("陈思 (chensi)", "王方 (wf1)", "王芳 → 王方");
        assertThat(administrator
                        .page("/admin/journal?lang=en&verb=account.role-changed")
                        .select("td:nth-child(5)[lang]"))
                .isEmpty();
    }

    @Test
    void theFormKeepsWhatIsLookedForAndItsLinksCarryItOn() {
        for (int i = 0; i < 120; i++) {
            note("entry.saved", "entry 5", null);
        }

        var first = administrator.page("/admin/journal?thing=%E6%9D%A1%E7%9B%AE5&verb=entry&from=2020-01-01&lang=en");
        assertThat(first.getElementById("thing").val()).isEqualTo("条目5");
        assertThat(first.select("#verb option[selected]").val()).isEqualTo("entry");
        assertThat(first.getElementById("from").val()).isEqualTo("2020-01-01");
        assertThat(first.select("tbody tr")).hasSize(50);
        assertThat(first.select("a[rel=prev]")).isEmpty();
        assertThat(first.select("a[href^='/admin/journal.csv']").attr("href"))
                .contains("thing=%E6%9D%A1%E7%9B%AE5", "verb=entry", "from=2020-01-01", "lang=en");

        var seen = new HashSet<String>();
        var second = follow(first, "next");
        assertThat(second.select("tbody tr")).hasSize(50);
        assertThat(second.getElementById("thing").val()).isEqualTo("条目5");
        var third = follow(second, "next");
        assertThat(third.select("tbody tr")).hasSizeGreaterThanOrEqualTo(20).hasSizeLessThan(50);
        assertThat(third.select("a[rel=next]")).isEmpty();
        for (var page : List.of(first, second, third)) {
            seen.addAll(page.select("tbody time").eachAttr("datetime"));
        }
        assertThat(seen).hasSizeGreaterThanOrEqualTo(120);
        assertThat(times(follow(third, "prev"))).isEqualTo(times(second));
        assertThat(times(follow(follow(third, "prev"), "prev"))).isEqualTo(times(first));
        assertThat(administrator.get("/admin/journal?before=999999999").statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "from=soon, from, 没有看懂“从哪一天”。请写成2023-05-18这样。",
        "to=2023-02-30, to, 没有看懂“到哪一天”。请写成2023-05-18这样。",
        "from=2023-05-02&to=2023-05-01, to, “到哪一天”比“从哪一天”还早，请检查。",
        "who=wangli, who, 请从名单里选一个人。"
    })
    void aMistakeIsASentenceAtItsFieldAndKeepsWhatWasTyped(String query, String field, String sentence) {
        var answer = administrator.get("/admin/journal?thing=kept&" + query);
        var page = Jsoup.parse(answer.body());

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(page.select(".mistakes a[href=#" + field + "]").text()).isEqualTo(sentence);
        assertThat(page.getElementById(field).attr("aria-describedby").strip()).isEqualTo(field + "-mistake");
        assertThat(page.getElementById(field + "-mistake").text()).isEqualTo(sentence);
        assertThat(page.getElementById("thing").val()).isEqualTo("kept");
        if (!field.equals("who")) {
            assertThat(query).contains(field + "=" + page.getElementById(field).val());
        }
        assertThat(page.select("table")).isEmpty();
        assertThat(administrator.get("/admin/journal.csv?" + query).statusCode())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "who=999999999999999999",
                "verb=nothing.at-all",
                "verb=%25",
                "thing=%00'%22%3Cscript%3E",
                "from=9999-12-31&to=9999-12-31",
                "to=0000-01-01"
            })
    void whatNamesNothingFindsNothing(String query) {
        assertThat(administrator.page("/admin/journal?" + query).select("main").text())
                .contains("没有这样的记录。");
    }

    @Test
    void theFileHasEveryChosenLineInTheReadersWords() throws IOException {
        for (int i = 0; i < 1100; i++) {
            note("entry.saved", "entry 6", null);
        }
        lines.save(new JournalLine(
                Instant.parse("2023-12-31T16:00:00.5Z"),
                wangli,
                "personal-information.confirmed",
                "entry 6",
                "=HYPERLINK(\"https://evil.example\")",
                "2001:db8::7"));

        var answer = administrator.get("/admin/journal.csv?thing=entry+6");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(answer.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"journal.csv\"");
        assertThat(answer.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
        assertThat(answer.body()).startsWith("\uFEFF时间,谁,做了什么,对象,备注,网络地址\r\n");
        var rows = csv(answer.body());
        assertThat(rows).hasSizeGreaterThanOrEqualTo(1102);
        assertThat(rows.get(rows.size() - 1).toList())
                .containsExactly(
                        "2024-01-01T00:00:00+08:00",
                        "王莉（wangli）",
                        "说明为什么可以公开个人信息",
                        "条目6："
                                + administrator
                                        .page("/admin/entries/6")
                                        .select("h1 span")
                                        .text(),
                        "'=HYPERLINK(\"https://evil.example\")",
                        "2001:db8::7");

        var english = administrator.get("/admin/journal.csv?thing=entry+6&lang=en&to=2023-12-31");
        assertThat(english.body()).isEqualTo("\uFEFFTime,Who,Did what,To what,Note,Network address\r\n");
        assertThat(csv(administrator
                        .get("/admin/journal.csv?thing=entry+6&to=2024-01-01")
                        .body()))
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1", "+1", "-1", "@a", "\ta", "\ra", "\na", "＝1", "＋1", "－1", "＠a"})
    void aCellIsNeverAFormula(String cell) {
        assertThat(TableCell.plain(cell)).isEqualTo("'" + cell);
        assertThat(TableCell.plain("1" + cell)).isEqualTo("1" + cell);
    }

    @Test
    void onlyAdministratorsReadIt() {
        for (var desk : List.of(desks.editor(), desks.reviewer())) {
            assertThat(desk.get("/admin/journal").statusCode()).isEqualTo(403);
            assertThat(desk.get("/admin/journal.csv").statusCode()).isEqualTo(403);
            assertThat(desk.page("/admin/entries").select("nav a[href=/admin/journal]"))
                    .isEmpty();
        }
        assertThat(administrator.page("/admin/settings").select("nav a[href=/admin/journal]"))
                .hasSize(1);
    }

    @Test
    void neitherContentNorAnySecretIsEverInTheJournal() {
        var marker = "只在正文里的记号";
        var title = "只在标题里的记号";
        var wrong = "wrong password 马";
        desks.anonymous().submit("/login", "username", "wangli", "password", wrong);
        desks.anonymous().submit("/login", "username", wrong, "password", "x");
        var editor = desks.editor();
        var begun = editor.submit(
                "/admin/entries/new?year=2023",
                "date",
                "3月",
                "title",
                title,
                "body",
                marker,
                "easyRead",
                marker,
                "section",
                "visits",
                "subjects[0].kind",
                "PERSON",
                "subjects[0].name",
                marker);
        var address = begun.uri().getPath();
        editor.submit(address + "/publication");
        editor.submit(address, "body", marker + "二", "correction", marker + "更正");
        editor.submit(address + "/publication");
        desks.reviewer().submit(address + "/withdrawal", "reason", marker + "理由", "farewell", marker + "告别");
        var invited =
                administrator.submit("/admin/staff/new", "name", "invited-here", "fullName", "新来", "role", "REVIEWER");
        var link = Jsoup.parse(invited.body()).select("a[href*=/invitations/]").attr("href");
        var token = link.substring(link.lastIndexOf('/') + 1);
        var chosen = "春风茶杯七只猫走路";
        desks.anonymous().submit("/invitations/" + token, "password", chosen, "passwordAgain", chosen);
        var newcomer = desks.anonymous().signIn("invited-here", chosen);
        newcomer.submit(
                "/admin/me/password",
                "currentPassword",
                chosen,
                "password",
                chosen + "二",
                "passwordAgain",
                chosen + "二");
        var csrf = newcomer.page("/admin/me").select("input[name=_csrf]").attr("value");
        var session = newcomer.cookies().getCookieStore().getCookies().get(0).getValue();

        assertThat(token).hasSize(43);
        assertThat(csrf).isNotEmpty();
        var whole = database.queryForList("select * from journal").toString();
        assertThat(whole)
                .contains("entry.published", "entry.withdrawn", "account.invited", "account.password-changed")
                .doesNotContain(
                        title,
                        marker,
                        wrong,
                        Staff.PASSWORD,
                        chosen,
                        token,
                        new Token(token).hash(),
                        csrf,
                        session,
                        "argon2");
        assertThat(administrator.get("/admin/journal.csv").body()).doesNotContain(marker, wrong, token);
    }

    private void note(String verb, String thing, @Nullable String note) {
        lines.save(new JournalLine(Instant.now(), wangli, verb, thing, note, "192.0.2.7"));
    }

    private List<List<String>> rows(String address) {
        return administrator.page(address.replace(" ", "%20")).select("tbody tr").stream()
                .map(row -> row.select("td").stream().map(Element::text).toList())
                .toList();
    }

    private Document follow(Document page, String rel) {
        return administrator.page(page.select("a[rel=" + rel + "]").attr("href"));
    }

    private static List<String> times(Document page) {
        return page.select("tbody time").eachAttr("datetime");
    }

    private static List<CSVRecord> csv(String body) throws IOException {
        return CSVFormat.EXCEL.parse(new StringReader(body)).getRecords();
    }
}
