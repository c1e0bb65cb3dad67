package cn.jinshan.chronicle.storage;

import cn.jinshan.chronicle.start.OwnersAlone;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** File system for H2 ({@code owner:/path}) whose files only the user who runs the application can open. */
public class OwnersFile extends FilePathWrapper {

    private static final String SCHEME = "owner";

    /** A file system's scheme before a path; one letter is a drive. */
    private static final String OTHER = "^[A-Za-z][A-Za-z0-9]+:.*";

    /** The path of a database with this scheme, unless it has one already. */
    static String at(String path) {
        FilePath.register(new OwnersFile());
        return path.matches(OTHER) ? path : SCHEME + ":" + path;
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public boolean createFile() {
        if (exists()) {
            return false;
        }
        try {
            made();
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void createDirectory() {
        try {
            OwnersAlone.createFolder(path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        if (!mode.equals("r")) {
            made();
        }
        return super.open(mode);
    }

    @Override
    public OutputStream newOutputStream(boolean append) throws IOException {
        made();
        return super.newOutputStream(append);
    }

    /** Returns once the disk has the names of all files in this folder. */
    void forceFolder() throws IOException {
        OwnersAlone.force(path());
    }

    private void made() throws IOException {
        OwnersAlone.createFile(path());
    }

    private Path path() {
        return Path.of(getBase().toString());
    }
}
