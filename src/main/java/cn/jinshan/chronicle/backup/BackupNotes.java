package cn.jinshan.chronicle.backup;

import cn.jinshan.chronicle.journal.Journal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes to the journal what administrators do with backups. */
@Service
@Transactional
class BackupNotes {

    private static final String THING = "database";

    private final Journal journal;

    BackupNotes(Journal journal) {
        this.journal = journal;
    }

    /** A backup was begun by hand. */
    void begun() {
        journal.write("backup.begun", THING, null);
    }

    /** A backup, with all personal information in it, is about to leave the server. */
    void downloaded(String file) {
        journal.write("backup.downloaded", THING, file);
    }
}
