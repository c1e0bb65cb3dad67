package cn.jinshan.chronicle.staff;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Counts wrong passwords: five a minute for a name from one address, thirty a minute from an address. So nobody guesses
 * for long, and nobody is locked out by a stranger elsewhere (OWASP ASVS 5.0, 6.1.1 and 6.3.1).
 */
@Component
class Guesses {

    private static final int PER_NAME = 5;
    private static final int PER_ADDRESS = 30;
    private static final int REMEMBERED = 100_000;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Clock clock;
    private final Cache<List<String>, Bucket> buckets;

    Guesses(Clock clock) {
        this.clock = clock;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterAccess(MINUTE.multipliedBy(2))
                .ticker(() -> nanos(clock))
                .build();
    }

    /**
     * Spends one guess.
     *
     * @param address of the client; an IPv6 address stands for its whole network (/64)
     * @throws TooManyGuessesException when there is none left
     */
    void spend(String name, String address) {
        spend(ofAddress(address));
        spend(ofName(name, address));
    }

    /** Gives one guess back: the password was right. */
    void giveBack(String name, String address) {
        ofAddress(address).addTokens(1);
        ofName(name, address).addTokens(1);
    }

    private static void spend(Bucket bucket) {
        var guess = bucket.tryConsumeAndReturnRemaining(1);
        if (!guess.isConsumed()) {
            throw new TooManyGuessesException(
                    1 + Duration.ofNanos(guess.getNanosToWaitForRefill()).toSeconds());
        }
    }

    private Bucket ofAddress(String address) {
        return bucket(List.of(network(address)), PER_ADDRESS);
    }

    private Bucket ofName(String name, String address) {
        return bucket(List.of(name, network(address)), PER_NAME);
    }

    private Bucket bucket(List<String> whose, int guesses) {
        return buckets.get(
                whose,
                unknown -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(guesses).refillIntervally(guesses, MINUTE))
                        .withCustomTimePrecision(time())
                        .build());
    }

    private TimeMeter time() {
        return new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return nanos(clock);
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
    }

    private static long nanos(Clock clock) {
        return ChronoUnit.NANOS.between(java.time.Instant.EPOCH, clock.instant());
    }

    private static String network(String address) {
        try {
            // A colon keeps this from asking a name server
            return address.contains(":")
                            && InetAddress.getByName(address.replaceFirst("%.*", "")) instanceof Inet6Address ipv6
                    ? HexFormat.of().formatHex(Arrays.copyOf(ipv6.getAddress(), 8))
                    : address;
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
