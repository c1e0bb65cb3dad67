package cn.jinshan.chronicle.proofreading;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Desk;
import cn.jinshan.chronicle.DeskApplication;
import cn.jinshan.chronicle.Desks;
import cn.jinshan.chronicle.Staff;
import java.net.http.HttpResponse;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Forms for texts that are public at once are checked for personal information. */
@DeskApplication
class PublicTextFormTest {

    /** With a character in it that nobody sees. */
    private static final String NUMBER = "138\u200b1234５678";

    @Autowired
    Desks desks;

    @Autowired
    Staff staff;

    @Autowired
    JdbcTemplate database;

    @Test
    void aWordItsFormsOrItsExplanationNeedsAReason() {
        assertAsks("/admin/words/new", "name", "问路词", "explanation", "请打" + NUMBER + "。");
        assertAsks("/admin/words/new", "name", "问路词二", "forms", "又名/" + NUMBER, "explanation", "请来问。");
    }

    @Test
    void aYearNeedsAReason() {
        assertAsks("/admin/chronicles/new", "year", "1961", "title", "一九六一", "introduction", "编者电话" + NUMBER);
    }

    @Test
    void aSectionNeedsAReason() {
        staff.opened(1958);

        assertAsks("/admin/sections/new?year=1958", "title", "热线" + NUMBER, "slug", "hotline", "tone", "TEAL");
    }

    @Test
    void theNameAndTheNoteOfASubjectNeedAReason() {
        staff.opened(1954);

        assertAsks("/admin/subjects/" + subject("赵问"), "note", "电话" + NUMBER);
        assertAsks("/admin/subjects/" + subject("赵答"), "name", "赵答" + NUMBER);
    }

    private int subject(String name) {
        desks.administrator()
                .submit(
                        "/admin/entries/new?year=1954",
                        "date",
                        "5月1日",
                        "section",
                        "visits",
                        "body",
                        "正文。",
                        "title",
                        "走访" + name,
                        "subjects[0].name",
                        name);
        return database.queryForObject("select id from subject where name = ?", Integer.class, name);
    }

    private void assertAsks(String path, String... fields) {
        var desk = desks.administrator();
        var before = confirmed();

        var refused = desk.submit(path, fields);
        assertThat(refused.statusCode()).as(path).isEqualTo(422);
        assertThat(page(refused).select(".mistakes a").eachAttr("href")).containsExactly("#reason");
        assertThat(page(refused).select("main .notice").text()).contains("电话号码");
        var done = desk.submit(page(refused), "reason", "本人书面同意");

        assertThat(done.statusCode()).as(page(done).select("main").text()).isEqualTo(200);
        assertThat(confirmed()).isEqualTo(before + 1);
        assertThat(database.queryForObject(
                        "select note from journal where id = (select max(id) from journal)", String.class))
                .isEqualTo("本人书面同意");
    }

    private int confirmed() {
        return database.queryForObject(
                "select count(*) from journal where verb = 'personal-information.confirmed'", Integer.class);
    }

    @Test
    void soDoWhomAnEntryIsAboutAndItsDateWhenItIsPublished() {
        staff.opened(1960);
        var desk = desks.administrator();

        assertThat(publication(desk, "subjects[0].name", "李四" + NUMBER).select("#reason"))
                .hasSize(1);
        assertThat(publication(desk, "title", "热线" + NUMBER).select("#reason")).hasSize(1);
        assertThat(publication(desk, "easyRead", "请打" + NUMBER).select("#reason"))
                .hasSize(1);
        assertThat(publication(desk, "easyTitle", "请打" + NUMBER).select("#reason"))
                .hasSize(1);
        assertThat(publication(desk, "title", "走访").select("#reason")).isEmpty();
    }

    @Test
    void whatIsSaidWhereAnEntryWasTakenDownHoldsNone() {
        staff.opened(1959);
        var entry = "/admin/entries/" + staff.published(1959, "visits", "5月1日", "1959-05-01", "走访");

        var refused = desks.reviewer().submit(entry + "/withdrawal", "reason", "写错了", "farewell", "请打" + NUMBER);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(page(refused).select(".mistakes a").eachAttr("href")).containsExactly("#farewell");
        assertThat(desks.anonymous().get(entry.replace("/admin", "")).statusCode())
                .isEqualTo(200);
    }

    private static Document publication(Desk desk, String field, String text) {
        var saved = desk.submit(
                "/admin/entries/new?year=1960",
                "date",
                "5月1日",
                "section",
                "visits",
                "body",
                "正文。",
                "title",
                "走访某人",
                field,
                text);
        return desk.page(saved.uri().getPath() + "/publication");
    }

    private static Document page(HttpResponse<String> answer) {
        return Jsoup.parse(answer.body(), answer.uri().toString());
    }
}
