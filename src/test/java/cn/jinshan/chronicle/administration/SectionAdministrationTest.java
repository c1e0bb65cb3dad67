package cn.jinshan.chronicle.administration;

import static cn.jinshan.chronicle.desk.WritingTest.html;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Desk;
import cn.jinshan.chronicle.DeskApplication;
import cn.jinshan.chronicle.Desks;
import cn.jinshan.chronicle.Reader;
import cn.jinshan.chronicle.Staff;
import cn.jinshan.chronicle.desk.ConflictTest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;

@DeskApplication
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:administration")
class SectionAdministrationTest {

    @Autowired
    Reader reader;

    @Autowired
    Desks desks;

    @Autowired
    Staff staff;

    @Autowired
    JdbcTemplate database;

    Desk administrator;

    @BeforeEach
    void signIn() {
        administrator = desks.administrator();
    }

    @Test
    void aSectionIsAddedMovedRenamedAndRemovedAndTheOthersMoveAlong() {
        staff.opened(1971);
        var missing = add(1971, "title", "", "slug", "Rehab", "place", "0", "tone", "");
        assertThat(missing.statusCode()).isEqualTo(422);
        assertThat(html(missing).select(".mistakes a").eachAttr("href"))
                .containsExactlyInAnyOrder("#title", "#slug", "#place", "#tone");

        add(1971, "title", "康复服务", "slug", "rehab", "place", "1", "tone", "TEAL");
        add(1971, "title", "文化体育", "slug", "culture", "place", "", "tone", "PLUM");
        assertThat(places(1971)).containsExactly("1 rehab", "2 meetings", "3 visits", "4 culture");
        assertThat(reader.page("/1971").select(".sections__name").text()).startsWith("康复服务");

        var up = administrator
                .page("/admin/sections?year=1971")
                .select("form[action$=" + address(1971, "culture") + "]");
        administrator.post(up.get(0).attr("action"), pairs(Desk.fields(up.get(0))));
        assertThat(places(1971)).containsExactly("1 rehab", "2 meetings", "3 culture", "4 visits");
        administrator.submit(address(1971, "visits"), "place", "2", "title", "走访");
        assertThat(places(1971)).containsExactly("1 rehab", "2 visits", "3 meetings", "4 culture");
        administrator.submit(address(1971, "rehab"), "place", "99", "slug", "recovery");
        assertThat(places(1971)).containsExactly("1 visits", "2 meetings", "3 culture", "4 recovery");
        assertThat(reader.page("/1971").select(".sections__name").text()).startsWith("走访");

        var removal = address(1971, "meetings") + "/removal";
        long id = Long.parseLong(removal.replaceAll("\\D", ""));
        administrator.submit(removal);
        assertThat(places(1971)).containsExactly("1 visits", "2 culture", "3 recovery");
        assertThat(administrator.get(removal).statusCode()).isEqualTo(404);
        assertThat(database.queryForList("select verb from journal where thing = ?", String.class, "section " + id))
                .containsExactly("section.removed");
        assertThat(database.queryForList(
                        "select verb from journal where thing = ? order by id",
                        String.class,
                        address(1971, "recovery").replace("/admin/sections/", "section ")))
                .containsExactly("section.added", "section.changed", "section.moved");
    }

    @Test
    void aNewSectionsSlugComesFromItsTitle() {
        staff.opened(1925);
        add(1925, "title", "旅行服务", "tone", "TEAL");
        add(1925, "title", "旅行·福务", "tone", "TEAL");
        add(1925, "title", "2023年", "tone", "TEAL");
        add(1925, "title", "“？”", "tone", "TEAL");
        add(1925, "title", "！", "tone", "TEAL");
        add(1925, "title", "长".repeat(100), "tone", "TEAL");
        assertThat(places(1925))
                .containsExactly(
                        "1 meetings",
                        "2 visits",
                        "3 lv-xing-fu-wu",
                        "4 lv-xing-fu-wu-2",
                        "5 section-2023-nian",
                        "6 section",
                        "7 section-2",
                        "8 " + "chang-".repeat(8) + "ch");

        staff.opened(1926);
        administrator.submit(address(1926, "visits") + "/removal");
        add(1926, "title", "走访调研", "tone", "GREEN");
        assertThat(places(1926)).as("joined with that of the other years").containsExactly("1 meetings", "2 visits");

        var form = administrator.page("/admin/sections/new?year=1926");
        assertThat(form.select("details:not([open]) #slug")).hasSize(1);
        var wrong = html(add(1926, "title", "旅行服务", "slug", "Reise", "tone", "TEAL"));
        assertThat(wrong.select("details[open] #slug").val()).isEqualTo("Reise");
        assertThat(wrong.select("#slug-mistake").text()).startsWith("网址里的名字要这样写：");
        administrator.submit(address(1925, "lv-xing-fu-wu"), "slug", "travel");
        administrator.submit(address(1925, "travel"), "slug", "");
        assertThat(places(1925)).contains("3 lv-xing-fu-wu");
    }

    @Test
    void aSlugIsItsOwnWithinTheYearAlsoWhenTwoAddItAtOnce() throws Exception {
        staff.opened(1972);
        var taken = add(1972, "title", "又一个走访", "slug", "visits", "tone", "RED");
        assertThat(taken.statusCode()).isEqualTo(422);
        assertThat(html(taken).select("#slug-mistake").text()).isEqualTo("这一年已经有一个栏目用这个名字了，请换一个。");
        assertThat(html(taken).getElementById("title").val()).isEqualTo("又一个走访");
        var renamed = administrator.submit(address(1972, "meetings"), "slug", "visits");
        assertThat(html(renamed).select("#slug-mistake").text()).isEqualTo("这一年已经有一个栏目用这个名字了，请换一个。");

        var other = desks.administrator();
        for (int round = 0; round < 10; round++) {
            var fields = new String[] {"year", "1972", "title", "同时" + round, "slug", "twice-" + round, "tone", "RED"};
            var answers = ConflictTest.atOnce(
                    () -> administrator.post("/admin/sections/new", fields),
                    () -> other.post("/admin/sections/new", fields));
            assertThat(answers.stream().map(HttpResponse::statusCode)).containsExactlyInAnyOrder(200, 422);
        }
        assertThat(places(1972)).hasSize(12).last().asString().startsWith("12 ");
    }

    @Test
    void aSectionHasAnEnglishTitleWhichEnglishPagesShowAtOnceAndWhichMovesAlong() {
        staff.opened(1970);
        add(1970, "title", "康复服务", "titleEn", "Rehabilitation", "slug", "rehab", "tone", "TEAL");
        assertThat(reader.page("/1970").select(".sections__name").last().text()).isEqualTo("康复服务");
        assertThat(english(1970)).containsExactly("重要会议活动 zh-CN", "走访调研 zh-CN", "Rehabilitation ");

        administrator.submit(address(1970, "meetings"), "titleEn", "Meetings");
        assertThat(english(1970)).containsExactly("Meetings ", "走访调研 zh-CN", "Rehabilitation ");
        var up = administrator
                .page("/admin/sections?year=1970")
                .select("form[action$=" + address(1970, "rehab") + "]")
                .get(0);
        administrator.post(up.attr("action"), pairs(Desk.fields(up)));
        assertThat(english(1970)).containsExactly("Meetings ", "Rehabilitation ", "走访调研 zh-CN");

        var taken = administrator.submit(address(1970, "visits"), "titleEn", "“Meetings”");
        assertThat(taken.statusCode()).isEqualTo(422);
        assertThat(html(taken).select(".mistakes a").attr("href")).isEqualTo("#titleEn");
        assertThat(html(taken).select("#titleEn-mistake").text()).isEqualTo("这一年已经有一个栏目用这个英文名称了，请换一个能分清的名称。");
        assertThat(administrator
                        .submit(address(1970, "visits"), "titleEn", "x".repeat(101))
                        .statusCode())
                .isEqualTo(422);
        assertThat(database.queryForList(
                        "select note from journal where thing = ? and verb = 'section.changed'",
                        String.class,
                        address(1970, "meetings").replace("/admin/sections/", "section ")))
                .containsExactly("english");
    }

    /** What an English page calls the sections of a year, each with the language that it says it is in. */
    private List<String> english(int year) {
        return reader.page("/" + year + "?lang=en").select(".sections__name").stream()
                .map(name -> name.text() + " " + name.attr("lang"))
                .toList();
    }

    @Test
    void aYearTakesOverTheEnglishTitlesOfTheOneBefore() {
        staff.opened(1968);
        administrator.submit(address(1968, "visits"), "titleEn", "Visits");
        administrator.post("/admin/chronicles/new", "year", "1969", "title", "一九六九");

        assertThat(administrator
                        .page(address(1969, "visits"))
                        .getElementById("titleEn")
                        .val())
                .isEqualTo("Visits");
    }

    @Test
    void aTitleIsItsOwnWithinTheYearAlsoWhenASectionIsRenamed() {
        staff.opened(1979);

        var added = add(1979, "title", "走访·调研", "slug", "tours", "tone", "RED");
        var renamed = administrator.submit(address(1979, "meetings"), "title", "走访调研");

        for (var refused : List.of(added, renamed)) {
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(html(refused).select("#title-mistake").text()).isEqualTo("这一年已经有一个栏目叫这个名称了，请换一个能分清的名称。");
            assertThat(html(refused).select(".mistakes a").attr("href")).isEqualTo("#title");
        }
        assertThat(html(added).getElementById("slug").val()).isEqualTo("tours");
        assertThat(places(1979)).containsExactly("1 meetings", "2 visits");
        assertThat(administrator.submit(address(1979, "visits"), "tone", "PLUM").statusCode())
                .isEqualTo(200);
    }

    @Test
    void onceAnEntryStandsInASectionItsSlugIsFixedAndItStays() {
        staff.opened(1973);
        var open = administrator.page(address(1973, "visits"));
        var removal = administrator.page(address(1973, "visits") + "/removal");
        staff.drafted(1973, "visits", "5月1日", "1973-05-01", "有了一条");

        var slug = administrator.submit(open, "slug", "tours", "title", "走访慰问");
        assertThat(slug.statusCode()).isEqualTo(422);
        assertThat(html(slug).select(".mistakes a").attr("href")).isEqualTo("#slug");
        assertThat(html(slug).select("#slug").text()).contains("visits", "不能再改");
        assertThat(html(slug).getElementById("title").val()).isEqualTo("走访慰问");
        assertThat(administrator.submit(html(slug)).statusCode()).isEqualTo(200);
        assertThat(administrator.page("/admin/sections?year=1973").text()).contains("走访慰问", "visits");

        assertThat(administrator.page(address(1973, "visits")).select("input#slug"))
                .isEmpty();
        assertThat(administrator.submit(removal).statusCode()).isEqualTo(409);
        assertThat(administrator.page(address(1973, "visits") + "/removal").text())
                .contains("这个栏目里有条目，不能去掉。");
        assertThat(administrator
                        .post(address(1973, "visits") + "/removal", "version", version(1973, "visits"))
                        .statusCode())
                .isEqualTo(409);
        assertThat(places(1973)).hasSize(2);
    }

    @Test
    void aClosedYearTakesNoNewSectionButItsSectionsAreCorrected() {
        staff.opened(1974);
        staff.close(1974);

        assertThat(administrator.page("/admin/sections?year=1974").text())
                .contains("不能加新栏目")
                .doesNotContain("加一个栏目");
        var refused = add(1974, "title", "新栏目", "slug", "new", "tone", "RED");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(html(refused).select(".mistakes").text()).contains("这一年的大事记已经定稿，不能加新栏目。");

        administrator.submit(address(1974, "visits"), "title", "走访（更正）", "place", "1");
        assertThat(reader.page("/1974").select(".sections__name").text()).startsWith("走访（更正）");
        administrator.submit(address(1974, "meetings") + "/removal");
        assertThat(places(1974)).containsExactly("1 visits");
    }

    @Test
    void whoeverIsLateSeesWhatIsSavedAndKeepsWhatTheyTyped() {
        staff.opened(1975);
        var seen = administrator.page(address(1975, "visits"));
        var removal = administrator.page(address(1975, "visits") + "/removal");
        desks.administrator().submit(address(1975, "visits"), "title", "同事改的", "titleEn", "Changed");

        var late = administrator.submit(seen, "title", "自己改的", "tone", "PLUM");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(html(late).select("[role=alert]").text()).contains("同事改的，Changed，网址里的名字是visits，排第2，绿色，圆环。");
        assertThat(html(late).getElementById("title").val()).isEqualTo("自己改的");
        assertThat(html(late).select("input[name=tone][checked]").val()).isEqualTo("PLUM");
        assertThat(administrator.submit(removal).statusCode()).isEqualTo(409);
        assertThat(administrator.submit(html(late)).statusCode()).isEqualTo(200);
        assertThat(administrator.page("/admin/sections?year=1975").text()).contains("自己改的");
    }

    @Test
    void whatWasTypedOfASectionThatIsGoneBecomesANewOne() {
        staff.opened(1978);
        var open = administrator.page(address(1978, "visits"));
        administrator.submit(address(1978, "visits") + "/removal");

        var late = administrator.submit(open, "title", "自己改的");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(html(late).select("[role=alert]").text()).contains("同事去掉了这个栏目", "就重新加上");
        assertThat(html(late).getElementById("title").val()).isEqualTo("自己改的");
        assertThat(html(administrator.submit(html(late))).select("tbody th").eachText())
                .contains("自己改的");
    }

    @Test
    void twoMovesAtOnceLeaveNoGap() throws Exception {
        staff.opened(1976);
        add(1976, "title", "第三", "slug", "third", "tone", "RED");
        add(1976, "title", "第四", "slug", "fourth", "tone", "RED");
        var other = desks.administrator();
        for (int round = 0; round < 20; round++) {
            var last = places(1976).get(3).substring(2);
            var third = places(1976).get(2).substring(2);
            ConflictTest.atOnce(() -> move(administrator, last, "1"), () -> move(other, third, "2"));
            assertThat(places(1976)).extracting(place -> place.charAt(0)).containsExactly('1', '2', '3', '4');
        }
    }

    @Test
    void anEntryWhoseSectionIsGoneKeepsWhatWasTyped() {
        staff.opened(1977);
        var editor = desks.editor();
        var form = editor.page("/admin/entries/new?year=1977");
        administrator.submit(address(1977, "meetings") + "/removal");

        var refused = editor.submit(form, "title", "写到一半", "section", "meetings");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(html(refused).select(".mistakes a").attr("href")).isEqualTo("#section");
        assertThat(html(refused).getElementById("title").val()).isEqualTo("写到一半");
    }

    @Test
    void onlyAdministratorsKeepSectionsAndUnknownOnesAreNotFound() {
        for (var desk : List.of(desks.editor(), desks.reviewer())) {
            assertThat(desk.get("/admin/sections").statusCode()).isEqualTo(403);
            assertThat(desk.post("/admin/sections/1/removal", "version", "0").statusCode())
                    .isEqualTo(403);
        }
        for (var unknown : List.of("?year=1901", "/999999", "/999999/removal", "/new", "/new?year=1901")) {
            assertThat(administrator.get("/admin/sections" + unknown).statusCode())
                    .as(unknown)
                    .isEqualTo(404);
        }
    }

    private HttpResponse<String> add(int year, String... fields) {
        var all = new ArrayList<>(List.of(fields));
        all.addAll(List.of("year", "" + year));
        return administrator.post("/admin/sections/new", all.toArray(String[]::new));
    }

    private HttpResponse<String> move(Desk desk, String slug, String place) {
        return desk.submit(address(1976, slug), "place", place);
    }

    private static String[] pairs(Map<String, List<String>> fields) {
        return fields.entrySet().stream()
                .filter(field -> !field.getKey().equals("_csrf"))
                .flatMap(field -> Stream.of(field.getKey(), field.getValue().get(0)))
                .toArray(String[]::new);
    }

    private String address(int year, String slug) {
        return "/admin/sections/" + of("s.id", year, slug);
    }

    private String version(int year, String slug) {
        return of("s.version", year, slug);
    }

    private String of(String column, int year, String slug) {
        return database.queryForObject(
                "select " + column + " from section s join chronicle c on c.id = s.chronicle_id"
                        + " where chronicle_year = ? and slug = ?",
                String.class,
                year,
                slug);
    }

    private List<String> places(int year) {
        return database.queryForList(
                "select concat(s.position, ' ', slug) from section s join chronicle c on c.id = s.chronicle_id"
                        + " where chronicle_year = ? order by s.position, s.id",
                String.class,
                year);
    }
}
