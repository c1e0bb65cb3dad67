package cn.jinshan.chronicle.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.store.fs.FilePath;

/**
 * What an H2 file says of itself at its beginning, in two copies a block apart.
 *
 * @param format 3 since H2 2.2; -1 if it is no H2 file
 * @param isCutOff whether its last part is missing that was there when it was closed
 */
record H2Header(int format, boolean isCutOff) {

    private static final int BLOCK = 4096;

    private static final int HEX = 16;

    private static final Pattern PAIR = Pattern.compile("\\G(\\w+):(\\w+),?");

    static H2Header of(FilePath file) throws IOException {
        try (var channel = file.open("r")) {
            for (int block = 0; block < 2; block++) {
                var says = pairs(channel, block);
                if (says.containsKey("H") && says.containsKey("format")) {
                    return new H2Header(number(says, "format"), says.containsKey("clean") && isCutOff(channel, says));
                }
            }
        }
        return new H2Header(-1, false);
    }

    private static boolean isCutOff(FileChannel channel, Map<String, String> says) throws IOException {
        long last = number(says, "block");
        int length = number(pairs(channel, last), "len");
        return length <= 0 || channel.size() < (last + length) * BLOCK;
    }

    /** Whether an opened file ends before one of the parts that it lists. */
    static boolean isCutOff(Connection opened, long size) throws SQLException {
        var session = (SessionLocal) opened.unwrap(JdbcConnection.class).getSession();
        return session.getDatabase().getStore().getMvStore().getLayoutMap().entrySet().stream()
                .filter(part -> part.getKey().startsWith("chunk."))
                .map(part -> pairs(part.getValue()))
                .anyMatch(part -> ((long) number(part, "block") + number(part, "len")) * BLOCK > size);
    }

    private static int number(Map<String, String> says, String name) {
        return Integer.parseInt(says.getOrDefault(name, "0"), HEX);
    }

    private static Map<String, String> pairs(FileChannel channel, long block) throws IOException {
        return pairs(text(channel, block * BLOCK, BLOCK));
    }

    /** Bytes of a file, each as one character; those after its end are 0. */
    static String text(FileChannel channel, long at, int length) throws IOException {
        var bytes = ByteBuffer.allocate(length);
        int more = 0;
        while (bytes.hasRemaining() && more >= 0) {
            more = channel.read(bytes, at + bytes.position());
        }
        return new String(bytes.array(), StandardCharsets.ISO_8859_1);
    }

    private static Map<String, String> pairs(String text) {
        var pairs = new HashMap<String, String>();
        var pair = PAIR.matcher(text);
        while (pair.find()) {
            pairs.put(pair.group(1), pair.group(2));
        }
        return pairs;
    }
}
