package cn.jinshan.chronicle.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProseTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "甲。\n\n乙。",
                "甲。\r\n\r\n乙。",
                "甲。\n \t\n乙。",
                "\n\n甲。\n\n\n\n乙。\n\n",
                "甲。\n　　\n　　乙。",
                "甲。\r\n　\r\n乙。"
            })
    void anEmptyLineDividesParagraphs(String text) {
        assertThat(new Prose(text).paragraphs()).containsExactly("甲。", "乙。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"甲。\n乙。", "甲。\r\n乙。"})
    void aLineBreakAloneDoesNot(String text) {
        assertThat(new Prose(text).paragraphs()).containsExactly(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\n", "　"})
    void aTextOfNothingButSpaceHasNoParagraphs(String text) {
        var prose = new Prose(text);

        assertThat(prose.isEmpty()).isTrue();
        assertThat(prose.paragraphs()).isEmpty();
        assertThat(prose.sentences()).isEmpty();
        assertThat(prose.opening()).isEmpty();
    }

    @Test
    void aSentenceEndsAtItsFullStopQuestionMarkOrExclamationMark() {
        assertThat(new Prose("李婷是运动员。她赢了吗？她赢了！她很高兴").sentences()).containsExactly("李婷是运动员。", "她赢了吗？", "她赢了！", "她很高兴");
    }

    @Test
    void aClosingQuotationMarkBelongsToItsSentence() {
        assertThat(new Prose("她说：“我赢了。”大家笑了。").sentences()).containsExactly("她说：“我赢了。”", "大家笑了。");
        assertThat(new Prose("他问：「好吗？」没有人答。").sentences()).containsExactly("他问：「好吗？」", "没有人答。");
        assertThat(new Prose("（共三人。）大家坐下。").sentences()).containsExactly("（共三人。）", "大家坐下。");
        assertThat(new Prose("（她说：“我赢了！”）大家笑了。").sentences()).containsExactly("（她说：“我赢了！”）", "大家笑了。");
    }

    @Test
    void soDoesEveryOtherClosingQuotationMarkOrBracket() {
        assertThat(new Prose("他说：“她喊‘赢了！’。”大家笑了。").sentences()).containsExactly("他说：“她喊‘赢了！’。”", "大家笑了。");
        assertThat(new Prose("他读《你好！》和【注意！】两篇。").sentences()).containsExactly("他读《你好！》", "和【注意！】", "两篇。");
    }

    @Test
    void neitherADecimalPointNorAMarkBetweenThingsEndsASentence() {
        assertThat(new Prose("有1.5万人、3.2%；苹果、梨，都有：很多。").sentences()).containsExactly("有1.5万人、3.2%；苹果、梨，都有：很多。");
    }

    @Test
    void severalMarksEndOneSentence() {
        assertThat(new Prose("真的吗？！真的！！").sentences()).containsExactly("真的吗？！", "真的！！");
        assertThat(new Prose("真的吗?!真的!！").sentences()).containsExactly("真的吗?!", "真的!！");
    }

    @Test
    void marksOfHalfWidthEndASentenceButNoneInAnAddress() {
        assertThat(new Prose("她赢了吗?她赢了! “真的?”他问。").sentences()).containsExactly("她赢了吗?", "她赢了!", "“真的?”", "他问。");
        assertThat(new Prose("见https://a.cn/?q=1和A!B。").sentences()).containsExactly("见https://a.cn/?q=1和A!B。");
    }

    @Test
    void aLineBreakEndsASentenceAndAnEllipsisDoesNot() {
        assertThat(new Prose("甲\n乙，\r\n丙。\n丁").sentences()).containsExactly("甲", "乙，", "丙。", "丁");
        assertThat(new Prose("苹果、梨……都有。").sentences()).containsExactly("苹果、梨……都有。");
    }

    @Test
    void aParagraphEndsASentence() {
        assertThat(new Prose("甲\n\n乙。丙。").sentences()).containsExactly("甲", "乙。", "丙。");
    }

    @Test
    void theOpeningIsTheFirstParagraph() {
        assertThat(new Prose("甲。乙。\n\n丙。").opening()).isEqualTo("甲。乙。");
        assertThat(new Prose("甲".repeat(120) + "\n\n丙。").opening()).isEqualTo("甲".repeat(120));
    }

    @Test
    void aLongOpeningIsCutToTheWholeSentencesThatFit() {
        assertThat(new Prose("甲。" + "乙".repeat(50) + "！" + "丙".repeat(100) + "。").opening())
                .isEqualTo("甲。" + "乙".repeat(50) + "！");
        assertThat(new Prose("甲".repeat(119) + "。乙。").opening()).isEqualTo("甲".repeat(119) + "。");
        assertThat(new Prose("甲".repeat(49) + "？" + "乙".repeat(70) + "。").opening())
                .isEqualTo("甲".repeat(49) + "？");
    }

    @Test
    void anOpeningCutKeepsTheClosingQuotationMark() {
        assertThat(new Prose("她说：“我赢了。”" + "乙".repeat(120) + "。").opening()).isEqualTo("她说：“我赢了。”");
        assertThat(new Prose("甲。" + "她说：“" + "乙".repeat(114) + "。”丙").opening()).isEqualTo("甲。");
    }

    @Test
    void aFirstSentenceTooLongIsCutWithAnEllipsis() {
        assertThat(new Prose("甲".repeat(121)).opening()).isEqualTo("甲".repeat(120) + "…");
        assertThat(new Prose("甲".repeat(120) + "。").opening()).isEqualTo("甲".repeat(120) + "…");
    }

    @Test
    void aRareCharacterIsNotCutInTwo() {
        assertThat(new Prose("𠮷".repeat(120)).opening()).isEqualTo("𠮷".repeat(120));
        assertThat(new Prose("𠮷".repeat(121)).opening()).isEqualTo("𠮷".repeat(120) + "…");
    }
}
