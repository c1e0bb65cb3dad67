package cn.jinshan.chronicle.glossary;

import static cn.jinshan.chronicle.desk.ConflictTest.atOnce;
import static cn.jinshan.chronicle.desk.WritingTest.html;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Desk;
import cn.jinshan.chronicle.DeskApplication;
import cn.jinshan.chronicle.Desks;
import cn.jinshan.chronicle.Reader;
import cn.jinshan.chronicle.Staff;
import cn.jinshan.chronicle.proofreading.WordingRulesTest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@DeskApplication
class GlossaryAdministrationTest {

    private static final AtomicInteger WORDS = new AtomicInteger();

    private final String word = "难词" + (char) ('甲' + WORDS.incrementAndGet());

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
    void aWordIsAddedChangedAndRemovedAndTheJournalSaysSo() {
        var added = administrator.submit(
                "/admin/words/new", "name", word, "forms", word + "全称／ " + word, "explanation", "意思很简单。");
        assertThat(html(added).select("[role=status]").text()).isEqualTo("这个词已经加上，公众马上看得到。");
        assertThat(explained()).isEqualTo(word + " 意思很简单。 文中还写作：" + word + "全称");

        var changed = administrator.submit(address(), "forms", "", "explanation", "意思更简单。");
        assertThat(html(changed).text()).contains("已经保存，公众马上看得到。");
        assertThat(explained()).isEqualTo(word + " 意思更简单。");

        var thing = "term " + address().replaceAll("\\D+", "");
        var removed = administrator.submit(address() + "/removal");
        assertThat(html(removed).text()).contains("这个词已经删除。").doesNotContain(word);
        assertThat(reader.page("/words").text()).doesNotContain(word);
        assertThat(database.queryForList("select verb from journal where thing = ? order by id", String.class, thing))
                .containsExactly("term.added", "term.changed", "term.removed");
        var line = administrator
                .page("/admin/journal")
                .select("tbody tr:has(:containsOwn(名词解释" + thing.substring(5) + "))");
        assertThat(line.first().text()).contains("删除词的解释", "（已去掉）");
        assertThat(line.select("a")).isEmpty();
    }

    @Test
    void everyMistakeIsNamedAtItsFieldAndWhatWasTypedStays() {
        var answer = administrator.submit(
                "/admin/words/new", "name", " ", "forms", "短/" + "长".repeat(41), "explanation", "长".repeat(301));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(html(answer).select(".mistakes a").eachAttr("href"))
                .containsExactlyInAnyOrder("#name", "#forms", "#explanation");
        assertThat(html(answer).getElementById("explanation").wholeText().strip())
                .hasSize(301);
        assertThat(html(answer).select("#name-mistake").text()).isEqualTo("请填写名词，不超过40个字。");
        assertThat(add(administrator, "长".repeat(41)).statusCode()).isEqualTo(422);
    }

    @Test
    void manyFormsAreRefusedInWordsAndSlashesAloneAreNone() {
        for (var forms : List.of("/长".repeat(1500) + "长".repeat(41), many(21))) {
            var refused =
                    administrator.submit("/admin/words/new", "name", word, "forms", forms, "explanation", "意思很简单。");
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(html(refused).select("#forms-mistake").text()).isEqualTo("别的写法用“/”隔开，最多20种，每种不超过40个字。");
            assertThat(html(refused).getElementById("forms").val()).isEqualTo(forms);
        }
        administrator.submit(
                "/admin/words/new", "name", word, "forms", "/".repeat(1500) + many(20), "explanation", "意思很简单。");
        assertThat(explained()).contains(word + "写20").doesNotContain("//");
    }

    private String many(int forms) {
        return IntStream.rangeClosed(1, forms)
                .mapToObj(number -> word + "写" + number)
                .collect(joining("/"));
    }

    @Test
    void noTwoWordsMeanTheSameInAnyForm() {
        administrator.submit("/admin/words/new", "name", word, "forms", word + "全称", "explanation", "甲。");

        for (var taken : List.of(word, " " + word + "全称 ")) {
            var twice = add(administrator, taken);
            assertThat(twice.statusCode()).isEqualTo(422);
            assertThat(html(twice).select("#name-mistake").text()).isEqualTo("这个词或者它别的写法已经解释过了，请改那一个。");
        }
        var form =
                administrator.submit("/admin/words/new", "name", word + "二", "forms", "好/" + word, "explanation", "乙。");
        assertThat(form.statusCode()).isEqualTo(422);
        assertThat(html(form).getElementById("forms").val()).isEqualTo("好/" + word);
        var changed = administrator.submit(address(), "name", "残联");
        assertThat(changed.statusCode()).isEqualTo(422);

        var swapped = administrator.submit(address(), "name", word + "全称", "forms", word);
        assertThat(html(swapped).text()).contains("已经保存");
    }

    @Test
    void ofTwoWhoAddTheSameAtOnceOneIsRefusedInWords() throws Exception {
        var other = desks.signedIn("zhaoliu", "赵柳", "ADMINISTRATOR");

        for (int round = 0; round < 3; round++) {
            var name = word + round;
            var answers = atOnce(() -> add(administrator, name), () -> add(other, name));
            assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(200, 422);
        }
    }

    @Test
    void whoeverHasNotSeenTheLastChangeIsShownItAndLosesNothing() {
        add(administrator, word);
        var open = administrator.page(address());
        var removal = administrator.page(address() + "/removal");
        administrator.submit(address(), "forms", "同事的写法" + word);

        var stale = administrator.submit(open, "explanation", "我的。");
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(html(stale).select(".mistakes").text()).contains("同事改动了这个词", "同事的写法" + word);
        assertThat(html(stale).getElementById("explanation").wholeText().strip())
                .isEqualTo("我的。");
        var refused = administrator.submit(removal);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(html(refused).select("[role=alert]").text()).contains("您打开这一页以后，同事有了改动。");

        assertThat(html(administrator.submit(html(stale))).text()).contains("已经保存", "我的。");
    }

    @Test
    void whatWasTypedOfAWordThatIsGoneBecomesANewOne() {
        add(administrator, word);
        var open = administrator.page(address());
        var removal = administrator.page(address() + "/removal");
        administrator.submit(removal);

        assertThat(administrator.submit(removal).statusCode())
                .as("pressed twice")
                .isEqualTo(200);
        var gone = administrator.submit(open, "explanation", "我的。");
        assertThat(gone.statusCode()).isEqualTo(409);
        assertThat(html(gone).select(".mistakes").text()).contains("同事删除了这个词");
        assertThat(html(administrator.submit(html(gone))).text()).contains("这个词已经加上", "我的。");
    }

    @Test
    void whatWasTypedOfAWordThatGoesMeanwhileIsKeptToo() throws Exception {
        add(administrator, word);
        var open = administrator.page(address());
        var gone = WordingRulesTest.whileGoing(
                database,
                "delete from term_form where form = '" + word + "'; delete from term where name = '" + word + "'",
                () -> administrator.submit(open, "explanation", "我的。"));

        assertThat(gone.statusCode()).isEqualTo(409);
        assertThat(html(gone).select(".mistakes").text()).contains("同事删除了这个词");
        assertThat(html(administrator.submit(html(gone))).text()).contains("这个词已经加上", "我的。");
    }

    @Test
    void onlyAdministratorsExplainWords() {
        for (var desk : List.of(desks.editor(), desks.reviewer())) {
            assertThat(desk.get("/admin/words").statusCode()).isEqualTo(403);
            assertThat(add(desk, word).statusCode()).isEqualTo(403);
            assertThat(desk.page("/admin/entries").select("nav").text()).doesNotContain("名称和用词");
        }
        assertThat(administrator.page("/admin/hints").select("nav").text()).contains("名词解释");
        assertThat(reader.page("/words").text()).doesNotContain(word);
        assertThat(administrator.get("/admin/words/999999").statusCode()).isEqualTo(404);
        assertThat(administrator.post("/admin/words/999999", "name", "甲").statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatWasTypedOutlivesTheSignIn() {
        var desk = desks.signedIn("sunqi", "孙琪", "ADMINISTRATOR");
        var page = desk.page("/admin/words/new");
        var login = html(desk.forgetSession().submit(page, "name", word, "explanation", "甲。"));

        var again = html(desk.submit(login, "username", "sunqi", "password", Staff.PASSWORD));
        assertThat(again.getElementById("name").val()).isEqualTo(word);
        assertThat(again.getElementById("explanation").wholeText().strip()).isEqualTo("甲。");
        assertThat(again.text()).contains("还没有保存");
    }

    @Test
    void markupAndTemplatesInAWordStayText() {
        var hostile = "<b>${7*7}" + word;
        administrator.submit("/admin/words/new", "name", hostile, "explanation", "{0}'<script>alert(1)</script>");
        var saved = administrator.submit(
                "/admin/entries/new?year=2023",
                "title",
                "题",
                "section",
                "services",
                "body",
                "看" + hostile + "。",
                "easyRead",
                hostile);
        var page = administrator.page(saved.uri().getPath() + "/preview");

        assertThat(page.select(".entry-page__text a").text()).isEqualTo(hostile);
        assertThat(page.select(".entry-page__easy p").text()).isEqualTo(hostile);
        assertThat(reader.page("/words").text()).contains(hostile + " {0}'<script>alert(1)</script>");
        assertThat(reader.page("/words").select("dl script, dl b")).isEmpty();
        administrator.submit(addressOf(hostile) + "/removal");
    }

    private String explained() {
        return reader.page("/words")
                .select("dl > div:has(dt:containsOwn(" + word + "))")
                .text();
    }

    private String address() {
        return addressOf(word);
    }

    private String addressOf(String name) {
        return administrator.page("/admin/words").select("th a").stream()
                .filter(link -> link.text().equals(name))
                .findFirst()
                .orElseThrow()
                .attr("href");
    }

    private static HttpResponse<String> add(Desk desk, String name) {
        return desk.post("/admin/words/new", "name", name, "explanation", "甲。");
    }
}
