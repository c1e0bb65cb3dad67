package cn.jinshan.chronicle.reader;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Reader;
import cn.jinshan.chronicle.Staff;
import cn.jinshan.chronicle.WholeApplication;
import cn.jinshan.chronicle.dates.EventDate;
import cn.jinshan.chronicle.entries.Content;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The page of an entry's plain-language text alone. */
@WholeApplication
class EasyPageTest {

    @Autowired
    Reader reader;

    @Autowired
    Staff staff;

    @Test
    void itShowsTheEasyTitleAndTextAndLeadsToTheEntry() {
        var page = reader.page("/entries/11/easy");

        assertThat(page.select("h1").text()).isEqualTo("助残日有一场文艺演出");
        assertThat(page.title()).isEqualTo("5月18日 助残日有一场文艺演出，易读版 - 大事记 - 金山区残联");
        assertThat(page.select("[data-aloud-text=text] p").eachText())
                .hasSize(8)
                .startsWith("5月18日有一场文艺演出。", "这一年是第33次全国助残日。");
        assertThat(page.select("main").text()).contains("5月18日").doesNotContain("上海中侨职业技术大学", "重要会议活动");
        assertThat(page.select("main a:containsOwn(看全文)").attr("href")).isEqualTo("/entries/11");
        assertThat(page.select("link[rel=canonical]").attr("href")).isEqualTo("/entries/11/easy");
        assertThat(page.select("meta[property=og:title]").attr("content")).isEqualTo("助残日有一场文艺演出");
        assertThat(page.select("footer a.tell").attr("href")).isEqualTo("/reports/new?entry=11");
        assertThat(reader.page("/entries/11").select(".entry-page__easy a[href=/entries/11/easy]"))
                .hasSize(1);
    }

    @Test
    void withoutAnEasyTitleItHasThatOfTheEntry() {
        staff.opened(1912);
        var content = new Content("只有易读的正文", "", EventDate.of("", "1912", 1912), "正文。", "", "好懂。", null, List.of());
        long entry = staff.published(1912, "visits", content);

        assertThat(reader.page("/entries/" + entry + "/easy").select("h1").text())
                .isEqualTo("只有易读的正文");
    }

    @Test
    void whereThereIsNoneNothingIsFound() {
        staff.opened(1913);
        long none = staff.published(1913, "visits", "5月1日", "1913-05-01", "没有易读版的走访");

        assertThat(reader.get("/entries/" + none + "/easy").statusCode()).isEqualTo(404);
        assertThat(reader.get("/entries/99999/easy").statusCode()).isEqualTo(404);
    }

    @Test
    void inEnglishTheContentSaysThatItIsChinese() {
        var page = reader.page("/entries/11/easy?lang=en");

        assertThat(page.select("h1").attr("lang")).isEqualTo("zh-CN");
        assertThat(page.select(".entry-page__lines").attr("lang")).isEqualTo("zh-CN");
        assertThat(page.select("main a:containsOwn(See the full text)")).hasSize(1);
    }
}
