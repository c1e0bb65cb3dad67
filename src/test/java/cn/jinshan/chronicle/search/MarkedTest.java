package cn.jinshan.chronicle.search;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkedTest {

    @ParameterizedTest
    @ValueSource(strings = {"2023", "Paralympics", "４５６", "n"})
    void anExcerptCutsNoNumberAndNoWordOfLettersInTwo(String word) {
        for (int apart = 0; apart < 40; apart++) {
            var text = "甲" + word + "乙".repeat(apart) + "李婷" + "丙".repeat(60 + apart) + word + "丁";

            var excerpt = Marked.excerpt(text, List.of("李婷")).pieces().stream()
                    .map(Marked.Piece::text)
                    .collect(joining());

            assertThat(excerpt).matches("…?(甲?" + word + ")?[^A-Za-z0-9４-６]*(" + word + "丁?)?…?");
        }
    }
}
