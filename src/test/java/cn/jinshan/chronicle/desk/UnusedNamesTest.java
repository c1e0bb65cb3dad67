package cn.jinshan.chronicle.desk;

import static cn.jinshan.chronicle.desk.WritingTest.html;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Desk;
import cn.jinshan.chronicle.DeskApplication;
import cn.jinshan.chronicle.Desks;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A new name goes with the draft that made it, unless something else mentions it or somebody made something of it. */
@DeskApplication
class UnusedNamesTest {

    private static final int ROUNDS = Integer.getInteger("rounds", 10);
    private static final AtomicInteger NAMES = new AtomicInteger();

    @Autowired
    Desks desks;

    @Autowired
    JdbcTemplate database;

    Desk editor;
    Desk administrator;
    String name;

    @BeforeEach
    void signIn() {
        editor = desks.editor();
        administrator = desks.administrator();
        name = "施无用" + NAMES.incrementAndGet() + "号";
    }

    @Test
    void aNewNameGoesWithItsDiscardedDraft() {
        var entry = draft(name, name + "乙");

        editor.submit(entry + "/discarding");

        assertThat(isKnown(name)).isFalse();
        assertThat(isKnown(name + "乙")).isFalse();
        assertThat(administrator.page("/admin/subjects?q=" + name).text()).contains("没有找到");
    }

    @Test
    void aNewNameGoesWhenTheDraftIsSavedWithoutIt() {
        var entry = draft(name, name + "乙");

        assertThat(editor.submit(entry, "subjects[0].name", "").statusCode()).isEqualTo(200);

        assertThat(isKnown(name)).isFalse();
        assertThat(isKnown(name + "乙")).isTrue();
        assertThat(mentions(entry)).containsExactly(name + "乙");
    }

    @Test
    void aNameThatAnotherDraftMentionsStaysUntilThatOneGoesToo() {
        var one = draft(name);
        var other = draft(name);

        editor.submit(one + "/discarding");
        assertThat(isKnown(name)).isTrue();
        editor.submit(other + "/discarding");
        assertThat(isKnown(name)).isFalse();
    }

    @Test
    void aNameThatAnyEditionMentionsStaysAndOneOfTheCorrectionGoes() {
        var entry = draft(name);
        editor.submit(entry + "/publication");
        editor.submit(entry, "subjects[0].name", name + "乙", "correction", "更正了名称");
        assertThat(mentions(entry)).containsExactly(name, name + "乙");

        editor.submit(entry + "/discarding");

        assertThat(isKnown(name)).isTrue();
        assertThat(isKnown(name + "乙")).isFalse();
        administrator.submit(entry + "/withdrawal", "reason", "只是试试");
        assertThat(isKnown(name))
                .as("an edition that was taken down mentions it")
                .isTrue();
    }

    @Test
    void whatAnAdministratorMadeOfANameStays() {
        var names = List.of(name + "注", name + "读", name + "隐", name + "改", name + "并", name + "走");
        var entry = draft(names.toArray(String[]::new));
        administrator.submit(address(names.get(0)), "note", "运动员");
        administrator.submit(address(names.get(1)), "reading", "Shī Wúyòng");
        administrator.submit(address(names.get(2)), "_listed", "on", "listed", "false");
        administrator.submit(address(names.get(3)), "name", name + "新");
        administrator.submit(
                address(names.get(5)) + "/merging?into=" + address(names.get(4)).replaceAll("\\D", ""));

        editor.submit(entry + "/discarding");

        assertThat(names.stream().filter(this::isKnown))
                .containsExactly(names.get(0), names.get(1), names.get(2), names.get(4));
        assertThat(isKnown(name + "新")).isTrue();
    }

    @Test
    void whatAnAdministratorTypedAboutANameThatWentMeanwhileIsOnThePageThatSaysSo() {
        var entry = draft(name);
        var opened = administrator.page(address(name));
        editor.submit(entry + "/discarding");
        var note = "全国残疾人游泳锦标赛金牌得主，".repeat(4);

        var answer = administrator.submit(opened, "note", note);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("您写的内容", note);
    }

    @Test
    void anEarlierTextBringsItsNameBackWithTheReadingThatWasSaidAndTheLaterNameGoes() {
        var earlier = draftWithReading(name + "乙", "Shī Yǐ");
        editor.submit(earlier, "subjects[0].name", name + "丙");
        assertThat(isKnown(name + "乙")).isFalse();

        var restored = editor.page(earlier + "?save="
                + database.queryForObject(
                        "select min(since_version) from saved_text where entry_id = ?", Long.class, number(earlier)));
        assertThat(editor.submit(restored).statusCode()).isEqualTo(200);

        assertThat(mentions(earlier)).containsExactly(name + "乙");
        assertThat(isKnown(name + "丙")).isFalse();
        assertThat(database.queryForObject("select reading from subject where name = ?", String.class, name + "乙"))
                .isEqualTo("Shī Yǐ");
    }

    @Test
    void aNameThatAnotherTakesUpWhileItsDraftIsDiscardedIsNotLost() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            var taken = name + "抢" + round;
            var goes = draft(taken);
            var takes = round % 2 == 0 ? draft() : null;
            var discarding = administrator.page(goes + "/discarding");
            var writing = editor.page(takes == null ? "/admin/entries/new?year=2023" : takes);

            var answers = ConflictTest.atOnce(
                    () -> administrator.submit(discarding),
                    () -> editor.submit(writing, "title", "要用这个名称", "section", "visits", "subjects[0].name", taken));

            assertThat(answers)
                    .allSatisfy(answer -> assertThat(answer.statusCode())
                            .as(html(answer).text())
                            .isEqualTo(200));
            assertThat(mentions(answers.get(1).uri().getPath())).containsExactly(taken);
            assertThat(mentions(goes)).isEmpty();
        }
    }

    @Test
    void aNameThatOneDraftTakesUpWhileAnotherDropsItIsNotLost() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            var taken = name + "换" + round;
            var drops = draft(taken, taken + "乙");
            var takes = draft(taken + "丙", taken + "丁");
            var dropping = administrator.page(drops);
            var taking = editor.page(takes);

            var answers = ConflictTest.atOnce(
                    () -> administrator.submit(
                            dropping, "subjects[0].name", taken + "丁", "subjects[1].name", taken + "丙"),
                    () -> editor.submit(taking, "subjects[0].name", taken + "乙", "subjects[1].name", taken));

            assertThat(answers)
                    .allSatisfy(answer -> assertThat(answer.statusCode())
                            .as(html(answer).text())
                            .isIn(200, 409));
            if (answers.get(0).statusCode() == 200) {
                assertThat(mentions(drops)).containsExactly(taken + "丁", taken + "丙");
            }
            if (answers.get(1).statusCode() == 200) {
                assertThat(mentions(takes)).containsExactly(taken + "乙", taken);
            }
            assertThat(answers).anyMatch(answer -> answer.statusCode() == 200);
        }
    }

    private String draft(String... names) {
        var fields = new ArrayList<>(List.of("title", "说到" + name, "section", "visits"));
        for (int i = 0; i < names.length; i++) {
            fields.addAll(List.of("subjects[" + i + "].kind", "PERSON", "subjects[" + i + "].name", names[i]));
        }
        return saved(fields);
    }

    private String draftWithReading(String name, String reading) {
        return saved(List.of(
                "title", "说到" + name, "section", "visits", "subjects[0].name", name, "subjects[0].reading", reading));
    }

    private String saved(List<String> fields) {
        var all = new ArrayList<>(fields);
        all.addAll(List.of("date", "5月18日", "body", "正文。"));
        var answer = editor.submit("/admin/entries/new?year=2023", all.toArray(String[]::new));
        assertThat(answer.statusCode()).as(html(answer).text()).isEqualTo(200);
        return answer.uri().getPath();
    }

    private boolean isKnown(String name) {
        return Boolean.TRUE.equals(
                database.queryForObject("select count(*) > 0 from subject where name = ?", Boolean.class, name));
    }

    private String address(String name) {
        return "/admin/subjects/" + database.queryForObject("select id from subject where name = ?", Long.class, name);
    }

    private static Long number(String address) {
        return Long.valueOf(address.replaceAll("\\D", ""));
    }

    private List<String> mentions(String entry) {
        return database.queryForList("""
                select x.name from edition_subject m join subject x on x.id = m.subject_id
                join edition e on e.id = m.edition_id where e.entry_id = ? order by e.number, m.position""", String.class, number(entry));
    }
}
