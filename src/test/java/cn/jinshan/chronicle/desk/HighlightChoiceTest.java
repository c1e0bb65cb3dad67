package cn.jinshan.chronicle.desk;

import static cn.jinshan.chronicle.desk.WritingTest.html;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Desk;
import cn.jinshan.chronicle.DeskApplication;
import cn.jinshan.chronicle.Desks;
import cn.jinshan.chronicle.Reader;
import cn.jinshan.chronicle.Staff;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Staff choose what stands on top of a year. */
@DeskApplication
class HighlightChoiceTest {

    @Autowired
    Reader reader;

    @Autowired
    Desks desks;

    @Autowired
    Staff staff;

    @Autowired
    JdbcTemplate database;

    Desk editor;

    @BeforeEach
    void signIn() {
        editor = desks.editor();
    }

    @AfterEach
    void requireNoReviews() {
        staff.requireReviews(0, 0);
    }

    @Test
    void aPublishedEntryIsPutOnTopMovedAndTakenOffByButtons() {
        staff.opened(1911);
        long first = published(1911, "第一");
        long second = published(1911, "第二");
        assertThat(reader.page("/1911").select(".highlights")).isEmpty();
        assertThat(listed(editor.page("/admin/highlights?year=1911"))).isEmpty();
        assertThat(editor.page(address(first)).select("aside form button").text())
                .isEqualTo("放在“这一年的亮点”");

        var put = editor.submit(address(first) + "/highlight");
        assertThat(put.uri()).hasToString(reader.address("/admin/highlights?year=1911"));
        assertThat(html(put).select("[role=status]").text()).isEqualTo("已经放好。");
        press(editor, editor.page(address(second)), "放在“这一年的亮点”");
        assertThat(onTop(1911)).containsExactly("第一", "第二");
        assertThat(version(first)).isZero();

        var list = editor.page("/admin/highlights?year=1911");
        assertThat(listed(list)).containsExactly("第一", "第二");
        assertThat(list.select("tbody button").eachAttr("aria-label"))
                .containsExactly("把“第一”下移", "把“第一”从亮点中拿下", "把“第二”上移", "把“第二”从亮点中拿下");
        press(editor, list, "把“第二”上移");
        assertThat(onTop(1911)).containsExactly("第二", "第一");

        var page = editor.page(address(second));
        assertThat(page.select("aside").text()).contains("这一条在亮点里");
        press(editor, page, "从亮点中拿下");
        assertThat(onTop(1911)).containsExactly("第一");
        press(editor, editor.page("/admin/highlights?year=1911"), "把“第一”从亮点中拿下");
        assertThat(reader.page("/1911").select(".highlights")).isEmpty();
        assertThat(Reader.entries(reader.page("/1911"))).containsExactly((int) first, (int) second);

        assertThat(verbs(first)).containsExactly("entry.highlighted", "entry.highlight-removed");
        assertThat(verbs(second))
                .containsExactly("entry.highlighted", "entry.highlight-moved", "entry.highlight-removed");
        assertThat(desks.administrator().page("/admin/journal").text()).contains("改亮点的先后", "从亮点中拿下");
    }

    @Test
    void anEleventhIsRefusedUntilOneIsTakenOff() {
        staff.opened(1912);
        var ids = IntStream.rangeClosed(1, 11)
                .mapToObj(number -> published(1912, "消息" + number))
                .toList();
        ids.subList(0, 10).forEach(id -> editor.submit(address(id) + "/highlight"));

        var refused = editor.submit(address(ids.get(10)) + "/highlight");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(html(refused).select("[role=alert]").text()).contains("这一年的亮点已经有10条了");
        assertThat(onTop(1912)).hasSize(10);

        staff.withdraw(ids.get(4));
        assertThat(editor.submit(address(ids.get(10)) + "/highlight").statusCode())
                .isEqualTo(200);
        assertThat(onTop(1912)).hasSize(10).doesNotContain("消息5").endsWith("消息10", "消息11");
    }

    @Test
    void ofTwoWhoPutTheTenthAtOnceOneIsRefused() throws Exception {
        staff.opened(1913);
        IntStream.rangeClosed(1, 9)
                .mapToLong(number -> published(1913, "消息" + number))
                .forEach(id -> editor.submit(address(id) + "/highlight"));
        var other = desks.reviewer();
        for (int round = 0; round < 5; round++) {
            long one = published(1913, "甲" + round);
            long two = published(1913, "乙" + round);

            var answers = ConflictTest.atOnce(
                    () -> editor.post(address(one) + "/highlight", "version", "0"),
                    () -> other.post(address(two) + "/highlight", "version", "0"));

            assertThat(answers.stream().map(HttpResponse::statusCode)).containsExactlyInAnyOrder(200, 409);
            assertThat(onTop(1913)).hasSize(10);
            staff.withdraw(onTop(1913).contains("甲" + round) ? one : two);
        }
    }

    @Test
    void whoeverSawAnotherOrderOrAnotherVersionIsToldAndNothingIsMoved() {
        staff.opened(1914);
        var ids = Stream.of("甲", "乙", "丙").map(title -> published(1914, title)).toList();
        ids.forEach(id -> editor.submit(address(id) + "/highlight"));
        var seen = editor.page("/admin/highlights?year=1914");
        var open = editor.page(address(ids.get(0)));
        var reviewer = desks.reviewer();

        press(reviewer, reviewer.page("/admin/highlights?year=1914"), "把“丙”上移");
        var stale = press(editor, seen, "把“丙”上移");
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(html(stale).text()).contains("同事有了改动", "这一条已经在亮点里了");
        assertThat(onTop(1914)).containsExactly("甲", "丙", "乙");
        assertThat(editor.post(address(ids.get(0)) + "/highlight", "version", "0")
                        .statusCode())
                .isEqualTo(409);

        editor.submit(address(ids.get(0)), "title", "甲改过");
        assertThat(press(editor, open, "从亮点中拿下").statusCode()).isEqualTo(409);
        assertThat(editor.submit(address(ids.get(0)) + "/highlight/removal").statusCode())
                .isEqualTo(200);
        assertThat(onTop(1914)).containsExactly("丙", "乙");
        assertThat(editor.post(address(ids.get(0)) + "/highlight/removal", "version", "1")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void nothingThatIsNotPublishedIsPutThere() {
        staff.opened(1915);
        long draft = staff.drafted(1915, "visits", "5月", "1915-05", "草稿");
        long withdrawn = published(1915, "撤下的");
        var page = editor.page(address(withdrawn) + "/highlight");
        staff.withdraw(withdrawn);

        assertThat(editor.page(address(draft)).select("aside form")).isEmpty();
        assertThat(editor.page(address(draft) + "/highlight").text()).contains("这一条现在没有发布");
        for (var refused : List.of(
                editor.submit(page), editor.post(address(draft) + "/highlight", "version", "0", "place", "1"))) {
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(html(refused).text()).contains("这一条现在没有发布，不能放在亮点里。");
        }
        assertThat(editor.get("/admin/highlights?year=1890").statusCode()).isEqualTo(404);
        assertThat(editor.post("/admin/entries/999999999/highlight", "version", "0")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whereCorrectionsAreReviewedReviewersChoose() {
        staff.opened(1916);
        long id = published(1916, "好消息");
        staff.requireReviews(0, 1);

        assertThat(editor.page(address(id)).select("aside form")).isEmpty();
        assertThat(editor.page(address(id) + "/highlight").text()).contains("亮点也由审核人来选");
        assertThat(editor.post(address(id) + "/highlight", "version", "0").statusCode())
                .isEqualTo(409);
        assertThat(onTop(1916)).isEmpty();
        var reviewer = desks.reviewer();
        reviewer.submit(address(id) + "/highlight");
        assertThat(onTop(1916)).containsExactly("好消息");
        assertThat(editor.page("/admin/highlights?year=1916").select("main form"))
                .isEmpty();
        assertThat(listed(editor.page("/admin/highlights?year=1916"))).containsExactly("好消息");

        staff.drafted(id, 1916, "visits", "5月", "1916-05", "好消息，更正");
        editor.submit(address(id) + "/submission");
        assertThat(reviewer.page(address(id)).select("aside form button").eachText())
                .contains("从亮点中拿下");
    }

    @Test
    void whoeverIsWritingSavesAsIfNothingHadHappened() {
        var page = editor.page("/admin/entries/10");
        desks.reviewer().submit("/admin/entries/10/highlight");

        var saved = editor.submit(page, "title", "写到一半的标题");

        assertThat(saved.statusCode()).isEqualTo(200);
        assertThat(html(saved).select("[role=status]").text()).contains("已经保存为草稿");
        assertThat(onTop(2023)).endsWith("2023年度残联系统工作会议").hasSize(10);
    }

    private long published(int year, String title) {
        return staff.published(year, "visits", "5月", year + "-05", title);
    }

    private static String address(long id) {
        return "/admin/entries/" + id;
    }

    private List<String> onTop(int year) {
        return reader.page("/" + year).select(".highlights li > a").eachText();
    }

    private static List<String> listed(Document page) {
        return page.select("tbody th").eachText();
    }

    private long version(long id) {
        return database.queryForObject("select version from entry where id = ?", Long.class, id);
    }

    private List<String> verbs(long id) {
        return database.queryForList(
                "select verb from journal where thing = ? order by id", String.class, "entry " + id);
    }

    /** Presses the button of an open page that is called so. */
    private static HttpResponse<String> press(Desk desk, Document page, String name) {
        page.select("main form")
                .removeIf(form -> form.select("button").stream()
                        .noneMatch(button -> name.equals(button.attr("aria-label")) || name.equals(button.text())));
        return desk.submit(page);
    }
}
