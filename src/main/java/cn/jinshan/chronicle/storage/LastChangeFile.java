package cn.jinshan.chronicle.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.h2.store.fs.FilePath;

/**
 * The last acknowledged change, in a small file beside the database and on the file system of that. It has two lines, a
 * block apart and written in turn, so that one torn by a power cut leaves the other.
 */
class LastChangeFile {

    private static final int BLOCK = 4096;

    private final String path;

    /** Offset of the next line. */
    private int free;

    /** @param path of the database, before the ends of the names of its files */
    LastChangeFile(String path) {
        this.path = path + ".last-change";
    }

    /** Its name, for a message. */
    String name() {
        return file().getName();
    }

    private FilePath file() {
        return FilePath.get(path);
    }

    boolean exists() {
        return file().exists();
    }

    /** Deletes what it says of another database. */
    void beginAnew() {
        file().delete();
    }

    /**
     * The last change that was written whole.
     *
     * @return empty if there is none: the file is not there, or damaged
     */
    synchronized Optional<LastChange> read() throws IOException {
        if (!exists()) {
            return Optional.empty();
        }
        try (var channel = file().open("r")) {
            var first = line(channel, 0);
            var second = line(channel, BLOCK);
            var last = Stream.of(first, second).flatMap(Optional::stream).max(Comparator.comparing(LastChange::number));
            free = last.equals(first) ? BLOCK : 0;
            return last;
        }
    }

    private static Optional<LastChange> line(FileChannel channel, int at) throws IOException {
        return LastChange.in(H2Header.text(channel, at, LastChange.LENGTH));
    }

    /** Returns once a change is on the disk. */
    synchronized void write(LastChange change) throws IOException {
        try (var channel = file().open("rw")) {
            var bytes = ByteBuffer.wrap(change.line().getBytes(StandardCharsets.US_ASCII));
            int at = free;
            while (bytes.hasRemaining()) {
                channel.write(bytes, at + bytes.position());
            }
            channel.force(false);
            free = BLOCK - at;
        }
    }
}
