package cn.jinshan.chronicle.desk;

import cn.jinshan.chronicle.journal.Journal;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Scheduled deletion of old unsaved texts, after the desk has announced it; it notes how many were deleted. It runs
 * every hour, because not every machine is on at night.
 */
@Component
@Transactional
class AutosavedDraftRetention {

    private final Autosave autosave;
    private final Journal journal;

    AutosavedDraftRetention(Autosave autosave, Journal journal) {
        this.autosave = autosave;
        this.journal = journal;
    }

    @Scheduled(cron = "0 40 * * * *", zone = "Asia/Shanghai")
    public void forget() {
        int gone = autosave.dropUntouched();
        if (gone > 0) {
            journal.write("working-copy.expired", "-", String.valueOf(gone));
        }
    }
}
