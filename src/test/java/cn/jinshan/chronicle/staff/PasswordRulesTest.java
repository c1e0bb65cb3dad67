package cn.jinshan.chronicle.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    private final PasswordRules rules = new PasswordRules();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password123",
                "Password123",
                "ｐａｓｓｗｏｒｄ１２３",
                "金山区残疾人联合会",
                "金山区残疾人联合会2023",
                "金山残联2023",
                "金山残联大事记2024",
                "j1nsh4n2023",
                "大事记wangli",
                "jinshan2023",
                "Jinshan2023",
                "12345678",
                "admin123",
                "qwertyuiop",
                "aaaaaaaaaaaa",
                "wangli1985",
                "王莉王莉王莉王莉",
                "啊啊啊啊啊啊啊啊啊啊"
            })
    void whatOthersGuessFirstIsRefused(String password) {
        assertThat(refusal(password, "wangli", "王莉")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery",
                "春风茶杯七只猫走路",
                "tulip-kettle",
                "kqzvwxptmb",
                "        七只猫走路",
                "🐈🐈‍⬛茶杯和春风"
            })
    void noKindOfCharacterIsDemandedOrRefused(String password) {
        assertThat(refusal(password, "wangli", "王莉")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "password123, password.guessed",
        "j1nsh4n2023, password.guessed",
        "Jinshan2023, password.ours",
        "金山区残联2023, password.ours",
        "大事记wangli, password.named",
        "ＷＡＮＧＬＩ1985, password.named",
        "王莉王莉王莉王莉, password.named"
    })
    void theReasonIsTheOneThatHelps(String password, String reason) {
        assertThat(refusal(password, "wangli", "王莉")).hasValue(reason);
    }

    @Test
    void howManyCharactersAreMissingOrTooManyIsSaid() {
        assertThat(rules.refusal("七只猫", "wangli", "王莉")).hasValue(new PasswordRules.Refusal("password.short", 5));
        assertThat(rules.refusal("茶".repeat(259), "wangli", "王莉"))
                .hasValue(new PasswordRules.Refusal("password.long", 3));
        assertThat(refusal("", "wangli", "王莉")).hasValue("password.none");
    }

    @Test
    void lengthIsCountedInCharactersWhateverTheirScript() {
        assertThat(refusal("茶杯春风七只猫", "wangli", "王莉")).hasValue("password.short");
        assertThat(refusal("🐈".repeat(7), "wangli", "王莉")).hasValue("password.short");
        assertThat(refusal("茶杯春风七只猫走".repeat(8), "wangli", "王莉")).isEmpty();
        assertThat(refusal("茶杯春风七只猫走".repeat(32), "wangli", "王莉")).isEmpty();
        assertThat(refusal("茶杯春风七只猫走".repeat(32) + "路", "wangli", "王莉")).hasValue("password.long");
    }

    /** The time is measured by {@code CostDrill}; here only that each is judged. */
    @Test
    void aLongOneIsJudgedByItsBeginningAndItsEnd() {
        assertThat(refusal("p@55w0rD".repeat(32), "wangli", "王莉")).hasValue("password.guessed");
        assertThat(refusal("a".repeat(200) + "春风茶杯七只猫走路", "wangli", "王莉")).isEmpty();
        assertThat(refusal("春风茶杯七只猫走路" + "a".repeat(200), "wangli", "王莉")).isEmpty();
        assertThat(refusal("a".repeat(256), "wangli", "王莉")).hasValue("password.guessed");
        assertThat(refusal("4@8({[<3€69!1|70$5+%2".repeat(12), "wangli", "王莉")).isEmpty();
    }

    private Optional<String> refusal(String password, String name, String fullName) {
        return rules.refusal(password, name, fullName).map(PasswordRules.Refusal::code);
    }
}
