package cn.jinshan.chronicle.site;

import cn.jinshan.chronicle.changes.KnownChanges;
import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/**
 * Answers of public addresses, kept in memory for whoever asks for the same. All of them hold until the next public
 * change and until midnight; what is not asked for often gives way first.
 */
@Service
public class KeptPages {

    /** In bytes; a longer answer is not kept. */
    public static final int LONGEST = 1024 * 1024;

    /** So many addresses are kept of which there is nothing, as anybody can think of more. */
    private static final int MOST_ABSENT = 100;

    /** Of a key and its place. */
    private static final int OVERHEAD = 500;

    private final KnownChanges changes;
    private final Clock clock;
    private final AsyncCache<PageKey, KeptPage> pages;
    private volatile @Nullable State kept;
    private final Cache<PageKey, Making> absent =
            Caffeine.newBuilder().maximumSize(MOST_ABSENT).build();

    KeptPages(KnownChanges changes, SiteProperties properties, Clock clock) {
        this.changes = changes;
        this.clock = clock;
        this.pages = Caffeine.newBuilder()
                .maximumWeight(properties.keptPages().toBytes())
                .<PageKey, KeptPage>weigher((key, page) -> OVERHEAD + key.weight() + page.weight())
                .buildAsync();
    }

    /** What the record says, and the day that pages name as today. */
    private record State(long version, LocalDate day) {}

    /** Page that is being made, or was made, of what the record said then. */
    public static final class Making extends CompletableFuture<@Nullable KeptPage> {

        private final State state;

        private Making(State state) {
            this.state = state;
        }

        private boolean holds(State now) {
            return state.version >= now.version && state.day.equals(now.day);
        }
    }

    /**
     * Page that was asked for.
     *
     * @param page it is, or will be, the page; null if that cannot be kept
     * @param isNew whether nobody is making it yet: who has asked makes it, and says so with {@link #keep}
     */
    public record Asked(Making page, boolean isNew) {}

    /**
     * Asks for a page that is not older than the last change that is known.
     *
     * @return empty while that is not known
     */
    public Optional<Asked> ask(PageKey key) {
        var version = changes.version();
        if (version.isEmpty()) {
            return Optional.empty();
        }
        var now = new State(
                version.getAsLong(), clock.instant().atZone(DateWords.SHANGHAI).toLocalDate());
        if (!now.equals(kept)) {
            // What holds no more takes the room of nothing else; how often it was asked for is remembered
            pages.synchronous().invalidateAll();
            absent.invalidateAll();
            kept = now;
        }
        return Optional.of(
                nothing(key, now).map(nothing -> new Asked(nothing, false)).orElseGet(() -> ask(key, now)));
    }

    private Optional<Making> nothing(PageKey key, State now) {
        return Optional.ofNullable(absent.getIfPresent(key)).filter(nothing -> nothing.holds(now));
    }

    private Asked ask(PageKey key, State now) {
        var all = pages.asMap();
        while (true) {
            var present = (Making) pages.getIfPresent(key);
            if (present != null && present.holds(now)) {
                return new Asked(present, false);
            }
            var making = new Making(now);
            if (present == null ? all.putIfAbsent(key, making) == null : all.replace(key, present, making)) {
                // It may have turned out to be absent after this was asked
                nothing(key, now).ifPresent(nothing -> keep(key, making, nothing.join()));
                return new Asked(making, !making.isDone());
            }
        }
    }

    /**
     * Hands a page to all who wait for it.
     *
     * @param page null for what cannot be kept: each of them has to make it
     */
    public void keep(PageKey key, Making making, @Nullable KeptPage page) {
        if (page != null && page.status() == HttpStatus.NOT_FOUND.value()) {
            absent.put(key, making);
            pages.asMap().remove(key, making);
        }
        making.complete(page);
    }
}
