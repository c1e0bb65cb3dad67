package cn.jinshan.chronicle.journal;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.data.domain.KeysetScrollPosition;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Window;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor.SpecificationFluentQuery;
import org.springframework.data.repository.Repository;

/** Repository of the activity log. It adds and reads lines; it has no method that changes or deletes one. */
public interface JournalLines extends Repository<JournalLine, Long> {

    Sort NEWEST_FIRST = Sort.by(Sort.Direction.DESC, "happened", "id");

    JournalLine save(JournalLine line);

    Optional<JournalLine> findById(long id);

    <S extends JournalLine, R> R findBy(
            Specification<JournalLine> chosen, Function<? super SpecificationFluentQuery<S>, R> reading);

    /** Some lines of a filter, newest first, from a place on in its direction, without counting all. */
    default Window<JournalLine> read(JournalFilter filter, KeysetScrollPosition place, int lines) {
        return findBy(
                filter.chosen().and(beyond(place)),
                reading -> reading.sortBy(NEWEST_FIRST).limit(lines).scroll(place));
    }

    /** The place of a line, from which to read older or newer lines. */
    static KeysetScrollPosition at(JournalLine line, ScrollPosition.Direction direction) {
        return ScrollPosition.of(Map.of("happened", line.happened(), "id", line.id()), direction);
    }

    /** A condition that the place implies anyway; it lets the database use the index. */
    private static Specification<JournalLine> beyond(KeysetScrollPosition place) {
        return (line, query, is) -> {
            if (!(place.getKeys().get("happened") instanceof Instant happened)) {
                return is.conjunction();
            }
            return place.scrollsForward()
                    ? is.lessThanOrEqualTo(line.get("happened"), happened)
                    : is.greaterThanOrEqualTo(line.get("happened"), happened);
        };
    }
}
