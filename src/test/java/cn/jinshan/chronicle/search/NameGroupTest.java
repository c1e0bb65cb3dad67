package cn.jinshan.chronicle.search;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NameGroupTest {

    @Test
    void theMainNameStandsBeforeTheOthersAsTheyWereWritten() {
        var group = new NameGroup("残联", List.of("残协", "ＣＤＰＦ", "残疾人 联合会"));

        assertThat(group.names()).containsExactly("残联", "残疾人 联合会", "ＣＤＰＦ", "残协");
        assertThat(group.others()).doesNotContain("残联");
    }

    @Test
    void namesThatASearchCannotTellApartAreOneName() {
        var group = new NameGroup("“三阳”机构", List.of("三阳机构", "阳光之家", "陽光之家", "Sunshine", "sunshine"));

        assertThat(group.names()).containsExactly("“三阳”机构", "Sunshine", "阳光之家");
    }

    @Test
    void theMainNameCanChangePlacesWithAnother() {
        var group = new NameGroup("残联", List.of("残疾人联合会"));
        group.change("残疾人联合会", List.of("残联"));
        assertThat(group.names()).containsExactly("残疾人联合会", "残联");

        group.change("残疾人联合会", List.of("残 联", "残协"));
        assertThat(group.names()).containsExactly("残疾人联合会", "残 联", "残协");
    }

    @Test
    void whatIsNoGroupIsRefused() {
        var many = IntStream.rangeClosed(0, 20).mapToObj(number -> "名" + number).collect(toSet());
        for (var wrong : List.<Runnable>of(
                () -> new NameGroup(" ", List.of("甲")),
                () -> new NameGroup("甲", List.of("“”")),
                () -> new NameGroup("甲".repeat(41), List.of("乙")),
                () -> new NameGroup("甲", List.of("乙".repeat(41))),
                () -> new NameGroup("甲", List.of()),
                () -> new NameGroup("甲", List.of("“甲”", " 甲")),
                () -> new NameGroup("甲", many))) {
            assertThatThrownBy(wrong::run).isInstanceOf(IllegalArgumentException.class);
        }
        many.remove("名7");
        assertThat(new NameGroup("甲", many).others()).hasSize(20);
        assertThat(new NameGroup("甲".repeat(40), Set.of("乙".repeat(40))).names())
                .hasSize(2);
    }

    /** Or the database could not store it. */
    @Test
    void theLongestNameFoldsIntoSixHundredCharacters() {
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                        .filter(Character::isDefined)
                        .map(each -> NameGroup.key(Character.toString(each)).length() / Character.charCount(each))
                        .max())
                .hasValue(600 / NameGroup.LONGEST_NAME);
    }
}
