package cn.jinshan.chronicle;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.DriverDataSource;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Connection between the application and its database that tests can cut at any statement. */
@TestComponent
public class Cable implements BeanPostProcessor {

    private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);

    private final List<HikariDataSource> pools = new CopyOnWriteArrayList<>();

    /** Pulls the cable after so many statements and commits. */
    public void pullAfter(int statements) {
        left.set(statements);
    }

    /** Plugs it in again, waits until each pool has noticed, and says whether it had been pulled. */
    public boolean plug() {
        boolean pulled = left.getAndSet(Integer.MAX_VALUE) < 0;
        for (var pool : pools) {
            await(pool);
        }
        return pulled;
    }

    /** A pool that could not connect tries again only after a pause that may be longer than its own time-out. */
    private static void await(HikariDataSource pool) {
        for (int attempts = 1; ; attempts++) {
            try {
                pool.getConnection().close();
                return;
            } catch (SQLException e) {
                if (attempts == 100) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool) {
            pools.add(pool);
            pool.setDataSource(
                    new DelegatingDataSource(new DriverDataSource(
                            pool.getJdbcUrl(),
                            pool.getDriverClassName(),
                            pool.getDataSourceProperties(),
                            pool.getUsername(),
                            pool.getPassword())) {

                        @Override
                        public Connection getConnection(String user, String password) throws SQLException {
                            use(0);
                            return (Connection) cut(super.getConnection(user, password), Connection.class);
                        }
                    });
        }
        return bean;
    }

    private void use(int count) throws SQLException {
        int before = left.get();
        if (before != Integer.MAX_VALUE && (before < 0 || left.addAndGet(-count) < 0)) {
            throw new SQLNonTransientConnectionException("The cable is pulled", "08006");
        }
    }

    private Object cut(Object end, Class<?> type) {
        InvocationHandler handler = (self, method, arguments) -> {
            var name = method.getName();
            if (name.startsWith("execute") || name.equals("commit")) {
                use(1);
            } else if (name.equals("rollback") || name.equals("isValid")) {
                use(0);
            }
            try {
                var result = method.invoke(end, arguments);
                return result instanceof Statement ? cut(result, method.getReturnType()) : result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
    }
}
