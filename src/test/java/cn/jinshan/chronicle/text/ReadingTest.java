package cn.jinshan.chronicle.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingTest {

    @Test
    void aSyllableComesByItsLettersThenByItsTone() {
        assertThat(sorted("lín dān", "lǐ tíng", "lí yǔ", "lǐ jūn", "lì jūn", "lǐ", "Lí Jūn", "li jūn"))
                .containsExactly("Lí Jūn", "lí yǔ", "lǐ", "lǐ jūn", "lǐ tíng", "lì jūn", "li jūn", "lín dān");
    }

    @Test
    void theFirstSyllableThatDiffersDecides() {
        assertThat(sorted("wáng lì", "wáng lī", "wāng lì")).containsExactly("wāng lì", "wáng lī", "wáng lì");
    }

    @Test
    void oneSurnameStandsTogether() {
        assertThat(names("章丁", "张成", "章白", "张安", "张", "詹远", "长孙安", "章安"))
                .containsExactly("詹远", "张", "张安", "张成", "章安", "章白", "章丁", "长孙安");
    }

    @Test
    void aReadingThatIsWrittenTogetherIsDividedByTheCharacters() {
        var reading = Reading.of("Wáng Xiǎomíng", "王晓明");

        assertThat(reading.letters()).isEqualTo("wang xiao ming");
        assertThat(reading.tones()).isEqualTo("232");
        assertThat(Reading.of("xīān", "西安").letters()).isEqualTo("xi an");
        assertThat(Reading.of("Ōuyáng Xiū", "欧阳修").letters()).isEqualTo("ou yang xiu");
        assertThat(Reading.of("nǚ", "女").letters()).isEqualTo("nv");
        assertThat(Reading.of("xian".repeat(100), "西安").letters()).hasSize(400);
    }

    @Test
    void whatCannotBeDividedIsSortedAsItIsWritten() {
        assertThat(Reading.of("zhāng", "张三").letters()).isEqualTo("zhang");
        assertThat(Reading.of("", "张三").initial()).isEmpty();
        assertThat(Reading.of("2023zuò tán huì", "2023座谈会").letters()).isEqualTo("2023 zuo tan hui");
    }

    @Test
    void anUmlautIsALetterOfItsOwnAfterU() {
        assertThat(sorted("lǚ xiàng", "lù xué", "lüè", "lǘ", "lǔ bān"))
                .containsExactly("lǔ bān", "lù xué", "lǘ", "lǚ xiàng", "lüè");
    }

    @Test
    void whatBeginsWithNoLetterComesLast() {
        assertThat(sorted("2023zuò shì", "zhāng", "“ān” xīn", "", "a"))
                .containsExactly("a", "“ān” xīn", "zhāng", "", "2023zuò shì");
    }

    @ParameterizedTest
    @CsvSource({
        "lǐ tíng, L",
        "Ān, A",
        "ǖ, V",
        "“sān yáng” jī gòu, S",
        "ér, E",
        "2023zuò, ''",
        "'', ''",
        "€, ''",
        "é, E",
        "ж, ''"
    })
    void theInitialIsItsFirstLetterWithoutATone(String pinyin, String initial) {
        assertThat(Reading.of(pinyin).initial()).isEqualTo(initial);
    }

    private static List<String> names(String... names) {
        return Stream.of(names)
                .sorted(Comparator.comparing(name -> Reading.of(Pinyin.ofPerson(name), name)))
                .toList();
    }

    private static List<String> sorted(String... readings) {
        return Stream.of(readings)
                .map(Reading::of)
                .sorted()
                .map(Reading::pinyin)
                .toList();
    }
}
