package cn.jinshan.chronicle.start;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Creates files and folders that, from their first byte on, only the user who runs the application can open. */
public final class OwnersAlone {

    private static final Logger LOG = LoggerFactory.getLogger(OwnersAlone.class);

    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");

    /** The names of the chronicle's files in its folder. */
    private static final String FILES = "chronicle\\..*|(setup|reset)-address\\.txt";

    private static final Pattern CLOSED = Pattern.compile(FILES);

    /** With its folders, and with the files that its sources bring. */
    private static final Pattern OURS = Pattern.compile(FILES + "|search|backups|README\\.md|examples|\\.gitignore");

    private OwnersAlone() {}

    /** Creates a file, if there is none yet. */
    public static void createFile(Path file) throws IOException {
        if (!Files.exists(file)) {
            Files.createFile(file, attributes(FILE));
        }
    }

    /** Creates a folder and its parents, if there are none yet. */
    public static void createFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, attributes(FOLDER));
        }
    }

    /** Returns once the names of what is in a folder are on the disk; Windows sees to it by itself. */
    public static void force(Path folder) throws IOException {
        if (POSIX) {
            try (var channel = FileChannel.open(folder)) {
                channel.force(true);
            }
        }
    }

    private static FileAttribute<?>[] attributes(Set<PosixFilePermission> permissions) {
        return POSIX
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    /**
     * Closes the chronicle's files in a folder to other users, and the folder too if it holds nothing else, and logs
     * it. A folder that other programs use as well is only logged.
     */
    public static void narrow(Path folder) throws IOException {
        if (!POSIX || !Files.isDirectory(folder)) {
            return;
        }
        var narrowed = new TreeSet<Path>();
        boolean shared = false;
        try (var all = Files.newDirectoryStream(folder)) {
            for (var each : all) {
                var name = each.getFileName().toString();
                shared |= !OURS.matcher(name).matches();
                if (CLOSED.matcher(name).matches() && Files.isRegularFile(each)) {
                    narrow(each, FILE, narrowed);
                }
            }
        }
        if (!shared) {
            narrow(folder, FOLDER, narrowed);
        } else if (isWider(folder)) {
            LOG.warn(
                    "Others on this machine can open the folder {} ({}), and it is left so, as it holds more than the"
                            + " chronicle: close it (chmod 700), or give the chronicle a folder of its own.",
                    folder,
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)));
        }
        if (!narrowed.isEmpty()) {
            LOG.warn(
                    "Others on this machine could open {}; now only the user who runs the chronicle can.",
                    narrowed.stream().map(Path::toString).collect(Collectors.joining(", ")));
        }
    }

    private static void narrow(Path path, Set<PosixFilePermission> permissions, Set<Path> narrowed) throws IOException {
        if (isWider(path)) {
            try {
                Files.setPosixFilePermissions(path, permissions);
                narrowed.add(path);
            } catch (IOException somebodyElses) {
                LOG.warn(
                        "Others on this machine can open {}, and it cannot be closed to them: {}", path, somebodyElses);
            }
        }
    }

    private static boolean isWider(Path path) throws IOException {
        var others = EnumSet.allOf(PosixFilePermission.class);
        others.removeAll(FOLDER);
        return Files.getPosixFilePermissions(path).stream().anyMatch(others::contains);
    }
}
