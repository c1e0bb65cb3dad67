package cn.jinshan.chronicle.storage;

import cn.jinshan.chronicle.journal.Journal;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Service that detects an H2 file older than the last acknowledged change. It checks before anything else is written
 * after a start, writes to the journal, and warns all staff until an administrator has dealt with it.
 */
@Service
public class OlderDatabases implements InitializingBean {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneId.of("Asia/Shanghai"));

    private static final String ALL = "select id, known, acknowledged from older_database where ";

    private final HikariDataSource pool;
    private final JdbcClient database;
    private final TransactionOperations transaction;
    private final Journal journal;
    private final Clock clock;

    OlderDatabases(
            HikariDataSource pool,
            JdbcClient database,
            TransactionOperations transaction,
            Journal journal,
            Clock clock) {
        this.pool = pool;
        this.database = database;
        this.transaction = transaction;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public void afterPropertiesSet() throws SQLException {
        if (pool.getDataSource() instanceof ForcedCommits file) {
            file.count();
            note();
        }
    }

    /** Runs every minute, as H2 may reopen its file at any time after an error of the disk. */
    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void note() {
        if (!(pool.getDataSource() instanceof ForcedCommits)) {
            return;
        }
        transaction.executeWithoutResult(status -> {
            for (var found : list("not noted")) {
                database.sql("update older_database set noted = true where id = ?")
                        .param(found.id())
                        .update();
                journal.write(
                        "database.older",
                        "database",
                        MINUTE.format(found.known()) + " → " + MINUTE.format(found.acknowledged()));
            }
        });
    }

    /** Cases that no administrator has settled, the oldest first. */
    @Transactional(readOnly = true)
    public List<OlderDatabase> open() {
        return list("settled is null");
    }

    /** A case that no administrator has settled. */
    @Transactional(readOnly = true)
    public Optional<OlderDatabase> open(long id) {
        return open().stream().filter(one -> one.id() == id).findFirst();
    }

    /** Settles a case; a second time changes nothing. */
    @Transactional
    public void settle(long id) {
        int settled = database.sql("update older_database set settled = ? where id = ? and settled is null")
                .params(Timestamp.from(clock.instant()), id)
                .update();
        if (settled > 0) {
            journal.write("database.settled", "database", null);
        }
    }

    private List<OlderDatabase> list(String which) {
        return database.sql(ALL + which + " order by id")
                .query((row, at) -> new OlderDatabase(
                        row.getLong("id"),
                        row.getObject("known", OffsetDateTime.class).toInstant(),
                        row.getObject("acknowledged", OffsetDateTime.class).toInstant()))
                .list();
    }
}
