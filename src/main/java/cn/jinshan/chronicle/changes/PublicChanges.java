package cn.jinshan.chronicle.changes;

import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.support.DataAccessUtils;
import org.springframework.dao.support.PersistenceExceptionTranslator;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Log of public changes: what was changed that an address answers without an account, numbered in the order of commits.
 * Each line is written in the transaction of its change. Whatever is derived from the public record follows it: it
 * reads the position first and the data afterwards. Lines are kept for a week.
 */
@Service
public class PublicChanges {

    private static final String INSERT = "insert into public_change (number, kind, thing, made) values (?, ?, ?, ?)";

    private final EntityManager record;
    private final PersistenceExceptionTranslator translator;
    private final JdbcTemplate database;
    private final KnownChanges known;
    private final Clock clock;

    PublicChanges(
            EntityManager record,
            PersistenceExceptionTranslator translator,
            JdbcTemplate database,
            KnownChanges known,
            Clock clock) {
        this.record = record;
        this.translator = translator;
        this.database = database;
        this.known = known;
        this.clock = clock;
    }

    /**
     * Notes, in the running transaction, that something public changes; it is numbered when that commits. Noting it
     * several times in a transaction makes one line.
     *
     * @throws IllegalStateException outside of a transaction
     */
    public void note(PublicChange.Kind kind, long thing) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A public change is noted in the transaction that makes it");
        }
        noted().things.add(new Thing(kind, thing));
    }

    /** Where the log stands. Only what is read afterwards is sure to contain all changes up to there. */
    public Position position() {
        var position = Position.of(database);
        known.saw(position);
        return position;
    }

    /** Whether the log has stood there, and still has the line of that change. */
    public boolean knows(Position position) {
        var now = position();
        return position.log().equals(now.log())
                && (position.number() == 0
                        || position.equals(now)
                        || Boolean.TRUE.equals(database.queryForObject(
                                "select count(*) > 0 from public_change where number = ? and made = ?",
                                Boolean.class,
                                position.number(),
                                Timestamp.from(position.made()))));
    }

    /**
     * The changes after a number, oldest first.
     *
     * @return empty if the log no longer holds them all, or never had that number
     */
    public Optional<List<PublicChange>> since(long number) {
        long last = position().number();
        var changes = database.query(
                "select number, kind, thing from public_change where number > ? order by number",
                (row, at) -> new PublicChange(
                        row.getLong("number"), PublicChange.Kind.valueOf(row.getString("kind")), row.getLong("thing")),
                number);
        boolean whole = changes.isEmpty() ? number == last : changes.get(0).number() == number + 1;
        return whole ? Optional.of(changes) : Optional.empty();
    }

    private Noted noted() {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Noted.class::isInstance)
                .map(Noted.class::cast)
                .findFirst()
                .orElseGet(() -> {
                    var noted = new Noted();
                    TransactionSynchronizationManager.registerSynchronization(noted);
                    return noted;
                });
    }

    private record Thing(PublicChange.Kind kind, long number) {}

    /** What a transaction has noted. */
    private class Noted implements TransactionSynchronization {

        private final Set<Thing> things = new LinkedHashSet<>();

        /** What the database refuses is thrown as the commit would throw it. */
        private void writeRecord() {
            try {
                record.flush();
            } catch (RuntimeException e) {
                throw DataAccessUtils.translateIfNecessary(e, translator);
            }
        }

        /**
         * All other rows are locked before the counter, so that nobody who holds it waits for somebody who wants it.
         */
        @Override
        public void beforeCommit(boolean readOnly) {
            writeRecord();
            var made = Timestamp.from(clock.instant());
            database.update("update change_log set number = number + ?, made = ?", things.size(), made);
            long[] number = {position().number() - things.size()};
            database.batchUpdate(INSERT, things, things.size(), (row, thing) -> {
                row.setLong(1, ++number[0]);
                row.setString(2, thing.kind().name());
                row.setLong(3, thing.number());
                row.setTimestamp(4, made);
            });
        }

        @Override
        public void afterCompletion(int status) {
            if (status != STATUS_ROLLED_BACK) {
                known.changed();
            }
        }
    }
}
