package cn.jinshan.chronicle.administration;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.DeskApplication;
import cn.jinshan.chronicle.Desks;
import cn.jinshan.chronicle.Staff;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What was stored before texts had a standard form, and how it gets one. */
@DeskApplication
class CharactersPageTest {

    @Autowired
    Desks desks;

    @Autowired
    Staff staff;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void whatIsStoredWithUnusualCharactersIsListedAndTakesTheStandardFormAtItsNextSave() {
        long id = staff.drafted(2023, "visits", "5月", "2023-05", "字符核对");
        assertThat(listed()).doesNotContain("条目" + id + " ");
        store(id, "⾦⼭的残\u200b疾人", "名字里有\uE863。");

        assertThat(listed()).contains("条目" + id + " 金山的残疾人 U+2FA6 ⾦、U+2F2D ⼭、U+200B、U+E863 \uE863");
        assertThat(page().select("a[href=/admin/entries/" + id + "]")).hasSize(1);

        var editor = desks.editor();
        var address = "/admin/entries/" + id;
        assertThat(editor.page(address).getElementById("body-hints").text()).contains("U+E863", "可能是“䶮”");
        editor.submit(address, "body", "名字里有䶮。");
        assertThat(editor.page(address).getElementById("title").val()).isEqualTo("金山的残疾人");
        assertThat(listed()).doesNotContain("条目" + id + " ");
    }

    @Test
    void aSaveWithoutAChangePutsCharactersRightButNotLineEnds() {
        long lines = staff.published(2023, "visits", "5月", "2023-05", "行尾");
        long unseen = staff.published(2023, "visits", "5月", "2023-05", "看不见的");
        store(lines, "行尾", "第一行\r\n第二行");
        store(unseen, "看不见\u200b的", "⼭");
        assertThat(listed()).contains("条目" + unseen + " ");

        var editor = desks.editor();
        editor.submit("/admin/entries/" + lines);
        editor.submit("/admin/entries/" + unseen);

        assertThat(texts(lines)).containsExactly("第一行\r\n第二行");
        assertThat(texts(unseen)).containsExactly("⼭", "山");
    }

    private List<String> texts(long id) {
        return database.sql("select body from edition where entry_id = :id order by number")
                .param("id", id)
                .query(String.class)
                .list();
    }

    private void store(long id, String title, String body) {
        transaction.executeWithoutResult(
                status -> database.sql("update edition set title = :title, body = :body where entry_id = :id")
                        .param("title", title)
                        .param("body", body)
                        .param("id", id)
                        .update());
    }

    private String listed() {
        return page().select("main").text() + " ";
    }

    private Document page() {
        return desks.administrator().page("/admin/characters");
    }
}
