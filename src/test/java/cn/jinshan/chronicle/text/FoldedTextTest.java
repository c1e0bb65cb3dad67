package cn.jinshan.chronicle.text;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FoldedTextTest {

    @ParameterizedTest
    @CsvSource({
        "衞生,卫生",
        "湯麪,汤面",
        "滙报,汇报",
        "効果,效果",
        "歷史,历史",
        "歴史,历史",
        "伝染,传染",
        "羣众,群众",
        "高峯,高峰",
        "後来,后来",
        "於是,于是",
        "⻓江,长江",
        "\uF9DB,率",
        "\uE863,䶮",
        "龑,䶮",
        "残\u200B疾,残疾",
        "葛\uDB40\uDD00城,葛城",
        "zha\u0304ng,zhāng",
        "劵,券",
        "○,零"
    })
    void variantsAreEqualWhereTextsAreComparedOrSearched(String typed, String standard) {
        assertThat(FoldedText.of(typed).text())
                .isEqualTo(FoldedText.of(standard).text());
        assertThat(FoldedText.forSearch(typed).text())
                .isEqualTo(FoldedText.forSearch(standard).text());
    }

    @ParameterizedTest
    @CsvSource({"特徵,特征", "瞭解,了解", "昇旗,升旗", "乾燥,干燥", "餘下,余下"})
    void whoeverWritesTraditionalCharactersFindsTheSimplifiedOnes(String typed, String standard) {
        assertThat(FoldedText.forSearch(typed).text())
                .isEqualTo(FoldedText.forSearch(standard).text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"份分", "像象", "乾干", "着著", "徵征", "昇升", "余馀", "藉借", "台抬", "复覆"})
    void differentStandardCharactersStayDifferent(String two) {
        assertThat(FoldedText.look(two.substring(0, 1))).isNotEqualTo(FoldedText.look(two.substring(1)));
    }

    /** The 6763 characters of GB 2312 are common ones, of which only a few are equal. */
    @Test
    void onlyTwinsAreEqualAmongCommonCharacters() {
        var common = IntStream.rangeClosed('一', '龥')
                .filter(each -> Charset.forName("GB2312").newEncoder().canEncode((char) each))
                .mapToObj(Character::toString)
                .toList();
        var together = common.stream()
                .collect(groupingBy(each -> FoldedText.of(each).text()))
                .values()
                .stream()
                .filter(group -> group.size() > 1)
                .map(group -> String.join("", group))
                .toList();
        assertThat(common).hasSize(6763);
        assertThat(together)
                .contains("于於", "后後", "帐账", "唯惟", "折摺", "烟菸", "箝钳")
                .as("and what ICU simplifies")
                .contains("么麽", "乾干", "伙夥", "借藉", "征徵", "着著")
                .hasSize(18);
    }

    @Test
    void noTypedTextHasTheMarkOfANumber() {
        for (int each = 0; each < 0x110000; each++) {
            if (!Character.isDigit(each)) {
                assertThat(FoldedText.of(Character.toString(each)).text()).doesNotContain("\uFDD0");
            }
        }
        assertThat(FoldedText.forSearch("\uFDD0\uE000").text()).isEqualTo("\uE000");
        assertThat(FoldedText.searched("2023年")).isEqualTo("2023年");
    }

    @Test
    void foldingAFoldedTextChangesNothingAndPlacesLieInTheText() {
        var random = new Random(2);
        for (int i = 0; i < 50_000; i++) {
            var typed = random.ints(random.nextInt(8), 0, 0x30000)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            var folded = FoldedText.of(typed);
            assertThat(FoldedText.of(folded.text()).text()).isEqualTo(folded.text());
            var look = FoldedText.look(typed);
            assertThat(FoldedText.look(look)).isEqualTo(look);
            for (int place = 0; place < folded.text().length(); place++) {
                assertThat(folded.place(place)).isBetween(0, typed.length() - 1);
            }
        }
    }

    @Test
    void digitsOfEveryScriptAreSearchedAsTheSame() {
        assertThat(FoldedText.forSearch("２０２３").text())
                .isEqualTo(FoldedText.forSearch("2023").text())
                .isEqualTo(FoldedText.forSearch("٢٠٢٣").text());
    }

    @Test
    void signInNamesThatLookAlikeHaveOneSkeleton() {
        assertThat(LookAlikes.skeleton("admin"))
                .isEqualTo(LookAlikes.skeleton("ad\u200Bmin"))
                .isEqualTo(LookAlikes.skeleton("АDMIN"))
                .isEqualTo(LookAlikes.skeleton("ａｄｍｉｎ"))
                .isNotEqualTo(LookAlikes.skeleton("admit"));
        assertThat(LookAlikes.skeleton("lin10"))
                .isEqualTo(LookAlikes.skeleton("linlo"))
                .isEqualTo(LookAlikes.skeleton("lin１０"));
        assertThat(LookAlikes.skeleton("李衞")).isEqualTo(LookAlikes.skeleton("李卫"));
        assertThat(LookAlikes.skeleton("οlga")).isEqualTo(LookAlikes.skeleton("olga"));
    }
}
