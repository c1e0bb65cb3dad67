package cn.jinshan.chronicle.administration;

import static cn.jinshan.chronicle.desk.WritingTest.html;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Desk;
import cn.jinshan.chronicle.DeskApplication;
import cn.jinshan.chronicle.Desks;
import cn.jinshan.chronicle.Reader;
import cn.jinshan.chronicle.desk.ConflictTest;
import java.net.http.HttpResponse;
import java.time.Year;
import java.time.ZoneId;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;

@DeskApplication
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:administration")
class ChronicleAdministrationTest {

    private static final String NEW = "/admin/chronicles/new";

    @Autowired
    Reader reader;

    @Autowired
    Desks desks;

    @Autowired
    JdbcTemplate database;

    Desk administrator;

    @BeforeEach
    void signIn() {
        administrator = desks.administrator();
    }

    @Test
    void aYearIsBegunWrittenOpenedAndClosed() {
        var form = administrator.page(NEW);
        assertThat(form.getElementById("year").val()).isEqualTo("2024");
        administrator.submit(form, "title", "2024年金山区残疾人事业发展大事记", "introduction", "不可提前见到的前言");

        assertThat(titles(administrator.page("/admin/sections"))).containsExactly("高光时刻", "重要会议活动", "走访调研", "温暖瞬间");
        for (var address : List.of("", ".json", "?month=5")) {
            var unopened = reader.get("/2024" + address);
            assertThat(unopened.statusCode()).isEqualTo(404);
            assertThat(unopened.body().replace("2024", "2025"))
                    .isEqualTo(reader.get("/2025" + address).body());
        }
        assertThat(reader.get("/").body()).doesNotContain("2024年</a>", "不可提前见到");

        var editor = desks.editor();
        var entry = begin(editor, "2024", "新年第一条");
        editor.submit(entry + "/publication");
        var draft = begin(editor, "2024", "来不及的一条");
        assertThat(reader.get("/2024").statusCode()).isEqualTo(404);
        assertThat(administrator.page("/admin/chronicles").text()).contains("已发布1条", "草稿1条", "公众还看不到");

        var opening = administrator.page("/admin/chronicles/2024/opening");
        assertThat(opening.text()).contains("公众从现在起能看到这一年，和其中已发布的1条");
        assertThat(html(administrator.submit(opening)).text()).contains("公众能看到这一年了。");
        assertThat(reader.page("/2024").text()).contains("新年第一条", "不可提前见到的前言").doesNotContain("来不及");
        assertThat(reader.page("/").select(".years").text()).contains("2024年");

        var closing = administrator.page("/admin/chronicles/2024/closing");
        assertThat(closing.text()).contains("现在还有1份草稿没有发布");
        administrator.submit(closing);
        assertThat(administrator.page("/admin/chronicles").text()).contains("已定稿");

        assertThat(editor.page("/admin/entries/new?year=2024").text()).contains("2024年的大事记已经定稿");
        assertThat(html(editor.submit(draft, "title", "还是来不及"))
                        .select(".mistakes")
                        .text())
                .contains("这一年的大事记已经定稿，不再收新条目。");

        editor.submit(entry, "title", "更正后的第一条");
        assertThat(editor.page(entry + "/publication").text()).contains("还缺：更正说明。");
        assertThat(reader.page("/2024").text()).doesNotContain("更正后的第一条");
        editor.submit(entry, "correction", "更正了标题");
        editor.submit(entry + "/publication");
        assertThat(reader.page(entry.replace("/admin", "")).text()).contains("更正后的第一条", "更正了标题");

        assertThat(verbs("chronicle 2024")).containsExactly("chronicle.added", "chronicle.opened", "chronicle.closed");
    }

    @Test
    void whatWasCorrectedBeforeAYearOpenedIsNoCorrectionToReaders() {
        add("2010");
        var editor = desks.editor();
        var entry = begin(editor, "2010", "写错的标题");
        editor.submit(entry + "/publication");
        editor.submit(entry, "title", "改好的标题", "date", "1月", "correction", "开放前更正了标题");
        editor.submit(entry + "/publication");
        administrator.submit("/admin/chronicles/2010/opening");

        for (var address : List.of(entry.replace("/admin", ""), "/2010/booklet", "/2010.json")) {
            assertThat(reader.get(address).body())
                    .as(address)
                    .contains("改好的标题")
                    .doesNotContain("开放前更正了标题", "dateModified");
        }
    }

    @Test
    void theNumbersOfAYearAreThoseOfTheListTheyLinkTo() {
        add("2009");
        var editor = desks.editor();
        var published = begin(editor, "2009", "发布了的");
        editor.submit(published + "/publication");
        begin(editor, "2009", "草稿一");
        begin(editor, "2009", "草稿二");

        var links = administrator.page("/admin/chronicles").select("a[href^='/admin/entries?year=2009&']");
        assertThat(links.eachText()).containsExactly("草稿2条", "已发布1条");
        assertThat(administrator
                        .page("/admin/chronicles/2009")
                        .select("a[href^='/admin/entries?year=2009&']")
                        .eachText())
                .isEqualTo(links.eachText());
        assertThat(links)
                .allSatisfy(
                        link -> assertThat(administrator.page(link.attr("href")).select("tbody tr"))
                                .hasSize(Integer.parseInt(link.text().replaceAll("\\D", ""))));
    }

    @Test
    void aYearBegunByMistakeGoesWithItsSectionsAndNothingTypedIsLost() {
        add("2013");
        var address = "/admin/chronicles/2013";
        var editor = desks.editor();
        var begun = editor.page("/admin/entries/new?year=2013");
        var stale = administrator.page(address + "/removal");
        assertThat(stale.text()).contains("这一年还没有条目，公众也看不到。");
        administrator.submit(address, "title", "改过一次");
        assertThat(administrator.submit(stale).statusCode()).isEqualTo(409);

        assertThat(administrator.page(address).select("main a[href$=/removal]").text())
                .isEqualTo("去掉这一年");
        assertThat(html(administrator.submit(address + "/removal")).text()).contains("这一年已经去掉。");
        assertThat(administrator.get(address).statusCode()).isEqualTo(404);
        assertThat(database.queryForObject(
                        "select count(*) from section where chronicle_id not in (select id from chronicle)",
                        Integer.class))
                .isZero();
        assertThat(verbs("chronicle 2013"))
                .containsExactly("chronicle.added", "chronicle.changed", "chronicle.removed");

        editor.keep(begun, "title", "写了一半");
        var copy = begun.select("input[name=formKey]").val();
        assertThat(editor.page("/admin/entries/new?copy=" + copy)
                        .getElementById("title")
                        .val())
                .isEqualTo("写了一半");
        var refused = editor.submit(begun, "title", "写完了", "section", "visits");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(html(refused).select(".mistakes").text()).contains("同事刚刚去掉了");
        assertThat(html(refused).getElementById("title").val()).isEqualTo("写完了");
        assertThat(editor.submit(html(refused)).statusCode()).isEqualTo(200);
    }

    @Test
    void aYearThatIsOpenOrHasAnEntryStays() {
        add("2014");
        var removal = administrator.page("/admin/chronicles/2014/removal");
        var draft = begin(desks.editor(), "2014", "有了一条");
        assertThat(administrator.submit(removal).statusCode()).isEqualTo(409);
        desks.editor().submit(draft + "/discarding");
        administrator.submit("/admin/chronicles/2014/opening");

        var asked = administrator.page("/admin/chronicles/2014/removal");
        assertThat(asked.text()).contains("公众已经能看到这一年，或者里面有条目（旧版本也算），不能去掉。");
        assertThat(asked.select("main form")).isEmpty();
        assertThat(administrator.page("/admin/chronicles/2014").select("main a[href$=/removal]"))
                .isEmpty();
        assertThat(administrator
                        .post("/admin/chronicles/2014/removal", "version", "1")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void aYearIsBegunNoEarlierThanInTheYearBefore() {
        int next = Year.now(ZoneId.of("Asia/Shanghai")).getValue() + 1;

        var far = administrator.submit(NEW, "year", "" + (next + 1), "title", "太早了");
        assertThat(far.statusCode()).isEqualTo(422);
        assertThat(html(far).select("#year-mistake").text()).isEqualTo("大事记最早在前一年准备，现在最晚可以开" + next + "年的。请看看年份写对了没有。");
        add("" + next);
        assertThat(administrator.page(NEW).getElementById("year").val()).isEmpty();
        assertThat(administrator
                        .submit("/admin/chronicles/" + next + "/removal")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aYearIsUnderstoodInFullWidthAndWithItsMeasureWord() {
        add("２０15年");
        add(" 2016 年");
        assertThat(verbs("chronicle 2015")).containsExactly("chronicle.added");
        assertThat(verbs("chronicle 2016")).containsExactly("chronicle.added");
    }

    @Test
    void aYearClosesThoughItIsNotOpen() {
        add("2005");

        administrator.submit("/admin/chronicles/2005/closing");

        assertThat(administrator.page("/admin/chronicles/2005").text()).contains("公众还看不到", "已定稿");
        assertThat(reader.get("/2005").statusCode()).isEqualTo(404);
    }

    @Test
    void yearsAndDaysAreReadAsInputMethodsWriteThem() {
        administrator.submit(
                NEW,
                "year",
                "一九五三年",
                "title",
                "二〇〇七",
                "publisher",
                "上海金山",
                "sourceTitle",
                "大事记",
                "published",
                "２００８年一月３日");
        assertThat(administrator
                        .page("/admin/chronicles/1953")
                        .getElementById("published")
                        .val())
                .isEqualTo("2008年1月3日");

        var unsure = html(administrator.submit(NEW, "year", "23", "title", "二〇二三"));
        assertThat(unsure.select(".mistakes").text()).contains("“23”不是这里能用的年份，请写全四位年份");
    }

    @Test
    void everyMistakeOfAYearIsNamedAtItsFieldAndWhatWasTypedStays() {
        var answer = administrator.submit(
                NEW,
                "year",
                "1899",
                "title",
                " ",
                "introduction",
                "长".repeat(4001),
                "publisher",
                "",
                "sourceTitle",
                "长".repeat(201),
                "published",
                "2024年2月30日");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(html(answer).select(".mistakes a").eachAttr("href"))
                .containsExactlyInAnyOrder(
                        "#year", "#title", "#introduction", "#publisher", "#sourceTitle", "#published");
        assertThat(html(answer).getElementById("published").val()).isEqualTo("2024年2月30日");

        var titleLacks = administrator.submit(NEW, "year", "2006", "title", "二〇〇六", "publisher", "上海金山");
        assertThat(html(titleLacks).select(".mistakes a").eachAttr("href")).containsExactly("#sourceTitle");
    }

    @Test
    void aYearIsBegunOnceAlsoByTwoAtOnce() throws Exception {
        var taken = administrator.submit(NEW, "year", "2023", "title", "又一本2023");
        assertThat(taken.statusCode()).isEqualTo(422);
        assertThat(html(taken).select("#year-mistake").text()).isEqualTo("这一年的大事记已经有了，请换一个年份。");
        assertThat(html(taken).getElementById("title").val()).isEqualTo("又一本2023");

        var other = desks.administrator();
        for (int year = 1911; year <= 1920; year++) {
            var fields = new String[] {"year", "" + year, "title", "第" + year};
            var answers = ConflictTest.atOnce(() -> administrator.post(NEW, fields), () -> other.post(NEW, fields));
            assertThat(answers.stream().map(HttpResponse::statusCode)).containsExactlyInAnyOrder(200, 422);
        }
        assertThat(database.queryForObject(
                        "select count(*) from chronicle where chronicle_year between 1911 and 1920", Integer.class))
                .isEqualTo(10);
    }

    @Test
    void whatTheYearSaysShowsAtOnce() {
        add("2007");
        administrator.submit("/admin/chronicles/2007/opening");
        assertThat(administrator.page("/admin/chronicles/2007/opening").select("main form"))
                .isEmpty();

        administrator.submit(
                "/admin/chronicles/2007",
                "title",
                "改过的2007",
                "publisher",
                "上海金山",
                "sourceTitle",
                "二〇〇七大事记",
                "published",
                "2008-02-03");

        assertThat(reader.page("/2007").text()).contains("改过的2007", "上海金山", "《二〇〇七大事记》", "2008年2月3日");
        var form = administrator.page("/admin/chronicles/2007");
        assertThat(form.getElementById("published").val()).isEqualTo("2008年2月3日");
        administrator.submit(form, "publisher", "", "sourceTitle", "", "published", "");
        assertThat(reader.page("/2007").text()).doesNotContain("上海金山");
    }

    @Test
    void theFormOfAClosedYearSaysThatNoNoteIsKeptAndTheJournalWhatWasChanged() {
        add("2017");
        var address = "/admin/chronicles/2017";
        assertThat(administrator.page(address).text()).doesNotContain("不留更正说明");
        administrator.submit(address + "/closing");

        var form = administrator.page(address);
        assertThat(form.select("main .notice").text()).startsWith("这一年已经定稿。在这里改，公众马上看到，不留更正说明");
        administrator.submit(form, "title", "换了一个标题", "introduction", "写了前言");
        assertThat(administrator
                        .page("/admin/journal?thing=chronicle%202017&verb=chronicle.changed")
                        .select("tbody td:nth-child(5)")
                        .text())
                .isEqualTo("标题，引言");
        var section = administrator
                .page("/admin/sections?year=2017")
                .select("tbody th a")
                .attr("href");
        assertThat(administrator.page(section).select("main .notice").text()).startsWith("这一年已经定稿。");
    }

    @Test
    void whoeverIsLateSeesWhatIsSavedAndKeepsWhatTheyTyped() {
        add("2008");
        var address = "/admin/chronicles/2008";
        var seen = administrator.page(address);
        var opening = administrator.page(address + "/opening");
        var closing = administrator.page(address + "/closing");
        desks.administrator().submit(address, "title", "同事改的标题");

        var late = administrator.submit(seen, "title", "自己改的标题");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(html(late).select("[role=alert]").text()).contains("同事先保存了", "同事改的标题");
        assertThat(html(late).getElementById("title").val()).isEqualTo("自己改的标题");
        for (var old : List.of(opening, closing)) {
            var asked = administrator.submit(old);
            assertThat(asked.statusCode()).isEqualTo(409);
            assertThat(html(asked).select("[role=alert]").text()).contains("您打开这一页以后，同事有了改动。");
        }
        assertThat(administrator.page("/admin/chronicles/2008").text()).contains("公众还看不到，还在写");

        administrator.submit(html(late));
        assertThat(administrator.page(address).getElementById("title").val()).isEqualTo("自己改的标题");
    }

    @Test
    void onlyAdministratorsKeepYearsAndUnknownOnesAreNotFound() {
        for (var desk : List.of(desks.editor(), desks.reviewer())) {
            assertThat(desk.get("/admin/chronicles").statusCode()).isEqualTo(403);
            assertThat(desk.post("/admin/chronicles/2023/closing", "version", "0")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(desk.page("/admin/entries").select("nav").text()).doesNotContain("大事记", "栏目");
        }
        assertThat(administrator.get("/admin/chronicles/1991").statusCode()).isEqualTo(404);
        assertThat(administrator.get("/admin/chronicles/1991/opening").statusCode())
                .isEqualTo(404);
        assertThat(administrator.post("/admin/chronicles/1991/closing").statusCode())
                .isEqualTo(404);
    }

    private void add(String year) {
        assertThat(administrator
                        .submit(NEW, "year", year, "title", year + "年大事记")
                        .statusCode())
                .isEqualTo(200);
    }

    private static String begin(Desk editor, String year, String title) {
        return editor.submit(
                        "/admin/entries/new?year=" + year,
                        "title",
                        title,
                        "date",
                        "1月2日",
                        "body",
                        "正文。",
                        "section",
                        "visits")
                .uri()
                .getPath();
    }

    private static List<String> titles(Document sections) {
        return sections.select("tbody th").eachText();
    }

    private List<String> verbs(String thing) {
        return database.queryForList("select verb from journal where thing = ? order by id", String.class, thing);
    }
}
