package cn.jinshan.chronicle.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.jinshan.chronicle.Reader;
import cn.jinshan.chronicle.Staff;
import cn.jinshan.chronicle.WholeApplication;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Printed pages. */
@WholeApplication
@ExtendWith(Chromium.class)
class PrintTest {

    private static final String TITLE = "2023年金山区残疾人事业发展大事记";

    @Autowired
    Reader reader;

    @Autowired
    Staff staff;

    @ParameterizedTest
    @CsvSource({"/2023/booklet, 12, 18", "/2023/booklet?size=large, 20, 32"})
    void theBookletHasACoverRunningHeadsAndPageNumbers(String path, int fewest, int most, Browser browser)
            throws IOException {
        var pages = printed(path, browser);

        assertThat(pages).hasSizeBetween(fewest, most);
        assertThat(pages.get(0)).startsWith(TITLE).endsWith("金山区残疾人联合会");
        for (int page = 2; page <= pages.size(); page++) {
            assertThat(pages.get(page - 1).lines())
                    .as("page " + page)
                    .startsWith(TITLE)
                    .contains(String.valueOf(page))
                    .hasSizeGreaterThan(3);
        }
    }

    /** What the book says of itself stands behind its cover: at the end it came to have a page of its own. */
    @ParameterizedTest
    @ValueSource(strings = {"/2023/booklet", "/2023/booklet?size=large"})
    void theBookletEndsWithAPageOfItsIndex(String path, Browser browser) throws IOException {
        var pages = printed(path, browser);

        assertThat(pages.get(1)).contains("引言", "印制日期");
        assertThat(pages.get(pages.size() - 1)).contains("助医出行");
        assertThat(pages.get(pages.size() - 1).lines()).hasSizeGreaterThan(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/2023/booklet", "/2023/booklet?size=large"})
    void everySectionBeginsAPageAndNoHeadingEndsOne(String path, Browser browser) throws IOException {
        var pages = printed(path, browser);

        for (var section : List.of("引言", "高光时刻", "重要会议活动", "走访调研", "温暖瞬间", "大事年表", "人物、单位、地点")) {
            assertThat(pages)
                    .as(section)
                    .anySatisfy(page -> assertThat(page.lines().skip(1)).startsWith(section));
        }
        var headings =
                reader.page(path).select("main :is(h2, h3, h4), .booklet__date").eachText();
        assertThat(pages.subList(2, pages.size())).allSatisfy(page -> {
            var lines = page.lines().toList();
            assertThat(headings).doesNotContain(lines.get(lines.size() - 2).replaceAll("\\s+", " "));
        });
        assertThat(String.join("", pages)).doesNotContain("打印版", "微信", "内容有误");
    }

    @ParameterizedTest
    @CsvSource({"/2023, 2023年金山区残疾人事业发展大事记", "/accessibility, 金山区残疾人联合会　大事记"})
    void theRunningHeadNamesTheYearAndTheDistrict(String path, String head, Browser browser) throws IOException {
        var pages = printed(path, browser);

        assertThat(pages).hasSizeGreaterThan(1);
        assertThat(pages.subList(1, pages.size()))
                .allSatisfy(page -> assertThat(page.lines()).first().isEqualTo(head));
    }

    @Test
    void theBestNewsIsOnTheFirstSheet(Browser browser) throws IOException {
        assertThat(printed("/2023", browser)).first().asString().contains("这一年的亮点", "杭州亚残运会一金一铜");
    }

    @Test
    void theMonthsOfAYearFitOnOneSheet(Browser browser) throws IOException {
        assertThat(printed("/2023/figures", browser)).first().asString().contains("未注明月份", "合计", "合计里只算一次");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/2023", "/entries/11", "/2023/figures", "/about", "/words", "/accessibility"})
    void noPageEndsWithAHeading(String path, Browser browser) throws IOException {
        var headings = reader.page(path).select("h1, h2, h3, h4, caption").eachText();

        assertThat(printed(path, browser)).allSatisfy(page -> {
            var lines = page.lines().toList();
            assertThat(headings).doesNotContain(lines.get(lines.size() - 2).replaceAll("\\s+", " "));
        });
    }

    @Test
    void whatWasFoundIsPrintedWithItsAddressAndWithoutAField(Browser browser) throws IOException {
        try (var context = BrowserState.WIDE.context(browser, "zh-CN")) {
            var page = context.newPage();
            page.navigate(reader.address("/search?q=李婷"));
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

            PlaywrightAssertions.assertThat(page.locator("input:visible, button:visible"))
                    .hasCount(0);
            PlaywrightAssertions.assertThat(page.locator("footer"))
                    .containsText(
                            "/search?q=%E6%9D%8E%E5%A9%B7",
                            new LocatorAssertions.ContainsTextOptions().setUseInnerText(true));
        }
    }

    @ParameterizedTest
    @CsvSource({"large, 18", "big, 18", "biggest, 21", "large.biggest, 21"})
    void largeTypeIsLargeOnPaper(String settings, double points, Browser browser) {
        try (var context = BrowserState.WIDE.context(browser, "zh-CN")) {
            context.addCookies(List.of(new Cookie("reading", settings).setUrl(reader.address("/"))));
            var page = context.newPage();
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            for (var path : List.of("/2023", "/entries/14", "/about")) {
                page.navigate(reader.address(path));
                assertThat(points(page, "body")).as(path).isGreaterThanOrEqualTo(points);
            }

            page.navigate(reader.address("/2023/booklet"));
            assertThat(points(page, ".booklet__text")).isCloseTo(10.5, within(.1));
            page.navigate(reader.address("/2023/booklet?size=large"));
            assertThat(points(page, ".booklet__text")).isCloseTo(18, within(.1));
            assertThat(points(page, ".booklet__table caption")).isGreaterThan(14);
        }
    }

    private static double points(Page page, String selector) {
        return ((Number) page.evalOnSelector(
                        selector, "element => parseFloat(getComputedStyle(element).fontSize) * .75"))
                .doubleValue();
    }

    @Test
    void noLineOfTheIndexBeginsWithAComma(Browser browser) throws IOException {
        assertThat(String.join("\n", printed("/2023/booklet?lang=en", browser)).lines())
                .isNotEmpty()
                .noneMatch(line -> line.strip().startsWith(","));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/2023", "/entries/11", "/2023/figures", "/2023/booklet", "/subjects", "/accessibility"})
    void wordsAndBarsStandOutOnPaperWhateverTheScreenIsLike(String path, Browser browser) {
        try (var context = BrowserState.DARK.context(browser, "zh-CN")) {
            var page = context.newPage();
            assertThat(page.navigate(reader.address(path)).status()).isEqualTo(200);
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

            assertThat(Measures.ON_PAPER.below(page)).isEmpty();
        }
    }

    @Test
    void theInstructionsForStaffArePrintedOnThreeSheets(Browser browser) throws IOException {
        staff.account("wangli", "王莉", "EDITOR");
        try (var context = AtTheDesk.context(browser, true)) {
            var page = AtTheDesk.signedIn(context, reader, "wangli");
            page.navigate(reader.address("/admin/help"));
            try (var document = Loader.loadPDF(page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)))) {
                assertThat(texts(document)).hasSize(3).last().asString().contains("彻底删除");
            }
        }
    }

    /** The text of each page, all of A4. */
    private List<String> printed(String path, Browser browser) throws IOException {
        try (var context = BrowserState.WIDE.context(browser, "zh-CN")) {
            var page = context.newPage();
            assertThat(page.navigate(reader.address(path)).status()).isEqualTo(200);
            try (var document = Loader.loadPDF(page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)))) {
                assertThat(document.getPages()).allSatisfy(sheet -> {
                    assertThat(sheet.getMediaBox().getWidth()).isCloseTo(PDRectangle.A4.getWidth(), within(1f));
                    assertThat(sheet.getMediaBox().getHeight()).isCloseTo(PDRectangle.A4.getHeight(), within(1f));
                });
                return texts(document);
            }
        }
    }

    private static List<String> texts(PDDocument document) throws IOException {
        var stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        var texts = new ArrayList<String>();
        for (int page = 1; page <= document.getNumberOfPages(); page++) {
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            texts.add(stripper.getText(document).strip());
        }
        return texts;
    }
}
