package cn.jinshan.chronicle;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A disk for H2 ({@code jdbc:h2:disk:/path}) that can be full, and that remembers what was forced onto it: the rest is
 * what a power cut may take.
 */
public class Disk extends FilePathWrapper {

    /** Before a path: this disk instead of the machine's. */
    public static final String SCHEME = "disk";

    private static final Map<String, Platter> PLATTERS = new ConcurrentHashMap<>();

    private static volatile boolean full;

    /** Makes H2 know this disk. */
    public static void attach() {
        FilePath.register(new Disk());
    }

    /** From now on nothing more can be written, or it can again. */
    public static void full(boolean full) {
        Disk.full = full;
    }

    /** Writes a file as it is after a power cut: with what was forced of it and nothing else. */
    public static void afterPowerCut(Path file, Path copy) throws IOException {
        Files.write(copy, PLATTERS.get(file.toString()).forced());
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        var path = getBase().toString();
        return new Channel(super.open(mode), PLATTERS.computeIfAbsent(path, file -> new Platter()));
    }

    @Override
    public boolean createFile() {
        return !full && super.createFile();
    }

    @Override
    public OutputStream newOutputStream(boolean append) throws IOException {
        refuseWhenFull();
        return super.newOutputStream(append);
    }

    private static void refuseWhenFull() throws IOException {
        if (full) {
            throw new IOException("No space left on device");
        }
    }

    /** What of one file is surely there, and what has been written since. */
    private static class Platter {

        private interface Change {
            byte[] of(byte[] content);
        }

        private final List<Change> pending = new ArrayList<>();
        private byte[] content = {};

        synchronized void write(byte[] bytes, int at) {
            pending.add(before -> {
                var after = Arrays.copyOf(before, Math.max(before.length, at + bytes.length));
                System.arraycopy(bytes, 0, after, at, bytes.length);
                return after;
            });
        }

        synchronized void truncate(int size) {
            pending.add(before -> Arrays.copyOf(before, Math.min(before.length, size)));
        }

        synchronized void force() {
            for (var change : pending) {
                content = change.of(content);
            }
            pending.clear();
        }

        synchronized byte[] forced() {
            return content.clone();
        }
    }

    private static class Channel extends FileBaseDefault {

        private final FileChannel file;
        private final Platter platter;

        Channel(FileChannel file, Platter platter) {
            this.file = file;
            this.platter = platter;
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
            refuseWhenFull();
            var bytes = new byte[source.remaining()];
            source.duplicate().get(bytes);
            platter.write(bytes, (int) position);
            return file.write(source, position);
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            file.truncate(size);
            platter.truncate((int) size);
        }

        @Override
        public void force(boolean metadata) throws IOException {
            refuseWhenFull();
            platter.force();
            file.force(metadata);
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
