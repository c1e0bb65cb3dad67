package cn.jinshan.chronicle.storage;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/**
 * Closes an H2 file once it was migrated, so that the next connection opens it as every later start does. A check
 * constraint with {@code in} compares by the session that made it, and refuses every row once that connection has gone
 * (H2 2.4.240, error 90098): half an hour later, with the pool's. One whose first migration fails is not left behind.
 * From then on its changes are counted.
 */
@Component
class ReopenedAfterMigration implements FlywayMigrationStrategy {

    private final HikariDataSource pool;

    ReopenedAfterMigration(HikariDataSource pool) {
        this.pool = pool;
    }

    @Override
    public void migrate(Flyway flyway) {
        int migrated = migrated(flyway);
        if (migrated > 0 && pool.getDataSource() instanceof ForcedCommits file) {
            try {
                file.close();
            } catch (SQLException e) {
                throw new IllegalStateException("The migrated database could not be closed", e);
            }
            pool.getHikariPoolMXBean().softEvictConnections();
        }
        count();
    }

    /** Here, as a command builds little else: what it writes is counted as well. */
    private void count() {
        try {
            if (pool.getDataSource() instanceof ForcedCommits file) {
                file.count();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The changes of the database cannot be counted", e);
        }
    }

    private int migrated(Flyway flyway) {
        try {
            return flyway.migrate().migrationsExecuted;
        } catch (RuntimeException e) {
            if (pool.getDataSource() instanceof ForcedCommits file) {
                file.discardBegun();
            }
            throw e;
        }
    }
}
