package cn.jinshan.chronicle.server;

import cn.jinshan.chronicle.site.KeptPages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.IO;
import org.jspecify.annotations.Nullable;

/** Body of an answer until it is sent: in memory while it is short, else in a file that is gone with the process. */
final class HeldBody {

    private static final int SHORT = KeptPages.LONGEST;

    private static final int PIECE = 64 * 1024;

    private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private @Nullable FileChannel file;
    private long filed;

    void add(@Nullable ByteBuffer part) throws IOException {
        if (part == null) {
            return;
        }
        memory.writeBytes(BufferUtil.toArray(part));
        BufferUtil.clear(part);
        if (memory.size() > SHORT) {
            flush(file == null ? open() : file);
        }
    }

    private FileChannel open() throws IOException {
        var path = Files.createTempFile("chronicle", ".answer");
        file = FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        return file;
    }

    private void flush(FileChannel file) throws IOException {
        for (var bytes = ByteBuffer.wrap(take()); bytes.hasRemaining(); ) {
            filed += file.write(bytes);
        }
    }

    boolean isEmpty() {
        return memory.size() == 0 && file == null;
    }

    /** How much of it is in a file. */
    long filed() {
        return filed;
    }

    /** What is in memory, and is not any more. */
    byte[] take() {
        var bytes = memory.toByteArray();
        memory.reset();
        return bytes;
    }

    /** Sends all of it to who says of none of it that it is the last. */
    void send(Content.Sink sink, ByteBufferPool pieces, Callback sent) throws IOException {
        if (file == null) {
            sink.write(false, ByteBuffer.wrap(take()), sent);
            return;
        }
        flush(file);
        Content.copy(Content.Source.from(new ByteBufferPool.Sized(pieces, true, PIECE), file.position(0)), sink, sent);
    }

    void drop() {
        memory.reset();
        IO.close(file);
        file = null;
        filed = 0;
    }
}
