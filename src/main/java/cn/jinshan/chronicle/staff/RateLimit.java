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
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Rate limit by network address. It remembers the last hundred thousand addresses. */
public final class RateLimit {

    private static final int REMEMBERED = 100_000;

    /**
     * How often something may be done.
     *
     * @param times from 1
     * @param within after which it may be done as often again
     */
    public record Limit(int times, Duration within) {}

    private final Clock clock;
    private final List<Limit> limits;
    private final Cache<List<String>, Bucket> buckets;

    /** @param limits at least one, all of which hold */
    public RateLimit(Clock clock, Limit... limits) {
        this.clock = clock;
        this.limits = List.of(limits);
        var longest = this.limits.stream().map(Limit::within).max(Duration::compareTo);
        this.buckets = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterAccess(longest.orElseThrow().multipliedBy(2))
                .ticker(() -> nanos(clock))
                .build();
    }

    /**
     * Does it once more, if it may be done.
     *
     * @param address of the client; an IPv6 address stands for its whole network (/64)
     * @param what is counted by itself, such as a name
     * @return zero, or if it may not be done the whole seconds until it may
     */
    public Duration spend(String address, String... what) {
        var spent = bucket(address, what).tryConsumeAndReturnRemaining(1);
        return spent.isConsumed()
                ? Duration.ZERO
                : Duration.ofNanos(spent.getNanosToWaitForRefill())
                        .truncatedTo(ChronoUnit.SECONDS)
                        .plusSeconds(1);
    }

    /** Takes back that it was done. */
    public void giveBack(String address, String... what) {
        bucket(address, what).addTokens(1);
    }

    private Bucket bucket(String address, String... what) {
        var whose = Stream.concat(Stream.of(network(address)), Stream.of(what)).toList();
        return buckets.get(whose, unknown -> {
            var bucket = Bucket.builder().withCustomTimePrecision(time());
            limits.forEach(limit -> bucket.addLimit(
                    bandwidth -> bandwidth.capacity(limit.times()).refillIntervally(limit.times(), limit.within())));
            return bucket.build();
        });
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
        return ChronoUnit.NANOS.between(Instant.EPOCH, clock.instant());
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
