package cn.jinshan.chronicle.storage;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.h2.store.fs.FilePath;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Connections to an H2 file whose commits return only once what they wrote is on the disk, and counted there beside the
 * database. H2 by itself hands a commit to the operating system, which a power cut takes along; PostgreSQL sees to it
 * ({@code synchronous_commit}).
 */
class ForcedCommits extends DelegatingDataSource {

    private static final Logger LOG = LoggerFactory.getLogger(ForcedCommits.class);

    private static final int WHOLE = Pattern.CASE_INSENSITIVE | Pattern.DOTALL;

    private static final Pattern READS =
            Pattern.compile("[\\s(]*(?:select|values|with|explain|show|set|call|checkpoint)\\b.*", WHOLE);

    private static final Pattern SESSIONS =
            Pattern.compile("\\s*(?:insert\\s+into|update|delete\\s+from|merge\\s+into)\\s+spring_session.*", WHOLE);

    /** It locks the one row until the commit, so that the numbers follow the commits. */
    private static final String COUNT = """
            select number, entry, made from final table (update last_change set number = number + 1,
                entry = greatest(entry, (select coalesce(max(id), 0) from entry)), made = current_timestamp)""";

    private static final String KNOWN = "select number, entry, made from last_change";

    private static final String FORCE = "checkpoint sync";

    /** SQLSTATE: transaction resolution unknown. */
    private static final String UNKNOWN = "08007";

    private static final String OLDER = "The database is older than what was acknowledged: its last change is of {}"
            + " (number {}), but number {} of {} was acknowledged (as {} says). What was saved in between is not in it:"
            + " stop, and bring the newest copy of the database file, or look at what was saved after that time and save"
            + " it again. Numbers of entries go on above the highest that was given.";

    private final LastChangeFile beside;
    private final FileCompaction compaction;

    /** The last one that is on the disk, in the database and beside it. */
    private LastChange acknowledged = LastChange.NONE;

    /** Whether there is something to count with. */
    private volatile boolean counting;

    /** The file that this start makes; none, if it was there before. */
    private final Optional<FilePath> begun;

    ForcedCommits(DataSource file, LastChangeFile beside, FileCompaction compaction, Optional<FilePath> begun) {
        super(file);
        this.beside = beside;
        this.compaction = compaction;
        this.begun = begun;
    }

    /** Leaves no half a database behind that this start began. */
    void discardBegun() {
        begun.ifPresent(file -> {
            file.delete();
            beside.beginAnew();
        });
    }

    /**
     * Counts from now on, and has a database that is older than what was acknowledged say so, whether it was opened now
     * or after an error of the disk. A start is a change itself, as it may have migrated the database. A second call
     * changes nothing.
     */
    void count() throws SQLException {
        if (counting) {
            return;
        }
        try (var connection = super.getConnection()) {
            acknowledged = read(connection);
            compare(connection);
            force(connection, change(connection, COUNT));
        }
        counting = true;
    }

    FileCompaction compaction() {
        return compaction;
    }

    /** Closes the file under all its connections; the next one opens it. */
    void close() throws SQLException {
        try (var connection = super.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("shutdown");
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        return forced(super.getConnection());
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return forced(super.getConnection(username, password));
    }

    private Connection forced(Connection connection) throws SQLException {
        if (counting) {
            try {
                compare(connection);
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        }
        return proxy(Connection.class, new Forced(connection));
    }

    private LastChange read(Connection connection) throws SQLException {
        try {
            var last = beside.read();
            if (last.isEmpty() && (beside.exists() || change(connection, KNOWN).number() > 0)) {
                LOG.warn(
                        "{} is missing or damaged, and is made anew from the database: whether that is older than what"
                                + " was acknowledged cannot be known this time",
                        beside.name());
            }
            return last.orElse(LastChange.NONE);
        } catch (IOException | RuntimeException e) {
            LOG.warn(
                    "{} cannot be read, and is made anew from the database: whether that is older than what was"
                            + " acknowledged cannot be known this time ({})",
                    beside.name(),
                    e.getMessage());
            return LastChange.NONE;
        }
    }

    private static LastChange change(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(question)) {
            row.next();
            return new LastChange(
                    row.getLong("number"),
                    row.getLong("entry"),
                    row.getObject("made", OffsetDateTime.class).toInstant());
        }
    }

    /** Raises the sequences of an older database above the numbers that were already given. */
    private void compare(Connection connection) throws SQLException {
        synchronized (beside) {
            var known = change(connection, KNOWN);
            if (known.number() >= acknowledged.number()) {
                return;
            }
            LOG.error(OLDER, known.made(), known.number(), acknowledged.number(), acknowledged.made(), beside.name());
            long entry = Math.max(known.entry(), acknowledged.entry());
            try (var statement = connection.createStatement()) {
                statement.execute("alter table entry alter column id restart with " + (entry + 1));
                statement.execute("insert into older_database (found, known, acknowledged)"
                        + " values (current_timestamp, '%s', '%s')".formatted(known.made(), acknowledged.made()));
                statement.execute(String.format(
                        Locale.ROOT, "update last_change set number = %d, entry = %d", acknowledged.number(), entry));
                // What was derived from the lost changes does not fit it any more
                statement.execute("update change_log set log = cast(random_uuid() as varchar)");
                statement.execute(FORCE);
            }
        }
    }

    private void force(Connection connection, @Nullable LastChange change) throws SQLException {
        try (var statement = connection.createStatement()) {
            if (change == null) {
                statement.execute(FORCE);
                return;
            }
            synchronized (beside) {
                // A later one that is on the disk has taken this one along
                if (change.number() > acknowledged.number()) {
                    statement.execute(FORCE);
                    beside.write(change);
                    acknowledged = change;
                }
            }
        } catch (SQLException | IOException | RuntimeException e) {
            throw new SQLNonTransientConnectionException("Committed, but not known to be on the disk", UNKNOWN, e);
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    /** Tables written since the last commit. */
    private enum Written {
        NOTHING,
        SESSIONS,
        CHANGE
    }

    private class Forced implements InvocationHandler {

        private final Connection connection;
        private Written written = Written.NOTHING;

        Forced(Connection connection) {
            this.connection = connection;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            if (method.getName().equals("commit")) {
                commit();
                return null;
            }
            var result = call(connection, method, arguments);
            if (method.getName().equals("rollback") && arguments == null) {
                written = Written.NOTHING;
            }
            return result instanceof Statement statement
                    ? proxy(
                            method.getReturnType(),
                            (self, each, given) -> run(statement, each, given, arguments == null ? "" : arguments[0]))
                    : result;
        }

        /** @param prepared the statement, unless one is given with the call */
        private @Nullable Object run(Statement statement, Method method, Object @Nullable [] arguments, Object prepared)
                throws Throwable {
            if (!method.getName().startsWith("execute")) {
                return call(statement, method, arguments);
            }
            note(String.valueOf(arguments == null ? prepared : arguments[0]));
            var result = call(statement, method, arguments);
            if (written != Written.NOTHING && connection.getAutoCommit()) {
                commit();
            }
            return result;
        }

        private void note(String statement) {
            if (READS.matcher(statement).matches()) {
                return;
            }
            written = written == Written.CHANGE || !SESSIONS.matcher(statement).matches()
                    ? Written.CHANGE
                    : Written.SESSIONS;
        }

        private void commit() throws SQLException {
            var change = written == Written.CHANGE && counting ? change(connection, COUNT) : null;
            connection.commit();
            if (written != Written.NOTHING) {
                written = Written.NOTHING;
                force(connection, change);
            }
        }
    }
}
