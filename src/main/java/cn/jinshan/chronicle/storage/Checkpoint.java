package cn.jinshan.chronicle.storage;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Puts every change on the disk before it is acknowledged. H2 hands a commit to the operating system, which a power cut
 * takes along; PostgreSQL has seen to it by itself ({@code synchronous_commit}).
 */
@Component
class Checkpoint implements TransactionExecutionListener {

    private final JdbcTemplate database;

    Checkpoint(DataSource dataSource) {
        database = new JdbcTemplate(dataSource);
    }

    /**
     * Waits until what was committed is on the disk.
     *
     * @throws UncertainCommitException if that cannot be known
     */
    @Override
    public void afterCommit(TransactionExecution transaction, @Nullable Throwable refusal) {
        if (refusal != null || transaction.isReadOnly()) {
            return;
        }
        try {
            database.execute((ConnectionCallback<Boolean>) Checkpoint::force);
        } catch (DataAccessException e) {
            throw new UncertainCommitException(e);
        }
    }

    /** Whether that was up to us. */
    private static boolean force(Connection connection) throws SQLException {
        var address = connection.getMetaData().getURL();
        if (!address.startsWith("jdbc:h2:") || address.startsWith("jdbc:h2:mem:")) {
            return false;
        }
        try (var statement = connection.createStatement()) {
            statement.execute("checkpoint sync");
        }
        return true;
    }
}
