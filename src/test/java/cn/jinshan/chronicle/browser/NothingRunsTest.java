package cn.jinshan.chronicle.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Desks;
import cn.jinshan.chronicle.Reader;
import cn.jinshan.chronicle.ReviewedApplication;
import cn.jinshan.chronicle.Staff;
import cn.jinshan.chronicle.dates.EventDate;
import cn.jinshan.chronicle.entries.Content;
import cn.jinshan.chronicle.entries.Subject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.util.UriUtils;

/**
 * Two hundred attempts to have a script run from every field of an entry, in a browser that is told to ignore the
 * content security policy, so that nothing but the escaping keeps them out (OWASP ASVS 5.0, 1.2.1).
 */
@ReviewedApplication
@ExtendWith(Chromium.class)
class NothingRunsTest {

    private static final int YEAR = 1990;

    private static final List<String> SCRIPTS = List.of(
            "<script>boom()</script>",
            "<ScRiPt>boom()</sCrIpT>",
            "<script src=//evil/x.js></script>",
            "<img src=x onerror=boom()>",
            "<img/src=x onerror=boom()//",
            "<svg onload=boom()>",
            "<svg><script>boom()</script></svg>",
            "<svg><animate onbegin=boom() attributeName=x dur=1s>",
            "<body onload=boom()>",
            "<iframe src=javascript:boom()>",
            "<iframe srcdoc='<script>parent.boom()</script>'>",
            "<object data=javascript:boom()>",
            "<embed src=javascript:boom()>",
            "<details open ontoggle=boom()>",
            "<input autofocus onfocus=boom()>",
            "<video><source onerror=boom()></video>",
            "<audio src=x onerror=boom()>",
            "<marquee onstart=boom()>",
            "<style>@import'javascript:boom()';</style>",
            "<link rel=stylesheet href=javascript:boom()>",
            "<meta http-equiv=refresh content='0;javascript:boom()'>",
            "<base href=javascript:boom()//>",
            "<form action=javascript:boom()><button>x",
            "<math><mi xlink:href=javascript:boom()>x",
            "<a href=javascript:boom()>x</a>",
            "<a href='jav&#x09;ascript:boom()'>x</a>",
            "<template><script>boom()</script></template>",
            "<noscript><img src=x onerror=boom()></noscript>",
            "<textarea></textarea><script>boom()</script>",
            "</textarea><script>boom()</script>",
            "</title><script>boom()</script>",
            "</script><script>boom()</script>",
            "--><script>boom()</script>",
            "]]><script>boom()</script>",
            "javascript:boom()",
            "JaVaScRiPt:boom()",
            "data:text/html,<script>boom()</script>",
            "vbscript:boom()",
            "{{constructor.constructor('boom()')()}}",
            "${boom()} __${boom()}__ [[${boom()}]] *{boom()} @{boom()}");

    private static final List<String> WAYS_IN =
            List.of("%s", "\">%s", "' autofocus onfocus='boom()' x='%s", "[x](%s)", "![x](<%s>)");

    /** So many pages are open at once. */
    private static final int AT_ONCE = 25;

    /** Parses and draws each page in a frame of its own, which takes a fraction of the time of going there. */
    private static final String FRAMES = """
            async (addresses) => {
                const frames = await Promise.all(addresses.map(async (address) => {
                    const frame = document.createElement('iframe');
                    frame.name = address;
                    const answer = await fetch(address);
                    frame.srcdoc = await answer.text();
                    frame.dataset.status = answer.status;
                    const loaded = new Promise((done) => frame.onload = done);
                    document.body.append(frame);
                    await loaded;
                    return frame;
                }));
                await new Promise((done) => setTimeout(done, 300));
                return frames.map((frame) => {
                    const page = frame.contentDocument;
                    const shown = {
                        status: Number(frame.dataset.status),
                        heading: page.querySelector('h1')?.textContent,
                        text: page.getElementById('body')?.value,
                        attempted: page.querySelector('main')?.textContent.includes('boom()'),
                        acting: page.querySelectorAll('main :is(script:not([type=module]), img, iframe, svg, style)').length,
                        strange: [...page.querySelectorAll('a[href], form[action], [src]')]
                            .map((element) => element.href ?? element.action ?? element.src)
                            .filter((address) => !/^(https?|mailto|tel):/.test(address)),
                    };
                    frame.remove();
                    return shown;
                });
            }""";

    @Autowired
    Reader reader;

    @Autowired
    Staff staff;

    @Autowired
    Desks desks;

    @Test
    void whateverIsTypedIsShownAndNotRun(Browser browser) {
        desks.reviewer();
        staff.opened(YEAR);
        var entries = new LinkedHashMap<String, String>();
        attempts()
                .forEach(attempt ->
                        entries.put(String.valueOf(staff.published(YEAR, "visits", content(attempt))), attempt));
        assertThat(entries).hasSize(200);

        try (var context = browser.newContext(
                new Browser.NewContextOptions().setBypassCSP(true).setLocale("zh-CN"))) {
            var ran = new HashSet<String>();
            var page = context.newPage();
            context.exposeBinding(
                    "boom", (source, arguments) -> ran.add(source.frame().name()));
            page.onDialog(dialog -> {
                ran.add(dialog.message());
                dialog.dismiss();
            });
            page.navigate(reader.address("/login"));
            page.getByLabel("用户名").fill("zhouzheng");
            page.getByLabel("密码").fill(Staff.PASSWORD);
            page.locator("main button").click();
            PlaywrightAssertions.assertThat(page.locator("h1")).hasText("待办");

            frames(page, SCRIPTS.stream().map(NothingRunsTest::unescaped).toList());
            assertThat(ran).as("that an attempt would be seen").hasSizeGreaterThan(SCRIPTS.size() / 4);
            ran.clear();

            var lists = Stream.concat(
                    Stream.of("/" + YEAR, "/" + YEAR + "/booklet", "/subjects", "/search?q=boom"),
                    IntStream.rangeClosed(1, 4).mapToObj(of -> "/admin/entries?year=" + YEAR + "&page=" + of));
            assertThat(look(page, lists.toList()))
                    .allSatisfy((address, shown) ->
                            assertThat(shown.get("attempted")).as(address).isEqualTo(true));
            var searches =
                    SCRIPTS.stream().map(script -> "/search?q=" + UriUtils.encode(script, StandardCharsets.UTF_8));
            assertThat(look(page, searches.toList()))
                    .allSatisfy((address, shown) ->
                            assertThat(shown.get("attempted")).as(address).isEqualTo(true));
            assertThatEachIsShown(entries, "/entries/", "heading", page);
            assertThatEachIsShown(entries, "/admin/entries/", "text", page);
            assertThat(ran).isEmpty();
        }
    }

    /** On the page of its entry, letter for letter. */
    private static void assertThatEachIsShown(Map<String, String> attempts, String address, String where, Page page) {
        var shown = look(page, attempts.keySet().stream().map(address::concat).toList());
        attempts.forEach((id, attempt) ->
                assertThat(shown.get(address + id).get(where)).as(address + id).isEqualTo(attempt));
    }

    /** What pages show, by their addresses; none has anything of what was typed that could act. */
    private static Map<String, Map<String, Object>> look(Page page, List<String> addresses) {
        var shown = new LinkedHashMap<String, Map<String, Object>>();
        for (int start = 0; start < addresses.size(); start += AT_ONCE) {
            var some = addresses.subList(start, Math.min(start + AT_ONCE, addresses.size()));
            var frames = frames(page, some);
            for (int i = 0; i < some.size(); i++) {
                shown.put(some.get(i), frames.get(i));
            }
        }
        assertThat(shown)
                .hasSameSizeAs(addresses)
                .allSatisfy((address, each) -> assertThat(each)
                        .as(address)
                        .containsAllEntriesOf(Map.of("status", 200, "acting", 0, "strange", List.of())));
        return shown;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> frames(Page page, List<String> addresses) {
        return (List<Map<String, Object>>) page.evaluate(FRAMES, addresses);
    }

    private static String unescaped(String html) {
        return "data:text/html;charset=utf-8," + UriUtils.encode(html, StandardCharsets.UTF_8);
    }

    private static Stream<String> attempts() {
        return WAYS_IN.stream().flatMap(way -> SCRIPTS.stream().map(way::formatted));
    }

    private static Content content(String attempt) {
        return new Content(
                attempt,
                attempt,
                EventDate.of(attempt, YEAR + "-05", YEAR),
                attempt,
                attempt,
                attempt,
                attempt,
                Stream.of(Subject.Kind.values())
                        .map(kind -> new Subject(kind, attempt))
                        .toList());
    }
}
