package cn.jinshan.chronicle.text;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.text.Differences.Piece;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DifferencesTest {

    private static final int LONGEST = 20_000;

    @Test
    void aWordThatWasChangedIsFoundWordByWordInALongText() {
        var text = random(1, "今天下午区里的残疾人工作者走访了街道，看望了老人。", LONGEST - 2);
        var changed = text.substring(0, 7000) + "龘龘" + text.substring(7002);

        var differences = Differences.between(text, changed);

        assertThat(differences.coarse()).isFalse();
        assertThat(differing(differences.theirs())).contains("龘龘").hasSizeLessThan(30);
        assertThat(whole(differences.yours())).isEqualTo(text);
        assertThat(whole(differences.theirs())).isEqualTo(changed);
    }

    @Test
    void aNewHalfIsFoundWordByWord() {
        var text = random(2, "今天下午区里的残疾人工作者走访了街道，看望了老人。", LONGEST / 2);
        var more = random(3, "会议强调要做好康复服务和就业培训工作。", LONGEST / 2);

        assertThat(Differences.between(text, more + text).coarse()).isFalse();
        assertThat(Differences.between(text + more, text).coarse()).isFalse();
        assertThat(differing(Differences.between(text, more + text).yours())).isEmpty();
    }

    @Test
    void whatSharesOnlyLettersIsComparedSentenceBySentence() {
        var said = "这一句两份都有。";
        var one = random(4, "甲乙丙丁1 ,", LONGEST / 2) + "。" + said + random(5, "甲乙丙丁1 ,", LONGEST / 2 - 20);
        var other = random(6, "甲乙丙丁1 ,", LONGEST / 2) + "。" + said + random(7, "甲乙丙丁1 ,", LONGEST / 2 - 20);

        var differences = Differences.between(one, other);

        assertThat(differences.coarse()).isTrue();
        assertThat(differences.yours())
                .filteredOn(piece -> !piece.differs())
                .extracting(Piece::text)
                .containsExactly(said);
        assertThat(whole(differences.yours())).isEqualTo(one);
    }

    @Test
    void whatSharesNotEvenSentencesDiffersAsAWhole() {
        var one = random(8, "。甲\n", LONGEST);
        var other = random(9, "。乙甲\n", LONGEST);

        var differences = Differences.between(one, other);

        assertThat(differences.coarse()).isTrue();
        assertThat(differences.theirs()).containsExactly(new Piece(other, true));
    }

    /** The steps that it may take are counted, not the time. */
    @Test
    void anAlignmentGivesUpAtItsBound() {
        var one = random(10, "ab", 8_000).chars().mapToObj(Character::toString).toList();
        var other = random(11, "bcabcc", 8_000)
                .chars()
                .mapToObj(Character::toString)
                .toList();

        assertThat(Alignment.of(one, other)).isEmpty();
        assertThat(Alignment.of(one.subList(0, 1000), other.subList(0, 1000))).isPresent();
        assertThat(Alignment.of(one, List.of("b", "b", "a"))).isEmpty();
        assertThat(Alignment.of(one, one)).isPresent();
        assertThat(Alignment.of(one, List.of("x"))).isPresent();
    }

    private static String random(long seed, String letters, int length) {
        return new Random(seed)
                .ints(length, 0, letters.length())
                .mapToObj(letters::charAt)
                .map(String::valueOf)
                .collect(joining());
    }

    private static String whole(List<Piece> pieces) {
        return pieces.stream().map(Piece::text).collect(joining());
    }

    private static String differing(List<Piece> pieces) {
        return pieces.stream().filter(Piece::differs).map(Piece::text).collect(joining());
    }
}
