package cn.jinshan.chronicle.changes;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/**
 * What this instance knows of the log of public changes, so that what was made of the public record can be handed out
 * again without asking the database. A change of its own is known before it is acknowledged. A database that other
 * instances write to as well is asked four times a second at most, by those who want to know.
 */
@Service
public class KnownChanges {

    private static final Logger LOG = LoggerFactory.getLogger(KnownChanges.class);

    /** H2 lets one process open a file, and what is in memory is of one process. */
    private static final String ALONE = "jdbc:h2:";

    private static final long ASKED_EVERY = Duration.ofMillis(250).toNanos();
    private static final long HOLDS_FOR = Duration.ofSeconds(1).toNanos();

    private final JdbcTemplate database;
    private final boolean isAlone;
    private final AtomicLong version = new AtomicLong();

    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable Position last;
    private volatile long tried = System.nanoTime() - HOLDS_FOR;
    private volatile long answered = System.nanoTime() - HOLDS_FOR;

    KnownChanges(JdbcTemplate database, DataSourceProperties properties) {
        this.database = database;
        this.isAlone = properties.determineUrl().startsWith(ALONE);
    }

    /** A change of this instance was committed, or may have been. */
    void changed() {
        version.incrementAndGet();
    }

    /** The log was read: where it stands elsewhere than last time, something was changed or another file was opened. */
    void saw(Position position) {
        if (!position.equals(last)) {
            // First the change, so that who finds the position known knows the change as well
            changed();
            last = position;
        }
    }

    /**
     * The version of the public record, to be read before whatever is made of it, which holds until there is a later
     * one.
     *
     * @return empty while another instance may have changed something more than a second ago that is not known here
     */
    public OptionalLong version() {
        if (isAlone) {
            return OptionalLong.of(version.get());
        }
        if (System.nanoTime() - tried >= ASKED_EVERY && asking.tryLock()) {
            try {
                ask();
            } finally {
                asking.unlock();
            }
        }
        return System.nanoTime() - answered < HOLDS_FOR ? OptionalLong.of(version.get()) : OptionalLong.empty();
    }

    private void ask() {
        long now = System.nanoTime();
        tried = now;
        try {
            saw(Position.of(database));
            answered = now;
        } catch (DataAccessException e) {
            LOG.debug("What others changed is not known while the database is away", e);
        }
    }
}
