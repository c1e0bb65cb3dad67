package cn.jinshan.chronicle.search;

import static cn.jinshan.chronicle.desk.ConflictTest.atOnce;
import static cn.jinshan.chronicle.desk.WritingTest.html;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Desk;
import cn.jinshan.chronicle.DeskApplication;
import cn.jinshan.chronicle.Desks;
import cn.jinshan.chronicle.changes.PublicChange;
import cn.jinshan.chronicle.changes.PublicChanges;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** How administrators keep the other names by which a search finds the same. */
@DeskApplication
class OtherNamesTest {

    private static final String NEW = "/admin/other-names/new";

    private static final AtomicInteger NAMES = new AtomicInteger();

    private final String name = "别名" + (char) ('甲' + NAMES.incrementAndGet());

    @Autowired
    Desks desks;

    @Autowired
    NameGroups groups;

    @Autowired
    PublicChanges changes;

    @Autowired
    JdbcTemplate database;

    @Autowired
    TransactionTemplate transaction;

    Desk administrator;

    @BeforeEach
    void signIn() {
        administrator = desks.administrator();
    }

    @Test
    void aGroupIsAddedChangedAndRemovedAndBothLogsSaySo() {
        long before = changes.position().number();
        var added = administrator.submit(NEW, "name", name, "others", name + "全称／ " + name + "/“”");
        assertThat(html(added).select("[role=status]").text()).isEqualTo("这一组已经加上，公众马上能用它搜索。");
        assertThat(groups.groups()).contains(List.of(name, name + "全称"));
        assertThat(row().text()).isEqualTo(name + " " + name + "全称");

        var thing = "name-group " + address().replaceAll("\\D+", "");
        var changed = administrator.submit(address(), "others", "老" + name + "/小" + name + "名");
        assertThat(html(changed).text()).contains("已经保存，公众马上能用它搜索。");
        assertThat(groups.groups()).contains(List.of(name, "小" + name + "名", "老" + name));

        var removed = administrator.submit(address() + "/removal");
        assertThat(html(removed).text()).contains("这一组已经删除。").doesNotContain(name);
        assertThat(groups.groups()).noneMatch(names -> names.contains(name));
        assertThat(database.queryForList("select verb from journal where thing = ? order by id", String.class, thing))
                .containsExactly("name-group.added", "name-group.changed", "name-group.removed");
        assertThat(changes.since(before).orElseThrow())
                .filteredOn(change -> change.kind() == PublicChange.Kind.OTHER_NAMES)
                .extracting(change -> "name-group " + change.thing())
                .containsExactly(thing, thing, thing);
        var line = administrator
                .page("/admin/journal")
                .select("tbody tr:has(:containsOwn(其他叫法" + thing.substring(11) + "))");
        assertThat(line.first().text()).contains("删除一组叫法", "（已去掉）");
        assertThat(line.select("a")).isEmpty();
    }

    @Test
    void everyMistakeIsNamedAtItsFieldAndWhatWasTypedStays() {
        for (var wrong : List.of(" ", "“”", name + "/别的", "长".repeat(41))) {
            var answer = administrator.submit(NEW, "name", wrong, "others", "短/" + "久".repeat(41));
            assertThat(answer.statusCode()).as(wrong).isEqualTo(422);
            assertThat(html(answer).select(".mistakes a").eachAttr("href"))
                    .containsExactlyInAnyOrder("#name", "#others");
            assertThat(html(answer).select("#name-mistake").text()).isEqualTo("请填写一种叫法，不超过40个字。另外几种写在下一格。");
            assertThat(html(answer).getElementById("others").val()).hasSize(43);
        }
        for (var wrong : List.of("", "/ ／", "“”", " " + name, many(21))) {
            var answer = add(administrator, name, wrong);
            assertThat(html(answer).select("#others-mistake").text())
                    .as(wrong)
                    .isEqualTo("请至少填写一种其他叫法，最多20种，用“/”隔开，每种不超过40个字。");
        }
        assertThat(add(administrator, name, many(20)).statusCode()).isEqualTo(200);
    }

    private String many(int names) {
        return IntStream.rangeClosed(1, names)
                .mapToObj(number -> name + "名" + number)
                .collect(joining("/"));
    }

    @Test
    void noTwoGroupsShareANameHoweverItIsWritten() {
        add(administrator, name, name + "Full");

        for (var taken : List.of(name, "“" + name + "”", name + "ＦＵＬＬ", name.replace("别", "別") + " full")) {
            for (var twice : List.of(add(administrator, taken, "新的"), add(administrator, "新的", "好的/" + taken))) {
                assertThat(twice.statusCode()).as(taken).isEqualTo(422);
                assertThat(html(twice).select("#name-mistake").text()).isEqualTo("这里有一种叫法，另一组里已经有了，请改那一组。");
            }
        }
        assertThat(administrator.submit(address(), "others", "残联").statusCode()).isEqualTo(422);
        var swapped = administrator.submit(address(), "name", name + "Full", "others", name);
        assertThat(html(swapped).text()).contains("已经保存");
    }

    @Test
    void ofTwoWhoUseTheSameNameAtOnceOneIsRefusedInWords() throws Exception {
        var other = desks.signedIn("zhaoliu", "赵柳", "ADMINISTRATOR");

        for (int round = 0; round < 3; round++) {
            var one = name + round;
            var answers = atOnce(() -> add(administrator, one, "同" + one), () -> add(other, "又" + one, "同" + one));
            assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(200, 422);
        }
    }

    @Test
    void whoeverHasNotSeenTheLastChangeIsShownItAndLosesNothing() {
        add(administrator, name, "甲" + name);
        var open = administrator.page(address());
        var removal = administrator.page(address() + "/removal");
        administrator.submit(address(), "others", "同事的" + name);

        var stale = administrator.submit(open, "others", "我的" + name);
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(html(stale).select(".mistakes").text()).contains("同事改动了这一组", "同事的" + name);
        assertThat(administrator.submit(removal).statusCode()).isEqualTo(409);
        assertThat(html(administrator.submit(html(stale))).text()).contains("已经保存", "我的" + name);

        var late = administrator.page(address());
        administrator.submit(address() + "/removal");
        var gone = administrator.submit(late, "others", "还是我的" + name);
        assertThat(gone.statusCode()).isEqualTo(409);
        assertThat(html(gone).select(".mistakes").text()).contains("同事删除了这一组");
        assertThat(html(administrator.submit(html(gone))).text()).contains("这一组已经加上", "还是我的" + name);
    }

    @Test
    void onlyAdministratorsKeepThem() {
        for (var desk : List.of(desks.editor(), desks.reviewer())) {
            assertThat(desk.get("/admin/other-names").statusCode()).isEqualTo(403);
            assertThat(add(desk, name, "甲" + name).statusCode()).isEqualTo(403);
            assertThat(desk.page("/admin/entries").select("nav").text()).doesNotContain("名称和用词");
        }
        assertThat(administrator.page("/admin/hints").select("nav").text()).contains("其他叫法");
        assertThat(administrator.get("/admin/other-names/999999").statusCode()).isEqualTo(404);
    }

    @Test
    void whatWasStoredWithUnusualCharactersIsListed() {
        add(administrator, name, "甲" + name);
        var address = address();
        transaction.executeWithoutResult(status ->
                database.update("update name_form set form = ? where form = ?", "甲\u200b" + name, "甲" + name));

        assertThat(listed(address)).contains(name, "U+200B");
        administrator.submit(address);
        assertThat(listed(address)).isEmpty();
    }

    private String listed(String address) {
        return administrator
                .page("/admin/characters")
                .select("tr:has(a[href=" + address + "])")
                .text();
    }

    private Element row() {
        return administrator.page("/admin/other-names").select("tbody tr").stream()
                .filter(row -> row.select("th").text().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private String address() {
        return row().select("a").attr("href");
    }

    private static HttpResponse<String> add(Desk desk, String name, String others) {
        return desk.post(NEW, "name", name, "others", others);
    }
}
