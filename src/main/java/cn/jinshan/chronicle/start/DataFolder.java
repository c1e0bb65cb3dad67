package cn.jinshan.chronicle.start;

import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The folder of all data: reads the configured path for every part of the application. */
final class DataFolder {

    static final String SETTING = "chronicle.data";

    /** Characters that begin a setting of H2 or end a line. */
    private static final Pattern UNSAFE = Pattern.compile("[;\\p{Cntrl}]");

    /** An H2 file system before the path; only H2 knows where such a path leads. */
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z]{2,}:/.*");

    private static final Pattern HOME = Pattern.compile("^~(?=$|/)");

    private DataFolder() {}

    /**
     * The real, absolute path.
     *
     * @param written the path as in a shell: relative to the current folder; {@code ~} is the user's home
     */
    static Path of(String written) {
        if (written.isBlank()) {
            throw new RefusedStartException(
                    SETTING + " is empty.", "Name a folder, or leave it out: then it is ./data.");
        }
        if (UNSAFE.matcher(written).find() || (File.separatorChar == '/' && written.indexOf('\\') >= 0)) {
            throw new RefusedStartException(
                    SETTING + "=" + written
                            + " has a character that no path to a database may have (; \\ or a line break).",
                    "Give the folder another name.");
        }
        if (SCHEME.matcher(written).matches()) {
            return Path.of(written);
        }
        try {
            var home = System.getProperty("user.home").replace("\\", "\\\\").replace("$", "\\$");
            var path = Path.of(HOME.matcher(written).replaceFirst(home)).toAbsolutePath();
            if (path.toString().indexOf('\uFFFD') >= 0 || (path.toString().indexOf('?') >= 0 && !readsChinese())) {
                throw unreadable(written, null);
            }
            return real(path);
        } catch (InvalidPathException e) {
            throw unreadable(written, e);
        }
    }

    private static RefusedStartException unreadable(String written, @Nullable InvalidPathException cause) {
        return new RefusedStartException(
                "This process cannot read the path %s: its language is set to one without Chinese characters (%s)."
                        .formatted(written, System.getProperty("sun.jnu.encoding")),
                "Start it with LC_ALL=C.UTF-8 in its environment.",
                cause);
    }

    private static boolean readsChinese() {
        return Charset.forName(System.getProperty("sun.jnu.encoding"))
                .newEncoder()
                .canEncode('大');
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException notThere) {
            var parent = path.getParent();
            return parent == null
                    ? path
                    : real(parent).resolve(path.getFileName()).normalize();
        }
    }
}
