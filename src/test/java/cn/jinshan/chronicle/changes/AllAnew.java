package cn.jinshan.chronicle.changes;

import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** Has whatever is derived from the public record made anew, as after a change. */
@TestComponent
public class AllAnew {

    private final KnownChanges changes;

    public AllAnew(KnownChanges changes) {
        this.changes = changes;
    }

    public void make() {
        changes.changed();
    }

    /** What is known at an address of a database that is away. */
    public static KnownChanges knownAt(String url) {
        var properties = new DataSourceProperties();
        properties.setUrl(url);
        return new KnownChanges(new JdbcTemplate(new Away()), properties);
    }

    private static class Away extends AbstractDataSource {

        @Override
        public Connection getConnection() throws SQLException {
            throw new SQLException("It is away");
        }

        @Override
        public Connection getConnection(String username, String password) throws SQLException {
            return getConnection();
        }
    }
}
