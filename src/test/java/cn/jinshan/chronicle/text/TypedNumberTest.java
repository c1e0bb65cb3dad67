package cn.jinshan.chronicle.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedNumberTest {

    @ParameterizedTest
    @CsvSource({
        "２０２３, 2023",
        "２０２３年, 2023",
        "' 2023 年 ', 2023",
        "二〇二三, 2023",
        "二零二三年, 2023",
        "二○二三, 2023",
        "２0二三年, 2023",
        "٢٠٢٣, 2023",
        "२०२३, 2023",
        "𝟐𝟎𝟐𝟑, 2023",
        "5月, 5",
        "５月份, 5",
        "五, 5",
        "05, 5",
        "0, 0",
        "00, 0",
        "十, 10",
        "十月, 10",
        "十二, 12",
        "一十二, 12",
        "二十, 20",
        "二十三日, 23",
        "廿三, 23",
        "廿, 20",
        "卅一号, 31",
        "拾捌, 18",
        "贰拾叁, 23",
        "18日, 18",
        "1８号, 18",
        "３条, 3",
        "③, 3",
        "⑫, 12",
        "㉓, 23",
        "3., 3",
        "一百, 100",
        "一百零五, 105",
        "一百二十三, 123",
        "壹佰, 100",
        "一千〇二十, 1020",
        "两, 2",
        "\u200b5\ufeff, 5",
        "'１ ８', 18",
        "'', ''",
    })
    void aWholeNumberIsReadAsInputMethodsWriteIt(String typed, String number) {
        assertThat(TypedNumber.of(typed)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "五月初",
                "-3",
                "3.5",
                "1/2",
                "½",
                "soon",
                "月",
                "第三",
                "年",
                "二百五",
                "十十",
                "百千",
                "一二十",
                "5²",
                "1e3",
                "+5",
                "1234567890",
                "几",
                "0x10",
                "五5十",
                "廿十",
                "十零"
            })
    void whatIsNoWholeNumberStaysAsItWasTyped(String typed) {
        assertThat(TypedNumber.of(typed)).isEqualTo(typed);
    }

    @Test
    void everyNumberUpToAThousandIsReadInNumerals() {
        var spelled = new com.ibm.icu.text.RuleBasedNumberFormat(
                java.util.Locale.CHINA, com.ibm.icu.text.RuleBasedNumberFormat.SPELLOUT);
        for (int number = 0; number <= 9999; number++) {
            assertThat(TypedNumber.of(spelled.format(number))).isEqualTo(String.valueOf(number));
        }
    }
}
