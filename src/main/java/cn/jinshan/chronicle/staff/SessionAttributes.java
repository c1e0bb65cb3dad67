package cn.jinshan.chronicle.staff;

import javax.sql.DataSource;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/**
 * Lets two requests of one session note something at the same time: the later one wins, where Spring would refuse it.
 */
@Configuration
class SessionAttributes {

    private static final String COLUMNS =
            " %TABLE_NAME%_ATTRIBUTES (SESSION_PRIMARY_ID, ATTRIBUTE_NAME, ATTRIBUTE_BYTES) ";

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> laterOneWins(DataSource database)
            throws MetaDataAccessException {
        var product = JdbcUtils.extractDatabaseMetaData(database, data -> data.getDatabaseProductName());
        var merge = DatabaseDriver.fromProductName(product) == DatabaseDriver.H2
                ? "MERGE INTO" + COLUMNS + "KEY (SESSION_PRIMARY_ID, ATTRIBUTE_NAME) VALUES (?, ?, ?)"
                : "INSERT INTO" + COLUMNS + "VALUES (?, ?, ?) ON CONFLICT (SESSION_PRIMARY_ID, ATTRIBUTE_NAME)"
                        + " DO UPDATE SET ATTRIBUTE_BYTES = EXCLUDED.ATTRIBUTE_BYTES";
        return sessions -> sessions.setCreateSessionAttributeQuery(merge);
    }
}
