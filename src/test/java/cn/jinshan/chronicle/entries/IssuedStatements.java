package cn.jinshan.chronicle.entries;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Notes the SQL that is prepared on this thread, by Hibernate or without it. */
class IssuedStatements implements BeanPostProcessor {

    private static final ThreadLocal<List<String>> ISSUED = ThreadLocal.withInitial(ArrayList::new);

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource database ? new Noting(database) : bean;
    }

    private static final class Noting extends DelegatingDataSource {

        Noting(DataSource database) {
            super(database);
        }

        @Override
        public Connection getConnection() throws SQLException {
            var connection = super.getConnection();
            return (Connection) Proxy.newProxyInstance(
                    Connection.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, arguments) -> {
                        if (method.getName().equals("prepareStatement")) {
                            ISSUED.get().add((String) arguments[0]);
                        }
                        try {
                            return method.invoke(connection, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getTargetException();
                        }
                    });
        }
    }

    static List<String> during(Runnable reading) {
        ISSUED.get().clear();
        reading.run();
        var issued = List.copyOf(ISSUED.get());
        ISSUED.get().clear();
        return issued;
    }
}
