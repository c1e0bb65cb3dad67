package cn.jinshan.chronicle.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableCellTest {

    private static final String CELL_BEGINS = "(?:^|[;,|\"\\t\\r\\n；，｜＂])";

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '%', textBlock = """
            x;=1+1          → x;'=1+1
            x; =1+1         → x;' =1+1
            x,+1            → x,'+1
            x|@a            → x|'@a
            x"=1            → x"'=1
            x；＝1           → x；'＝1
            甲;＋1           → 甲;'＋1
            =1;=2           → '=1;'=2
            '=1             → ''=1
            \u200b=1        → '\u200b=1
            \ufeff＝1        → '\ufeff＝1
            \u00ad\u202e@a  → '\u00ad\u202e@a
            \ufe0f-1        → '\ufe0f-1
            \u3000－1        → '\u3000－1
            \u2212 1        → '\u2212 1
            ﹦1             → '﹦1
            """)
    void noPartOfACellIsAFormula(String text, String cell) {
        assertThat(TableCell.plain(text)).isEqualTo(cell);
        assertThat(TableCell.read(cell)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x\n=1", "x\r\n=1", "x\t=1", "x;\n\t =1", "x;\uDB40\uDC41=1", "x;''=1"})
    void norIsOneAfterALineOrATab(String text) {
        assertThat(TableCell.plain(text)).matches("(?s)x[;\\s]*'.*");
        assertThat(TableCell.read(TableCell.plain(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "甲",
                "2023-05-18T10:00:00+08:00",
                "a=b",
                "1+1",
                "wang@example.cn",
                "“一”；二",
                "'甲'",
                "x;y",
                "沪残联〔2023〕12号"
            })
    void whatIsNoFormulaStaysAsItIs(String text) {
        assertThat(TableCell.plain(text)).isEqualTo(text);
        assertThat(TableCell.read(text)).isEqualTo(text);
    }

    @Property
    void everyTextComesBackAndNoneCalculates(@ForAll("hostile") String text) {
        var cell = TableCell.plain(text);

        assertThat(TableCell.read(cell)).isEqualTo(text);
        assertThat(cell).doesNotContainPattern(CELL_BEGINS + "[\\s\\u200b]*[=+\\-@＝＋－＠]");
    }

    @Provide
    Arbitrary<String> hostile() {
        return Arbitraries.strings()
                .withChars("=+-@＝＠;,|\"\t\r\n '\u200bx甲；".toCharArray())
                .ofMaxLength(12);
    }
}
