package cn.jinshan.chronicle.staff;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was done, by whom and when (操作记录): written in the transaction of the change, so that neither is without the
 * other.
 */
@Service
public class Journal {

    private final EntityManager database;
    private final Clock clock;

    Journal(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Notes what whoever is signed in does. Refused outside of a transaction.
     *
     * @param verb at most 60 characters, such as {@code entry.published}
     * @param thing at most 60 characters, such as {@code entry 7}
     * @param note a reason or a circumstance, never content and never a secret; kept as one line of at most 1000
     *     characters
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(String verb, String thing, @Nullable String note) {
        database.persist(new JournalLine(clock.instant(), account(), verb, thing, note));
    }

    private static @Nullable Long account() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn
                ? signedIn.id()
                : null;
    }
}
