package cn.jinshan.chronicle.staff;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
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

    /** Full names by account; what is no account is left out. */
    public Map<Long, String> names(Collection<Long> ids) {
        return accounts.findByIdIn(ids).stream().collect(toMap(Account::id, Account::fullName));
    }

    /** The full name; refused for what is no account. */
    public String name(long id) {
        var name = names(List.of(id)).get(id);
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
