package cn.jinshan.chronicle.desk;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Desk;
import cn.jinshan.chronicle.DeskApplication;
import cn.jinshan.chronicle.Desks;
import cn.jinshan.chronicle.Reader;
import cn.jinshan.chronicle.Staff;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@DeskApplication
public class WritingTest {

    @Autowired
    Reader reader;

    @Autowired
    Desks desks;

    @Autowired
    Staff staff;

    @Autowired
    JdbcTemplate database;

    Desk editor;
    Desk reviewer;

    @BeforeEach
    void signIn() {
        editor = desks.editor();
        reviewer = desks.reviewer();
    }

    @Test
    void aNewEntryIsADraftUntilItIsPublishedAndThenStandsInItsMonthAndSection() {
        var address = begin("date", "3月", "title", "测试体检", "body", "区残联组织体检。\n\n第二段。", "section", "services");

        assertThat(reader.page("/2023").text()).doesNotContain("测试体检");
        assertThat(reader.get(address.replace("/admin", "")).statusCode()).isEqualTo(404);

        var published = html(editor.submit(address + "/publication"));
        assertThat(published.text()).contains("已经发布，所有人都能看到了。");
        assertThat(published.select(".notice + .notice__more a").attr("href")).isEqualTo(address.replace("/admin", ""));
        assertThat(published.select(".share__address, .share__copy, script[src*=share]"))
                .as("nobody knows the public address")
                .isEmpty();
        assertThat(reader.page("/2023?month=3&section=services").text()).contains("测试体检");
        assertThat(reader.page(address.replace("/admin", "")).select(".entry-page__text p"))
                .hasSize(2);
    }

    @Test
    void whoPublishesInAYearThatIsNotOpenIsGivenNoPublicPage() {
        staff.unopened(1935);
        long entry = staff.drafted(1935, "visits", "5月", "1935-05", "还没公开的一年");

        var published = html(editor.submit("/admin/entries/" + entry + "/publication"));
        assertThat(published.select(".notice").text()).startsWith("已经发布。等这一年公开了");
        assertThat(published.select(".notice__more")).isEmpty();
    }

    @Test
    void whatIsUnderstoodOfADateIsShownBeforeSaving() {
        var looked =
                html(editor.submit("/admin/entries/new?year=2023", "date", "5月18日", "title", "还没保存", "then", "look"));

        assertThat(looked.getElementById("date-understood").text()).isEqualTo("5月18日 → 2023年5月18日，精确到日");
        assertThat(looked.getElementById("title").val()).isEqualTo("还没保存");
        assertThat(editor.page("/admin/entries?year=2023&q=还没保存").text()).contains("没有这样的条目");
        assertThat(editor.get("/admin/entries/date?year=2023&date=2%E6%9C%8830%E6%97%A5")
                        .body())
                .contains("2月没有30日，请检查。", "\"well\":false");
    }

    @Test
    void aDateThatIsNotUnderstoodIsKeptAsTypedAndOnlyPublishingRefusesIt() {
        var address = begin("date", "下下周", "title", "日子不清楚", "body", "正文。", "section", "visits");

        var page = editor.page(address);
        assertThat(page.getElementById("date").val()).isEqualTo("下下周");
        assertThat(page.getElementById("date-understood").text()).startsWith("“下下周”要看是哪一天写的");
        assertThat(editor.page(address + "/publication").text()).contains("还缺：看得懂的日期。");
        assertThat(editor.page(address + "/publication").select("main form")).isEmpty();
        var refused = editor.post(address + "/publication", "version", version(page));
        assertThat(refused.statusCode()).isEqualTo(409);

        editor.submit(address, "dateYear", "2023", "dateMonth", "5");
        editor.submit(address + "/publication");
        var entry = reader.page(address.replace("/admin", ""));
        assertThat(entry.text()).contains("下下周");
        assertThat(entry.selectFirst("article").attr("data-date")).isEqualTo("2023-05");
        assertThat(editor.page(address).getElementById("dateMonth").val()).isEqualTo("5");
    }

    @Test
    void anEasyTitleIsKeptCheckedComparedPrintedAndRead() {
        var address = begin(
                "title", "有易读标题的走访", "body", "正文。", "section", "visits", "easyTitle", " 去看了大家\n ", "easyRead", "大家都好。");
        assertThat(editor.page(address).getElementById("easyTitle").val()).isEqualTo("去看了大家");
        assertThat(editor.page(address + "/approval-sheet").text()).contains("易读题目 去看了大家");
        assertThat(editor.page(address + "/preview")
                        .select(".entry-page__easy h3")
                        .text())
                .isEqualTo("去看了大家");
        assertThat(editor.page(address + "/preview").select("a[href$=/easy]")).isEmpty();
        var refused = editor.submit(address, "easyTitle", "长".repeat(201));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(html(refused).getElementById("easyTitle-mistake").text()).contains("200个字");
        editor.submit(address, "easyTitle", "去看了大家（很多人）");
        assertThat(editor.page(address).getElementById("easyTitle-hints").text())
                .contains("括号");

        editor.submit(address + "/publication");

        var page = address.replace("/admin", "");
        assertThat(reader.page(page).select("h1").text()).isEqualTo("有易读标题的走访");
        assertThat(reader.page(page, "Cookie", "reading=easy").select("h1").text())
                .isEqualTo("去看了大家（很多人）");
    }

    @Test
    void boldBesideChinesePunctuationIsTheSameEverywhere() {
        var address = begin(
                "title", "加重的字", "body", "**“助医出行”**启动。**通知：**各街镇", "easyRead", "**“出行”**开始。", "section", "visits");
        editor.submit(address + "/publication");
        var publicAddress = address.replace("/admin", "");

        var page = reader.page(publicAddress);
        assertThat(page.select("article strong").eachText()).contains("“助医出行”", "通知：");
        assertThat(page.select("meta[name=description]").attr("content")).startsWith("“助医出行”启动。通知：各街镇");
        for (var where :
                List.of(publicAddress, publicAddress + "?easyRead=true", "/2023/booklet", "/search?q=助医出行", "/2023")) {
            assertThat(reader.page(where).text()).as(where).doesNotContain("**");
        }
        assertThat(reader.page("/search?q=助医出行").text()).contains("“助医出行”启动");
        assertThat(reader.get("/2023.json").body()).contains("助医出行");
        assertThat(editor.page(address + "/preview").select("strong").eachText())
                .contains("“助医出行”");
    }

    @Test
    void aMarkThatStaysAMarkIsPointedOutWhileWritingAndBeforePublishing() {
        var address = begin("title", "星号", "body", "** 通知：**各街镇", "section", "visits");

        assertThat(editor.page(address).getElementById("body-hints").text()).contains("“** 通知：**”里的符号会照原样显示");
        assertThat(editor.page(address + "/publication").text()).contains("请留意", "“** 通知：**”里的符号会照原样显示");
        assertThat(editor.page(address + "/publication").select("main form button.button--main"))
                .hasSize(1);
    }

    @Test
    void twoDatesBesideTheWordingAreASpanAndAboutIsNotExact() {
        var address = begin("date", "五月中到六月底那阵子", "title", "一段时间", "body", "正文。", "section", "visits");
        editor.submit(address, "dateMonth", "5", "dateDay", "12", "dateToMonth", "6", "dateToDay", "30");

        var page = editor.page(address);
        assertThat(page.getElementById("dateToMonth").val()).isEqualTo("6");
        assertThat(page.getElementById("dateToDay").val()).isEqualTo("30");
        assertThat(page.getElementById("date-hints").hasAttr("hidden")).isTrue();
        editor.submit(address + "/publication");
        assertThat(reader.page(address.replace("/admin", ""))
                        .selectFirst("article")
                        .attr("data-date"))
                .isEqualTo("2023-05-12/2023-06-30");

        editor.submit(
                address, "dateDay", "", "dateToMonth", "", "dateToDay", "", "dateAbout", "true", "correction", "改了日期。");
        editor.submit(address + "/publication");
        assertThat(reader.page(address.replace("/admin", ""))
                        .selectFirst("article")
                        .attr("data-date"))
                .isEqualTo("2023-05~");
    }

    @Test
    void aDateMoreExactThanItsWordingIsPointedOutWhileWritingAndBeforePublishing() {
        var address = begin(
                "date",
                "5月12日起至6月底前后",
                "title",
                "不确切",
                "body",
                "正文。",
                "section",
                "visits",
                "dateMonth",
                "5",
                "dateDay",
                "12");
        var said = "“5月12日起至6月底前后”的意思是约2023年5月12日至2023年6月，分别填写的却是2023年5月12日";

        assertThat(editor.page(address).getElementById("date-hints").text()).contains(said);
        assertThat(editor.page(address + "/publication").text()).contains(said);
    }

    @Test
    void aSpanThatGoesBackwardsIsRefusedWithAllThatWasTyped() {
        var page = html(editor.submit(
                "/admin/entries/new?year=2023",
                "title",
                "倒着",
                "section",
                "visits",
                "dateMonth",
                "5",
                "dateToMonth",
                "4",
                "dateAbout",
                "true"));

        assertThat(page.select(".mistakes a").eachAttr("href")).contains("#dateYear");
        assertThat(page.getElementById("dateToMonth").val()).isEqualTo("4");
        assertThat(page.select("[name=dateAbout]").hasAttr("checked")).isTrue();
    }

    @Test
    void aFormKeptBeforeThereWasASecondDateStillOpens() {
        var form = EntryForm.of(Map.of("year", new String[] {"2023"}, "dateMonth", new String[] {"5"}));

        assertThat(form.typedDate().boxes().edtf(2023)).isEqualTo("2023-05");
        assertThat(EntryForm.of(form.fields()).text("date")).isEqualTo(form.text("date"));
    }

    @Test
    void aWordingThatOnlyTheSourceUnderstoodKeepsItsMeaningWhenOtherWordsChange() {
        editor.submit("/admin/entries/22", "body", "换了正文。");
        editor.submit("/admin/entries/22/publication");

        assertThat(reader.page("/entries/22").selectFirst("article").attr("data-date"))
                .isEqualTo("2023-01~");
        assertThat(reader.page("/entries/22").text()).contains("换了正文。");
    }

    @Test
    void everyMistakeIsNamedAtItsFieldInOneRoundAndNothingTypedIsLost() {
        var answer = editor.submit(
                "/admin/entries/new?year=2023",
                "date",
                "5月18日",
                "title",
                "长".repeat(201),
                "position",
                "第三",
                "section",
                "",
                "body",
                "看[这里](javascript:alert(1))。");
        var page = html(answer);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(page.select(".mistakes a").eachAttr("href"))
                .containsExactlyInAnyOrder("#title", "#position", "#section", "#body");
        assertThat(page.select(".mistakes").text())
                .contains("还没有保存。请改正4处", "标题太长了", "请选择栏目。", "这个链接不能用：javascript:alert(1)。");
        assertThat(page.getElementById("title").val()).hasSize(201);
        assertThat(page.getElementById("title").attr("aria-describedby")).contains("title-mistake");
        assertThat(page.getElementById("body").wholeText()).contains("javascript:alert(1)");
        assertThat(page.title()).startsWith("有要改正的地方");
    }

    @Test
    void thePublicKeepsTheOldTextUntilTheCorrectionIsPublished() {
        var before = reader.page("/entries/12").select(".entry-page__text").text();
        editor.submit("/admin/entries/12", "body", "更正后的正文。", "correction", "更正了个别文字");

        assertThat(reader.page("/entries/12").select(".entry-page__text").text())
                .isEqualTo(before);
        assertThat(editor.page("/admin/entries/12/preview").text()).contains("更正后的正文。", "预览：这一版公众还看不到。");

        editor.submit("/admin/entries/12/publication");
        assertThat(reader.page("/entries/12").text()).contains("更正后的正文。", "更正了个别文字");
        assertThat(editor.page("/admin/entries/12/editions/1").text()).contains(before, "这一版公众看不到了。");
    }

    @Test
    void aDiscardedDraftLeavesWhatIsPublished() {
        editor.submit("/admin/entries/13", "title", "改坏了");
        assertThat(editor.page("/admin/entries/13").text()).contains("第2版");
        var discarded = html(editor.submit("/admin/entries/13/discarding"));

        assertThat(discarded.text()).doesNotContain("改坏了").contains("草稿已经放弃。");
        assertThat(reader.get("/entries/13").statusCode()).isEqualTo(200);
    }

    @Test
    void aDiscardedNewEntryIsGoneForGood() {
        var address = begin("title", "不要了", "section", "visits");
        var answer = editor.submit(address + "/discarding");

        assertThat(html(answer).text()).contains("草稿已经放弃。");
        assertThat(editor.get(address).statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsTakenDownIsGoneAtOnceAndComesBackByANewDraft() {
        assertThat(editor.get("/admin/entries/15/withdrawal").statusCode()).isEqualTo(403);
        assertThat(editor.post("/admin/entries/15/withdrawal", "version", "0", "reason", "试试")
                        .statusCode())
                .isEqualTo(403);
        assertThat(editor.page("/admin/entries/15").text()).doesNotContain("撤下…");

        var withoutReason = reviewer.submit("/admin/entries/15/withdrawal", "farewell", "照片要换。");
        assertThat(withoutReason.statusCode()).isEqualTo(422);
        assertThat(html(withoutReason).getElementById("farewell").text()).isEqualTo("照片要换。");
        reviewer.submit(html(withoutReason), "reason", "照片未经同意");

        var gone = reader.get("/entries/15");
        assertThat(gone.statusCode()).isEqualTo(410);
        assertThat(gone.body()).contains("这一条已经撤下", "照片要换。").doesNotContain("照片未经同意", "养志");
        assertThat(reader.get("/2023.json").body()).doesNotContain("养志康复医院来金");
        for (var page : List.of("/admin/entries/15", "/admin/entries/15/editions/1")) {
            assertThat(editor.page(page).select(".notice").text())
                    .as(page)
                    .contains("撤下了第1版", "撤下的原因：照片未经同意", "公众打开原来的网址，看到：照片要换。");
        }

        editor.submit("/admin/entries/15/draft-from/1");
        assertThat(editor.page("/admin/entries/15").select(".notice").text()).contains("撤下的原因：照片未经同意");
        assertThat(reader.get("/entries/15").statusCode()).isEqualTo(410);
        editor.submit("/admin/entries/15/publication");
        assertThat(reader.get("/entries/15").statusCode()).isEqualTo(200);
        assertThat(editor.page("/admin/entries/15").text()).doesNotContain("撤下的原因");
        assertThat(editor.page("/admin/entries/15/editions/1").select(".notice").text())
                .contains("撤下的原因：照片未经同意")
                .doesNotContain("公众打开原来的网址");
    }

    @Test
    void personalInformationIsPublishedOnlyForAReasonThatTheJournalKeeps() {
        var address = begin("date", "3月", "title", "电话在文中", "body", "联系电话13812345678。", "section", "services");
        assertThat(editor.page(address).text()).contains("文中好像有个人信息：电话号码");

        assertThat(editor.page(address + "/submission").text()).contains("文中好像有个人信息：电话号码", "发布时要写明理由");

        var refused = editor.submit(address + "/publication");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(html(refused).select(".mistakes").text()).contains("请写明为什么可以公开这些个人信息。");
        assertThat(reader.get(address.replace("/admin", "")).statusCode()).isEqualTo(404);

        editor.submit(html(refused), "reason", "服务热线，已经公开");
        assertThat(reader.get(address.replace("/admin", "")).statusCode()).isEqualTo(200);
    }

    @Test
    void subjectsAreFoundAgainByTheirNameAndReadInPinyin() {
        var address = begin(
                "title",
                "有人物",
                "section",
                "visits",
                "subjects[0].kind",
                "PERSON",
                "subjects[0].name",
                "单雄信",
                "subjects[1].kind",
                "PLACE",
                "subjects[1].name",
                "新堰镇",
                "subjects[1].reading",
                "Xīnyàn");

        var page = editor.page(address);
        assertThat(page.select("[name='subjects[0].reading']").val()).startsWithIgnoringCase("shàn");
        assertThat(page.select("[name='subjects[1].reading']").val()).isEqualTo("Xīnyàn");
        assertThat(page.select("#subject-names option").eachAttr("value")).contains("李婷", "单雄信");
    }

    @Test
    void aDraftLeavesTheReadingOfAKnownNameAsItIs() {
        begin("title", "先写到", "section", "visits", "subjects[0].name", "仇读音", "subjects[0].reading", "Qiú Dúyīn");
        for (var reading : List.of("Chóu Dúyīn", "")) {
            var again = begin(
                    "title", "又写到", "section", "visits", "subjects[0].name", "仇读音", "subjects[0].reading", reading);
            assertThat(editor.page(again).select("[name='subjects[0].reading']").val())
                    .isEqualTo("Qiú Dúyīn");
        }
        assertThat(editor.page("/admin/entries/new?year=2023")
                        .getElementById("subjects-hint")
                        .text())
                .contains("别的条目写过的名称，保存后才能改读音");
    }

    @Test
    void aReadingThatTheFormShowedIsCorrectedByASave() {
        var address = begin("title", "改读音", "section", "visits", "subjects[0].name", "仇改音", "subjects[1].name", "覃改音");

        for (var reading : List.of("Chóu Gǎiyīn", "qiú gǎi yīn", "Qiú Gǎiyīn")) {
            editor.submit(address, "subjects[0].reading", reading);
            assertThat(reading(address, 0)).isEqualTo(reading);
            assertThat(reading(address, 1)).isEqualTo("qín gǎi yīn");
        }
        editor.submit(address, "subjects[0].reading", "");
        assertThat(reading(address, 0)).isEqualTo("qiú gǎi yīn");
    }

    @Test
    void aReadingIsCorrectedAlsoByAFormThatDoesNotSayWhatItShowed() {
        var address = begin("title", "改读音的手写表单", "section", "visits", "subjects[0].name", "仇手写");
        var fields = Desk.fields(editor.page(address).selectFirst("main form"));
        fields.remove("subjects[0].shown");
        fields.put("subjects[0].reading", List.of("Chóu Shǒuxiě"));

        editor.post(URI.create(reader.address(address)), fields);

        assertThat(reading(address, 0)).isEqualTo("Chóu Shǒuxiě");
    }

    private String reading(String address, int row) {
        return editor.page(address)
                .select("[name='subjects[" + row + "].reading']")
                .val();
    }

    @Test
    void numbersAreReadAsInputMethodsWriteThem() {
        var address = begin(
                "title",
                "全角数字",
                "section",
                "visits",
                "position",
                "３条",
                "dateYear",
                "２０２３年",
                "dateMonth",
                "五月",
                "dateDay",
                "廿三日");

        var page = editor.page(address);
        assertThat(page.getElementById("position").val()).isEqualTo("3");
        assertThat(page.getElementById("date-understood").text()).contains("2023年5月23日");
    }

    @Test
    void whatIsNoNumberIsNamedAtItsFieldWithWhatIsExpected() {
        var answer = editor.submit(
                "/admin/entries/new?year=2023",
                "title",
                "不是数字",
                "section",
                "visits",
                "position",
                "前面",
                "dateYear",
                "23",
                "dateMonth",
                "十三月",
                "dateDay",
                "月底");

        var page = html(answer);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(page.select("#mistakes, .mistakes").text())
                .contains("“23”不是四位的年份，请写全，如：2023。", "“13”不是月份，请填1到12", "“月底”不是日子，请填1到31", "“前面”不是这里能用的数字");
        assertThat(page.select(".mistakes a, #mistakes a").eachAttr("href"))
                .contains("#dateYear", "#dateMonth", "#dateDay", "#position");
        assertThat(page.getElementById("dateDay").val()).isEqualTo("月底");
    }

    @Test
    void aSecondPressOfTheSameFormMakesNothingMore() {
        var page = editor.page("/admin/entries/new?year=2023");
        var first = editor.submit(page, "title", "只有一条", "section", "visits");
        var second = editor.submit(page, "title", "只有一条", "section", "visits");

        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.uri()).isEqualTo(first.uri());
        assertThat(editor.page("/admin/entries?year=2023&q=只有一条").select("tbody tr"))
                .hasSize(1);

        var third = editor.submit(page, "title", "只有一条，又写了几个字", "section", "visits");
        assertThat(third.statusCode()).isEqualTo(409);
        assertThat(third.body()).contains("又写了几个字");
        assertThat(editor.page("/admin/entries?year=2023&q=只有一条").select("tbody tr"))
                .hasSize(1);
    }

    @Test
    void whatNamesNoPlaceStandsLastInItsSection() {
        int last = Integer.parseInt(editor.page(begin("title", "先写的", "section", "meetings"))
                .getElementById("position")
                .val());

        assertThat(last).isGreaterThan(4);
        assertThat(editor.page(begin("title", "后写的", "section", "meetings"))
                        .getElementById("position")
                        .val())
                .isEqualTo(String.valueOf(last + 1));
    }

    @Test
    void aDraftWhoseChronicleWasClosedMeanwhileIsRefusedInWordsAndKept() {
        staff.opened(1988);
        var address = begin("year", "1988", "title", "来不及的", "section", "visits");
        staff.close(1988);

        var refused = editor.submit(address, "title", "来不及的，改了");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(html(refused).select(".mistakes").text()).contains("这一年的大事记已经定稿，不再收新条目。");
        assertThat(html(refused).getElementById("title").val()).isEqualTo("来不及的，改了");
    }

    @Test
    void aNewEntryWhoseYearWasClosedMeanwhileKeepsEveryWordAndGoesIntoAnother() {
        staff.opened(1987);
        var page = editor.page("/admin/entries/new?year=1987");
        var typed = new String[] {"title", "来不及的新条目", "date", "5月18日", "section", "visits", "body", "写好的正文。"};
        var copy = "/admin/entries/new?copy=" + page.select("[name=formKey]").val();
        editor.keep(page, typed);
        staff.close(1987);

        var refused = editor.submit(page, typed);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(html(refused).select(".mistakes").text()).contains("这一年的大事记已经定稿，不再收新条目。");
        assertThat(Desk.fields(html(refused).selectFirst("main form")))
                .containsEntry("title", List.of("来不及的新条目"))
                .containsEntry("date", List.of("5月18日"))
                .containsEntry("section", List.of("visits"))
                .containsEntry("body", List.of("写好的正文。"));

        var opened = editor.page(copy);
        assertThat(opened.text()).contains("这一年的大事记已经定稿，不再收新条目。");
        assertThat(opened.getElementById("body").wholeText()).contains("写好的正文。");
        assertThat(opened.select("#year option").eachText()).contains("1987年", "2023年");
        assertThat(opened.select("#year option[selected]").val()).isEqualTo("1987");

        var saved = editor.submit(opened, "year", "2023");
        assertThat(saved.statusCode()).isEqualTo(200);
        assertThat(chosen(editor.page(saved.uri().getPath()), "year")).isEqualTo("2023");
        assertThat(editor.get(copy).statusCode()).isEqualTo(404);
    }

    @Test
    void whatWasBegunAndNeverSavedIsThrownAwayAfterAQuestion() {
        editor.keep(editor.page("/admin/entries/new?year=2023"), "title", "不写了");

        var link = editor.page("/admin")
                .selectFirst("a[href*=discarding]:contains(不写了)")
                .attr("href");
        var question = editor.page(link);
        assertThat(question.text()).contains("不要没写完的新条目", "不写了");
        var copy = question.selectFirst("main a.button").attr("href");
        assertThat(editor.page(copy).select("a[href='" + link + "']").eachText())
                .containsExactly("不要这些…");
        assertThat(reviewer.get(link).statusCode()).isEqualTo(404);

        assertThat(html(editor.submit(question)).text())
                .contains("没写完的新条目已经去掉。")
                .doesNotContain("不写了");
        assertThat(editor.get(copy).statusCode()).isEqualTo(404);
    }

    @Test
    void whatNoFormOfOursSendsIsRefusedOrUnderstood() {
        var key = UUID.randomUUID().toString();
        for (var path :
                List.of("/admin/entries/new", "/admin/entries/new/working-copy", "/admin/entries/14/working-copy")) {
            assertThat(editor.post(path, "formKey", key, "year", "2023", "subjects[256].name", "第257个")
                            .statusCode())
                    .as(path)
                    .isEqualTo(400);
        }
        for (var copy : List.of("%00", "x".repeat(37))) {
            assertThat(editor.get("/admin/entries/new?copy=" + copy).statusCode())
                    .isEqualTo(400);
            assertThat(editor.get("/admin/entries/new/working-copy/discarding?copy=" + copy)
                            .statusCode())
                    .isEqualTo(400);
        }
        assertThat(editor.post("/admin/entries/new/working-copy", "title", "没有编号")
                        .statusCode())
                .isEqualTo(400);
        for (var strange : List.of("\0", "x".repeat(37))) {
            var saved = editor.submit(
                    "/admin/entries/new?year=2023",
                    "formKey",
                    strange,
                    "section",
                    "services",
                    "date",
                    "5月",
                    "title",
                    "自己的编号");
            assertThat(saved.statusCode()).isEqualTo(200);
            assertThat(saved.uri().getPath()).matches("/admin/entries/\\d+");
        }
    }

    @Test
    void whatIsKeptWhileTypingIsOnlyWhatWasTyped() {
        var page = editor.page("/admin/entries/new?year=2023");
        editor.keep(page, "title", "只留写的");

        assertThat(database.queryForObject(
                        "select fields from working_copy where form_key = ?",
                        String.class,
                        page.select("[name=formKey]").val()))
                .contains("只留写的")
                .doesNotContain("_csrf");
    }

    @Test
    void aDateThatIsAskedAboutWithoutAYearIsRefusedInWords() {
        assertThat(editor.get("/admin/entries/date").statusCode()).isEqualTo(200);
        assertThat(editor.get("/admin/entries/date?year=abc&date=5").statusCode())
                .isEqualTo(400);
    }

    @Test
    void savingWhatIsSavedOpensNoEdition() {
        editor.submit("/admin/entries/18");

        assertThat(editor.page("/admin/entries/18").select(".history li")).hasSize(1);
    }

    @Test
    void postedStatesNumbersAndRolesChangeNothing() {
        var address = begin("date", "5月", "title", "原来的", "section", "visits");
        editor.submit(address, "title", "夹带", "state", "PUBLISHED", "id", "20", "live", "true", "number", "9");

        assertThat(editor.page(address).getElementById("title").val()).isEqualTo("夹带");
        assertThat(editor.page(address).select(".history li").eachText())
                .singleElement()
                .asString()
                .contains("第1版", "草稿");
        assertThat(reader.get(address.replace("/admin", "")).statusCode()).isEqualTo(404);
        assertThat(editor.page("/admin/entries/20").text()).doesNotContain("夹带");
    }

    @Test
    void theListFoldsAllFiltersButYearStateAndWordsAndOpensThemWithWhatIsChosen() {
        var list = editor.page("/admin/entries?year=2023&q=走访&stage=PUBLISHED");
        assertThat(list.select("form.search > .field [name]").eachAttr("name")).containsExactly("q", "year", "stage");
        assertThat(list.select("details [name]").eachAttr("name"))
                .containsExactly("section", "month", "without", "order", "mine");
        assertThat(list.select("details[open]")).isEmpty();
        assertThat(list.select("summary").text()).isEqualTo("更多筛选");

        var chosen =
                editor.page("/admin/entries?year=2023&section=visits&month=7&without=EASY_READ&order=TITLE&mine=true");
        assertThat(chosen.select("details[open] summary").text()).isEqualTo("更多筛选，走访调研，7月，没有易读版，按标题，只看我写的");
        assertThat(editor.page("/admin/entries?year=2023&month=none")
                        .select("details[open] summary")
                        .text())
                .isEqualTo("更多筛选，未注明月份");
        assertThat(reviewer.page("/admin/entries?forMe=true")
                        .select("details[open] summary")
                        .text())
                .isEqualTo("更多筛选，只看等我审核的");
    }

    @Test
    void theListIsFilteredSortedPagedAndCounted() {
        assertThat(editor.page("/admin/entries?year=2023&section=visits&month=7&q=残疾人")
                        .select("tbody tr"))
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(row -> {
                    assertThat(row.select(".table__date").text()).startsWith("7月");
                    assertThat(row.select(".table__section").text()).isEqualTo("走访调研");
                });
        assertThat(editor.page("/admin/entries?year=2023&month=none&stage=PUBLISHED")
                        .select(".table__date"))
                .isNotEmpty()
                .allSatisfy(date -> assertThat(date.text()).doesNotContainPattern("\\d月"));
        staff.withdraw(staff.published(2023, "visits", "5月", "2023-05", "撤下来的"));
        assertThat(editor.page("/admin/entries?year=2023&stage=WITHDRAWN").select("tbody td:nth-child(5)"))
                .isNotEmpty()
                .allSatisfy(state -> assertThat(state.text()).startsWith("已撤下"));
        assertThat(editor.page("/admin/entries?year=2023")
                        .select("[role=status]")
                        .text())
                .containsPattern("共\\d+条：");
        for (int i = 0; i < 25; i++) {
            staff.drafted(2023, "visits", "5月", "2023-05", "第二页");
        }
        assertThat(editor.page("/admin/entries?year=2023&page=2").select("tbody tr"))
                .isNotEmpty();
        assertThat(editor.page("/admin/entries?year=2023&q=第%25页").select("tbody tr"))
                .isEmpty();
        assertThat(editor.page("/admin/entries?year=2023&order=TITLE")
                        .select("th[aria-sort]")
                        .text())
                .isEqualTo("标题");
        for (var wrong : new String[] {"page=0", "page=99", "page=85899346", "year=1901", "month=13"}) {
            assertThat(editor.get("/admin/entries?" + wrong).statusCode())
                    .as(wrong)
                    .isEqualTo(404);
        }
        begin("title", "我自己写的", "section", "visits");
        assertThat(editor.page("/admin/entries?year=2023&mine=true&order=CHANGED")
                        .select("tbody th")
                        .first()
                        .text())
                .isEqualTo("我自己写的");
        assertThat(reviewer.page("/admin/entries?year=2023&mine=true").text()).doesNotContain("我自己写的");
    }

    @Test
    void theNextEntryBeginsInTheSameYearAndSectionWithTheDate() {
        staff.opened(1946);
        var clerk = clerk();
        var next = html(clerk.submit(
                "/admin/entries/new?year=1946", "title", "第一百条", "section", "visits", "body", "正文。", "then", "next"));

        assertThat(next.select("h1").text()).isEqualTo("写新条目");
        assertThat(next.getElementById("after").text()).isEqualTo("已经保存为草稿：第一百条。");
        assertThat(chosen(next, "year")).isEqualTo("1946");
        assertThat(next.select("[name=section][checked]").val()).isEqualTo("visits");
        assertThat(next.getElementById("title").val()).isEmpty();
        assertThat(next.getElementById("date").hasAttr("autofocus")).isTrue();
        assertThat(next.getElementById("date").attr("aria-describedby")).endsWith(" after");
        var saved = next.selectFirst("#after a").attr("href");
        assertThat(clerk.page(saved).getElementById("title").val()).isEqualTo("第一百条");

        var refused = clerk.submit("/admin/entries/new?year=2023", "title", "没有栏目的", "section", "", "then", "next");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(html(refused).getElementById("title").val()).isEqualTo("没有栏目的");
    }

    @Test
    void anEntryIsCopiedIntoANewOneWithoutItsPlaceAndItsCorrection() {
        var address = begin(
                "date",
                "5月",
                "title",
                "每月一次的走访",
                "body",
                "正文。",
                "section",
                "visits",
                "position",
                "3",
                "easyRead",
                "去看望。",
                "subjects[0].name",
                "常来人");
        var copy = editor.page(
                editor.page(address).selectFirst("a:contains(照这一条写新的)").attr("href"));

        assertThat(copy.getElementById("title").val()).isEqualTo("每月一次的走访");
        assertThat(copy.getElementById("date").val()).isEqualTo("5月");
        assertThat(copy.getElementById("easyRead").wholeText().strip()).isEqualTo("去看望。");
        assertThat(copy.select("[name='subjects[0].name']").val()).isEqualTo("常来人");
        assertThat(copy.getElementById("position").val()).isEmpty();
        var saved = editor.submit(copy, "date", "6月");
        assertThat(saved.uri().getPath()).isNotEqualTo(address).matches("/admin/entries/\\d+");
        assertThat(editor.page(address).getElementById("date").val()).isEqualTo("5月");
    }

    @Test
    void theYearOfADraftIsAnOrdinaryChoice() {
        staff.opened(1945);
        var clerk = clerk();
        var address = clerk.submit(
                        "/admin/entries/new?year=2023",
                        "date",
                        "5月18日",
                        "title",
                        "换一年",
                        "body",
                        "正文。",
                        "section",
                        "visits")
                .uri()
                .getPath();

        var moved = html(clerk.submit(address, "year", "1945"));
        assertThat(chosen(moved, "year")).isEqualTo("1945");
        assertThat(moved.getElementById("date-understood").text()).contains("1945年5月18日");
        assertThat(clerk.page("/admin/entries?year=1945").text()).contains("换一年");
        assertThat(clerk.page("/admin/entries?year=2023&q=换一年").text()).contains("没有这样的条目");
        assertThat(chosen(clerk.page("/admin/entries/new"), "year"))
                .as("that of the last entry")
                .isEqualTo("1945");
        clerk.submit(address + "/publication");
        assertThat(reader.page("/1945").text()).contains("换一年");
    }

    @Test
    void aYearThatHasNoSuchSectionKeepsEveryWordAndAsksForOne() {
        staff.opened(1944);
        var address = begin("title", "栏目只有这一年有", "section", "visits");
        var refused = editor.submit(address, "year", "1944", "section", "nowhere", "title", "改了几个字");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(html(refused).select(".mistakes").text()).contains("请选择栏目");
        assertThat(html(refused).getElementById("title").val()).isEqualTo("改了几个字");
        assertThat(chosen(html(refused), "year")).isEqualTo("1944");
    }

    @Test
    void whoMovedADraftToAnotherYearIsMergedWithWhoWroteInIt() {
        staff.opened(1943);
        var clerk = clerk();
        var address = clerk.submit(
                        "/admin/entries/new?year=2023",
                        "date",
                        "5月",
                        "title",
                        "两个人",
                        "body",
                        "正文。",
                        "section",
                        "visits")
                .uri()
                .getPath();
        var mine = clerk.page(address);
        reviewer.submit(address, "year", "1943");

        var merged = html(clerk.submit(mine, "body", "正文，又写了。"));

        assertThat(merged.text()).contains("这些地方用了同事改的：年份");
        assertThat(chosen(merged, "year")).isEqualTo("1943");
        assertThat(merged.getElementById("body").wholeText()).contains("又写了");
    }

    @Test
    void anAddressOfAClosedYearExplainsItselfAndShowsAForm() {
        staff.opened(1942);
        staff.close(1942);
        var page = editor.page("/admin/entries/new?year=1942");

        assertThat(page.text()).contains("1942年的大事记已经定稿，不再收新条目。下面写到");
        assertThat(page.getElementById("year").select("option").eachAttr("value"))
                .doesNotContain("1942");
        assertThat(editor.get("/admin/entries/new?year=1871").statusCode()).isEqualTo(404);
        assertThat(editor.get("/admin/entries/new?year=abc").statusCode()).isEqualTo(400);
    }

    @Test
    void namesInTheTextAreOfferedWithKindAndReadingAndAddedByOnePress() {
        var page = editor.page("/admin/entries/new?year=2023");
        var typed = new String[] {"title", "李婷在奉贤", "body", "李婷到“阳光家园”走访，得到助医出行项目帮助。", "section", "visits"};
        var looked = html(editor.submit(page, with(typed, "then", "look")));

        assertThat(looked.select("#offered button[value='PERSON 李婷']").text()).isEqualTo("加上 李婷 人物，lǐ tíng");
        assertThat(looked.select("#offered button[value='EVENT 助医出行']")).hasSize(1);
        var added = html(editor.submit(looked, with(typed, "add", "PERSON 李婷")));
        assertThat(added.select(".subjects summary").eachText()).containsExactly("李婷 人物，lǐ tíng");
        assertThat(added.select(".subjects details[open]")).isEmpty();
        assertThat(added.select("#offered button").eachAttr("value"))
                .contains("EVENT 助医出行")
                .doesNotContain("PERSON 李婷");
        var all = html(editor.submit(added, with(typed, "add", "*")));
        assertThat(all.getElementById("offered").hasAttr("hidden")).isTrue();
        var one = html(editor.submit(all, with(typed, "remove", "PERSON 李婷")));
        assertThat(one.select(".subjects summary").text()).contains("助医出行").doesNotContain("李婷");
        assertThat(one.getElementById("title").val()).isEqualTo("李婷在奉贤");

        var saved = editor.page(editor.submit(one, typed).uri().getPath());
        assertThat(saved.select(".subjects summary").text()).contains("助医出行").doesNotContain("李婷");
        assertThat(editor.page("/admin/entries?q=李婷在奉贤").select("tbody tr")).hasSize(1);
    }

    @Test
    void aNameThatIsKnownUnderAnotherKindIsNotMadeAgainAsAPerson() {
        var address = begin("title", "认得的名称", "section", "visits", "subjects[0].name", "助医出行");

        assertThat(editor.page(address).select(".subjects summary").text()).startsWith("助医出行 活动");
        var unknown = html(editor.submit(address, "subjects[1].name", "没听说过的人", "then", "look"));
        assertThat(unknown.select(".subjects details[open] summary").text()).isEqualTo("没听说过的人 人物，第一次写到");

        begin(
                "title",
                "两种",
                "section",
                "visits",
                "subjects[0].name",
                "两种名称",
                "subjects[0].kind",
                "PLACE",
                "subjects[1].name",
                "两种名称",
                "subjects[1].kind",
                "EVENT");
        var asked = editor.submit(address, "subjects[1].name", "两种名称");
        assertThat(asked.statusCode()).isEqualTo(422);
        assertThat(html(asked).select(".mistakes a").attr("href")).isEqualTo("#subjects[1].kind");
        assertThat(html(asked).select(".mistakes").text()).contains("“两种名称”有几种，请选是哪一种。");
        var chosen = editor.submit(html(asked), "subjects[1].kind", "EVENT");
        assertThat(chosen.statusCode()).isEqualTo(200);
        assertThat(html(chosen).select(".subjects summary").text()).contains("两种名称 活动");
    }

    @Test
    void whatLacksWhatToLookAtAndWhatThePublicWillSeeStandBesideTheForm() {
        var looked = html(editor.submit(
                "/admin/entries/new?year=2023",
                "date",
                "3月",
                "title",
                "聋哑人体检",
                "section",
                "services",
                "easyRead",
                "大家去体检。",
                "body",
                "",
                "subjects[0].name",
                "请拨13812345678",
                "then",
                "look"));

        assertThat(looked.select("#lacking a").eachAttr("href")).containsExactly("#body");
        assertThat(looked.getElementById("body-hints").text()).contains("发布前要有正文。");
        assertThat(looked.select("#found a").eachAttr("href")).containsExactly("#title", "#subjects");
        assertThat(looked.getElementById("found").text()).contains("“聋哑人”建议改为", "文中好像有个人信息：电话号码（138…678）");
        assertThat(looked.getElementById("title-hints").text()).contains("“聋哑人”建议改为");
        assertThat(looked.getElementById("date-hints").hasAttr("hidden")).isTrue();
        var shown = looked.getElementById("shown");
        assertThat(shown.select("h3").first().text()).isEqualTo("聋哑人体检");
        assertThat(shown.select(".entry-page__when time").text()).isEqualTo("3月");
        assertThat(shown.text()).contains("温暖瞬间", "大家去体检。", "请拨13812345678");
        assertThat(editor.page("/admin/entries/new?year=2023")
                        .getElementById("shown")
                        .text())
                .contains("选好栏目");
        assertThat(looked.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    }

    /** Somebody of her own, as the year of the last entry is where the next one begins. */
    private Desk clerk() {
        return desks.signedIn("shenlan", "沈岚", "EDITOR");
    }

    private static String chosen(Document page, String select) {
        return page.getElementById(select).select("option[selected]").val();
    }

    private static String[] with(String[] fields, String... more) {
        return Stream.of(fields, more).flatMap(Stream::of).toArray(String[]::new);
    }

    private String begin(String... fields) {
        var answer = editor.submit("/admin/entries/new?year=2023", fields);
        assertThat(answer.statusCode()).as(html(answer).text()).isEqualTo(200);
        return answer.uri().getPath();
    }

    private static String version(Document page) {
        return page.select("main form input[name=version]").val();
    }

    public static Document html(HttpResponse<String> answer) {
        return Jsoup.parse(answer.body(), answer.uri().toString());
    }
}
