package cn.jinshan.chronicle.changes;

import java.time.Instant;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Where the log of public changes stands.
 *
 * @param log the identity of the log; another database has another one
 * @param number of the last committed change; 0 for none
 * @param made when that change was made: a database that was taken back and went on has another change of that number
 */
public record Position(String log, long number, Instant made) {

    static Position of(JdbcTemplate database) {
        return database.query(
                        "select log, number, made from change_log",
                        (row, at) -> new Position(
                                row.getString("log"),
                                row.getLong("number"),
                                row.getTimestamp("made").toInstant()))
                .get(0);
    }
}
