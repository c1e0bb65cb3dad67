package cn.jinshan.chronicle.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Desks;
import cn.jinshan.chronicle.Reader;
import cn.jinshan.chronicle.ReviewedApplication;
import cn.jinshan.chronicle.Staff;
import cn.jinshan.chronicle.entries.Content;
import cn.jinshan.chronicle.entries.EventDate;
import cn.jinshan.chronicle.entries.Subject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;

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
        var entries = new LinkedHashMap<Long, String>();
        attempts().forEach(attempt -> entries.put(staff.published(YEAR, "visits", content(attempt)), attempt));
        assertThat(entries).hasSize(200);

        try (var context = browser.newContext(
                new Browser.NewContextOptions().setBypassCSP(true).setLocale("zh-CN"))) {
            var ran = new ArrayList<String>();
            var page = context.newPage();
            context.exposeFunction("boom", arguments -> ran.add(page.url()));
            page.onDialog(dialog -> {
                ran.add(dialog.message());
                dialog.dismiss();
            });
            // So that the attempt would be seen
            page.setContent("<img src=x onerror=boom()>");
            page.waitForCondition(() -> !ran.isEmpty());
            ran.clear();

            visit(page, "/" + YEAR);
            assertThat(page.locator("article")).isNotNull();
            entries.forEach((id, attempt) -> {
                visit(page, "/entries/" + id);
                assertThat(page.locator("h1").textContent()).as(attempt).isEqualTo(attempt.strip());
            });
            page.navigate(reader.address("/login"));
            page.getByLabel("用户名").fill("zhouzheng");
            page.getByLabel("密码").fill(Staff.PASSWORD);
            page.locator("main button").click();
            for (int number = 1; number <= 8; number++) {
                visit(page, "/admin/entries?year=" + YEAR + "&page=" + number);
            }
            entries.forEach((id, attempt) -> {
                visit(page, "/admin/entries/" + id);
                assertThat(page.locator("#body").inputValue()).isEqualTo(attempt);
            });
            assertThat(ran).isEmpty();
        }
    }

    private void visit(Page page, String path) {
        page.navigate(reader.address(path), new Page.NavigateOptions().setWaitUntil(WaitUntilState.DOMCONTENTLOADED));
        var strange = page.evaluate("""
                () => [...document.querySelectorAll('a[href], form[action], [src]')]
                    .map(element => element.href ?? element.action ?? element.src)
                    .filter(address => !/^(https?|mailto|tel):/.test(address))""");
        assertThat((List<?>) strange).as(path).isEmpty();
        assertThat(page.locator("main script:not([type=module]), main img, main iframe, main svg, main style")
                        .count())
                .as(path)
                .isZero();
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
                Stream.of(Subject.Kind.values())
                        .map(kind -> new Subject(kind, attempt))
                        .toList());
    }
}
