package cn.jinshan.chronicle.reader;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Reader;
import cn.jinshan.chronicle.Staff;
import cn.jinshan.chronicle.WholeApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The highlights of a year, as readers meet them. */
@WholeApplication
class HighlightsPageTest {

    @Autowired
    Reader reader;

    @Autowired
    Staff staff;

    @ParameterizedTest
    @ValueSource(strings = {"", "reading=large", "reading=easy", "reading=large.biggest"})
    void theyStandAboveTheFirstEntryByTheirTitlesAndEachStandsOnceBelow(String reading) {
        var page = reader.page("/2023", "Cookie", reading);
        var results = page.select("section.results").first();

        assertThat(results.select("> .highlights h3").text()).isEqualTo("这一年的亮点");
        assertThat(results.select("> .highlights ol > li.tone-gold > a").eachAttr("href"))
                .containsExactly(
                        "/entries/1",
                        "/entries/2",
                        "/entries/3",
                        "/entries/4",
                        "/entries/5",
                        "/entries/6",
                        "/entries/7",
                        "/entries/8",
                        "/entries/9");
        assertThat(results.select(".highlights a").first().text())
                .isEqualTo(reading.contains("easy") ? "李婷得金牌，李雷得铜牌" : "杭州亚残运会一金一铜");
        assertThat(results.select(".highlights article")).isEmpty();
        assertThat(results.select(".highlights ~ .timeline article")).hasSize(29);
        assertThat(page.select("#entry-1")).hasSize(1);
        assertThat(page.select("#results").attr("data-count")).isEqualTo("29");
    }

    @Test
    void inEnglishTheHeadingIsEnglishAndTheTitlesSayThatTheyAreNot() {
        var highlights = reader.page("/2023?lang=en").select(".highlights");

        assertThat(highlights.select("h3").text()).isEqualTo("Highlights of the year");
        assertThat(highlights.select("li > a[lang=zh-CN]")).hasSize(9);
        assertThat(highlights.select("a").attr("href")).isEqualTo("/entries/1?lang=en");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/2023?month=5",
                "/2023?month=none",
                "/2023?section=achievements",
                "/2023?view=sections",
                "/2023/booklet",
                "/2023/figures",
                "/search?q=排球"
            })
    void nothingButTheTopOfTheYearHasThem(String address) {
        assertThat(reader.page(address).select(".highlights")).isEmpty();
    }

    @Test
    void theShortAddressHasThemAndTheDocumentSaysNothingOfThem() {
        assertThat(reader.page("/").select(".highlights a")).hasSize(9);
        assertThat(reader.page("/2023?order=newest").select(".highlights a")).hasSize(9);
        assertThat(reader.get("/2023.json").body()).doesNotContain("highlight");
    }

    @Test
    void aYearWithoutAnyHasNoHeading() {
        staff.opened(1908);
        staff.published(1908, "visits", "5月", "1908-05", "走访");

        assertThat(reader.page("/1908").select(".highlights")).isEmpty();
    }
}
