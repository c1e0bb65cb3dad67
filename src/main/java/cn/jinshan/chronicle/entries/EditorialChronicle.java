package cn.jinshan.chronicle.entries;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Chronicle of one year, as staff see it.
 *
 * @param opened since when the public sees it; null while only staff do
 * @param closed since when it takes only corrections; null while it takes new entries
 * @param entries how many have their latest edition in each stage
 */
public record EditorialChronicle(
        PublishedChronicle chronicle,
        long version,
        @Nullable Instant opened,
        @Nullable Instant closed,
        Map<ReviewStage, Long> entries) {

    /** How many entries have an edition that is still being written or reviewed. */
    public long openEditions() {
        return entries.entrySet().stream()
                .filter(stage -> stage.getKey().isOpen())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
