package cn.jinshan.chronicle.storage;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.TransactionException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Test whether an error means that the database cannot be reached or cannot write. */
final class Outage {

    /** H2: general error (of its store), two of the file system, and "The database has been closed". */
    private static final Set<Integer> H2_CODES = Set.of(50000, 90028, 90031, 90098);

    /** SQLSTATE, PostgreSQL appendix A: connection, resources (disk full), shutting down, system errors. */
    private static final List<String> STATES = List.of("08", "53", "57P", "58");

    private Outage() {}

    /** Whether something failed because of one. */
    static boolean caused(@Nullable Throwable failure) {
        return Stream.<@Nullable Throwable>iterate(
                        failure, each -> each != null, each -> each == null ? null : each.getCause())
                .limit(50)
                .anyMatch(Outage::isOne);
    }

    /** Hibernate's exception is what remains of a connection that broke and could not be rolled back either. */
    private static boolean isOne(@Nullable Throwable failure) {
        return failure instanceof CannotCreateTransactionException
                || failure instanceof TransactionException
                || failure instanceof DataAccessResourceFailureException
                || failure instanceof SQLNonTransientConnectionException
                || failure instanceof SQLTransientConnectionException
                || failure instanceof SQLRecoverableException
                || (failure instanceof SQLException refusal && isStated(refusal));
    }

    private static boolean isStated(SQLException refusal) {
        var state = String.valueOf(refusal.getSQLState());
        return H2_CODES.contains(refusal.getErrorCode()) || STATES.stream().anyMatch(state::startsWith);
    }
}
