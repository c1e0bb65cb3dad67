package cn.jinshan.chronicle.backup;

import cn.jinshan.chronicle.start.Command;
import cn.jinshan.chronicle.start.RefusedStartException;
import cn.jinshan.chronicle.storage.OfflineDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Command {@code --restore=FILE}: a backup in place of the present record, while the application is stopped. */
@Component(Command.RESTORE)
class RestoreCommand implements Command {

    private final Environment environment;
    private final BackupFolders folders;
    private final MessageSource messages;
    private final String version;
    private final Clock clock;

    RestoreCommand(
            Environment environment,
            BackupFolders folders,
            MessageSource messages,
            @Value("${spring.application.version:unpackaged}") String version,
            Clock clock) {
        this.environment = environment;
        this.folders = folders;
        this.messages = messages;
        this.version = version;
        this.clock = clock;
    }

    @Override
    public String run(String value) {
        var file = Path.of(value).toAbsolutePath();
        try {
            return said(
                    file, new Restore(OfflineDatabase.of(environment), folders, version, clock.instant()).run(file));
        } catch (RefusedBackupException e) {
            throw new RefusedStartException(
                    messages.getMessage(e.code(), e.details(), Locale.ENGLISH), "Take another backup.", e);
        } catch (IOException e) {
            throw new RefusedStartException(
                    "It cannot be restored: " + e.getMessage() + ".",
                    "Make room in the data folder, and let this user write there.",
                    e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String said(Path file, Restore.Done done) {
        var restored = "The record of " + RecordBackup.words(done.made()) + " was restored from " + file;
        var erased = done.erased() == 0 ? "" : ", where " + done.erased() + " entries were erased again";
        return done.before() == null
                ? restored + erased + "; there was none before."
                : restored + erased + "; what was there before is kept in " + done.before() + ", and " + done.later()
                        + " of its lines in the activity log are later; everybody is signed out.";
    }
}
