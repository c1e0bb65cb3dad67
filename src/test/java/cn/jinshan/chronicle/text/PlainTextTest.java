package cn.jinshan.chronicle.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

    private static final Random RANDOM = new Random(1);

    /** Characters that change their neighbours, or that neighbours change. */
    private static final int[] TRICKY =
            "e\u0301\u0327\u200B\u200D\uFE0F\uFE0E\u20E31#👩👧🏴⻓⼭金︀\r\n\u2028\uD800\u0345\u1100\u1161가\uFFFE\uE863的；"
                    .codePoints()
                    .toArray();

    private static String random() {
        var text = new StringBuilder();
        for (int i = RANDOM.nextInt(12); i >= 0; i--) {
            int chosen = RANDOM.nextInt(8);
            text.appendCodePoint(
                    chosen == 0
                            ? RANDOM.nextInt(0x110000)
                            : chosen == 1
                                    ? 0xE0000 + RANDOM.nextInt(0x200)
                                    : chosen == 2
                                            ? 0xF900 + RANDOM.nextInt(0x200)
                                            : TRICKY[RANDOM.nextInt(TRICKY.length)]);
        }
        return text.toString();
    }

    @Test
    void theStandardFormOfAStandardFormIsItself() {
        for (int i = 0; i < 200_000; i++) {
            var typed = random();
            var standard = PlainText.of(typed);
            assertThat(PlainText.of(standard)).as(() -> codes(typed)).isEqualTo(standard);
        }
    }

    @Test
    void whatAnybodySeesIsKept() {
        IntStream.rangeClosed(0x20, 0x10FFFF)
                .filter(each -> Character.isDefined(each) && !isInvisible(each))
                .forEach(each -> assertThat(PlainText.of("金" + Character.toString(each) + "山"))
                        .as(() -> Integer.toHexString(each))
                        .matches("(?s)金.+山"));
    }

    @Test
    void whatNobodySeesIsDropped() {
        IntStream.rangeClosed(0, 0x10FFFF)
                .filter(PlainTextTest::isInvisible)
                .filter(each -> "\t\n\u000B\f\r\u0085".indexOf(each) < 0 && (each < 0xE0100 || each > 0xE01EF))
                .forEach(each -> assertThat(PlainText.of("残" + Character.toString(each) + "疾人"))
                        .as(() -> Integer.toHexString(each))
                        .isEqualTo("残疾人"));
    }

    private static boolean isInvisible(int each) {
        int type = Character.getType(each);
        return type == Character.CONTROL
                || type == Character.SURROGATE
                || (each >= 0xFFF9 && each <= 0xFFFC)
                || UCharacter.hasBinaryProperty(each, UProperty.NONCHARACTER_CODE_POINT)
                || UCharacter.hasBinaryProperty(each, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "👩‍👧",
                "❤️",
                "1️⃣",
                "👩🏽‍🚀",
                "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
                "🏳️‍🌈",
                "葛󠄀城",
                "，。！？①㎡ﬁＡ１",
                "\uE863",
                "乾安",
                "nǚ lǜ"
            })
    void whatHasAMeaningStaysAsItIs(String typed) {
        assertThat(PlainText.of(typed)).isEqualTo(typed);
        assertThat(PlainText.isStandard(typed)).isTrue();
    }

    @Test
    void ideographsThatLookTheSameAreTheStandardOnes() {
        assertThat(PlainText.of("⾦⼭区残疾⼈联合会")).isEqualTo("金山区残疾人联合会");
        assertThat(PlainText.of("⻓⺠⻋")).isEqualTo("长民车");
        assertThat(PlainText.of("\uF9DB\uFA19\uD87E\uDC00")).isEqualTo("率神丽");
        assertThat(PlainText.of("zha\u0304ng nu\u0308\u030C")).isEqualTo("zhāng nǚ");
        assertThat(PlainText.isStandard("⾦山")).isFalse();
    }

    @Test
    void breaksOfOtherSystemsAreLineBreaks() {
        assertThat(PlainText.of("一\r\n二\r三\u000B四\u2028五\u0085六")).isEqualTo("一\n二\n三\n四\n五\n六");
    }

    private static String codes(String text) {
        return text.codePoints().mapToObj(Integer::toHexString).toList().toString();
    }
}
