package cn.jinshan.chronicle.search;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is marked in a text, and which part of it is shown. */
class MarksTest {

    private static Marks of(String... words) {
        var written = new BooleanQuery.Builder();
        for (var word : words) {
            written.add(Phrase.written(new ArrayList<>(Unit.of(word))).in(Place.TEXT.written()), Occur.SHOULD);
        }
        return new Marks(written.build(), new BooleanQuery.Builder().build());
    }

    private static String shown(Marked marked) {
        return marked.pieces().stream()
                .map(piece -> piece.found() ? "[" + piece.text() + "]" : piece.text())
                .collect(joining());
    }

    @Test
    void anExcerptBeginsAndEndsWithAClause() {
        var clause = "区残联走访慰问了困难残疾人家庭，";
        var text = clause.repeat(20) + "送去李婷的祝福；" + clause.repeat(20) + "\n" + clause;

        var excerpt = shown(of("李婷").excerpt(text));

        assertThat(excerpt).contains("[李婷]").matches("…(区|送).*[，；]…").hasSizeBetween(60, 300);
    }

    @Test
    void whereNothingIsFoundTheBeginningIsShown() {
        assertThat(shown(of("李婷").excerpt("第一句。第二句。"))).isEqualTo("第一句。第二句。");
        assertThat(shown(of("李婷").excerpt("很长的一句。".repeat(100))))
                .startsWith("很长的一句。")
                .endsWith("…");
        assertThat(of("李婷").excerpt("").pieces()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "葛\uDB40\uDD00钧, 葛, [葛\uDB40\uDD00]钧",
        "cafe\u0301了, café, [cafe\u0301]了",
        "𠮷野家, 𠮷, [𠮷]野家",
        "第①名, 1, 第[①]名",
        "“全国助残日”文艺, 日文艺, “全国助残[日”文艺]",
        "独自1月1日与11月1日, 1月1日, 独自[1月1日]与11月1日"
    })
    void noMarkEndsInsideOfACharacter(String text, String word, String marked) {
        assertThat(shown(of(word).in(text))).isEqualTo(marked);
    }
}
