package cn.jinshan.chronicle.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PinyinTest {

    @Test
    void bodiesPlacesAndTermsAreReadAsWords() throws IOException {
        assertThat(misread("words", Pinyin::of)).isEmpty();
    }

    @Test
    void peopleAreReadByTheirSurnames() throws IOException {
        assertThat(misread("names", Pinyin::ofPerson)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "“三阳”机构, “sān yáng” jī gòu",
        "2023座谈会, 2023zuò tán huì",
        "A座, A zuò",
        "农业银行2号, nóng yè yín háng2hào",
        "上海Lions会, shàng hǎi Lions huì",
        "'', ''"
    })
    void whatIsNotChineseStays(String words, String pinyin) {
        assertThat(Pinyin.of(words)).isEqualTo(pinyin);
    }

    @ParameterizedTest
    @CsvSource({"单, shàn", "欧阳, ōu yáng", "John Smith, John Smith", "卡尔·单, kǎ ěr·dān", "'', ''"})
    void aNameMayBeASurnameAloneOrHaveNone(String name, String pinyin) {
        assertThat(Pinyin.ofPerson(name)).isEqualTo(pinyin);
    }

    private static List<String> misread(String table, UnaryOperator<String> reading) throws IOException {
        try (var resource =
                Objects.requireNonNull(PinyinTest.class.getResourceAsStream("/pinyin/of-" + table + ".txt"))) {
            var lines = new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            assertThat(lines).hasSizeGreaterThanOrEqualTo(100);
            return lines.stream()
                    .filter(line -> !line.substring(line.indexOf(' ') + 1)
                            .equals(reading.apply(line.substring(0, line.indexOf(' ')))))
                    .map(line -> line + ", not " + reading.apply(line.substring(0, line.indexOf(' '))))
                    .toList();
        }
    }
}
