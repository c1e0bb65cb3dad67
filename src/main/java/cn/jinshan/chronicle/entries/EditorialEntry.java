package cn.jinshan.chronicle.entries;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Entry with all its editions, as staff see it.
 *
 * @param version of the entry; every change of any of its editions makes it greater
 * @param changed when it was last changed; null for one that only the seed wrote
 * @param changedBy the account that last changed it
 * @param highlight whether it is one of the {@link Highlights} of its year
 * @param editions at least one, oldest first
 */
public record EditorialEntry(
        long id,
        long version,
        @Nullable Instant changed,
        @Nullable Long changedBy,
        boolean highlight,
        List<EditorialEdition> editions) {

    /** The edition that is being written, if one is open. */
    public Optional<EditorialEdition> draft() {
        return inState(EditionState.DRAFT);
    }

    /** The edition that is on its way to the public: a draft, or submitted. */
    public Optional<EditorialEdition> open() {
        return editions.stream().filter(EditorialEdition::isOpen).findFirst();
    }

    /** The edition that the public reads, if there is one and its chronicle is open to them. */
    public Optional<EditorialEdition> published() {
        return inState(EditionState.PUBLISHED);
    }

    /** The edition that was taken down last, while the public reads none. */
    public Optional<EditorialEdition> withdrawn() {
        return published().isPresent()
                ? Optional.empty()
                : editions.stream()
                        .filter(edition -> edition.state() == EditionState.WITHDRAWN)
                        .reduce((earlier, later) -> later);
    }

    private Optional<EditorialEdition> inState(EditionState state) {
        return editions.stream().filter(edition -> edition.state() == state).findFirst();
    }

    /** Whether the public reads something else than before: an edition published since, or nothing any more. */
    public boolean isOtherForThePublicSince(Instant when) {
        return editions.stream()
                .flatMap(edition -> Stream.of(edition.published(), edition.withdrawn()))
                .anyMatch(moment -> moment != null && !moment.isBefore(when));
    }

    /** What is written on: the open edition, else what the public reads, else what was last. */
    public EditorialEdition base() {
        return open().or(this::published).orElseGet(this::latest);
    }

    /** The edition with the greatest number. */
    public EditorialEdition latest() {
        return editions.get(editions.size() - 1);
    }

    /** An edition by its number, if there is one. */
    public Optional<EditorialEdition> edition(int number) {
        return editions.stream().filter(edition -> edition.number() == number).findFirst();
    }

    /** The last edition before this one that was public, if there is one. */
    public Optional<EditorialEdition> before(EditorialEdition later) {
        return editions.stream()
                .filter(edition -> edition.number() < later.number() && edition.published() != null)
                .reduce((earlier, nearer) -> nearer);
    }
}
