package cn.jinshan.chronicle.site;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Desk;
import cn.jinshan.chronicle.DeskApplication;
import cn.jinshan.chronicle.Desks;
import cn.jinshan.chronicle.Reader;
import cn.jinshan.chronicle.Staff;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** What is typed at each door of the application is stored in standard form. */
@DeskApplication
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:standard")
class StandardParametersTest {

    /** A zero-width space, and a radical for an ideograph. */
    private static final String TYPED = "\u200B⾦⼭\uFEFF康复站";

    private static final String STANDARD = "金山康复站";

    @Autowired
    Reader reader;

    @Autowired
    Desks desks;

    @Autowired
    Staff staff;

    @Autowired
    JdbcTemplate database;

    @Autowired
    TransactionTemplate transaction;

    Desk administrator;

    @BeforeEach
    void signIn() {
        administrator = desks.administrator();
    }

    @Test
    void anEntryIsSavedInStandardFormAndFoundByEachPart() {
        var entry = write("甲" + TYPED, "PERSON", "残\u200B疾人甲");
        administrator.submit(entry + "/publication");

        assertThat(stored("select title from edition where title like '甲%'")).containsExactly("甲" + STANDARD);
        assertThat(stored("select body from edition where title like '甲%'")).containsExactly(STANDARD + "开放。");
        assertThat(stored("select name from subject where name like '%人甲'")).containsExactly("残疾人甲");
        for (var words : List.of("甲金山康复", "复站开放", "残疾人甲", "甲⾦⼭康", "甲金\u200B山康復", "殘疾人甲")) {
            assertThat(Reader.entries(search(words))).as(words).contains(Integer.valueOf(entry.replaceAll("\\D", "")));
        }
    }

    @Test
    void anAutosavedTextIsInStandardForm() {
        administrator.keep(administrator.page("/admin/entries/new?year=2023"), "title", "乙" + TYPED);

        assertThat(stored("select fields from working_copy"))
                .anySatisfy(fields -> assertThat(fields).contains("乙" + STANDARD));
    }

    @Test
    void aNameThatLooksLikeAKnownOneTakesTheKnownSubject() {
        write("丙一", "ORGANISATION", "丙卫生站");
        write("丙二", "ORGANISATION", "丙衞生站");
        write("丙三", "ORGANISATION", "丙衛生\u2060站");
        write("丙四", "ORGANISATION", "丙乾站");
        write("丙五", "ORGANISATION", "丙干站");

        assertThat(stored("select name from subject where name like '丙%' order by name"))
                .containsExactlyInAnyOrder("丙卫生站", "丙乾站", "丙干站");
    }

    @Test
    void subjectsThatLookTheSameAreToldOfEachOther() {
        write("丁一", "PLACE", "丁卫站");
        write("丁二", "PLACE", "丁另站");
        update("update subject set name = '丁\u200B衞站', folded = (select folded from subject where name = '丁卫站')"
                + " where name = '丁另站'");

        var notice = administrator
                .page("/admin/subjects/"
                        + stored("select id from subject where name = '丁卫站'").get(0))
                .select("main .notice a");
        assertThat(notice.text()).contains("一样");
        assertThat(administrator.get(notice.attr("href")).statusCode()).isEqualTo(200);
        assertThat(administrator
                        .page("/admin/subjects?q=丁衞站")
                        .select("tbody th")
                        .eachText())
                .hasSize(2);
    }

    @Test
    void whatWasStoredBeforeIsListedUntilItIsSavedAgain() {
        write("戊一", "PERSON", "戊某");
        update("update subject set name = '戊\u200B某', note = '\uE863' where name = '戊某'");

        var row = administrator.page("/admin/characters").select("tbody tr:contains(戊某)");
        assertThat(row.text()).contains("U+200B", "U+E863");
        administrator.submit(row.select("a").attr("href"), "note", "䶮");

        assertThat(administrator.page("/admin/characters").select("tbody tr:contains(戊某)"))
                .isEmpty();
        assertThat(stored("select name from subject where name like '戊%'")).containsExactly("戊某");
    }

    @Test
    void theListsAndSettingsOfAdministratorsAreSavedInStandardForm() {
        administrator.submit("/admin/hints/new", "found", "己" + TYPED, "better", "好" + TYPED, "kind", "TERM");
        administrator.submit("/admin/words/new", "name", "己" + TYPED, "explanation", "是" + TYPED);
        administrator.submit("/admin/other-names/new", "name", "己" + TYPED, "others", "庚" + TYPED);
        administrator.submit("/admin/chronicles/new", "year", "19\u200B61", "title", "己" + TYPED);
        administrator.submit("/admin/sections/new?year=1961", "title", "己" + TYPED, "slug", "ji\u200B", "tone", "TEAL");
        administrator.submit("/admin/settings", "licence", "己" + TYPED);

        assertThat(stored("select found from wording_rule where found like '己%'"))
                .containsExactly("己" + STANDARD);
        assertThat(stored("select better from wording_rule where found like '己%'"))
                .containsExactly("好" + STANDARD);
        assertThat(stored("select name from term where name like '己%'")).containsExactly("己" + STANDARD);
        assertThat(stored("select form from name_form where form like '己%' or form like '庚%' order by form"))
                .containsExactly("己" + STANDARD, "庚" + STANDARD);
        assertThat(stored("select title from chronicle where chronicle_year = 1961"))
                .containsExactly("己" + STANDARD);
        assertThat(stored("select title from section where slug = 'ji'")).containsExactly("己" + STANDARD);
        assertThat(reader.page("/about").text()).contains("己" + STANDARD);
    }

    @Test
    void aReportIsSavedInStandardForm() {
        var answer = desks.anonymous("Sec-Fetch-Site", "same-origin")
                .submit("/reports/new?entry=1", "text", "庚" + TYPED, "contact", "01\u200B23");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);

        assertThat(stored("select words from report where words like '庚%'")).containsExactly("庚" + STANDARD);
    }

    @Test
    void twoAccountsThatLookAlikeAreRefused() {
        staff.account("xinlin1", "辛", "EDITOR");
        for (var name : List.of("xin\u200Blin1", "XINLIN1", "ｘｉｎlin１", "xinlinl", "хinlin1", "xinlin١")) {
            var answer = administrator.submit("/admin/staff/new", "name", name, "fullName", "辛", "role", "EDITOR");
            assertThat(answer.statusCode()).as(name).isEqualTo(422);
        }
        assertThat(Jsoup.parse(administrator
                                .submit("/admin/staff/new", "name", "xinlinl", "fullName", "辛", "role", "EDITOR")
                                .body())
                        .select("#name-mistake")
                        .text())
                .contains("一样");
        administrator.submit("/admin/staff/new", "name", "xin\u200Bpin", "fullName", TYPED, "role", "EDITOR");
        assertThat(stored("select full_name from account where name = 'xinpin'"))
                .containsExactly(STANDARD);
    }

    @Test
    void passwordsAreTakenAsTheyAreWrittenAndNamesWithoutWhatNobodySees() {
        var me = desks.signedIn("renwei", "壬", "EDITOR");
        var chosen = "茶杯春风\u200B七只猫⾦";
        me.submit("/admin/me/password", "currentPassword", Staff.PASSWORD, "password", chosen, "passwordAgain", chosen);

        assertThat(isSignedIn("ren\u200Bwei", chosen)).isTrue();
        assertThat(isSignedIn("renwei", "茶杯春风七只猫金")).isFalse();
    }

    private boolean isSignedIn(String name, String password) {
        return desks.anonymous().signIn(name, password).get("/admin/me").statusCode() == 200;
    }

    @Test
    void noMarkOfOurOwnCanBeLookedFor() {
        for (var mark : List.of("\uE000", "\uFDD0", "\uFFFE")) {
            assertThat(search(mark).select("article")).isEmpty();
        }
    }

    @Test
    void aPrivateUseCharacterIsKeptPointedOutAndFound() {
        var entry = write("癸\uE863", "PERSON", "癸某");
        assertThat(administrator.page(entry).text()).contains("U+E863", "可能是“䶮”");
        administrator.submit(entry + "/publication");

        assertThat(stored("select title from edition where title like '癸%'")).containsExactly("癸\uE863");
        assertThat(search("癸䶮").select("#results").attr("data-count")).isEqualTo("1");
        assertThat(search("癸龑").select("#results").attr("data-count")).isEqualTo("1");
    }

    private Document search(String words) {
        return reader.page("/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
    }

    private String write(String title, String kind, String name) {
        var answer = administrator.submit(
                "/admin/entries/new?year=2023",
                "title",
                title,
                "date",
                "5月18日",
                "body",
                TYPED + "开放。",
                "section",
                "visits",
                "subjects[0].kind",
                kind,
                "subjects[0].name",
                name);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.uri().getPath();
    }

    /** Changes what is stored as an earlier version may have stored it. */
    private void update(String statement) {
        transaction.executeWithoutResult(status -> database.update(statement));
    }

    private List<String> stored(String query) {
        return database.queryForList(query, String.class);
    }
}
