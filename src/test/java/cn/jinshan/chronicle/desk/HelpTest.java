package cn.jinshan.chronicle.desk;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.DeskApplication;
import cn.jinshan.chronicle.Desks;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The instructions (使用说明): each task is found from the contents in one press. */
@DeskApplication
class HelpTest {

    private static final String TASKS = ".staff__part :is(h2, h3)";

    @Autowired
    Desks desks;

    Document help;

    @BeforeEach
    void open() {
        help = desks.editor().page("/admin/help");
    }

    @Test
    void theContentsNameEveryTaskAndLeadToIt() {
        var links = help.select("nav.help__contents a");

        assertThat(links.eachAttr("href"))
                .doesNotHaveDuplicates()
                .containsExactlyElementsOf(help.select(TASKS).stream()
                        .map(heading -> "#" + heading.id())
                        .toList());
        assertThat(links.eachText())
                .containsExactlyElementsOf(help.select(TASKS).eachText());
        assertThat(help.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    }

    @Test
    void whatOnlyAdministratorsDoStandsAtTheEnd() {
        var last = help.select(".staff__part").last();

        assertThat(last.select("h2").text()).isEqualTo("管理员");
        assertThat(last.select("h3").eachText()).contains("备份", "操作记录", "彻底删除");
        assertThat(help.select(".staff__part h2").eachText()).endsWith("管理员");
    }
}
