package cn.jinshan.chronicle;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Record of the operations on a {@link Disk}, in order. It can make the files again as they were before or after any
 * operation.
 */
public final class DiskRecord implements AutoCloseable {

    /** What is left of a file: all that was written after a kill, only what was forced after a power cut. */
    public enum Left {
        WRITTEN,
        FORCED
    }

    private enum Kind {
        WRITE,
        TRUNCATE,
        FORCE,
        DELETE,
        MOVE
    }

    /** @param place where to write, or the size to cut to */
    private record Operation(Kind kind, long time, String file, String target, long place, byte[] bytes) {

        void in(Path folder) throws IOException {
            var path = folder.resolve(file);
            switch (kind) {
                case WRITE -> {
                    try (var channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                        var rest = ByteBuffer.wrap(bytes);
                        while (rest.hasRemaining()) {
                            channel.write(rest, place + rest.position());
                        }
                    }
                }
                case TRUNCATE -> {
                    try (var channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                        channel.truncate(place);
                    }
                }
                case DELETE -> Files.deleteIfExists(path);
                case MOVE -> {
                    if (Files.exists(path)) {
                        Files.move(path, folder.resolve(target), StandardCopyOption.REPLACE_EXISTING);
                    }
                }
                case FORCE -> {}
            }
        }

        /** Whether forcing a file puts this on the disk: the names of files go there with whatever is forced next. */
        boolean isForcedWith(String forced) {
            return file.equals(forced) || kind == Kind.DELETE || kind == Kind.MOVE;
        }
    }

    /** Writes a record; each operation is in the file when it returns. */
    static class Pen {

        static final Pen NONE = new Pen(OutputStream.nullOutputStream());

        private final OutputStream record;

        private Pen(OutputStream record) {
            this.record = record;
        }

        static Pen on(Path record) throws IOException {
            return new Pen(Files.newOutputStream(record));
        }

        void written(String file, long place, byte[] bytes) {
            write(Kind.WRITE, file, "", place, bytes);
        }

        void truncated(String file, long size) {
            write(Kind.TRUNCATE, file, "", size, new byte[0]);
        }

        void forced(String file) {
            write(Kind.FORCE, file, "", 0, new byte[0]);
        }

        void deleted(String file) {
            write(Kind.DELETE, file, "", 0, new byte[0]);
        }

        void moved(String file, String target) {
            write(Kind.MOVE, file, target, 0, new byte[0]);
        }

        private synchronized void write(Kind kind, String file, String target, long place, byte[] bytes) {
            var line = new ByteArrayOutputStream();
            try (var data = new DataOutputStream(line)) {
                data.writeByte(kind.ordinal());
                data.writeLong(System.nanoTime());
                data.writeUTF(file);
                data.writeUTF(target);
                data.writeLong(place);
                data.writeInt(bytes.length);
                data.write(bytes);
                record.write(line.toByteArray());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private final DataInputStream record;
    private final Path written;
    private final Path forced;
    private final List<Operation> unforced = new ArrayList<>();
    private Operation next;

    /** @param folder where the files are made again, with room for them twice */
    public DiskRecord(Path record, Path folder) throws IOException {
        this.record = new DataInputStream(new BufferedInputStream(Files.newInputStream(record), 1 << 20));
        written = Files.createDirectories(folder.resolve("written"));
        forced = Files.createDirectories(folder.resolve("forced"));
        next = read();
    }

    /** When each operation of a record was done, as {@link System#nanoTime()} of this machine. */
    public static List<Long> times(Path record) throws IOException {
        var times = new ArrayList<Long>();
        try (var reading = new DiskRecord(record, Files.createTempDirectory("times"))) {
            while (reading.next != null) {
                times.add(reading.next.time);
                reading.next = reading.read();
            }
        }
        return times;
    }

    /** Goes on to a moment. */
    public void until(long time) throws IOException {
        while (next != null && next.time <= time) {
            next.in(written);
            if (next.kind == Kind.FORCE) {
                for (var each : unforced) {
                    if (each.isForcedWith(next.file)) {
                        each.in(forced);
                    }
                }
                var file = next.file;
                unforced.removeIf(each -> each.isForcedWith(file));
            } else {
                unforced.add(next);
            }
            next = read();
        }
    }

    /** Puts the files as they are left at this moment into a folder. */
    public void copy(Left left, Path folder) throws IOException {
        Files.createDirectories(folder);
        try (var files = Files.list(left == Left.WRITTEN ? written : forced)) {
            for (var file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** Null at the end, also one that a kill cut through. */
    private Operation read() throws IOException {
        try {
            var kind = Kind.values()[record.readByte()];
            long time = record.readLong();
            var file = record.readUTF();
            var target = record.readUTF();
            long place = record.readLong();
            var bytes = new byte[record.readInt()];
            record.readFully(bytes);
            return new Operation(kind, time, file, target, place, bytes);
        } catch (EOFException end) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        record.close();
    }
}
