package cn.jinshan.chronicle.search;

import cn.jinshan.chronicle.changes.Position;
import cn.jinshan.chronicle.entries.PublishedSection;
import cn.jinshan.chronicle.start.OwnersAlone;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.Version;
import org.jspecify.annotations.Nullable;

/** Lucene's index, in a folder or in memory, with the position in the log of public changes that it is at. */
final class IndexStore implements Closeable {

    /** Of the documents and their words: an index of another form is built anew. */
    private static final String FORM = "2 " + Version.LATEST;

    private static final SearcherFactory FACETED = new SearcherFactory() {
        @Override
        public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader before) throws IOException {
            return new IndexReading.FacetedSearcher(reader);
        }
    };

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;

    /** What searches read; none before the first. */
    private volatile @Nullable Followed followed;

    /** Of what is in the folder; none if that is no whole index. */
    private @Nullable Position committed;

    /** Whether what was deleted may not stay in the folder; until it is kept, the folder is at an earlier position. */
    private boolean purging;

    /**
     * What the index contains.
     *
     * @param otherForms that questions are asked with
     * @param years that are open, the newest first
     * @param sections of all years, each slug once
     */
    record Followed(Position position, OtherForms otherForms, List<Integer> years, List<PublishedSection> sections) {}

    private IndexStore(Directory directory, OpenMode mode) throws IOException {
        this.directory = directory;
        var everyDeleted = new TieredMergePolicy().setForceMergeDeletesPctAllowed(0);
        this.writer = new IndexWriter(
                directory,
                new IndexWriterConfig(Place.ANALYZER).setOpenMode(mode).setMergePolicy(everyDeleted));
        this.committed = position(writer.getLiveCommitData());
        this.searchers = new SearcherManager(writer, FACETED);
    }

    static IndexStore inMemory() throws IOException {
        return new IndexStore(new ByteBuffersDirectory(), OpenMode.CREATE);
    }

    /**
     * The index in a folder; an empty one if there is none, or it is damaged.
     *
     * @throws LockObtainFailedException while another process has it
     * @throws IOException if it cannot be written
     */
    static IndexStore in(Path folder) throws IOException {
        OwnersAlone.createFolder(folder);
        var directory = FSDirectory.open(folder);
        try {
            emptyDamaged(directory);
            return new IndexStore(directory, OpenMode.CREATE_OR_APPEND);
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    /** A damaged index could not be opened, not even to be written anew. */
    private static void emptyDamaged(Directory directory) throws IOException {
        try (var lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            lock.ensureValid();
            if (!isWhole(directory)) {
                for (var file : directory.listAll()) {
                    if (isOurs(file)) {
                        directory.deleteFile(file);
                    }
                }
            }
        }
    }

    /** Whether a file has a name that Lucene gives; what somebody else put there stays. */
    private static boolean isOurs(String file) {
        return file.startsWith(IndexFileNames.SEGMENTS)
                || file.startsWith(IndexFileNames.PENDING_SEGMENTS)
                || IndexFileNames.CODEC_FILE_PATTERN.matcher(file).matches();
    }

    /** Whether all its files are as they were written. */
    private static boolean isWhole(Directory directory) {
        try (var reader = DirectoryReader.open(directory)) {
            for (var leaf : reader.leaves()) {
                leaf.reader().checkIntegrity();
            }
            return true;
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    private static @Nullable Position position(@Nullable Iterable<Map.Entry<String, String>> data) {
        var values = new HashMap<String, String>();
        if (data != null) {
            data.forEach(each -> values.put(each.getKey(), each.getValue()));
        }
        return FORM.equals(values.get("form"))
                ? new Position(
                        Objects.requireNonNull(values.get("log")),
                        Long.parseLong(Objects.requireNonNull(values.get("number"))),
                        Instant.parse(Objects.requireNonNull(values.get("made"))))
                : null;
    }

    /** The position that it can follow from; null if it has to be built. */
    @Nullable
    Position position() {
        var now = followed;
        return now == null ? committed : now.position;
    }

    /** What searches read; null if none can yet. */
    @Nullable
    Followed followed() {
        return followed;
    }

    IndexWriter writer() {
        return writer;
    }

    /** Shows searches what was written. */
    void show(Followed now) throws IOException {
        searchers.maybeRefreshBlocking();
        followed = now;
    }

    /** Has {@link #keep} leave nothing in the folder of what was deleted before it. */
    void purge() {
        purging = true;
    }

    /** Begins anew: until it shows what was built, searches find nothing to read. */
    void clear() throws IOException {
        followed = null;
        committed = null;
        writer.setLiveCommitData(Map.<String, String>of().entrySet());
        writer.deleteAll();
    }

    /** Has the disk keep what searches read. */
    void keep() throws IOException {
        var now = followed;
        if (now != null && !now.position.equals(committed)) {
            if (purging) {
                writer.forceMergeDeletes();
                // The files that searches read are deleted with the last search in them
                searchers.maybeRefreshBlocking();
            }
            writer.setLiveCommitData(Map.of(
                            "form", FORM,
                            "log", now.position.log(),
                            "number", Long.toString(now.position.number()),
                            "made", now.position.made().toString())
                    .entrySet());
            writer.commit();
            committed = now.position;
            purging = false;
        }
    }

    IndexReading read(Followed now) throws IOException {
        return new IndexReading(searchers, now);
    }

    boolean isOpen() {
        return writer.isOpen();
    }

    /** Closes it without keeping what was not kept yet. */
    @Override
    public void close() throws IOException {
        try {
            searchers.close();
            writer.rollback();
        } finally {
            directory.close();
        }
    }
}
