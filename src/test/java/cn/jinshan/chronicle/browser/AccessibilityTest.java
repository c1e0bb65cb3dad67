package cn.jinshan.chronicle.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Reader;
import cn.jinshan.chronicle.Staff;
import cn.jinshan.chronicle.WholeApplication;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Contrast;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;

/** Public pages in the states that {@link EveryPublicPageTest} does not go through. */
@WholeApplication
@ExtendWith(Chromium.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessibilityTest {

    private static final List<String> PAGES = List.of(
            "/2023",
            "/2023?section=visits&month=7",
            "/2023?view=sections",
            "/2023?month=4",
            "/1996",
            "/entries/11",
            "/entries/22",
            "/2023/figures",
            "/2023/booklet",
            "/reading?back=/2023",
            "/entries/27",
            "/subjects",
            "/subjects/1",
            "/words",
            "/reports/new?entry=11",
            "/reports/thanks?entry=11",
            "/about",
            "/accessibility",
            "/search",
            "/search?q=liting",
            "/search?q=%E6%AE%8B%E7%96%BE%E4%BA%BA&section=visits&month=7",
            "/search?q=%E5%9D%90%E5%BC%8F%E6%8E%92%E6%B1%82",
            "/nothing",
            "/entries/GONE");

    /** What those of them answer that are no pages. */
    private static final Map<String, Integer> REFUSED = Map.of("/nothing", 404, "/entries/GONE", 410);

    @Autowired
    Reader reader;

    @Autowired
    Staff staff;

    long gone;

    @BeforeAll
    void everyKindOfDateAndAnEntryTakenDown() {
        staff.opened(1996);
        staff.published(1996, "meetings", "一季度", "1996-33", "会");
        staff.published(1996, "visits", "3月5日至7日", "1996-03-05/1996-03-07", "春季走访");
        staff.published(1996, "visits", "10月下旬", "[1996-10-21..1996-10-31]", "下旬走访");
        staff.published(1996, "visits", "7月2日、9日", "{1996-07-02,1996-07-09}", "两次走访");
        gone = staff.published(1996, "visits", "5月1日", "1996-05-01", "撤下的走访");
        staff.withdraw(gone);
    }

    @Test
    void axeFindsNothingNothingIsSmallOrCutAndNoPageScrollsSidewaysOrBreaksItsPolicy(Browser browser) {
        try (var context = BrowserState.TABLET.context(browser, "zh-CN")) {
            var page = context.newPage();
            var complaints = new ArrayList<String>();
            page.onConsoleMessage(message -> complaints.add(message.text()));
            for (var path : PAGES) {
                assertThat(page.navigate(address(path)).status()).as(path).isEqualTo(REFUSED.getOrDefault(path, 200));
                page.evaluate("() => document.querySelectorAll('details').forEach(details => details.open = true)");
                for (var state : List.of(
                        BrowserState.WIDE,
                        BrowserState.DARK,
                        BrowserState.PHONE,
                        BrowserState.ZOOMED,
                        BrowserState.FORCED_COLOURS,
                        BrowserState.TABLET)) {
                    state.show(page);

                    assertThat(Axe.sideways(page)).as(path + state).isZero();
                    assertThat(Measures.STANDARD.below(page)).as(path + state).isEmpty();
                }
                assertThat(Axe.violations(page)).as(path).isEmpty();
                page.emulateMedia(new Page.EmulateMediaOptions().setContrast(Contrast.MORE));
                assertThat(Measures.HIGH_CONTRAST.below(page)).as(path).isEmpty();
                assertThatSpacedOutTextStaysWhole(page, path);
            }
            assertThat(complaints).noneMatch(complaint -> complaint.contains("Content Security Policy"));
        }
    }

    /** With the spacing of WCAG 2.2, 1.4.12. */
    private static void assertThatSpacedOutTextStaysWhole(Page page, String path) {
        page.evaluate("""
                () => {
                    for (const element of document.querySelectorAll('*')) {
                        const style = element.style;
                        style.lineHeight = '1.5'; style.letterSpacing = '.12em'; style.wordSpacing = '.16em';
                    }
                    for (const p of document.querySelectorAll('p')) p.style.marginBottom = '2em';
                }""");
        for (var state : List.of(BrowserState.WIDE, BrowserState.PHONE)) {
            state.show(page);

            assertThat(Axe.sideways(page)).as(path + state).isZero();
            var cut = page.evaluate("""
                    () => [...document.querySelectorAll('a, p, h1, h2, h3, h4, dd, li, label')]
                        .filter(box => getComputedStyle(box).overflow !== 'visible' && !box.matches('.skip, .unseen'))
                        .filter(box => box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1)
                        .map(box => box.className)""");
            assertThat((List<?>) cut).as(path + state).isEmpty();
        }
    }

    @Test
    void noHeadingLevelIsSkipped() {
        for (var path : PAGES) {
            var levels =
                    reader.anyPage(path.replace("GONE", String.valueOf(gone))).select("h1, h2, h3, h4, h5, h6").stream()
                            .map(heading -> Integer.parseInt(heading.tagName().substring(1)))
                            .toList();

            assertThat(levels).as(path).startsWith(1).containsOnlyOnce(1);
            for (int i = 1; i < levels.size(); i++) {
                assertThat(levels.get(i)).as(path).isLessThanOrEqualTo(levels.get(i - 1) + 1);
            }
        }
    }

    @Test
    void noTwoLinksOfThePageReadAlikeAndLeadElsewhere() {
        for (var path :
                List.of("/2023", "/2023?section=visits&month=7", "/2023/figures", "/2023/booklet", "/entries/11")) {
            var page = reader.page(path);
            var names = page.select("a:not([aria-hidden=true] *)").stream()
                    .map(link -> link.text() + " → " + link.attr("href"))
                    .distinct()
                    .map(named -> named.substring(0, named.indexOf(" → ")));

            assertThat(names).as(path).doesNotHaveDuplicates();
        }
    }

    private String address(String path) {
        return reader.address(path.replace("GONE", String.valueOf(gone)));
    }
}
