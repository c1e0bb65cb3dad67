package cn.jinshan.chronicle.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.domain.Specification;

/**
 * Filter of the activity log; null means all.
 *
 * @param account the account of the user
 * @param verb a verb, or without a dot the area of several verbs
 * @param thing the thing as stored, such as {@code entry 7}
 * @param from the first moment
 * @param until the first moment after the period
 */
public record JournalFilter(
        @Nullable Long account,
        @Nullable String verb,
        @Nullable String thing,
        @Nullable Instant from,
        @Nullable Instant until) {

    Specification<JournalLine> chosen() {
        var chosen = Specification.<JournalLine>unrestricted();
        if (account != null) {
            chosen = chosen.and(is("accountId", account));
        }
        if (verb != null) {
            chosen = chosen.and(is(verb.contains(".") ? "verb" : "area", verb));
        }
        if (thing != null) {
            chosen = chosen.and(is("thing", thing));
        }
        if (from != null) {
            chosen = chosen.and((line, query, is) -> is.greaterThanOrEqualTo(line.get("happened"), from));
        }
        if (until != null) {
            chosen = chosen.and((line, query, is) -> is.lessThan(line.get("happened"), until));
        }
        return chosen;
    }

    private static Specification<JournalLine> is(String column, Object wanted) {
        return (line, query, is) -> is.equal(line.get(column), wanted);
    }
}
