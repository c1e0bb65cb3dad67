package cn.jinshan.chronicle.search;

import cn.jinshan.chronicle.changes.Position;
import cn.jinshan.chronicle.changes.PublicChanges;
import cn.jinshan.chronicle.start.WhileServing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;

/**
 * Index of the public record, which follows the log of public changes: each search brings it up to date first, and a
 * task does so in between. It is built in the background where it cannot follow, and kept in memory where its folder is
 * in use or cannot be written.
 */
@WhileServing
@Service
@EnableConfigurationProperties(SearchProperties.class)
public class SearchIndex implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SearchIndex.class);

    /** The index of a database in memory is there as well. */
    private static final String IN_MEMORY = "jdbc:h2:mem:";

    /** Each search follows by itself: the task spares it most of that, and keeps the folder. */
    private static final long FOLLOWS_EVERY_MILLIS = 5000;

    /** A search waits so long for an index that is not up to date, unless it is built of many entries. */
    private static final long PATIENCE_MILLIS = 2000;

    private static final long MANY = 2000;

    private final PublicChanges changes;
    private final RecordIndexer indexer;
    private final Path folder;
    private final boolean isInMemory;

    /** Held by whoever writes. */
    private final ReentrantLock writing = new ReentrantLock();

    private volatile @Nullable IndexStore store;

    /** Whether the last try of the task failed, so that the same is not logged again and again. */
    private boolean isFailing;

    /** Ends the task; none while it does not run. */
    private volatile @Nullable CountDownLatch end;

    SearchIndex(
            PublicChanges changes, RecordIndexer indexer, SearchProperties properties, DataSourceProperties database) {
        this.changes = changes;
        this.indexer = indexer;
        this.folder = properties.folder();
        this.isInMemory = database.determineUrl().startsWith(IN_MEMORY);
    }

    /**
     * The index with all changes that are committed by now.
     *
     * @throws IndexPreparingException while it is built
     */
    IndexReading read() {
        var position = changes.position();
        try {
            var reading = reading(position);
            if (reading != null) {
                return reading;
            }
            if (writing.tryLock(patience(), TimeUnit.MILLISECONDS)) {
                try {
                    var present = store;
                    if (present != null && indexer.follow(present)) {
                        return present.read(Objects.requireNonNull(present.followed()));
                    }
                } finally {
                    writing.unlock();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | AlreadyClosedException e) {
            throw broken(e);
        }
        throw preparing();
    }

    private IndexPreparingException preparing() {
        var progress = indexer.progress();
        return new IndexPreparingException(progress.done(), progress.total());
    }

    /**
     * Closes what could not be read or written. The next one is kept in memory, as a folder that failed once may fail
     * again.
     */
    IndexPreparingException broken(Exception cause) {
        writing.lock();
        try {
            var broken = store;
            boolean isReplaced = cause instanceof AlreadyClosedException && (broken == null || broken.isOpen());
            if (!isReplaced) {
                LOG.warn(
                        "The search index cannot be read or written, and is built anew in memory: {}",
                        cause.toString());
                store = IndexStore.inMemory();
                if (broken != null) {
                    broken.close();
                }
            }
        } catch (IOException e) {
            LOG.debug("The broken search index could not be closed", e);
        } finally {
            writing.unlock();
        }
        return preparing();
    }

    private long patience() {
        var progress = indexer.progress();
        return progress.total() - progress.done() < MANY ? PATIENCE_MILLIS : 0;
    }

    private @Nullable IndexReading reading(Position position) throws IOException {
        var present = store;
        if (present == null) {
            return null;
        }
        var followed = present.followed();
        return followed != null && followed.position().equals(position) ? present.read(followed) : null;
    }

    /** Builds it from the whole record, and waits for that. */
    public void build() {
        writing.lock();
        try {
            indexer.build(opened(), () -> true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writing.unlock();
        }
    }

    private IndexStore opened() throws IOException {
        var present = store;
        if (present == null) {
            present = isInMemory ? IndexStore.inMemory() : open();
            store = present;
        }
        return present;
    }

    private IndexStore open() throws IOException {
        try {
            return IndexStore.in(folder);
        } catch (LockObtainFailedException e) {
            LOG.info("Another process has the search index in {}; this one keeps its own in memory", folder);
        } catch (IOException e) {
            LOG.warn("The search index cannot be written to {}, and is kept in memory: {}", folder, e.getMessage());
        }
        return IndexStore.inMemory();
    }

    private void keepUp() {
        writing.lock();
        try {
            if (!isRunning()) {
                return;
            }
            var present = opened();
            if (!indexer.follow(present)) {
                indexer.build(present, this::isRunning);
            }
            present.keep();
            isFailing = false;
        } catch (IOException | AlreadyClosedException e) {
            broken(e);
        } catch (DataAccessException | TransactionException e) {
            LOG.debug("The search index follows once the database is there again", e);
        } catch (RuntimeException e) {
            if (!isFailing) {
                LOG.error("The search index does not follow the record; it is tried again until it does", e);
            }
            isFailing = true;
        } finally {
            writing.unlock();
        }
    }

    /** An interrupt would close the files that it writes: so it waits for the end itself. */
    private void keepUpUntil(CountDownLatch latch) {
        try {
            do {
                keepUp();
            } while (!latch.await(FOLLOWS_EVERY_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        var latch = new CountDownLatch(1);
        end = latch;
        var task = new Thread(() -> keepUpUntil(latch), "search-index");
        task.setDaemon(true);
        task.start();
    }

    @Override
    public void stop() {
        var latch = end;
        if (latch != null) {
            latch.countDown();
            end = null;
        }
        writing.lock();
        try {
            var present = store;
            store = null;
            if (present != null) {
                present.keep();
                present.close();
            }
        } catch (IOException | AlreadyClosedException e) {
            LOG.warn("The search index was not kept, and is built at the next start: {}", e.getMessage());
        } finally {
            writing.unlock();
        }
    }

    @Override
    public boolean isRunning() {
        return end != null;
    }

    /** Starts before the server, and stops after it. */
    @Override
    public int getPhase() {
        return 0;
    }
}
