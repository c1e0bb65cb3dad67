package cn.jinshan.chronicle.entries;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Row of a list of entries for staff: the latest edition of an entry.
 *
 * @param version of the entry
 * @param number of the edition
 * @param wording the date as it was typed
 * @param published the number of the edition that the public reads, if there is one
 * @param changed when it was last changed, if not only by the seed
 */
public record EntryRow(
        long id,
        long version,
        int number,
        EditionStatus standing,
        String wording,
        boolean dated,
        String title,
        PublishedSection section,
        @Nullable Integer published,
        @Nullable Instant changed,
        @Nullable Long changedBy) {}
