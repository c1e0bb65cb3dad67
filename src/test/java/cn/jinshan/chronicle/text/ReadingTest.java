package cn.jinshan.chronicle.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingTest {

    @Test
    void lettersComeBeforeTonesSyllableForSyllable() {
        assertThat(sorted("lín dān", "lǐ tíng", "lí yǔ", "lǐ jūn", "lì jūn", "lǐ", "Lí Jūn", "li jūn"))
                .containsExactly("lǐ", "Lí Jūn", "lǐ jūn", "lì jūn", "li jūn", "lǐ tíng", "lí yǔ", "lín dān");
    }

    @Test
    void theFirstSyllableWhoseToneDiffersDecides() {
        assertThat(sorted("wáng lì", "wáng lī", "wāng lì")).containsExactly("wāng lì", "wáng lī", "wáng lì");
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

    private static List<String> sorted(String... readings) {
        return Stream.of(readings)
                .map(Reading::of)
                .sorted()
                .map(Reading::pinyin)
                .toList();
    }
}
