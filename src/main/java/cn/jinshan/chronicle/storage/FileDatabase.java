package cn.jinshan.chronicle.storage;

import cn.jinshan.chronicle.start.OwnersAlone;
import cn.jinshan.chronicle.start.RefusedStartException;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.store.fs.FilePath;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/** Makes the connection pool open an H2 file only at a {@link DurableAddress} and with {@link ForcedCommits}. */
@Component
class FileDatabase implements BeanPostProcessor {

    /** File name extension of an H2 database. */
    static final String END = ".mv.db";

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool && pool.getJdbcUrl() != null) {
            DurableAddress.of(pool.getJdbcUrl()).ifPresent(address -> {
                var path = OwnersFile.at(address.path());
                var database = FilePath.get(path + END);
                var beside = new LastChangeFile(path);
                var begun = database.exists() ? Optional.<FilePath>empty() : Optional.of(database);
                if (begun.isPresent()) {
                    beside.beginAnew();
                }
                prepare(database.getParent());
                var file = new JdbcDataSource();
                file.setURL("jdbc:h2:" + path + address.settings());
                file.setUser(pool.getUsername());
                file.setPassword(pool.getPassword());
                pool.setJdbcUrl(address.url());
                pool.setDataSource(new ForcedCommits(file, beside, begun));
            });
        }
        return bean;
    }

    private static void prepare(FilePath folder) {
        if (folder instanceof OwnersFile owners) {
            try {
                var path = Path.of(owners.unwrap().toString());
                OwnersAlone.createFolder(path);
                OwnersAlone.narrow(path);
            } catch (IOException e) {
                throw new RefusedStartException(
                        "The folder of the database cannot be made or read (" + e + ").",
                        "Let this user write there, or name another folder with --chronicle.data=/another/folder.",
                        e);
            }
        }
    }
}
