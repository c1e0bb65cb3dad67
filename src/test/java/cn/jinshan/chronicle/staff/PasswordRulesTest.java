package cn.jinshan.chronicle.staff;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
        assertThat(rules.refusal(password, "wangli", "王莉")).hasValue("password.guessed");
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
        assertThat(rules.refusal(password, "wangli", "王莉")).isEmpty();
    }

    @Test
    void lengthIsCountedInCharactersWhateverTheirScript() {
        assertThat(rules.refusal("茶杯春风七只猫", "wangli", "王莉")).hasValue("password.short");
        assertThat(rules.refusal("🐈".repeat(7), "wangli", "王莉")).hasValue("password.short");
        assertThat(rules.refusal("茶杯春风七只猫走".repeat(8), "wangli", "王莉")).isEmpty();
        assertThat(rules.refusal("茶杯春风七只猫走".repeat(32), "wangli", "王莉")).isEmpty();
        assertThat(rules.refusal("茶杯春风七只猫走".repeat(32) + "路", "wangli", "王莉")).hasValue("password.long");
    }

    /** The time is measured by {@code CostDrill}; here only that each is judged. */
    @Test
    void aLongOneIsJudgedByItsBeginningAndItsEnd() {
        assertThat(rules.refusal("p@55w0rD".repeat(32), "wangli", "王莉")).hasValue("password.guessed");
        assertThat(rules.refusal("a".repeat(200) + "春风茶杯七只猫走路", "wangli", "王莉")).isEmpty();
        assertThat(rules.refusal("春风茶杯七只猫走路" + "a".repeat(200), "wangli", "王莉")).isEmpty();
        assertThat(rules.refusal("a".repeat(256), "wangli", "王莉")).hasValue("password.guessed");
        assertThat(rules.refusal("4@8({[<3€69!1|70$5+%2".repeat(12), "wangli", "王莉"))
                .isEmpty();
    }
}
