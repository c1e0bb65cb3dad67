package cn.jinshan.chronicle.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class PasswordGuessesTest {

    private static final String HERE = "192.0.2.1";
    private static final String ELSEWHERE = "192.0.2.2";

    private Instant now = Instant.parse("2024-09-03T02:00:00Z");

    private final PasswordGuesses guesses = new PasswordGuesses(((InstantSource) () -> now).withZone(ZoneOffset.UTC));

    @Test
    void fiveAMinuteForANameThenNoneUntilTheMinuteIsOver() {
        spend(5, "wangli", HERE);

        assertThatExceptionOfType(TooManyGuessesException.class)
                .isThrownBy(() -> guesses.spend("wangli", HERE))
                .satisfies(refusal -> assertThat(refusal.seconds()).isBetween(1L, 61L));
        now = now.plusSeconds(59);
        assertRefused("wangli", HERE);
        now = now.plusSeconds(2);
        spend(5, "wangli", HERE);
        assertRefused("wangli", HERE);
    }

    @Test
    void onlyTheFirstRefusalOfANameInAMinuteIsWorthANote() {
        for (int minute = 0; minute < 2; minute++) {
            spend(5, "wangli", HERE);
            assertThat(isFirst("wangli")).isTrue();
            assertThat(isFirst("wangli")).isFalse();
            now = now.plusSeconds(61);
        }
    }

    private boolean isFirst(String name) {
        return assertThatExceptionOfType(TooManyGuessesException.class)
                .isThrownBy(() -> guesses.spend(name, HERE))
                .actual()
                .isFirst();
    }

    @Test
    void tenTimesAMinuteAPasswordMayBeChosen() {
        for (int tries = 0; tries < 10; tries++) {
            guesses.spendChoice("wangli", HERE);
        }

        assertThatExceptionOfType(TooManyGuessesException.class).isThrownBy(() -> guesses.spendChoice("wangli", HERE));
        assertThatNoException().isThrownBy(() -> guesses.spendChoice("chensi", HERE));
        assertThatNoException().isThrownBy(() -> guesses.spendChoice("wangli", ELSEWHERE));
        now = now.plusSeconds(61);
        assertThatNoException().isThrownBy(() -> guesses.spendChoice("wangli", HERE));
    }

    @Test
    void aStrangerElsewhereLocksNobodyOut() {
        spend(5, "wangli", ELSEWHERE);
        assertRefused("wangli", ELSEWHERE);

        assertThatNoException().isThrownBy(() -> guesses.spend("wangli", HERE));
    }

    @Test
    void thirtyAMinuteFromAnAddressWhateverTheNames() {
        for (int i = 0; i < 30; i++) {
            guesses.spend("name" + i, HERE);
        }

        assertRefused("another", HERE);
        assertThatNoException().isThrownBy(() -> guesses.spend("another", ELSEWHERE));
    }

    @Test
    void aRightPasswordCostsNothing() {
        for (int i = 0; i < 100; i++) {
            guesses.spend("wangli", HERE);
            guesses.giveBack("wangli", HERE);
        }
    }

    @Test
    void anIpv6NetworkIsOneAddress() {
        spend(5, "wangli", "2001:db8:1:2::1");

        assertRefused("wangli", "2001:db8:1:2:ffff::9");
        assertRefused("wangli", "2001:db8:1:2::1%eth0");
        assertThatNoException().isThrownBy(() -> guesses.spend("wangli", "2001:db8:1:3::1"));
    }

    @Test
    void aLongPauseGivesNoMoreThanAMinutesGuesses() {
        spend(1, "wangli", HERE);
        now = now.plus(Duration.ofHours(1));

        spend(5, "wangli", HERE);
        assertRefused("wangli", HERE);
    }

    private void spend(int times, String name, String address) {
        for (int i = 0; i < times; i++) {
            guesses.spend(name, address);
        }
    }

    private void assertRefused(String name, String address) {
        assertThatExceptionOfType(TooManyGuessesException.class).isThrownBy(() -> guesses.spend(name, address));
    }
}
