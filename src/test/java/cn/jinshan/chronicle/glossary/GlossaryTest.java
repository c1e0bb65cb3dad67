package cn.jinshan.chronicle.glossary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import cn.jinshan.chronicle.text.Pinyin;
import cn.jinshan.chronicle.text.Prose;
import cn.jinshan.chronicle.text.ProseMarksTest;
import cn.jinshan.chronicle.text.Reading;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GlossaryTest {

    private static final List<PublishedTerm> TERMS = List.of(
            term(1, "残联", "残疾人联合会", "区残联"),
            term(2, "辅具", "辅助器具"),
            term(3, "“三阳”机构"),
            term(4, "残疾人"),
            term(5, "AI"),
            term(6, "<b>甲&\"</b>"));

    @ParameterizedTest
    @CsvSource({
        "区残联评估辅具。, [区残联|1]评估[辅具|2]。",
        "残联和残联, [残联|1]和残联",
        "残疾人联合会在残联前, [残疾人联合会|1]在残联前",
        "残疾人和残疾人联合会, [残疾人|4]和[残疾人联合会|1]",
        "残疾人联合会和残疾人, [残疾人联合会|1]和[残疾人|4]",
        "区残联和残疾人联合会的残疾人, [区残联|1]和残疾人联合会的[残疾人|4]",
        "镇“三阳”机构, 镇[“三阳”机构|3]",
        "镇三阳机构, 镇三阳机构",
        "AI和AIDS和AI, [AI|5]和AIDS和AI",
        "AIDS和AI, AIDS和[AI|5]",
        "没有, 没有",
        "'', ''"
    })
    void theFirstUseOfEachTermLeadsToItAndTheLongestFormCounts(String text, String marked) {
        assertThat(marked(new Glossary(TERMS, List.of()), text)).isEqualTo(marked);
    }

    @Test
    void whatOneTextExplainedTheNextOnThePageDoesNot() {
        var page = new Glossary(TERMS, List.of());

        assertThat(marked(page, "辅具。")).isEqualTo("[辅具|2]。");
        assertThat(marked(page, "辅助器具和残联。")).isEqualTo("辅助器具和[残联|1]。");
    }

    @Test
    void aTermThatThePageLinksElsewhereIsNotLinkedAgain() {
        assertThat(marked(new Glossary(TERMS, List.of("辅助器具", "残疾人联合会金山")), "辅具和残联。"))
                .isEqualTo("辅具和[残联|1]。");
    }

    @Test
    void aTextLinksItsTermsOutsideOfItsOwnLinks() {
        var prose = new Prose("[残联的**辅具**](/entries/1)和**辅具**，[区残联](x)。\n\n- 残联");

        assertThat(prose.html(new Glossary(TERMS, List.of()), "/words?lang=en&a=1"))
                .isEqualTo("<p><a href=\"/entries/1\">残联的<strong>辅具</strong></a>和<strong>"
                        + "<a href=\"/words?lang=en&amp;a=1#word-2\">辅具</a></strong>，"
                        + "<a href=\"/words?lang=en&amp;a=1#word-1\">区残联</a>。</p><ul><li>残联</li></ul>");
    }

    @Test
    void aTermOfMarkupStaysText() {
        var html = new Prose("看<b>甲&\"</b>！").html(new Glossary(TERMS, List.of()), "/words");

        assertThat(Jsoup.parseBodyFragment(html).select("p").text()).isEqualTo("看<b>甲&\"</b>！");
        assertThat(Jsoup.parseBodyFragment(html).select("p > :not(a)")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("cn.jinshan.chronicle.text.ProseMarksTest#attacks")
    void noAttackBecomesMoreThanKnownElementsAndSafeLinksWhateverIsExplained(String attack) {
        var glossary = new Glossary(
                List.of(term(1, "甲"), term(2, "<"), term(3, "\""), term(4, "script"), term(5, "javascript:alert(1)")),
                List.of());

        ProseMarksTest.assertHarmless(Jsoup.parse("<!doctype html><div class=\"text\">"
                + new Prose(attack).html(glossary, "/words") + "</div><p id=after>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"残", "残疾人联合", "辅具", "辅", "[辅具](/x)", "*辅具 ", "甲。"})
    void twoHundredThousandHostileCharactersAreReadWithinSeconds(String hostile) {
        var terms = IntStream.rangeClosed(1, 40)
                .mapToObj(length -> term(length, "残".repeat(length), "辅".repeat(length) + "具"))
                .toList();
        var prose = new Prose(hostile.repeat(200_000 / hostile.length()));

        assertTimeout(
                Duration.ofSeconds(8),
                () -> assertThat(prose.html(new Glossary(terms, List.of()), "/words"))
                        .isNotNull());
    }

    private static String marked(Glossary page, String text) {
        return page.parts(text).stream()
                .map(part -> part.term() == null ? part.text() : "[" + part.text() + "|" + part.term() + "]")
                .collect(Collectors.joining());
    }

    private static PublishedTerm term(long id, String name, String... forms) {
        return new PublishedTerm(id, name, List.of(forms), "解释。", Reading.of(Pinyin.of(name)));
    }
}
