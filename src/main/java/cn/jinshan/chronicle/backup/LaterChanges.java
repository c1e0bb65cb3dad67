package cn.jinshan.chronicle.backup;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Repository of what happened to the present record after a backup. */
@Repository
@Transactional(readOnly = true)
class LaterChanges {

    private final JdbcTemplate database;

    LaterChanges(JdbcTemplate database) {
        this.database = database;
    }

    /** How many lines of the activity log a restore would lose. */
    long lost(Instant made) {
        return Objects.requireNonNull(
                database.execute((ConnectionCallback<Long>) connection -> Restore.later(connection, made)));
    }

    /** The numbers of the entries that were erased since, in order: a restore erases them again. */
    List<Long> erased(Instant made) {
        return database.queryForList(
                "select id from entry where erased > ? order by id", Long.class, Timestamp.from(made));
    }
}
