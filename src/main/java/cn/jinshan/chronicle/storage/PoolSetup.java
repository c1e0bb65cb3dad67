package cn.jinshan.chronicle.storage;

import cn.jinshan.chronicle.start.OwnersAlone;
import cn.jinshan.chronicle.start.RefusedStartException;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.store.fs.FilePath;
import org.springframework.beans.factory.config.DestructionAwareBeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * Configuration of the connection pool: it opens an H2 file only at a {@link DurableAddress} and with
 * {@link ForcedCommits}, compacts it before and after if that is due, and closes all connections as soon as one breaks.
 * After an error of the disk H2 closes its file for good, but reports it only to the next statement on each connection;
 * once all are closed, the next read opens the file again, even if the disk is full. A PostgreSQL that was restarted
 * has cut all of them as well.
 */
@Component
class PoolSetup implements DestructionAwareBeanPostProcessor {

    /** File name extension of an H2 database. */
    static final String END = ".mv.db";

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool) {
            pool.setExceptionOverride(new GivingUp(pool));
            Optional.ofNullable(pool.getJdbcUrl())
                    .flatMap(DurableAddress::of)
                    .ifPresent(address -> open(address, pool));
        }
        return bean;
    }

    /** All that used the database has been closed by then. */
    @Override
    public void postProcessBeforeDestruction(Object bean, String name) {
        if (bean instanceof HikariDataSource pool && pool.getDataSource() instanceof ForcedCommits file) {
            pool.close();
            file.compaction().catchUp();
        }
    }

    private static void open(DurableAddress address, HikariDataSource pool) {
        var path = OwnersFile.at(address.path());
        var database = FilePath.get(path + END);
        var beside = new LastChangeFile(path);
        var begun = database.exists() ? Optional.<FilePath>empty() : Optional.of(database);
        var file = new JdbcDataSource();
        file.setURL("jdbc:h2:" + path + address.settings());
        file.setUser(pool.getUsername());
        file.setPassword(pool.getPassword());
        var compaction = new FileCompaction(file, path);
        if (begun.isPresent()) {
            beside.beginAnew();
            compaction.beginAnew();
        }
        prepare(database.getParent());
        compaction.catchUp();
        pool.setJdbcUrl(address.url());
        pool.setDataSource(new ForcedCommits(file, beside, compaction, begun));
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
