package cn.jinshan.chronicle;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A disk for H2 ({@code jdbc:h2:disk:/path}) that can be full, and of which a {@link DiskRecord} can be kept: what was
 * written is what a killed process leaves, and what was forced is what a power cut leaves.
 */
public class Disk extends FilePathWrapper {

    /** Before a path: this disk instead of the machine's. */
    public static final String SCHEME = "disk";

    /** In the folder of a file: the disk is full while this is there. */
    public static final String FULL = "disk-is-full";

    private static volatile boolean full;

    private static volatile DiskRecord.Pen pen = DiskRecord.Pen.NONE;

    /** Makes H2 know this disk. */
    public static void attach() {
        FilePath.register(new Disk());
    }

    /** Makes H2 know this disk, and records from now on all that is done to it. */
    public static void attach(Path record) throws IOException {
        pen = DiskRecord.Pen.on(record);
        attach();
    }

    /** From now on nothing more can be written, or it can again. */
    public static void full(boolean full) {
        Disk.full = full;
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Channel(super.open(mode), Path.of(getBase().toString()));
    }

    @Override
    public boolean createFile() {
        return !isFull(path()) && super.createFile();
    }

    @Override
    public OutputStream newOutputStream(boolean append) throws IOException {
        refuseWhenFull(path());
        return super.newOutputStream(append);
    }

    @Override
    public void delete() {
        pen.deleted(name());
        super.delete();
    }

    @Override
    public void moveTo(FilePath target, boolean replace) {
        super.moveTo(target, replace);
        pen.moved(name(), ((Disk) target).name());
    }

    private Path path() {
        return Path.of(getBase().toString());
    }

    private String name() {
        return path().getFileName().toString();
    }

    private static boolean isFull(Path file) {
        return full || Files.exists(file.resolveSibling(FULL));
    }

    private static void refuseWhenFull(Path file) throws IOException {
        if (isFull(file)) {
            throw new IOException("No space left on device");
        }
    }

    private static class Channel extends FileBaseDefault {

        private final FileChannel file;
        private final Path path;
        private final String name;

        Channel(FileChannel file, Path path) {
            this.file = file;
            this.path = path;
            this.name = path.getFileName().toString();
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public int read(ByteBuffer target, long position) throws IOException {
            return file.read(target, position);
        }

        @Override
        public int write(ByteBuffer source, long position) throws IOException {
            if (isFull(path)) {
                // The last free block takes what fits into it
                var half = source.duplicate();
                half.limit(source.position() + source.remaining() / 2);
                written(half, position);
                refuseWhenFull(path);
            }
            return written(source, position);
        }

        private int written(ByteBuffer source, long position) throws IOException {
            var bytes = new byte[source.remaining()];
            source.duplicate().get(bytes);
            pen.written(name, position, bytes);
            return file.write(source, position);
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            file.truncate(size);
            pen.truncated(name, size);
        }

        @Override
        public void force(boolean metadata) throws IOException {
            refuseWhenFull(path);
            file.force(metadata);
            pen.forced(name);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
