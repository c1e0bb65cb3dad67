package cn.jinshan.chronicle.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.UnicodeSet;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Emphasis in Chinese text. */
class EmphasisTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "**“助医出行”**启动 → <strong>“助医出行”</strong>启动",
                "**通知：**各街镇 → <strong>通知：</strong>各街镇",
                "**甲。**乙，**“丙”** → <strong>甲。</strong>乙，<strong>“丙”</strong>",
                "会上**《条例》**正式发布 → 会上<strong>《条例》</strong>正式发布",
                "区残联*“阳光之家”*开放 → 区残联<em>“阳光之家”</em>开放",
                "***重要！***请看 → <em><strong>重要！</strong></em>请看",
                "**第1名（*全国*）**和第2名 → <strong>第1名（<em>全国</em>）</strong>和第2名",
                "获得**15%**的支持 → 获得<strong>15%</strong>的支持",
                "**[通知](/entries/11)。**请看 → <strong><a href=\"/entries/11\">通知</a>。</strong>请看",
                "[**“通知”**全文](/entries/11) → <a href=\"/entries/11\"><strong>“通知”</strong>全文</a>",
                "**甲[乙**丙](/2023) → **甲<a href=\"/2023\">乙**丙</a>"
            })
    void aMarkBesideChinesePunctuationIsWhatWasMeant(String typed, String html) {
        var prose = new Prose(typed);

        assertThat(prose.html()).isEqualTo("<p>" + html + "</p>");
        assertThat(prose.paragraphs()).containsExactly(Jsoup.parse(html).text());
    }

    static Stream<String> examples() {
        return lines("emphasis.txt").stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theExamplesOfTheAmendmentBecomeWhatItSays(String example) {
        var parts = example.split(" → ");
        var read = Jsoup.parseBodyFragment(new Prose(parts[0]).html()).body();
        read.select("a").removeAttr("rel");

        assertThat(read.html()).isEqualTo("<p>" + parts[1] + "</p>");
    }

    /** Characters that Unicode has added or changed since the list was made are left out. */
    @Test
    void cjkIsWhatTheAmendmentLists() {
        var listed = new UnicodeSet();
        for (var range : lines("characters.txt")) {
            var ends = range.replace("U+", "").split("\\.\\.");
            listed.add(Integer.parseInt(ends[0], 16), Integer.parseInt(ends[ends.length - 1], 16));
        }
        var differing = new UnicodeSet(MarkNeighbour.CJK).addAll(listed);
        differing.removeAll(new UnicodeSet(MarkNeighbour.CJK).retainAll(listed));
        differing.retainAll(new UnicodeSet("[[:Age=17.0:]-[:Noncharacter_Code_Point:]]"));

        assertThat(UCharacter.getUnicodeVersion().getMajor()).isGreaterThanOrEqualTo(17);
        assertThat(differing.toPattern(true)).isEqualTo("[]");
    }

    /** Random texts of few characters, in which marks meet in every way. */
    @Test
    void withoutChineseAllIsReadAsTheLibraryReadsIt() {
        var library =
                Parser.builder().enabledBlockTypes(Set.of(ListBlock.class)).build();
        var random = new Random(20230518);
        for (int i = 0; i < 20_000; i++) {
            var text = random.ints(1 + random.nextInt(16), 0, 14)
                    .mapToObj(each -> "ab .(é«**__*_[](/x)\\".substring(each).substring(0, 1))
                    .reduce("x", String::concat);

            assertThat(new Prose(text).html()).as(text).isEqualTo(html(library.parse(text)));
        }
    }

    private static String html(Node read) {
        return ProseHtml.of(read, WordLinks.NONE, "");
    }

    private static List<String> lines(String resource) {
        try (InputStream in = EmphasisTest.class.getResourceAsStream("/cjk-friendly/" + resource)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
