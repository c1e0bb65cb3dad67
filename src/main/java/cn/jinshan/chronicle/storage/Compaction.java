package cn.jinshan.chronicle.storage;

import cn.jinshan.chronicle.entries.EntryErased;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Service;

/**
 * Compaction of the database after an erasure. An H2 file is compacted by the first stop, or by a start after it before
 * anything is served; until then the words lie in the file, and nobody can read them there but with a tool. PostgreSQL
 * cleans up by itself.
 */
@Service
public class Compaction {

    private final HikariDataSource pool;

    Compaction(HikariDataSource pool) {
        this.pool = pool;
    }

    /** Whether the database is a file that holds what is deleted until it is compacted. */
    public boolean isNeeded() {
        return pool.getDataSource() instanceof ForcedCommits;
    }

    /** Before the erasure is committed; an erasure that is not made after all costs a compaction. */
    @EventListener
    void ask(EntryErased erased) {
        if (pool.getDataSource() instanceof ForcedCommits file) {
            try {
                file.compaction().ask();
            } catch (IOException e) {
                throw new DataAccessResourceFailureException("It cannot be kept that a compaction is due", e);
            }
        }
    }
}
