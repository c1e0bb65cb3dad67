package cn.jinshan.chronicle.backup;

import cn.jinshan.chronicle.start.OwnersAlone;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.exc.JacksonIOException;

/**
 * Folder of backups, each of them whole or not there, with the list of the entries that were erased. All in it is the
 * owner's alone.
 */
class BackupFolder {

    /** After the name of a backup that was made before a restore. */
    static final String BEFORE_RESTORE = "-before-restore";

    /** Nothing is kept longer by itself, so that what was erased is in no backup one day. */
    static final int DAYS_KEPT = 366;

    /** So much room is left to others on the disk, in bytes. */
    static final long ROOM_LEFT = 32L * 1024 * 1024;

    private static final int HOURLY = 24;
    private static final int NIGHTLY = 30;
    private static final int MONTHLY = 12;
    private static final int BEFORE_RESTORES = 3;

    private static final String END = ".zip";
    private static final String UNFINISHED = ".part";

    /** Day, month and year are its beginning. */
    private static final Pattern BY_ITSELF =
            Pattern.compile("chronicle-(\\d{8})-\\d{6}(\\.zip|" + BEFORE_RESTORE + "\\.(?:zip|mv\\.db))");

    private static final int UP_TO_DAY = "chronicle-20231231".length();
    private static final int UP_TO_MONTH = "chronicle-202312".length();

    private final Path folder;
    private final long roomLeft;

    BackupFolder(Path folder) {
        this(folder, ROOM_LEFT);
    }

    BackupFolder(Path folder, long roomLeft) {
        this.folder = folder;
        this.roomLeft = roomLeft;
    }

    /** The folder that a file is in, or shall be. */
    static BackupFolder around(Path file) {
        return new BackupFolder(Objects.requireNonNull(file.toAbsolutePath().getParent()));
    }

    /** What is written into a file. */
    interface Content {
        void writeTo(OutputStream file) throws SQLException, IOException;
    }

    /** A backup, or another file of that kind. */
    record Kept(String name, long bytes) {}

    Path path() {
        return folder;
    }

    /** The file of that name. */
    Path file(String name) {
        return folder.resolve(name);
    }

    /**
     * Keeps a backup: it is written, on the disk, read back and compared with its sums before it has its name.
     *
     * @return the sum of the sums of all that is in it: a backup of the same record has the same
     * @throws NoRoomLeftException if it would take the last room of the disk; nothing is left of it then
     */
    String keep(String name, Content content) throws SQLException, IOException {
        OwnersAlone.createFolder(folder);
        var unfinished = file(name + UNFINISHED);
        try {
            write(unfinished, content);
            var sum = sum(unfinished);
            Files.move(unfinished, file(name), StandardCopyOption.ATOMIC_MOVE);
            OwnersAlone.force(folder);
            return sum;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static String sum(Path file) throws IOException {
        try (var bag = Bag.open(file)) {
            bag.verify();
            var manifest = bag.manifest().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(BagWriter.sha512().digest(manifest));
        }
    }

    /** Keeps a copy of a backup of another folder. */
    void keepCopy(Path backup) throws SQLException, IOException {
        keep(backup.getFileName().toString(), file -> Files.copy(backup, file));
    }

    private void write(Path file, Content content) throws SQLException, IOException {
        Files.deleteIfExists(file);
        OwnersAlone.createFile(file);
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            // Closed by whoever writes a zip file into it, and still to be forced
            content.writeTo(new Careful(Channels.newOutputStream(channel), Files.getFileStore(file), roomLeft));
            channel.force(true);
        } catch (UncheckedIOException | JacksonIOException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e);
        }
    }

    /** Its backups, newest first, then other files that end as they do. */
    List<Kept> kept() throws IOException {
        var kept = new ArrayList<Kept>();
        for (var name : names()) {
            if (name.endsWith(END)) {
                kept.add(new Kept(name, Files.size(file(name))));
            }
        }
        return kept;
    }

    private List<String> names() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name ->
                            name.endsWith(END) || BY_ITSELF.matcher(name).matches())
                    .sorted(Comparator.<String, Boolean>comparing(
                                    name -> !BY_ITSELF.matcher(name).matches())
                            .thenComparing(Comparator.reverseOrder()))
                    .toList();
        }
    }

    /** Whether so many bytes more would leave room to others on the disk. */
    boolean hasRoomFor(long bytes) throws IOException {
        return Files.getFileStore(folder).getUsableSpace() - bytes > roomLeft;
    }

    /**
     * Deletes what need not be kept: of the backups made by themselves the last 24 stay, the first of each of the last
     * 30 days and of the last 12 months, the newest always; and what an interrupted backup left.
     */
    void tidy(Instant now) throws IOException {
        clean();
        var byItself = names().stream()
                .filter(name -> BY_ITSELF.matcher(name).matches())
                .toList();
        var before =
                byItself.stream().filter(name -> name.contains(BEFORE_RESTORE)).toList();
        var usual = byItself.stream().filter(name -> !before.contains(name)).toList();
        var staying = new HashSet<String>();
        usual.stream().limit(HOURLY).forEach(staying::add);
        staying.addAll(firstOfEach(usual, UP_TO_DAY, NIGHTLY));
        staying.addAll(firstOfEach(usual, UP_TO_MONTH, MONTHLY));
        before.stream().limit(BEFORE_RESTORES).forEach(staying::add);
        var oldest = RecordBackup.name(now.minus(DAYS_KEPT, ChronoUnit.DAYS));
        staying.removeIf(name -> name.compareTo(oldest) < 0);
        usual.stream().findFirst().ifPresent(staying::add);
        for (var name : byItself) {
            if (!staying.contains(name)) {
                Files.delete(file(name));
            }
        }
    }

    /** @param names newest first */
    private static Collection<String> firstOfEach(List<String> names, int length, int most) {
        var first = names.stream()
                .collect(Collectors.toMap(
                        name -> name.substring(0, length), Function.identity(), (newer, older) -> older));
        return first.values().stream()
                .sorted(Comparator.reverseOrder())
                .limit(most)
                .toList();
    }

    private void clean() throws IOException {
        if (Files.isDirectory(folder)) {
            try (var files = Files.newDirectoryStream(folder, "*" + END + UNFINISHED)) {
                for (var file : files) {
                    var name = file.getFileName().toString();
                    if (BY_ITSELF
                            .matcher(name.substring(0, name.length() - UNFINISHED.length()))
                            .matches()) {
                        Files.deleteIfExists(file);
                    }
                }
            }
        }
    }

    /** The list of erased entries beside the backups. */
    ErasedList erased() {
        return new ErasedList(folder);
    }

    /** Stops before the last room of a disk is taken, so that others go on writing. */
    private static class Careful extends FilterOutputStream {

        private static final int LOOK_EVERY = 1024 * 1024;

        private final FileStore disk;
        private final long roomLeft;
        private long unlooked = LOOK_EVERY;

        Careful(OutputStream file, FileStore disk, long roomLeft) {
            super(file);
            this.disk = disk;
            this.roomLeft = roomLeft;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            unlooked += length;
            if (unlooked >= LOOK_EVERY) {
                unlooked = 0;
                if (disk.getUsableSpace() < roomLeft) {
                    throw new NoRoomLeftException(disk.name());
                }
            }
            out.write(bytes, from, length);
        }

        /** What was written is forced before the file is closed. */
        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
