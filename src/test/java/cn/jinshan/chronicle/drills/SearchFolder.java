package cn.jinshan.chronicle.drills;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.springframework.util.FileSystemUtils;

/** Folder of the search of an application that is not running, and what may be done to it. */
record SearchFolder(Path path) {

    private static final Random RANDOM = new Random(11);

    private interface Act {

        void on(Path file) throws IOException;
    }

    /** Whether it can be read, all of it is as it was written, and something is in it. */
    boolean isWhole() {
        try (var directory = FSDirectory.open(path);
                var reader = DirectoryReader.open(directory)) {
            for (var leaf : reader.leaves()) {
                leaf.reader().checkIntegrity();
            }
            return reader.numDocs() > 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** What the names of its files end with, each once. */
    List<String> kinds() throws IOException {
        try (var files = Files.list(path)) {
            return files.map(SearchFolder::kind)
                    .filter(kind -> !kind.equals(".lock"))
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    private static String kind(Path file) {
        var name = file.getFileName().toString();
        return name.startsWith("segments") ? "segments" : name.substring(name.lastIndexOf('.'));
    }

    private Path last(String kind) throws IOException {
        try (var files = Files.list(path)) {
            return files.filter(file -> kind(file).equals(kind))
                    .max(Path::compareTo)
                    .orElseThrow();
        }
    }

    private void each(Act act) throws IOException {
        try (var files = Files.list(path)) {
            for (var file : files.toList()) {
                act.on(file);
            }
        }
    }

    void remove() throws IOException {
        FileSystemUtils.deleteRecursively(path);
    }

    void turnIntoAFile() throws IOException {
        remove();
        Files.createFile(path);
    }

    void overwriteAll() throws IOException {
        each(file -> {
            var bytes = new byte[(int) Files.size(file)];
            RANDOM.nextBytes(bytes);
            Files.write(file, bytes);
        });
    }

    void cutOff() throws IOException {
        each(file -> {
            try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(channel.size() / 2);
            }
        });
    }

    void empty() throws IOException {
        each(file -> Files.write(file, new byte[0]));
    }

    /** Some bytes in the middle of the last file of a kind. */
    void overwrite(String kind) throws IOException {
        try (var channel = FileChannel.open(last(kind), StandardOpenOption.WRITE)) {
            var bytes = new byte[16];
            RANDOM.nextBytes(bytes);
            channel.write(ByteBuffer.wrap(bytes), channel.size() / 2);
        }
    }

    void remove(String kind) throws IOException {
        Files.delete(last(kind));
    }

    void replaceBy(Path other) throws IOException {
        remove();
        FileSystemUtils.copyRecursively(other, path);
    }

    void copyTo(Path other) throws IOException {
        FileSystemUtils.copyRecursively(path, other);
    }

    /** As another release may have written it. */
    void writeAnotherForm() throws IOException {
        try (var directory = FSDirectory.open(path);
                var writer = new IndexWriter(directory, new IndexWriterConfig())) {
            var said = new HashMap<String, String>();
            writer.getLiveCommitData().forEach(each -> said.put(each.getKey(), each.getValue()));
            said.put("form", "another");
            writer.setLiveCommitData(said.entrySet());
            writer.deleteAll();
        }
    }

    /** What it takes undoes it. */
    AutoCloseable lock() throws IOException {
        var file = FileChannel.open(path.resolve("write.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        file.lock();
        return file;
    }

    /** Not even the administrator of the machine may write in it. */
    AutoCloseable protect() throws Exception {
        run("chattr", "+i", path.toString());
        return () -> run("chattr", "-i", path.toString());
    }

    /** An empty small disk in its place. */
    AutoCloseable mount(String size) throws Exception {
        run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", path.toString());
        return () -> run("umount", path.toString());
    }

    private static void run(String... command) throws IOException, InterruptedException {
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " cannot be done here");
        }
    }
}
