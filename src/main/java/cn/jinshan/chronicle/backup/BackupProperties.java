package cn.jinshan.chronicle.backup;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Operator's settings for backups.
 *
 * @param data the folder of all data, in which backups have one of their own
 * @param backup where else they go, and when
 */
@ConfigurationProperties("chronicle")
record BackupProperties(
        @DefaultValue("./data") Path data, @DefaultValue Backup backup) {

    /**
     * What is decided about backups.
     *
     * @param copy a second folder, on another disk; null for none
     * @param byItself whether they are made every hour and every night; where not, somebody else has to
     */
    record Backup(@Nullable Path copy, @DefaultValue("true") boolean byItself) {}

    BackupProperties {
        if (backup.copy() != null && absolute(folder(data)).equals(absolute(backup.copy()))) {
            throw new IllegalArgumentException(
                    "chronicle.backup.copy must be another folder than that of the backups, which is " + folder(data));
        }
    }

    /** The folder of backups in that of all data. */
    Path folder() {
        return folder(data);
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    private static Path folder(Path data) {
        return data.resolve("backups");
    }
}
