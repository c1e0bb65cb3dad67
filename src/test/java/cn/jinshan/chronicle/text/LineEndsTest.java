package cn.jinshan.chronicle.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineEndsTest {

    @Test
    void everyLineEndIsALineFeed() {
        assertThat(LineEnds.of("a\r\nb\rc\nd\u000Be\ff\u0085g\u2028h\u2029i\r\n\r\nj"))
                .isEqualTo("a\nb\nc\nd\ne\nf\ng\nh\ni\n\nj");
        assertThat(PlainText.of("a\u0085b\u2028\u2029c")).isEqualTo("a\nb\n\nc");
    }
}
