package cn.jinshan.chronicle.reader;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Reader;
import cn.jinshan.chronicle.Staff;
import cn.jinshan.chronicle.WholeApplication;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@WholeApplication
class EntryPageTest {

    @Autowired
    Reader reader;

    @Autowired
    Staff staff;

    @Test
    void anEntryTellsItsDateSectionSubjectsSourceAndText() {
        var page = reader.page("/entries/11");

        assertThat(page.title()).isEqualTo("5月18日 金山区第33次“全国助残日”文艺展演 - 2023年大事记 - 金山区残联");
        assertThat(page.select("h1").text()).isEqualTo("金山区第33次“全国助残日”文艺展演");
        assertThat(page.select("dl > div").eachText())
                .containsExactly(
                        "日期 5月18日 2023年，星期四",
                        "栏目 重要会议活动",
                        "单位 金山区残疾人联合会",
                        "地点 上海中侨职业技术大学",
                        "活动 第33次全国助残日 助医出行",
                        "来源 金山残联《回顾2023！金山区残疾人事业发展大事记》，2024年8月28日");
        assertThat(page.select(".entry-page__text p")).hasSize(3);
        assertThat(page.select(".entry-page__easy p")).hasSize(8);
        assertThat(page.select(".crumbs li").eachText()).containsExactly("大事记", "2023年", "5月");
        assertThat(page.select("link[rel=canonical]").attr("href")).isEqualTo("/entries/11");
        assertThat(page.select("article#entry-11").attr("data-date")).isEqualTo("2023-05-18");
    }

    @Test
    void anApproximateDateSaysSoBesideItsWords() {
        assertThat(reader.page("/entries/22").select("dl > div").first().text()).isEqualTo("日期 春节前夕 约2023年1月");
    }

    @Test
    void aDateThatTheSourceDoesNotStateIsNotInvented() {
        var page = reader.page("/entries/1");

        assertThat(page.select("dl > div").first().text()).isEqualTo("日期 原文未注明");
        assertThat(page.select("dl > div").first().select("time")).isEmpty();
        assertThat(page.select(".crumbs a").last().attr("href")).isEqualTo("/2023?month=none#entry-1");
    }

    @Test
    void followingNextFromTheFirstWalksTheWholeYearInOrder() {
        var walked = new ArrayList<Integer>();
        var page = reader.page("/entries/22");
        assertThat(page.select(".turn a")).hasSize(1);
        walked.add(22);
        while (!page.select(".turn__next").isEmpty()) {
            page = reader.page(page.select(".turn__next").attr("href"));
            walked.add(Integer.parseInt(
                    page.select("article.entry-page").attr("id").substring("entry-".length())));
        }

        assertThat(walked).isEqualTo(Reader.entries(reader.page("/2023")).toList());
    }

    @Test
    void beforeAndAfterAreNamedInFull() {
        assertThat(reader.page("/entries/11").select(".turn a").eachText())
                .containsExactly("上一条 3月 免费健康体检", "下一条 5月18日 市残联党组书记杜松全来金调研");
    }

    @ParameterizedTest
    @CsvSource({
        "4, '16', 陈雪峰、第七届全国残疾人技能大赛",
        "16, '4', 陈雪峰、第七届全国残疾人技能大赛",
        "11, '24', 助医出行",
        "24, '11', 助医出行",
        "2, '21,1,3', 李婷",
        "12, '', ''",
        "23, '', ''",
    })
    void entriesAreRelatedByPersonsPlacesAndEventsOnly(int entry, String related, String shared) {
        var page = reader.page("/entries/" + entry);
        var expected = related.isEmpty()
                ? List.of()
                : List.of(related.split(",")).stream().map(id -> "entry-" + id).toList();

        assertThat(page.select(".related article").eachAttr("id")).isEqualTo(expected);
        if (!expected.isEmpty()) {
            assertThat(page.select(".related .entry__facts").first().text()).isEqualTo("都提到：" + shared);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/entries/0", "/entries/30000", "/entries/x", "/entries/99999999999999999999", "/entries/-1"})
    void anEntryThatNeverWasIsNotFound(String address) {
        assertThat(reader.get(address).statusCode()).isEqualTo(404);
    }

    @Test
    void anEntryTakenDownAnswersThatItWasAndNoMore() {
        staff.opened(1992);
        long entry = staff.published(1992, "visits", "5月1日", "1992-05-01", "撤下的走访");
        staff.withdraw(entry);

        var answer = reader.get("/entries/" + entry);

        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-cache");
        assertThat(answer.body()).contains("这一条已经撤下").doesNotContain("撤下的走访", "测试撤下的理由");
        assertThat(Reader.entries(reader.page("/1992"))).isEmpty();
    }

    @Test
    void aStrangerCannotTellADraftOrAnUnopenedYearFromNothing() {
        staff.unopened(1993);
        long unopened = staff.published(1993, "visits", "5月1日", "1993-05-01", "未公开年份的走访");
        long withdrawn = staff.published(1993, "visits", "5月2日", "1993-05-02", "未公开年份撤下的走访");
        staff.withdraw(withdrawn);
        long draft = staff.drafted(2023, "visits", "5月1日", "2023-05-01", "草稿中的走访");
        var nothing = reader.get("/entries/30000");

        for (var address : List.of("/entries/" + unopened, "/entries/" + withdrawn, "/entries/" + draft, "/1993")) {
            var answer = reader.get(address);
            assertThat(answer.statusCode()).as(address).isEqualTo(404);
            assertThat(answer.body()).as(address).isEqualTo(nothing.body());
        }
    }

    @Test
    void thePublicKeepsThePresentEditionUntilTheNextIsPublished() {
        staff.opened(1994);
        long entry = staff.published(1994, "visits", "5月1日", "1994-05-01", "旧的题目");
        staff.drafted(entry, 1994, "visits", "5月2日", "1994-05-02", "新的题目");

        assertThat(reader.page("/entries/" + entry).select("h1").text()).isEqualTo("旧的题目");
        staff.publish(entry);

        var page = reader.page("/entries/" + entry);
        assertThat(page.select("h1").text()).isEqualTo("新的题目");
        assertThat(page.text()).contains("2024年9月3日更正：更正了个别文字");
    }

    @Test
    void everyCorrectionIsToldWithItsDayOldestFirst() {
        staff.opened(1971);
        long entry = staff.published(1971, "visits", "5月1日", "1971-05-01", "第一版");
        assertThat(reader.page("/entries/" + entry).text()).doesNotContain("更正");
        for (int day : new int[] {4, 5}) {
            staff.drafted(entry, 1971, "visits", "5月2日", "1971-05-02", "下一版");
            staff.publish(entry, Instant.parse("2024-09-0%dT02:00:00Z".formatted(day)));
        }

        var page = reader.page("/entries/" + entry);

        assertThat(page.select("h2:containsOwn(更正) ~ p").eachText())
                .containsExactly("2024年9月4日更正：更正了个别文字", "2024年9月5日更正：更正了个别文字");
    }
}
