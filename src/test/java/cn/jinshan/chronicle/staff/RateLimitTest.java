package cn.jinshan.chronicle.staff;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.staff.RateLimit.Limit;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** What {@link PasswordGuessesTest} does not ask: several limits at once. */
class RateLimitTest {

    private static final String HERE = "192.0.2.1";

    private Instant now = Instant.parse("2024-09-03T02:00:00Z");

    private final RateLimit rateLimit = new RateLimit(
            ((InstantSource) () -> now).withZone(ZoneOffset.UTC),
            new Limit(5, Duration.ofMinutes(10)),
            new Limit(20, Duration.ofDays(1)));

    @Test
    void theShorterLimitSaysHowLongToWaitUntilTheLongerOneDoes() {
        for (int round = 0; round < 4; round++) {
            spend(5);
            assertThat(rateLimit.spend(HERE)).isGreaterThan(Duration.ZERO);
            now = now.plus(Duration.ofMinutes(10)).plusSeconds(1);
        }

        assertThat(rateLimit.spend(HERE)).isBetween(Duration.ofHours(23), Duration.ofHours(24));
        assertThat(rateLimit.spend("192.0.2.2")).isZero();
        now = now.plus(Duration.ofDays(1));
        spend(5);
    }

    @Test
    void whatIsRefusedCostsNothing() {
        spend(5);
        for (int i = 0; i < 100; i++) {
            assertThat(rateLimit.spend(HERE)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(601));
        }
        now = now.plus(Duration.ofMinutes(10)).plusSeconds(1);
        spend(5);
    }

    private void spend(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(rateLimit.spend(HERE)).isZero();
        }
    }
}
