package cn.jinshan.chronicle.storage;

import com.zaxxer.hikari.HikariDataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.store.fs.FilePath;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/** Has the pool reach an H2 file only at a {@link DurableAddress}, and only with {@link ForcedCommits}. */
@Component
class FileDatabase implements BeanPostProcessor {

    /** What H2 appends to the path of a database. */
    private static final String END = ".mv.db";

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool && pool.getJdbcUrl() != null) {
            DurableAddress.of(pool.getJdbcUrl()).ifPresent(address -> {
                var beside = new LastChangeFile(address.path());
                if (!FilePath.get(address.path() + END).exists()) {
                    beside.beginAnew();
                }
                var file = new JdbcDataSource();
                file.setURL(address.url());
                file.setUser(pool.getUsername());
                file.setPassword(pool.getPassword());
                pool.setJdbcUrl(address.url());
                pool.setDataSource(new ForcedCommits(file, beside));
            });
        }
        return bean;
    }
}
