package cn.jinshan.chronicle.backup;

import cn.jinshan.chronicle.start.Command;
import cn.jinshan.chronicle.start.RefusedStartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Command {@code --backup=FILE}: the whole record in one file, while the application is stopped. */
@Component(Command.BACKUP)
class BackupCommand implements Command {

    private final BackupMaker maker;
    private final Clock clock;

    BackupCommand(BackupMaker maker, Clock clock) {
        this.maker = maker;
        this.clock = clock;
    }

    /** Writes the file; one of that name is replaced once the new one is whole. */
    @Override
    public String run(String value) {
        var file = Path.of(value).toAbsolutePath();
        if (Files.isDirectory(file)) {
            throw new RefusedStartException(file + " is a folder.", "Name a file in it, such as chronicle.zip.");
        }
        var folder = BackupFolder.around(file);
        try {
            var made = clock.instant();
            folder.keep(file.getFileName().toString(), out -> maker.write(out, made, new Progress()));
            folder.erased().add(maker.erased());
            return "The record of " + RecordBackup.words(made) + " is in " + file + ", which was read back: "
                    + Files.size(file) + " bytes.";
        } catch (IOException | RefusedBackupException e) {
            throw new RefusedStartException(
                    "The backup cannot be written: " + e.getMessage() + ".",
                    "Make room there, let this user write there, or name another file.",
                    e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
