package cn.jinshan.chronicle.backup;

import cn.jinshan.chronicle.backup.BackupFolder.Kept;
import cn.jinshan.chronicle.entries.NotPublicException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages of backups, for administrators: what there is, whether a file is good, and how it would be restored. */
@Controller
@PreAuthorize("hasRole('ADMINISTRATOR')")
class BackupsController {

    private static final String BACKUPS = "/admin/backups";
    private static final String ZIP_NAME = "[A-Za-z0-9][A-Za-z0-9_.-]*\\.zip";
    private static final String FILE = BACKUPS + "/{file:" + ZIP_NAME + "}";
    private static final Pattern NAME = Pattern.compile(ZIP_NAME);

    /** How many that failed are listed. */
    private static final int FAILED = 5;

    private static final MediaType ZIP = new MediaType("application", "zip");

    private final Backups backups;
    private final BackupJob job;
    private final BackupFolders folders;
    private final BackupMaker maker;
    private final BackupRuns runs;
    private final LaterChanges later;
    private final BackupNotes notes;

    BackupsController(
            Backups backups,
            BackupJob job,
            BackupFolders folders,
            BackupMaker maker,
            BackupRuns runs,
            LaterChanges later,
            BackupNotes notes) {
        this.backups = backups;
        this.job = job;
        this.folders = folders;
        this.maker = maker;
        this.runs = runs;
        this.later = later;
        this.notes = notes;
    }

    @GetMapping(BACKUPS)
    String backups(Model model) throws IOException {
        // First: what is asked after it is at least as new
        model.addAttribute("running", job.running().orElse(null));
        model.addAttribute("warnings", backups.warnings());
        model.addAttribute("newest", runs.newest().orElse(null));
        model.addAttribute("rehearsed", runs.lastRehearsed().orElse(null));
        model.addAttribute("folder", absolute(folders.first().path()));
        model.addAttribute(
                "secondFolder",
                folders.second().map(second -> absolute(second.path())).orElse(null));
        var files = folders.first().kept().stream()
                .filter(file -> NAME.matcher(file.name()).matches())
                .toList();
        model.addAttribute(
                "rows",
                BackupRow.of(files, runs.made(files.stream().map(Kept::name).toList()), runs.failed(FAILED)));
        return "backup/backups";
    }

    @PostMapping(BACKUPS)
    String begin(RedirectAttributes flash) {
        notes.begun();
        job.begin();
        flash.addFlashAttribute("begun", true);
        return "redirect:" + BACKUPS;
    }

    @GetMapping(FILE)
    String check(@PathVariable String file, Model model) {
        var path = existing(file);
        model.addAttribute("file", file);
        model.addAttribute("command", command(path));
        try {
            var contents = BackupContents.of(path);
            if (!maker.knows(contents.schemaVersion())) {
                throw new RefusedBackupException("newer", contents.schemaVersion(), contents.softwareVersion());
            }
            model.addAttribute("contents", contents);
            model.addAttribute("lost", later.lost(contents.made()));
            model.addAttribute("erased", later.erased(contents.made()));
        } catch (RefusedBackupException refused) {
            model.addAttribute("refused", refused.code());
            model.addAttribute("details", refused.details());
        }
        return "backup/check";
    }

    @GetMapping(FILE + "/file")
    ResponseEntity<Resource> download(@PathVariable String file) {
        var path = existing(file);
        notes.downloaded(file);
        return ResponseEntity.ok()
                .contentType(ZIP)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(file).build().toString())
                .body(new FileSystemResource(path));
    }

    private Path existing(String file) {
        var path = folders.first().file(file);
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new NotPublicException("backup " + file);
        }
        return path;
    }

    private static String absolute(Path path) {
        return path.toAbsolutePath().normalize().toString();
    }

    /** In quotes where a shell would divide it. */
    private static String command(Path file) {
        var restore = "--restore=" + absolute(file);
        return "java -jar jinshan-chronicle.jar "
                + (restore.matches("[\\w./=:\\\\-]+") ? restore : '"' + restore + '"');
    }
}
