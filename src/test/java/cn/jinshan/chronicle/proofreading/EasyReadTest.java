package cn.jinshan.chronicle.proofreading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.jinshan.chronicle.Messages;
import cn.jinshan.chronicle.proofreading.EasyRead.HardSentence;
import cn.jinshan.chronicle.proofreading.EasyRead.Rule;
import cn.jinshan.chronicle.text.Prose;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EasyReadTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "李婷是运动员。她得了金牌。", "他说：“走吧。”大家走了。"})
    void shortPlainSentencesNeedNoHint(String text) {
        assertThat(EasyRead.hints(new Prose(text))).isEmpty();
    }

    @Test
    void aSentenceOfTwentyFiveCharactersIsShortAndOneMoreIsLong() {
        assertThat(EasyRead.hints(new Prose("甲".repeat(25) + "。"))).isEmpty();
        assertThat(EasyRead.hints(new Prose("乙。" + "甲".repeat(26) + "。丙。")))
                .containsExactly(new HardSentence("easyRead", Rule.LONG, "甲".repeat(10), 26));
    }

    @Test
    void charactersLettersAndDigitsCountAndMarksAndSpacesDoNot() {
        assertThat(EasyRead.hints(new Prose("“甲、乙”：" + "5 月 A ".repeat(7) + "丙，〇！")))
                .isEmpty();
        assertThat(EasyRead.hints(new Prose("“甲、乙”：" + "5 月 A ".repeat(7) + "丙，〇〇！")))
                .extracting(HardSentence::rule, HardSentence::length)
                .containsExactly(tuple(Rule.LONG, 26));
    }

    @ParameterizedTest
    @ValueSource(strings = {"？", "?", "!", "? ", "……", "……”", "……。", "\n", "\r\n", "\n- ", "\n1. ", "\n\n"})
    void eachOfTheseEndsASentence(String end) {
        var half = "甲".repeat(20);

        assertThat(EasyRead.hints(new Prose(half + end + half))).isEmpty();
        assertThat(EasyRead.hints(new Prose("- " + half + end + half))).isEmpty();
    }

    @Test
    void aMarkInAnAddressEndsNone() {
        assertThat(EasyRead.hints(new Prose("甲".repeat(10) + "https://a.cn/?year=2023")))
                .extracting(HardSentence::rule)
                .containsExactly(Rule.LONG);
    }

    @Test
    void aRareCharacterCountsOnceAndIsNotCutInTwo() {
        assertThat(EasyRead.hints(new Prose("𠮷".repeat(25)))).isEmpty();
        assertThat(EasyRead.hints(new Prose("𠮷".repeat(26))))
                .containsExactly(new HardSentence("easyRead", Rule.LONG, "𠮷".repeat(10), 26));
    }

    @ParameterizedTest
    @CsvSource({
        "他去了医院（市里的）。, BRACKETS",
        "他去了医院(市里的)。, BRACKETS",
        "他来了；她走了。, SEMICOLON",
        "有95%的人来了。, PERCENTAGE",
        "有百分之九十的人来了。, PERCENTAGE"
    })
    void whatMakesASentenceHardIsNamed(String text, Rule rule) {
        assertThat(EasyRead.hints(new Prose(text)))
                .extracting(HardSentence::rule)
                .containsExactly(rule);
    }

    @Test
    void oneSentenceMayNeedSeveralHints() {
        assertThat(EasyRead.hints(new Prose("甲".repeat(23) + "（乙）；丙占5%。")))
                .extracting(HardSentence::rule)
                .containsExactly(Rule.LONG, Rule.BRACKETS, Rule.SEMICOLON, Rule.PERCENTAGE);
    }

    @Test
    void aTitleIsCheckedAsOneSentenceAndTheHintStandsAtIt() {
        assertThat(EasyRead.hintsOnTitle("")).isEmpty();
        assertThat(EasyRead.hintsOnTitle("李婷得了金牌")).isEmpty();
        assertThat(EasyRead.hintsOnTitle("甲".repeat(26)))
                .containsExactly(new HardSentence("easyTitle", Rule.LONG, "甲".repeat(10), 26));
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void everyHintHasWordsInBothLanguages(Rule rule) {
        var messages = Messages.source();
        var words = new HardSentence("easyRead", rule, "金山区的残疾人运动员", 1026).words();

        assertThat(messages.getMessage(words, Locale.CHINESE)).startsWith("“金山区的残疾人运动员……”");
        assertThat(messages.getMessage(words, Locale.ENGLISH)).startsWith("The sentence “金山区的残疾人运动员…”");
        assertThat(messages.getMessage(new HardSentence("easyRead", Rule.LONG, "甲", 1026).words(), Locale.CHINESE))
                .contains("有1026个字");
    }
}
