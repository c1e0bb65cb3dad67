package cn.jinshan.chronicle.staff;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Passwords stay the ones of their hashes. */
class PasswordsTest {

    private static final String PASSWORD = "春风茶杯七只猫走路";

    /** As it lies in databases since the first accounts. */
    private static final String STORED =
            "$argon2id$v=19$m=19456,t=2,p=1$Eu+9YHDBcfKr3XFG0VEoQw$0JTByz/re+V9mvHI4ZJkHWbz4egkPC5elKrubzVPIJ4";

    private final Passwords passwords = new Passwords();

    @Test
    void aPasswordThatIsStoredIsKnown() {
        assertThat(passwords.match(PASSWORD, STORED)).isTrue();
        assertThat(passwords.match(PASSWORD + "。", STORED)).isFalse();
    }

    @Test
    void aPasswordIsStoredWithTheSameParameters() {
        var hash = passwords.hash(PASSWORD);

        assertThat(parameters(hash)).isEqualTo("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.match(PASSWORD, hash)).isTrue();
    }

    @Test
    void nobodyHasThePasswordOfNobodyWhichTakesAsLongToTell() {
        assertThat(passwords.match(PASSWORD, null)).isFalse();
        assertThat(parameters(Passwords.NOBODYS)).isEqualTo(parameters(passwords.hash(PASSWORD)));
    }

    private static String parameters(String hash) {
        return hash.replaceFirst("[^$]+\\$[^$]+$", "");
    }
}
