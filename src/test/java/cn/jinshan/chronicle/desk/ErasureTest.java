package cn.jinshan.chronicle.desk;

import static cn.jinshan.chronicle.desk.WritingTest.html;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Desk;
import cn.jinshan.chronicle.DeskApplication;
import cn.jinshan.chronicle.Desks;
import cn.jinshan.chronicle.Reader;
import cn.jinshan.chronicle.Staff;
import cn.jinshan.chronicle.entries.Erasure;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionOperations;

/** An administrator erases an entry for good: no word of it is left anywhere, and its address says so. */
@DeskApplication
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:erasure")
class ErasureTest {

    /** Each of them once in the words of a test. */
    private static final Iterator<String> STEMS =
            Stream.of("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄宇宙洪荒".split("")).iterator();

    /** In what stays. */
    private static final String STAYS = "石化渡";

    private static final int YEAR = 1911;

    /** Asks for the reason why it may be public. */
    private static final String TELEPHONE = "13812345678";

    /** Tables with texts that are never of one entry. */
    private static final Map<String, String> OF_NO_ENTRY = Map.ofEntries(
            Map.entry("account", "staff"),
            Map.entry("backup", "names of files"),
            Map.entry("change_log", "a random number"),
            Map.entry("chronicle", "of a year"),
            Map.entry("flyway_schema_history", "migrations"),
            Map.entry("form_secret", "a random number"),
            Map.entry("name_form", "other names, which administrators keep for all entries"),
            Map.entry("name_group", "the same"),
            Map.entry("one_time_link", "hashes"),
            Map.entry("public_change", "kinds and numbers"),
            Map.entry("section", "of a year"),
            Map.entry("settings", "of the federation"),
            Map.entry("shedlock", "names of tasks and machines"),
            Map.entry("spring_session", "who is signed in"),
            Map.entry("spring_session_attributes", "the same; what a page says next is said once"),
            Map.entry("term", "explained words, for all entries"),
            Map.entry("term_form", "the same"),
            Map.entry("wording_rule", "hints, for all entries"));

    @Autowired
    Desks desks;

    @Autowired
    Staff staff;

    @Autowired
    Reader reader;

    @Autowired
    JdbcTemplate database;

    @Autowired
    Erasure erasure;

    @Autowired
    TransactionOperations inTransaction;

    /** In all that is to be erased. */
    private final String words = "忘川" + STEMS.next() + "渡";

    Desk administrator;
    Desk editor;

    @BeforeEach
    void signIn() {
        administrator = desks.administrator();
        editor = desks.editor();
        if (database.queryForObject("select count(*) from chronicle where chronicle_year = ?", Integer.class, YEAR)
                == 0) {
            staff.opened(YEAR);
        }
    }

    @Test
    void noWordOfItIsLeftInAnyColumnOfAnyTable() {
        var entry = lived();
        assertThat(tablesWith(words))
                .as("what is looked for is found before")
                .containsExactlyInAnyOrder(
                        "edition",
                        "former_name",
                        "journal",
                        "left_form",
                        "report",
                        "saved_text",
                        "sent_form",
                        "subject",
                        "working_copy");

        var answer = erase(entry);

        assertThat(html(answer).select("[role=status]").text()).startsWith("已经彻底删除。");
        assertThat(tablesWith(words)).isEmpty();
        assertThat(tablesWith(STAYS)).contains("edition", "subject", "saved_text");
        assertThat(rows("select * from entry where id = ? and erased is not null and form_key is null", entry))
                .isOne();
        assertThat(rows("select * from edition where entry_id = ?", entry)).isZero();
        assertThat(rows("select * from journal where thing = ? and verb = 'entry.published'", "entry " + entry))
                .as("who did what, and when, stays")
                .isEqualTo(2);
        assertThat(database.queryForList(
                        "select note from journal where thing = ? and note is not null",
                        String.class,
                        "entry " + entry))
                .containsExactly("本人要求");
    }

    @Test
    void thePageSaysWhatGoesAndWhatStays() {
        var entry = lived();

        var page = administrator.page(address(entry) + "/erasure");

        assertThat(page.select("main li").eachText())
                .contains(
                        "2个版本的全部内容，连同审核意见",
                        "您和同事写了、还没有保存的内容，1份",
                        "读者说这一条有误的话，1条",
                        "只有这一条用到的名称：" + words + "一、" + words + "二")
                .anyMatch(line -> line.startsWith("以前保存的内容"));
        assertThat(page.select("main").text()).contains("彻底删除后，谁也找不回来。").doesNotContain("数据库文件");
        assertThat(administrator.page(address(entry)).select("a[href$=/erasure]"))
                .hasSize(1);
        assertThat(editor.page(address(entry)).select("a[href$=/erasure]")).isEmpty();
        assertThat(administrator
                        .page("/admin/entries/" + neighbour() + "/erasure")
                        .select("main li")
                        .eachText())
                .noneMatch(line -> line.contains("读者") || line.contains("名称"));
    }

    @Test
    void theReasonIsNeededAndRepeatsNothing() {
        var entry = lived();

        for (var reason : List.of("", "请删去" + words + "一", "删去“" + words + "的标题”", "电话" + TELEPHONE)) {
            var refused = administrator.submit(address(entry) + "/erasure", "reason", reason);
            assertThat(refused.statusCode()).as(reason).isEqualTo(422);
            assertThat(html(refused).select(".mistakes a").attr("href")).isEqualTo("#reason");
            assertThat(html(refused).getElementById("reason").val()).isEqualTo(reason);
        }
        assertThat(reader.get("/entries/" + entry).statusCode()).isEqualTo(200);
        erase(entry);
    }

    @Test
    void whoSawAnEarlierVersionLooksAgain() {
        var entry = lived();
        var asked = administrator.page(address(entry) + "/erasure");
        editor.submit(address(entry), "title", words + "的新标题");

        var stale = administrator.submit(asked, "reason", "本人要求");

        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(html(stale).select("[role=alert]").text()).contains("这一条有了改动");
        assertThat(html(stale).getElementById("reason").val()).isEqualTo("本人要求");
        assertThat(administrator
                        .submit(Jsoup.parse(stale.body(), asked.location()))
                        .statusCode())
                .isEqualTo(200);
        assertThat(reader.get("/entries/" + entry).statusCode()).isEqualTo(410);
    }

    @ParameterizedTest
    @ValueSource(strings = {"draft", "submission", "publication", "withdrawal"})
    void itIsErasedInWhateverState(String state) {
        var entry = drafted();
        if (!state.equals("draft")) {
            editor.submit(address(entry) + "/" + state.replace("withdrawal", "publication"));
        }
        if (state.equals("withdrawal")) {
            administrator.submit(address(entry) + "/withdrawal", "reason", words + "撤下", "farewell", words + "告别");
        }

        erase(entry);

        assertThat(reader.get("/entries/" + entry).statusCode()).isEqualTo(410);
        assertThat(reader.get("/entries/" + entry).body().contains(words)).isFalse();
        assertThat(tablesWith(words)).isEmpty();
    }

    /** Whoever types waits for whoever erases, and is told. */
    @Test
    void whatIsTypedWhileItIsErasedIsNotKept() {
        var entry = drafted();
        var typing = editor.page(address(entry));
        var kept = inTransaction.execute(erasing -> {
            erasure.erase(entry, Instant.now());
            var waiting = CompletableFuture.supplyAsync(() -> editor.keep(typing, "body", words + "，还在写。"));
            assertThat(waiting).failsWithin(Duration.ofMillis(500)).withThrowableOfType(TimeoutException.class);
            return waiting;
        });

        assertThat(kept.join().statusCode()).isIn(404, 410);
        assertThat(tablesWith(words)).isEmpty();
    }

    private long drafted() {
        var saved = editor.submit(
                "/admin/entries/new?year=" + YEAR,
                "date",
                "5月",
                "title",
                words + "的标题",
                "body",
                words + "的正文。",
                "section",
                "visits");
        return Long.parseLong(saved.uri().getPath().replaceAll("\\D", ""));
    }

    @Test
    void nobodyReadsItAnywhere() throws IOException {
        var entry = lived();
        var addresses = List.of(
                "/" + YEAR,
                "/" + YEAR + "?month=5",
                "/" + YEAR + ".json",
                "/" + YEAR + "/booklet",
                "/search?q=" + encoded(words),
                "/subjects",
                "/entries/" + entry);
        for (var address : addresses) {
            assertThat(said(address)).as(address).isTrue();
        }
        var subject = database.queryForObject("select id from subject where name = ?", Long.class, words + "二");
        assertThat(said("/subjects/" + subject)).isTrue();

        erase(entry);

        for (var address : addresses) {
            assertThat(said(address)).as(address).isFalse();
        }
        assertThat(reader.page("/search?q=" + encoded(words)).select("#entry-" + entry))
                .isEmpty();
        assertThat(reader.get("/entries/" + entry).statusCode()).isEqualTo(410);
        assertThat(reader.anyPage("/entries/" + entry).select("h1").text()).isEqualTo("这一条已经撤下");
        assertThat(reader.get("/subjects/" + subject).statusCode()).isEqualTo(404);
        assertThat(reader.get("/sitemap.xml").body()).doesNotContain("/entries/" + entry + "<");

        for (var list : List.of(
                "/admin", "/admin/entries?year=" + YEAR, "/admin/subjects", "/admin/reports", "/admin/journal")) {
            var page = administrator.get(list);
            assertThat(page.statusCode()).as(list).isEqualTo(200);
            assertThat(page.body().contains(words)).as(list).isFalse();
        }
    }

    @Test
    void staffReadThatItWasErasedAndWhenWhateverPageOfItTheyOpen() throws IOException {
        var entry = lived();
        var open = editor.page(address(entry));
        erase(entry);

        try (var routes = Files.lines(Path.of("src/test/resources/routes.txt"))) {
            routes.filter(route -> route.startsWith("GET " + WritingController.ENTRY))
                    .map(route -> route.split(" +")[1]
                            .replace(WritingController.ENTRY, address(entry))
                            .replaceAll("\\{[^}]*}(\\})?", "1"))
                    .filter(route -> !route.endsWith("working-copy"))
                    .forEach(route -> {
                        var page = administrator.get(route);
                        assertThat(page.statusCode()).as(route).isEqualTo(410);
                        assertThat(html(page).select("main").text())
                                .as(route)
                                .contains("这一条已彻底删除", "年", "由管理员彻底删除")
                                .doesNotContain(words);
                    });
        }
        assertThat(editor.submit(open, "title", words + "晚了").statusCode()).isEqualTo(410);
        assertThat(editor.keep(open, "title", words + "晚了").statusCode()).isEqualTo(410);
        assertThat(administrator
                        .post(address(entry) + "/erasure", "version", "1", "reason", "再来一次")
                        .statusCode())
                .isEqualTo(410);
        assertThat(tablesWith(words)).isEmpty();
    }

    @Test
    void aTableOfTomorrowIsNotForgotten() throws IOException {
        var erasure = Files.readString(Path.of("src/main/java/cn/jinshan/chronicle/entries/Erasure.java"));
        var cleaned = Pattern.compile("(?:delete from|update) (\\w+)|\"(sent_form|left_form)\"")
                .matcher(erasure)
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .collect(Collectors.toSet());

        var withWords = tables("entry_id .*|[a-z_]+ .*(char|text|bytea|binary|object).*");
        withWords.removeAll(cleaned);
        assertThat(withWords).containsExactlyInAnyOrderElementsOf(OF_NO_ENTRY.keySet());
    }

    /** H2 would store them apart from their rows, and a kill would leave them in the file for good. */
    @Test
    void noColumnIsALargeObject() {
        assertThat(tables(".* large object")).isEmpty();
    }

    /**
     * An entry that has been through everything: two editions, saves, names that only it has, one of which no edition
     * mentions any more and an administrator described, what a colleague is typing, forms that were left, what a reader
     * wrote, reasons.
     */
    private long lived() {
        var begun = editor.page("/admin/entries/new?year=" + YEAR);
        var saved = editor.submit(
                begun,
                "date",
                "5月18日",
                "title",
                words + "的标题",
                "body",
                (words + "的正文。").repeat(50) + "电话" + TELEPHONE + "。",
                "easyTitle",
                words + "的易读题目",
                "easyRead",
                words + "的易读。",
                "section",
                "visits",
                "subjects[0].kind",
                "PERSON",
                "subjects[0].name",
                words + "一");
        assertThat(saved.statusCode()).isEqualTo(200);
        var address = saved.uri().getPath();
        long entry = Long.parseLong(address.replaceAll("\\D", ""));
        neighbour();
        var described = database.queryForObject("select id from subject where name = ?", Long.class, words + "一");
        administrator.submit("/admin/subjects/" + described, "note", words + "的说明");
        editor.submit(
                address, "subjects[0].name", words + "二", "subjects[1].kind", "PLACE", "subjects[1].name", STAYS + "口");
        editor.submit(address + "/publication", "reason", words + "同意公开");
        editor.submit(address, "title", words + "的标题，改过", "correction", words + "的更正");
        editor.submit(address + "/publication", "reason", words + "同意公开");
        administrator.submit(address + "/highlight");

        var colleague = desks.reviewer();
        colleague.keep(colleague.page(address), "body", words + "，同事正在写。");
        editor.keep(begun, "body", words + "，写在没有关掉的那一页。");
        leave(address, "title", words + "，没有保存上");
        leave(
                "/admin/entries/new?year=" + YEAR + "&form="
                        + begun.select("[name=formKey]").val(),
                "body",
                words + "，也没有");
        inTransaction.executeWithoutResult(status -> said(entry, address));
        return entry;
    }

    /** Whether a public address says something of it, other than what it was asked. */
    private boolean said(String address) {
        var body = reader.get(address).body();
        var page = Jsoup.parse(body);
        page.select("title, [name=q], #results, .search__none").remove();
        return (address.endsWith(".json") ? body : page.select("main").text()).contains(words + "的")
                || page.select("main").text().contains(words + "二");
    }

    /** What no form of the desk makes so soon. */
    private void said(long entry, String address) {
        database.update(
                "insert into report (form_key, entry_id, words, sent, standing) values (?, ?, ?, ?, 'OPEN')",
                UUID.randomUUID().toString(),
                entry,
                words + "不对",
                Timestamp.from(Instant.EPOCH));
        var report = database.queryForObject("select max(id) from report", Long.class);
        database.update(
                "insert into sent_form (press, form_key, sent, thing, address, said) values (?, ?, ?, ?, ?, ?)",
                UUID.randomUUID().toString(),
                UUID.randomUUID().toString(),
                Timestamp.from(Instant.EPOCH),
                "report " + report,
                address,
                "{\"title\":\"" + words + "\"}");
        var subject = database.queryForObject("select id from subject where name = ?", Long.class, words + "二");
        database.update(
                "insert into former_name (subject_id, kind, name) values (?, 'PERSON', ?)", subject, words + "三");
    }

    /** Another entry that names the same place; its number. */
    private long neighbour() {
        var others = database.queryForList("select entry_id from edition where title = ?", Long.class, STAYS + "的标题");
        if (!others.isEmpty()) {
            return others.get(0);
        }
        var saved = editor.submit(
                "/admin/entries/new?year=" + YEAR,
                "date",
                "5月",
                "title",
                STAYS + "的标题",
                "body",
                STAYS + "的正文。",
                "section",
                "visits",
                "subjects[0].kind",
                "PLACE",
                "subjects[0].name",
                STAYS + "口");
        editor.submit(saved.uri().getPath() + "/publication");
        return Long.parseLong(saved.uri().getPath().replaceAll("\\D", ""));
    }

    /** Fills in a form, and sends it once nobody is signed in any more. */
    private void leave(String address, String field, String value) {
        var leaving = desks.editor();
        var page = leaving.page(address);
        var answer = leaving.forgetSession().submit(page, field, value);
        assertThat(html(answer).text()).contains("登录");
    }

    private HttpResponse<String> erase(long entry) {
        var answer = administrator.submit(address(entry) + "/erasure", "reason", "本人要求");
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer;
    }

    private static String address(long entry) {
        return "/admin/entries/" + entry;
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    private int rows(String query, Object... of) {
        return database.queryForList(query, of).size();
    }

    /** The tables that have a column with such a name and type. */
    private Set<String> tables(String column) {
        return database
                .query(
                        "select lower(table_name), lower(column_name), lower(data_type) from information_schema.columns"
                                + " where lower(table_schema) = 'public'",
                        (row, at) ->
                                (row.getString(2) + " " + row.getString(3)).matches(column) ? row.getString(1) : "")
                .stream()
                .filter(table -> !table.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The tables with these words in any column of any row, as characters or as bytes. */
    private Set<String> tablesWith(String words) {
        return tables(".*").stream()
                // Its name is quoted on H2; no word of an entry is in migrations
                .filter(table -> !table.equals("flyway_schema_history"))
                .filter(table -> database.query("select * from " + table, row -> {
                    boolean found = false;
                    while (row.next()) {
                        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                            found |= says(row.getObject(i), row.getString(i), words);
                        }
                    }
                    return found;
                }))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean says(Object value, String text, String words) throws SQLException {
        return value instanceof byte[] bytes
                ? Stream.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE)
                        .anyMatch(encoding -> new String(bytes, encoding).contains(words))
                : text != null && text.contains(words);
    }
}
