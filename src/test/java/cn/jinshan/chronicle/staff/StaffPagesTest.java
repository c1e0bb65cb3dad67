package cn.jinshan.chronicle.staff;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Desk;
import cn.jinshan.chronicle.Desks;
import cn.jinshan.chronicle.Staff;
import cn.jinshan.chronicle.WholeApplication;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@WholeApplication
class StaffPagesTest {

    private static final AtomicInteger NAMES = new AtomicInteger();
    private static final String CHOSEN = "春风茶杯七只猫走路";

    private final String name = "colleague" + NAMES.incrementAndGet();

    @Autowired
    Desks desks;

    @Autowired
    Accounts accounts;

    @Autowired
    Staff staff;

    @Test
    void whoIsInvitedChoosesTheirPasswordAndSignsIn() {
        var answer =
                desks.administrator().submit("/admin/staff/new", "name", name, "fullName", "李华", "role", "REVIEWER");
        assertThat(answer.statusCode()).isEqualTo(200);
        var link = link(answer);
        var desk = desks.anonymous();

        assertThat(desk.page(link).select("main").text()).contains("李华", name);
        var page = desk.page(link);
        assertThat(desk.get(link).statusCode()).as("opened to preview it").isEqualTo(200);
        assertThat(account().maySignIn()).isFalse();

        var chosen = choose(desk, link, CHOSEN);
        assertThat(chosen.headers().firstValue("Location").orElseThrow()).endsWith("/login");
        assertOver(desk.get(link));
        assertOver(desk.get("/invitations/" + "x".repeat(43)));
        assertOver(desk.submit(page, "password", CHOSEN, "passwordAgain", CHOSEN));
        assertThat(isSignedIn(desk.signIn(name, CHOSEN))).isTrue();
        assertThat(account().role()).isEqualTo(Role.REVIEWER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "l00k-alike",
                "look\u200b-alike",
                "\u043book-alike",
                "ｌｏｏｋ-alike",
                "LOOK-alike",
                "lo\u00adok-alike"
            })
    void aNameThatLooksLikeAnotherIsRefused(String alike) {
        staff.account("look-alike", "李华", "EDITOR");

        var answer =
                desks.administrator().submit("/admin/staff/new", "name", alike, "fullName", "李丽", "role", "EDITOR");

        assertThat(answer.statusCode()).isEqualTo(422);
    }

    @Test
    void aNameIsKnownWhateverUnseenCharacterWasPastedIntoIt() {
        staff.account("unseen-name", "李华", "EDITOR");

        assertThat(isSignedIn(desks.anonymous().signIn("unseen\u200b-na\u00adme\ufeff", Staff.PASSWORD)))
                .isTrue();
    }

    @Test
    void sixtyFourChineseCharactersAreAPassword() {
        var link = link(
                desks.administrator().submit("/admin/staff/new", "name", name, "fullName", "李华", "role", "EDITOR"));
        var long64 = "茶杯春风七只猫走".repeat(8);

        assertThat(choose(desks.anonymous(), link, "七只猫走路").statusCode()).isEqualTo(422);
        assertThat(choose(desks.anonymous(), link, "password123").statusCode()).isEqualTo(422);
        assertThat(choose(desks.anonymous(), link, "金山区残疾人联合会").statusCode()).isEqualTo(422);
        choose(desks.anonymous(), link, long64);

        assertThat(isSignedIn(desks.anonymous().signIn(name, long64))).isTrue();
        assertThat(isSignedIn(desks.anonymous().signIn(name, long64.substring(0, 63))))
                .isFalse();
    }

    @Test
    void nobodyGivesThemselvesARole() {
        var link = link(
                desks.administrator().submit("/admin/staff/new", "name", name, "fullName", "李华", "role", "EDITOR"));
        var desk = desks.anonymous();
        desk.submit(
                link, "password", CHOSEN, "passwordAgain", CHOSEN, "role", "ADMINISTRATOR", "id", "1", "name", "boss");
        desk.signIn(name, CHOSEN);
        long before = account().version();

        desk.post("/admin/me", "role", "ADMINISTRATOR", "id", "1");
        desk.submit("/admin/me/password", "role", "ADMINISTRATOR", "account.role", "ADMINISTRATOR", "id", "1");
        assertThat(desk.get("/admin/staff").statusCode()).isEqualTo(403);
        assertThat(desk.get("/admin/staff/" + account().id()).statusCode()).isEqualTo(403);
        assertThat(desk.post("/admin/staff/" + account().id(), "version", "" + before, "role", "ADMINISTRATOR")
                        .statusCode())
                .isEqualTo(403);

        assertThat(account().role()).isEqualTo(Role.EDITOR);
        assertThat(account().version()).isEqualTo(before);
    }

    @Test
    void everyMistakeOfAnInvitationIsNamedAtItsField() {
        staff.account(name, "李华", "EDITOR");
        var desk = desks.administrator();

        var empty = desk.submit("/admin/staff/new", "name", "a b", "fullName", " ", "role", "BOSS");
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(empty.body()).select(".mistakes a").eachAttr("href"))
                .containsExactlyInAnyOrder("#name", "#fullName", "#role");

        var taken = desk.submit("/admin/staff/new", "name", name.toUpperCase(), "fullName", "李丽", "role", "EDITOR");
        assertThat(taken.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(taken.body()).select("#name-mistake").text()).isEqualTo("这个用户名已经有人用了，或者看起来和别人的一样，请换一个。");
        assertThat(Jsoup.parse(taken.body()).getElementById("fullName").val()).isEqualTo("李丽");
        assertThat(Jsoup.parse(taken.body()).select("input[name=role][checked]").val())
                .isEqualTo("EDITOR");
    }

    @Test
    void aNameIsGivenOnceAlsoByTwoAtOnce() {
        var administrators = List.of(desks.administrator(), desks.administrator());
        for (int round = 0; round < 5; round++) {
            var fields = new String[] {"name", name + "x" + round, "fullName", "李华", "role", "EDITOR"};
            var answers = administrators.stream()
                    .map(desk -> CompletableFuture.supplyAsync(() -> desk.post("/admin/staff/new", fields)))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .map(HttpResponse::statusCode);

            assertThat(answers).containsExactlyInAnyOrder(200, 422);
        }
    }

    @Test
    void whoIsDisabledIsOutAtOnceAndBackWhenEnabled() {
        var colleague = desks.signedIn(name, "李华", "EDITOR");
        var page = "/admin/staff/" + account().id();
        var administrator = desks.administrator();

        administrator.submit(page + "/disabling");
        assertThat(isSignedIn(colleague)).isFalse();
        assertThat(isSignedIn(desks.anonymous().signIn(name, Staff.PASSWORD))).isFalse();

        administrator.submit(page + "/enabling");
        assertThat(isSignedIn(colleague)).as("the session of before").isFalse();
        assertThat(isSignedIn(desks.anonymous().signIn(name, Staff.PASSWORD))).isTrue();
    }

    @Test
    void aResetVoidsPasswordAndSessionsAndShowsALinkOnce() {
        var colleague = desks.signedIn(name, "李华", "EDITOR");

        var link = link(desks.administrator().submit("/admin/staff/" + account().id() + "/reset"));

        assertThat(isSignedIn(colleague)).isFalse();
        assertThat(isSignedIn(desks.anonymous().signIn(name, Staff.PASSWORD))).isFalse();
        choose(desks.anonymous(), link, CHOSEN);
        assertThat(isSignedIn(desks.anonymous().signIn(name, CHOSEN))).isTrue();
    }

    @Test
    void anotherRoleEndsTheSessions() {
        var colleague = desks.signedIn(name, "李华", "ADMINISTRATOR");

        desks.administrator().submit("/admin/staff/" + account().id(), "role", "EDITOR");

        assertThat(account().role()).isEqualTo(Role.EDITOR);
        assertThat(isSignedIn(colleague)).isFalse();
    }

    @Test
    void whoeverSavesLaterSeesWhatIsSavedAndKeepsWhatTheyTyped() {
        staff.account(name, "李华", "EDITOR");
        var address = "/admin/staff/" + account().id();
        var first = desks.administrator();
        var second = desks.administrator();
        var seen = second.page(address);
        first.submit(address, "role", "REVIEWER");

        var late = second.submit(seen, "fullName", "李桦");
        assertThat(late.statusCode()).isEqualTo(409);
        var page = Jsoup.parse(late.body(), seen.location());
        assertThat(page.select("[role=alert]").text()).contains("李华", "审核人");
        assertThat(page.getElementById("fullName").val()).isEqualTo("李桦");
        assertThat(page.select("input[name=role][checked]").val()).isEqualTo("EDITOR");
        assertThat(account().fullName()).isEqualTo("李华");

        second.submit(page);
        assertThat(account().fullName()).isEqualTo("李桦");
        assertThat(account().role()).isEqualTo(Role.EDITOR);
    }

    @Test
    void aDecisionOnAnOldPageIsAskedAgain() {
        staff.account(name, "李华", "EDITOR");
        var address = "/admin/staff/" + account().id();
        var desk = desks.administrator();
        var disabling = desk.page(address + "/disabling");
        var reset = desk.page(address + "/reset");
        desk.submit(address, "role", "REVIEWER");

        for (var old : List.of(disabling, reset)) {
            var late = desk.submit(old);
            assertThat(late.statusCode()).isEqualTo(409);
            assertThat(Jsoup.parse(late.body()).select("[role=alert]").text()).startsWith("您打开这一页以后");
        }
        assertThat(account().maySignIn()).isTrue();
    }

    @Test
    void whatIsNoAccountIsNotFound() {
        var desk = desks.administrator();

        assertThat(desk.get("/admin/staff/999999").statusCode()).isEqualTo(404);
        assertThat(desk.get("/admin/staff/999999/reset").statusCode()).isEqualTo(404);
        assertThat(desk.post("/admin/staff/999999/disabling", "version", "0").statusCode())
                .isEqualTo(404);
    }

    @Test
    void whoChangesTheirPasswordStaysHereAndIsOutElsewhere() {
        var here = desks.signedIn(name, "李华", "EDITOR");
        var there = desks.signedIn(name, "李华", "EDITOR");

        var wrong = here.submit(
                "/admin/me/password", "currentPassword", "wrong", "password", CHOSEN, "passwordAgain", CHOSEN);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(wrong.body()).select(".mistakes a").eachAttr("href"))
                .containsExactly("#currentPassword");
        assertThat(wrong.body()).doesNotContain(CHOSEN);
        assertThat(ownPassword(here, Staff.PASSWORD, "jinshan2023").statusCode())
                .isEqualTo(422);
        assertThat(isSignedIn(there)).isTrue();

        assertThat(ownPassword(here, Staff.PASSWORD, CHOSEN).statusCode()).isEqualTo(200);
        assertThat(isSignedIn(here)).isTrue();
        assertThat(isSignedIn(there)).isFalse();
        assertThat(isSignedIn(desks.anonymous().signIn(name, Staff.PASSWORD))).isFalse();
        assertThat(isSignedIn(desks.anonymous().signIn(name, CHOSEN))).isTrue();
    }

    @Test
    void aRefusedPasswordSaysWhyAtItsFieldAndIsNotShownAgain() {
        var desk = desks.signedIn(name, "李华", "EDITOR");

        var empty = Jsoup.parse(ownPassword(desk, "", "").body());
        assertThat(empty.select(".field__mistake").eachText()).containsExactly("请填写现在的密码。", "请填写新密码。");
        assertThat(empty.select(".mistakes").text()).contains("密码不会留在页面上，请再填一次").doesNotContain("没有丢失");
        assertThat(refused(ownPassword(desk, Staff.PASSWORD, "七只猫走路"))).isEqualTo("密码太短了，还差3个字符，至少8个。");
        assertThat(refused(ownPassword(desk, Staff.PASSWORD, name + "2023"))).startsWith("密码里有您的用户名或者姓名");
        assertThat(refused(desk.submit(
                        "/admin/me/password",
                        "currentPassword",
                        Staff.PASSWORD,
                        "password",
                        CHOSEN,
                        "passwordAgain",
                        CHOSEN + "二")))
                .isEqualTo("两次填写的密码不一样，请两格都再填一次。");
        for (int guess = 1; guess <= 5; guess++) {
            assertThat(ownPassword(desk, "", CHOSEN).statusCode())
                    .as("nothing is no guess")
                    .isEqualTo(422);
        }
        assertThat(isSignedIn(desks.anonymous().signIn(name, Staff.PASSWORD))).isTrue();
    }

    private static String refused(HttpResponse<String> answer) {
        var page = Jsoup.parse(answer.body());
        assertThat(page.select("input[type=password]").eachAttr("value")).allMatch(String::isEmpty);
        assertThat(page.select(".field__mistake"))
                .hasSize(1)
                .allSatisfy(mistake -> assertThat(page.select("[aria-describedby~=" + mistake.id() + "]"))
                        .hasSize(1));
        return page.select(".field__mistake").text();
    }

    @Test
    void guessesAtThePresentPasswordAreCounted() {
        var desk = desks.signedIn(name, "李华", "EDITOR");

        for (int guess = 1; guess <= 5; guess++) {
            assertThat(ownPassword(desk, "guess " + guess, CHOSEN).statusCode()).isEqualTo(422);
        }
        assertThat(ownPassword(desk, Staff.PASSWORD, CHOSEN).statusCode()).isEqualTo(429);
        assertThat(isSignedIn(desk)).isTrue();
    }

    @Test
    void sessionsAreListedAndEnded() {
        var here = desks.signedIn(name, "李华", "EDITOR");
        var there = desks.signedIn(name, "李华", "EDITOR");
        var elsewhere = desks.signedIn(name, "李华", "EDITOR");
        var page = here.page("/admin/me");
        assertThat(page.select(".sessions li")).hasSize(3);
        assertThat(page.select(".sessions strong")).hasSize(1);

        here.submit(page);
        assertThat(Stream.of(there, elsewhere)
                        .filter(StaffPagesTest::isSignedIn)
                        .count())
                .isOne();

        here.post("/admin/me/sessions/ending");
        assertThat(isSignedIn(there) || isSignedIn(elsewhere)).isFalse();
        assertThat(isSignedIn(here)).isTrue();
        assertThat(here.page("/admin/me").select(".sessions li")).hasSize(1);
    }

    @Test
    void nobodyEndsTheSessionsOfOthers() {
        var mine = desks.signedIn(name, "李华", "EDITOR");
        desks.signedIn(name, "李华", "EDITOR");
        var ending = mine.page("/admin/me").select(".sessions form").attr("action");

        desks.administrator().post(ending);

        assertThat(mine.page("/admin/me").select(".sessions li")).hasSize(2);
    }

    private Account account() {
        return accounts.findByName(name).orElseThrow();
    }

    private static String link(HttpResponse<String> answer) {
        var link = Jsoup.parse(answer.body()).select("#link").attr("href");
        assertThat(link).matches("/invitations/[\\w-]{43}");
        return link;
    }

    private static HttpResponse<String> choose(Desk desk, String link, String password) {
        return desk.submit(link, "password", password, "passwordAgain", password);
    }

    private static HttpResponse<String> ownPassword(Desk desk, String current, String chosen) {
        return desk.submit(
                "/admin/me/password", "currentPassword", current, "password", chosen, "passwordAgain", chosen);
    }

    private static void assertOver(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(Jsoup.parse(answer.body()).select("h1").text()).isEqualTo("这个链接不能用了");
    }

    private static boolean isSignedIn(Desk desk) {
        Document page = Jsoup.parse(desk.get("/admin/me").body());
        return page.select(".sessions").size() == 1;
    }
}
