package cn.jinshan.chronicle.backup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Repository of the backups that were made or failed, on whichever instance. */
@Repository
@Transactional
class BackupRuns {

    private static final String ALL =
            "select made, name, bytes, sums, copied, failure, rehearsed, restorable from backup ";

    private final JdbcClient database;

    BackupRuns(JdbcClient database) {
        this.database = database;
    }

    /** Why a backup was not made. */
    enum Failure {
        /** It would have taken the last room of the disk. */
        NO_ROOM,
        /** The folder could not be written, or what was read back was not what was written. */
        NOT_WRITTEN
    }

    /**
     * A backup that was made, or failed.
     *
     * @param made the moment that it holds
     * @param sums of all that is in it; null if it failed
     * @param copied whether it is in the second folder as well; null if there is none
     * @param failure null if it was made
     * @param restorable whether it was restored to try it, and that went well; null if it was not tried
     */
    record Run(
            Instant made,
            String name,
            long bytes,
            @Nullable String sums,
            @Nullable Boolean copied,
            @Nullable Failure failure,
            @Nullable Instant rehearsed,
            @Nullable Boolean restorable) {

        static Run failed(Instant made, String name, Failure failure) {
            return new Run(made, name, 0, null, null, failure, null, null);
        }
    }

    void add(Run run) {
        database.sql("insert into backup (made, name, bytes, sums, copied, failure) values (?, ?, ?, ?, ?, ?)")
                .param(Timestamp.from(run.made))
                .param(run.name)
                .param(run.bytes)
                .param(run.sums)
                .param(run.copied)
                .param(run.failure == null ? null : run.failure.name())
                .update();
        database.sql("delete from backup where made < ?")
                .param(Timestamp.from(run.made.minus(BackupFolder.DAYS_KEPT, ChronoUnit.DAYS)))
                .update();
    }

    void rehearsed(String name, Instant when, boolean restorable) {
        database.sql("update backup set rehearsed = ?, restorable = ? where name = ? and failure is null")
                .params(Timestamp.from(when), restorable, name)
                .update();
    }

    /** The last one, made or not. */
    @Transactional(readOnly = true)
    public Optional<Run> last() {
        return first("");
    }

    /** The newest that was made. */
    @Transactional(readOnly = true)
    public Optional<Run> newest() {
        return first("where failure is null ");
    }

    /** The last one that was restored to try it. */
    @Transactional(readOnly = true)
    public Optional<Run> lastRehearsed() {
        return first("where rehearsed is not null ");
    }

    /** The last that failed, newest first, at most so many. */
    @Transactional(readOnly = true)
    public List<Run> failed(int most) {
        return database.sql(ALL + "where failure is not null order by made desc, id desc limit " + most)
                .query(BackupRuns::run)
                .list();
    }

    /** Those that were made with one of these names, newest first. */
    @Transactional(readOnly = true)
    public List<Run> made(Collection<String> names) {
        return names.isEmpty()
                ? List.of()
                : database.sql(ALL + "where failure is null and name in (:names) order by made desc, id desc")
                        .param("names", names)
                        .query(BackupRuns::run)
                        .list();
    }

    private Optional<Run> first(String which) {
        return database.sql(ALL + which + "order by made desc, id desc limit 1")
                .query(BackupRuns::run)
                .optional();
    }

    private static Run run(ResultSet row, int at) throws SQLException {
        var failure = row.getString("failure");
        return new Run(
                moment(row, "made"),
                row.getString("name"),
                row.getLong("bytes"),
                row.getString("sums"),
                row.getObject("copied", Boolean.class),
                failure == null ? null : Failure.valueOf(failure),
                row.getObject("rehearsed") == null ? null : moment(row, "rehearsed"),
                row.getObject("restorable", Boolean.class));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
