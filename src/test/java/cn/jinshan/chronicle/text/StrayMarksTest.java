package cn.jinshan.chronicle.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Marks that were probably meant otherwise. */
class StrayMarksTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "** 通知： **各街镇 → ** 通知： **",
                "全体**请注意 → 全体**请注意",
                "__ 甲__乙 → __ 甲__",
                "参加* 助医出行*活动 → * 助医出行*",
                "见[通知](https://x.cn/ 全文) → [通知](",
                "见[通知]（https://x.cn/） → [通知]（https:",
                "# 标题 → # 标题",
                "> 引用 → > 引用",
                "甲\\n***\\n乙 → ***",
                "---- → ----",
                "-甲\\n-乙 → -甲",
                "甲\\n\\n-\\n\\n乙 → -",
                "~~甲~~ → ~~甲~~",
                "`甲` → `甲`",
                "<b>甲 → <b>",
                "甲&nbsp;乙 → &nbsp;",
                "| 甲 | 乙 | → | 甲 | 乙 |",
                "＊＊甲＊＊乙 → ＊＊甲＊＊"
            })
    void aMarkThatReadersWouldSeeIsNamed(String typed, String excerpt) {
        assertThat(new Prose(typed.replace("\\n", "\n")).strayMarks()).contains(new StrayMark(excerpt, true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {"慰问李**、王**等人 → 慰问李**、王**", "长5*3*2米 → 长5*3*"})
    void aMarkThatHidesItselfUnexpectedlyIsNamed(String typed, String excerpt) {
        assertThat(new Prose(typed).strayMarks()).containsExactly(new StrayMark(excerpt, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "**“助医出行”**启动，*乙*。",
                "5*3",
                "2 * 3 * 4",
                "参加者*均获奖。\n*含志愿者",
                "注*：",
                "电话138****0000",
                "\\*\\*甲",
                "- 甲\n- 乙",
                "1. 甲\n2. 乙",
                "-5℃到-3℃",
                "沪残联[2023]12号",
                "沪残联[2023]（12号）",
                "a_b_c",
                "姓名____",
                "#全国助残日#",
                "[甲](/2023)",
                "A & B < C",
                "5月18日——20日"
            })
    void whatIsMeantAsTypedIsNotNamed(String typed) {
        assertThat(new Prose(typed).strayMarks()).isEmpty();
    }

    @Test
    void aTitleHasNoMarks() {
        assertThat(Prose.strayMarksIn("**甲**乙")).containsExactly(new StrayMark("**甲**", true));
        assertThat(Prose.strayMarksIn("5*3，李**，a_b")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "** a", "[a](", "<b ", "-a\n", "~~a", "＊＊a", "- ", "&#1", "`a", "|a", "= "})
    void aHostileTextIsSearchedWithinSeconds(String hostile) {
        var prose = new Prose(hostile.repeat(20_000 / hostile.length()));

        assertTimeout(
                Duration.ofSeconds(4), () -> assertThat(prose.strayMarks()).hasSizeLessThan(21));
    }
}
