package cn.jinshan.chronicle.staff;

import cn.jinshan.chronicle.start.OwnersAlone;
import cn.jinshan.chronicle.start.RefusedStartException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** File with a one-time address, for whoever operates the application: nobody else can read it. */
record AddressFile(Path folder, String name) {

    private static final Logger LOG = LoggerFactory.getLogger(AddressFile.class);

    /**
     * Leaves an address, in place of the one before.
     *
     * @throws RefusedStartException if the file cannot be written
     */
    void write(URI address) {
        forget();
        try {
            OwnersAlone.createFolder(folder);
            OwnersAlone.createFile(path());
            Files.writeString(path(), address + "\n");
        } catch (IOException e) {
            throw new RefusedStartException(
                    "The one-time address cannot be kept in " + path() + " (" + e + ").",
                    "Let this user write there, or name another folder with --chronicle.data=/another/folder.",
                    e);
        }
    }

    /** The secret of the address in it; empty if there is none that can be read. */
    Optional<Token> token() {
        try {
            return Files.exists(path())
                    ? Optional.of(new Token(Files.readString(path()).strip().replaceFirst(".*/", "")))
                    : Optional.empty();
        } catch (IOException e) {
            LOG.warn("Whether the address in {} is void cannot be known", path(), e);
            return Optional.empty();
        }
    }

    /** Deletes the file, if there is one. */
    void forget() {
        try {
            Files.deleteIfExists(path());
        } catch (IOException e) {
            LOG.warn("{} holds an address that is void; please delete it", path(), e);
        }
    }

    private Path path() {
        return folder.resolve(name);
    }

    /** Its path. */
    @Override
    public String toString() {
        return path().toString();
    }
}
