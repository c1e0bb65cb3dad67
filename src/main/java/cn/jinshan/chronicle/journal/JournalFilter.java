package cn.jinshan.chronicle.journal;

import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.domain.Specification;

/**
 * Filter of the activity log; null means all.
 *
 * @param account the account of the user
 * @param verb a verb, or without a dot the area of several verbs
 * @param things any of these, as stored, such as {@code entry 7}
 * @param from the first moment
 * @param until the first moment after the period
 */
public record JournalFilter(
        @Nullable Long account,
        @Nullable String verb,
        @Nullable Collection<String> things,
        @Nullable Instant from,
        @Nullable Instant until) {

    Specification<JournalLine> chosen() {
        return is("accountId", account)
                .and(is(verb == null || verb.contains(".") ? "verb" : "area", verb))
                .and(
                        things == null
                                ? all()
                                : (line, query, is) -> line.get("thing").in(things))
                .and(from == null ? all() : (line, query, is) -> is.greaterThanOrEqualTo(line.get("happened"), from))
                .and(until == null ? all() : (line, query, is) -> is.lessThan(line.get("happened"), until));
    }

    private static Specification<JournalLine> is(String column, @Nullable Object wanted) {
        return wanted == null ? all() : (line, query, is) -> is.equal(line.get(column), wanted);
    }

    private static Specification<JournalLine> all() {
        return Specification.unrestricted();
    }
}
