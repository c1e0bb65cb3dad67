package cn.jinshan.chronicle.entries;

import static java.util.Comparator.comparingInt;

import cn.jinshan.chronicle.dates.EventDate;
import cn.jinshan.chronicle.text.Prose;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Entry, as the public sees it: its published edition.
 *
 * @param id its permanent address
 * @param edition the number of the edition, from 1
 * @param position its place in the section as published, from 1
 * @param easyRead its plain-language twin; may be empty
 * @param correction what this edition corrected of what the public could read, null if it is no such correction
 * @param published when this edition was published; its chronicle may have been opened later
 */
public record PublishedEntry(
        long id,
        int edition,
        PublishedSection section,
        int position,
        String title,
        EventDate date,
        Prose body,
        String easyTitle,
        Prose easyRead,
        @Nullable String correction,
        Instant published)
        implements Titled {

    /** By section, then by place in it. */
    static final Comparator<PublishedEntry> AS_PUBLISHED = comparingInt(
                    (PublishedEntry entry) -> entry.section().position())
            .thenComparingInt(PublishedEntry::position)
            .thenComparingLong(PublishedEntry::id);

    /** Chronicle order; entries of equal date stay in their published order. */
    public static final Comparator<PublishedEntry> OLDEST_FIRST =
            comparingInt((PublishedEntry entry) -> entry.date().place()).thenComparing(AS_PUBLISHED);

    /** Whether its plain-language twin comes first, for who prefers such texts. */
    public boolean isEasy(boolean preferred) {
        return preferred && !easyRead.isEmpty();
    }

    /** The opening of its text, or of its plain-language twin, which puts each sentence on a line of its own. */
    public List<String> opening(boolean easy) {
        return easy ? easyRead.openingSentences() : List.of(body.opening());
    }

    /** The title to show, after the date in the source's own words where there is one. */
    public String datedTitle(boolean easy) {
        return date.wording().isEmpty() ? title(easy) : date.wording() + " " + title(easy);
    }
}
