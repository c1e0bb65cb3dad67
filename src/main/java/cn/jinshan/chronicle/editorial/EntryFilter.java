package cn.jinshan.chronicle.editorial;

import cn.jinshan.chronicle.entries.Edition;
import cn.jinshan.chronicle.entries.RequiredReviews;
import cn.jinshan.chronicle.entries.ReviewStage;
import cn.jinshan.chronicle.entries.TimelineFilter;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.domain.Specification;

/**
 * Filter of the list of entries for staff; it looks at the last edition of each entry. Null is for any.
 *
 * @param section the slug of a section
 * @param month 1 to 12, or {@link TimelineFilter#UNDATED} for entries in no month
 * @param words in title, text or date
 * @param author the account of an author
 * @param reviewer the account of somebody who could review it next, neither an author nor having approved it yet
 * @param without what the edition lacks
 */
public record EntryFilter(
        @Nullable Integer year,
        @Nullable String section,
        @Nullable Integer month,
        @Nullable ReviewStage stage,
        @Nullable String words,
        @Nullable Long author,
        @Nullable Long reviewer,
        @Nullable Without without) {

    /** The filter that chooses all entries. */
    public static final EntryFilter ALL = new EntryFilter(null, null, null, null, null, null, null, null);

    /** Something useful that an edition may lack. */
    public enum Without {
        /** An understood date; nothing is published without it. */
        UNDERSTOOD_DATE,
        /** The wording of the date in the source. */
        DATE,
        /** A plain-language text. */
        EASY_READ
    }

    public EntryFilter inYear(int other) {
        return new EntryFilter(other, section, month, stage, words, author, reviewer, without);
    }

    /** The filter as a database condition on editions. */
    Specification<Edition> latest(RequiredReviews required) {
        return Stream.of(
                        chosen(year, EditorialEditions::ofYear),
                        chosen(section, EditorialEditions::ofSection),
                        chosen(month, EditorialEditions::inMonth),
                        chosen(stage, wanted -> EditorialEditions.in(wanted, required)),
                        chosen(words, EditorialEditions::saying),
                        chosen(author, EditorialEditions::writtenBy),
                        chosen(reviewer, EditorialEditions::reviewableBy),
                        chosen(without, EditorialEditions::goingWithout))
                .reduce(EditorialEditions.latest(), Specification::and);
    }

    private static <T> Specification<Edition> chosen(
            @Nullable T wanted, Function<T, Specification<Edition>> condition) {
        return wanted == null ? Specification.unrestricted() : condition.apply(wanted);
    }
}
