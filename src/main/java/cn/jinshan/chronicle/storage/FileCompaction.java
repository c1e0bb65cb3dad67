package cn.jinshan.chronicle.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.mvstore.MVStoreTool;
import org.h2.store.fs.FilePath;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compaction of a closed H2 file after an erasure: H2 leaves in its file what was deleted until that room is used
 * again. A file beside it says that it is due, from before the erasure is committed until the compacted file stands in
 * the place of the other.
 */
class FileCompaction {

    private static final Logger LOG = LoggerFactory.getLogger(FileCompaction.class);

    private final DataSource file;
    private final String path;

    /**
     * @param file that opens the database, past the pool
     * @param path of the database, before the ends of the names of its files
     */
    FileCompaction(DataSource file, String path) {
        this.file = file;
        this.path = path;
    }

    /** Returns once the disk knows that a compaction is due. */
    void ask() throws IOException {
        try (var channel = mark().open("rw")) {
            channel.write(ByteBuffer.wrap(new byte[] {'\n'}), 0);
            channel.force(true);
        }
        forceFolder();
    }

    boolean isDue() {
        return mark().exists();
    }

    /** Deletes what was asked for another database. */
    void beginAnew() {
        mark().delete();
    }

    /**
     * Compacts the file if that is due; nobody may have it open. Where it fails, the next stop or start tries again.
     */
    void catchUp() {
        if (!isDue()) {
            return;
        }
        try {
            compact();
            LOG.info("The database file was compacted: what was erased is not in it any more");
        } catch (SQLException | IOException | RuntimeException e) {
            LOG.warn(
                    "The database file still holds what was erased, as it could not be compacted; the next stop or start"
                            + " tries again ({})",
                    e.toString());
        }
    }

    /** H2 has written and forced the new file whole before it takes the place of the old one, in one step. */
    private void compact() throws SQLException, IOException {
        try (var connection = file.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("shutdown");
        }
        MVStoreTool.compact(path + PoolSetup.END, false);
        forceFolder();
        mark().delete();
    }

    private FilePath mark() {
        return FilePath.get(path + ".compaction-due");
    }

    private void forceFolder() throws IOException {
        if (mark().getParent() instanceof OwnersFile folder) {
            folder.forceFolder();
        }
    }
}
