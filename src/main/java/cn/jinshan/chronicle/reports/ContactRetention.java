package cn.jinshan.chronicle.reports;

import cn.jinshan.chronicle.journal.Journal;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Scheduled deletion of readers' contact details, some time after the answer, or after a year without one; it notes how
 * many were deleted (PIPL, article 19). It runs every hour, because not every machine is on at night.
 */
@Component
@Transactional
class ContactRetention {

    /**
     * How long contact details are kept after the answer; {@code report.contact.hint}, {@code about.personal.report}
     * and {@code reports.contact.kept} say so.
     */
    static final Duration KEPT = Duration.ofDays(30);

    /**
     * How long contact details are kept without an answer; the same messages and {@code reports.contact.waiting} say
     * so.
     */
    static final Duration KEPT_UNANSWERED = Duration.ofDays(365);

    private final EntityManager database;
    private final Journal journal;
    private final Clock clock;

    ContactRetention(EntityManager database, Journal journal, Clock clock) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
    }

    @Scheduled(cron = "0 35 * * * *", zone = "Asia/Shanghai")
    public void forget() {
        // Changes the version, so that nobody who changes the report at this moment writes the contact back
        int gone = database.createQuery("update versioned Report r set r.contact = null"
                        + " where r.contact is not null and (r.standing = ANSWERED and r.answered <= :oldest"
                        + " or r.standing <> ANSWERED and r.sent <= :oldestWaiting)")
                .setParameter("oldest", clock.instant().minus(KEPT))
                .setParameter("oldestWaiting", clock.instant().minus(KEPT_UNANSWERED))
                .executeUpdate();
        if (gone > 0) {
            journal.write("report.contacts-expired", "-", String.valueOf(gone));
        }
    }
}
