package cn.jinshan.chronicle.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrokesTest {

    @ParameterizedTest
    @CsvSource({
        "王, 4", "黄, 11", "吴, 7", "胡, 9", "陈, 7", "祁, 6", "李, 7", "单, 8", "残, 9", "龙, 5", "一, 1", "骨, 9", "龘, 48",
        "鿿, 14"
    })
    void aCharacterHasTheStrokesOfItsMainlandForm(String character, int strokes) {
        assertThat(Strokes.of(character.codePointAt(0))).isEqualTo(strokes);
    }

    @ParameterizedTest
    @CsvSource({"A", "2", "“", "々", "〇", "㐀", "ꀀ", "𠮷"})
    void whatIsNotInTheBlockHasNoneThatIsKnown(String character) {
        assertThat(Strokes.of(character.codePointAt(0))).isZero();
    }

    @Test
    void everyCharacterOfTheBlockHasSome() {
        assertThat(IntStream.rangeClosed(0x4E00, 0x9FFF).map(Strokes::of))
                .hasSize(20_992)
                .allMatch(strokes -> strokes >= 1 && strokes <= 48);
    }
}
