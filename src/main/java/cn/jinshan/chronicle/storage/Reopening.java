package cn.jinshan.chronicle.storage;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * Closes all connections as soon as one breaks. After an error of the disk H2 closes its file for good, but reports it
 * only to the next statement on each connection; once all are closed, the next read opens the file again, even if the
 * disk is full. A PostgreSQL that was restarted has cut all of them as well.
 */
@Component
class Reopening implements BeanPostProcessor {

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool) {
            pool.setExceptionOverride(new GivingUp(pool));
        }
        return bean;
    }

    private record GivingUp(HikariDataSource pool) implements SQLExceptionOverride {

        @java.lang.Override
        public SQLExceptionOverride.Override adjudicate(SQLException failure) {
            if (!Outage.caused(failure)) {
                return SQLExceptionOverride.Override.CONTINUE_EVICT;
            }
            pool.getHikariPoolMXBean().softEvictConnections();
            return SQLExceptionOverride.Override.MUST_EVICT;
        }
    }
}
