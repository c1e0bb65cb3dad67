package cn.jinshan.chronicle.entries;

import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.domain.Specification;

/**
 * Which entries staff look for.
 *
 * @param year of the chronicle
 * @param section the slug of one; null for all
 * @param month 1 to 12, or {@link TimelineFilter#UNDATED} for those in no month; null for all
 * @param state of the latest edition; null for all
 * @param words in title, text or date; null for any
 * @param author the account that wrote in the latest edition; null for anybody
 */
public record EntryFilter(
        int year,
        @Nullable String section,
        @Nullable Integer month,
        @Nullable State state,
        @Nullable String words,
        @Nullable Long author) {

    /** The same for another state. */
    public EntryFilter in(State other) {
        return new EntryFilter(year, section, month, other, words, author);
    }

    Specification<Edition> latest() {
        var chosen = WrittenEditions.latest().and(WrittenEditions.ofYear(year));
        if (section != null) {
            chosen = chosen.and(WrittenEditions.ofSection(section));
        }
        if (month != null) {
            chosen = chosen.and(WrittenEditions.inMonth(month));
        }
        if (state != null) {
            chosen = chosen.and(WrittenEditions.in(state));
        }
        if (words != null) {
            chosen = chosen.and(WrittenEditions.saying(words));
        }
        if (author != null) {
            chosen = chosen.and(WrittenEditions.writtenBy(author));
        }
        return chosen;
    }
}
