package cn.jinshan.chronicle.administration;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Desks;
import cn.jinshan.chronicle.Staff;
import cn.jinshan.chronicle.WholeApplication;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What was stored before texts had a standard form, and how it gets one. */
@WholeApplication
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
        transaction.executeWithoutResult(
                status -> database.sql("update edition set title = :title, body = :body where entry_id = :id")
                        .param("title", "⾦⼭的残\u200b疾人")
                        .param("body", "名字里有\uE863。")
                        .param("id", id)
                        .update());

        assertThat(listed()).contains("条目" + id + " U+2FA6 ⾦、U+2F2D ⼭、U+200B、U+E863 \uE863");
        assertThat(page().select("a[href=/admin/entries/" + id + "]")).hasSize(1);

        var editor = desks.editor();
        var address = "/admin/entries/" + id;
        assertThat(editor.page(address).getElementById("body-hints").text()).contains("U+E863", "可能是“䶮”");
        editor.submit(address, "body", "名字里有䶮。");
        assertThat(editor.page(address).getElementById("title").val()).isEqualTo("金山的残疾人");
        assertThat(listed()).doesNotContain("条目" + id + " ");
    }

    private String listed() {
        return page().select("main").text() + " ";
    }

    private Document page() {
        return desks.administrator().page("/admin/characters");
    }
}
