package cn.jinshan.chronicle.changes;

import java.sql.SQLException;
import java.util.UUID;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.springframework.stereotype.Component;

/**
 * Flyway callback that gives the log another identity once the database was migrated: a migration may change what is
 * public and notes nothing, so that whatever is derived from the public record is built anew.
 */
@Component
class RenewedAfterMigration implements Callback {

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.AFTER_MIGRATE_APPLIED;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        try (var statement = context.getConnection().prepareStatement("update change_log set log = ?")) {
            statement.setString(1, UUID.randomUUID().toString());
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The log of public changes has no new identity", e);
        }
    }

    @Override
    public String getCallbackName() {
        return getClass().getSimpleName();
    }
}
