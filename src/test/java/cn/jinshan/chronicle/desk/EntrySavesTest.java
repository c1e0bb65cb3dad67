package cn.jinshan.chronicle.desk;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Desk;
import cn.jinshan.chronicle.DeskApplication;
import cn.jinshan.chronicle.Desks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an entry said before it was saved again can be looked at, and taken up again. */
@DeskApplication
class EntrySavesTest {

    @Autowired
    Desks desks;

    Desk wang;
    Desk zhou;

    @BeforeEach
    void signIn() {
        wang = desks.editor();
        zhou = desks.reviewer();
    }

    @Test
    void eachSaveKeepsTheTextBeforeItByWhomAndWhen() {
        var address = draft("第一稿");
        zhou.submit(address, "title", "第二稿", "body", "改过的正文。");

        var list = wang.page(address + "/saves");
        assertThat(list.select("main ol li")).hasSize(2);
        assertThat(list.select("main ol li").eachText()).first().asString().contains("周正", "现在的内容");
        assertThat(list.select("main ol li").eachText())
                .last()
                .asString()
                .contains("王莉")
                .doesNotContain("现在的内容");

        var first = wang.page(list.select("main ol a").last().attr("href"));
        assertThat(first.select("h1").text()).contains("王莉");
        assertThat(first.select("dd").eachText()).contains("第一稿", "正文。", "走访调研");
        assertThat(first.select(".conflict h3").eachText()).containsExactly("标题", "正文");
    }

    @Test
    void anEarlierTextIsTakenUpAndTheOneInBetweenStays() {
        var address = draft("第一稿");
        zhou.submit(address, "title", "第二稿");
        var first = wang.page(
                wang.page(address + "/saves").select("main ol a").last().attr("href"));

        var form = wang.page(first.select("main a.button").attr("href"));
        assertThat(form.getElementById("title").val()).isEqualTo("第一稿");
        assertThat(form.text()).contains("按“保存草稿”，这一条就改回这样");
        assertThat(wang.page(address).getElementById("title").val())
                .as("nothing is saved yet")
                .isEqualTo("第二稿");

        assertThat(wang.submit(form).statusCode()).isEqualTo(200);
        assertThat(wang.page(address).getElementById("title").val()).isEqualTo("第一稿");
        assertThat(wang.page(address + "/saves").select("main ol li")).hasSize(3);
    }

    @Test
    void theLastTwentyAreKept() {
        var address = draft("第0稿");
        for (int i = 1; i <= EntrySaves.KEPT + 5; i++) {
            wang.submit(address, "title", "第" + i + "稿");
        }

        var saves = wang.page(address + "/saves").select("main ol a");
        assertThat(saves).hasSize(EntrySaves.KEPT + 1);
        assertThat(wang.page(saves.last().attr("href")).text()).contains("第5稿");
    }

    @Test
    void whatTheSeedWroteIsKeptWhenItIsFirstWrittenOn() {
        wang.submit("/admin/entries/19", "title", "改过的标题", "correction", "更正标题");

        var saves = wang.page("/admin/entries/19/saves").select("main ol li");
        assertThat(saves).hasSize(2);
        assertThat(saves.last().text()).isEqualTo("最早的内容");
        assertThat(wang.get("/admin/entries/19/saves/999").statusCode()).isEqualTo(404);
    }

    @Test
    void whatWasDiscardedCanBeTakenUpWhileSomethingIsLeftOfTheEntry() {
        wang.submit("/admin/entries/16", "title", "放弃以前写的", "correction", "更正标题");
        wang.submit("/admin/entries/16/discarding");

        var saves = wang.page("/admin/entries/16/saves").select("main ol a");
        assertThat(wang.page(saves.first().attr("href")).text()).contains("放弃以前写的", "接着这一份写");

        var address = draft("整条不要");
        wang.submit(address + "/discarding");
        assertThat(wang.get(address + "/saves").statusCode()).isEqualTo(404);
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
}
