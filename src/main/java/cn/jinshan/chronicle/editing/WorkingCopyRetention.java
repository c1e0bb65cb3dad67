package cn.jinshan.chronicle.editing;

import cn.jinshan.chronicle.staff.Journal;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Throws away what people typed long ago and never saved, and notes how many there were; the desk has said so before.
 * Asked every hour, as not every machine is on at night.
 */
@Component
@Transactional
class WorkingCopyRetention {

    private final Typing typing;
    private final Journal journal;

    WorkingCopyRetention(Typing typing, Journal journal) {
        this.typing = typing;
        this.journal = journal;
    }

    @Scheduled(cron = "0 40 * * * *", zone = "Asia/Shanghai")
    public void forget() {
        int gone = typing.dropUntouched();
        if (gone > 0) {
            journal.write("working-copy.expired", "-", String.valueOf(gone));
        }
    }
}
