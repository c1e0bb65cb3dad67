package cn.jinshan.chronicle.desk;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Desk;
import cn.jinshan.chronicle.DeskApplication;
import cn.jinshan.chronicle.Desks;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What is typed and not saved: each window its own, nothing in two hands. */
@DeskApplication
class AutosaveTest {

    /** How many fields make a form long, each of which is short enough. */
    private static final int MANY = 32;

    @Autowired
    Desks desks;

    @Autowired
    JdbcTemplate database;

    @Autowired
    TransactionTemplate inTransaction;

    @Autowired
    Autosave autosave;

    Desk wang;

    @BeforeEach
    void signIn() {
        wang = desks.editor();
    }

    @Test
    void twoWindowsOnOneEntryKeepWhatIsTypedInEach() {
        var address = draft("两个窗口");
        var one = wang.page(address);
        var other = wang.page(address);
        wang.keep(one, "body", "第一个窗口里写的两千个字。");

        assertThat(wang.keep(other, "body", "四个字。").body()).contains("您在另一个窗口也在写这一条");
        assertThat(wang.keep(one, "body", "第一个窗口里写的两千个字，还在写。").body()).contains("您在另一个窗口也在写这一条");

        var again = wang.page(address);
        assertThat(again.getElementById("body").wholeText()).contains("第一个窗口里写的两千个字，还在写。");
        assertThat(again.text()).contains("如果您在另一个窗口也开着这一条", "您在别的窗口还写过，没有保存");
        var second = again.select(".notice a[href^='" + address + "?copy=']").attr("href");
        assertThat(wang.page(second).getElementById("body").wholeText()).contains("四个字。");
        assertThat(wang.page("/admin").text()).contains("您改过、还没有按“保存草稿”：");

        wang.submit(other, "body", "四个字。");
        assertThat(wang.page(address).getElementById("body").wholeText())
                .as("saving in one window keeps what is typed in the other")
                .contains("第一个窗口里写的两千个字，还在写。");
    }

    @Test
    void aHundredThatWereNeverSavedAreKeptAndTheNextIsRefusedInASentence() {
        var writer = desks.signedIn("muchwriter", "常写", "EDITOR");
        var first = writer.page("/admin/entries/new?year=2023");
        for (int i = 1; i < Autosave.MOST; i++) {
            assertThat(writer.keep(first, "formKey", UUID.randomUUID().toString(), "body", "第" + i + "条。")
                            .statusCode())
                    .isEqualTo(200);
        }
        var next = writer.page("/admin/entries/new?year=2023");
        assertThat(next.select(".form__end").text()).doesNotContain("没有自动保存");
        assertThat(writer.keep(first, "body", "第一百条。").statusCode()).isEqualTo(200);

        var refused = writer.keep(next, "body", "第一百零一条。");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(refused.body()).contains("没有自动保存：您写了没有保存的已经太多了。", "\"reason\":\"full\"");
        assertThat(writer.page("/admin/entries/new?year=2023")
                        .select(".form__end")
                        .text())
                .contains("没有自动保存");
        assertThat(kept("muchwriter")).isEqualTo(Autosave.MOST);

        assertThat(writer.keep(first, "body", "第一百条，接着写。").statusCode()).isEqualTo(200);
        writer.submit(first, "section", "services", "title", "存下", "body", "第一百条，接着写。");
        assertThat(writer.keep(next, "body", "第一百零一条。").statusCode()).isEqualTo(200);
    }

    @Test
    void asManyCharactersAsAHundredEntriesHaveAreKeptAndWhatIsThereMayBecomeShorter() {
        var writer = desks.signedIn("longwriter", "长写", "EDITOR");
        var one = writer.page("/admin/entries/new?year=2023");
        var text = "a".repeat(Autosave.LONGEST / 3 / MANY);
        var longest = longest(UUID.randomUUID().toString(), text);
        assertThat(writer.keep(one, longest).statusCode()).isEqualTo(200);
        longest[1] = UUID.randomUUID().toString();
        assertThat(writer.keep(one, longest).statusCode()).isEqualTo(200);

        longest[1] = one.select("[name=formKey]").val();
        assertThat(writer.keep(one, longest).statusCode()).isEqualTo(409);
        assertThat(kept("longwriter")).isEqualTo(2);
        assertThat(writer.keep(one, longest(longest[1], text.substring(1_000))).statusCode())
                .isEqualTo(200);
        assertThat(writer.keep(one, longest).statusCode()).isEqualTo(409);
        assertThat(writer.keep(one, "body", "短。").statusCode()).isEqualTo(200);
    }

    /** A form with the same text in many fields. */
    private static String[] longest(String key, String text) {
        return Stream.concat(
                        Stream.of("formKey", key),
                        IntStream.range(0, MANY).boxed().flatMap(field -> Stream.of("field" + field, text)))
                .toArray(String[]::new);
    }

    private int kept(String name) {
        return database.queryForObject(
                "select count(*) from working_copy where account_id = (select id from account where name = ?)",
                Integer.class,
                name);
    }

    @Test
    void aWindowThatGoesOnWithWhatAnotherOneTypedTakesItOverOnlyWhileThatOneRests() {
        var address = draft("接着写");
        var one = wang.page(address);
        wang.keep(one, "body", "写到一半。");
        var other = wang.page(address);
        assertThat(other.getElementById("body").wholeText()).contains("写到一半。");

        wang.keep(one, "body", "写到一半，又写了。");
        wang.keep(other, "body", "另一个窗口。");
        assertThat(copies(address)).containsExactlyInAnyOrder("写到一半，又写了。", "另一个窗口。");

        wang.submit(one, "body", "写到一半，又写了。");
        assertThat(copies(address)).containsExactly("另一个窗口。");
    }

    @Test
    void whatWasTypedIsGoneOnceItIsSavedFromThePageThatShowsIt() {
        var address = draft("又打开");
        wang.keep(wang.page(address), "body", "浏览器关了以前写的。");

        wang.submit(wang.page(address));

        assertThat(wang.page(address).getElementById("body").wholeText()).contains("浏览器关了以前写的。");
        assertThat(copies(address)).isEmpty();
    }

    @Test
    void oneOfSeveralIsThrownAwayAndTheOthersStay() {
        var address = draft("去掉一份");
        wang.keep(wang.page(address), "body", "第一份。");
        var discard =
                wang.page(address).select("a[href*=discarding][href*=copy]").attr("href");
        wang.keep(wang.page(address).clone(), "body", "第一份，改了。");
        var other = wang.page(address + "?save=1");
        wang.keep(other, "body", "第二份。");

        wang.submit(discard);

        assertThat(copies(address)).containsExactly("第二份。");
    }

    @Test
    void anotherPersonsWorkingCopyIsNotThere() {
        var address = draft("别人的");
        wang.keep(wang.page(address), "body", "只给自己看。");
        var copy =
                wang.page("/admin").select("a[href*='" + address + "?copy=']").attr("href");

        assertThat(wang.get(copy).statusCode()).isEqualTo(200);
        assertThat(desks.reviewer().get(copy).statusCode()).isEqualTo(404);
    }

    @Test
    void theFormOfANewEntryIsFoundAsItWasLeftOrAsItWasSaved() {
        var left = wang.page("/admin/entries/new?year=2023");
        var key = left.select("[name=formKey]").val();
        var address = "/admin/entries/new?form=" + key;
        wang.keep(left, "title", "写到一半就走了", "section", "visits");

        assertThat(wang.page(address).getElementById("title").val()).isEqualTo("写到一半就走了");

        var saved = wang.submit(left, "title", "写好了", "section", "visits");
        var back = wang.get(address);
        assertThat(back.uri()).isEqualTo(saved.uri());
        assertThat(WritingTest.html(back).getElementById("title").val()).isEqualTo("写好了");
        assertThat(wang.page("/admin/entries/new?year=2023")
                        .getElementById("title")
                        .val())
                .isEmpty();
    }

    @Test
    void whatNobodyTypedInForSixtyDaysIsForgottenAndTheDeskSaysSoBefore() {
        var address = draft("很久以前");
        wang.keep(wang.page(address), "body", "写过没有保存。");
        wang.keep(wang.page("/admin/entries/new?year=2023"), "title", "很久以前开始的");
        age(Autosave.KEPT.minusDays(9).plusHours(1));
        autosave.expire();

        assertThat(wang.page("/admin").select(".notice li").eachText())
                .anyMatch(line -> line.contains("很久以前（") && line.contains("再过8天会清掉"))
                .anyMatch(line -> line.contains("很久以前开始的") && line.contains("再过8天会清掉"));

        age(Duration.ofDays(9));
        autosave.expire();

        assertThat(copies(address)).isEmpty();
        assertThat(wang.page("/admin").text()).doesNotContain("很久以前开始的");
        assertThat(desks.administrator().page("/admin/journal").text()).contains("清掉没有保存的旧内容");
    }

    private void age(Duration by) {
        inTransaction.executeWithoutResult(transaction -> {
            for (var copy : database.queryForList("select id, changed from working_copy")) {
                database.update(
                        "update working_copy set changed = ? where id = ?",
                        ((OffsetDateTime) copy.get("changed")).minus(by),
                        copy.get("id"));
            }
        });
    }

    private List<String> copies(String address) {
        return inTransaction.execute(transaction -> database
                .queryForList(
                        "select fields from working_copy where entry_id = ?",
                        String.class,
                        Long.valueOf(address.replaceAll("\\D", "")))
                .stream()
                .map(fields -> fields.replaceAll("(?s).*\"body\":\\[\"([^\"]*)\"].*", "$1")
                        .strip())
                .toList());
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
