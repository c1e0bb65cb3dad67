package cn.jinshan.chronicle.staff;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lookup of staff for the record: full names by account number, and the number of reviewers. */
@Service
@Transactional(readOnly = true)
public class Colleagues {

    private final Accounts accounts;

    Colleagues(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Full names by account; null, and what is no account, is left out. */
    public Map<Long, String> names(Stream<@Nullable Long> ids) {
        return accounts.findByIdIn(ids.filter(Objects::nonNull).collect(toSet())).stream()
                .collect(toMap(Account::id, Account::fullName));
    }

    /** The full name; refused for what is no account. */
    public String name(long id) {
        var name = names(Stream.of(id)).get(id);
        if (name == null) {
            throw new NoSuchElementException("No account " + id);
        }
        return name;
    }

    /** How many may review and can sign in now: reviewers and administrators, with a password and not disabled. */
    public int reviewers() {
        return accounts.countReviewers();
    }
}
