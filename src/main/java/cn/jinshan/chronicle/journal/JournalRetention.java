package cn.jinshan.chronicle.journal;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Scheduled deletion of the days of the activity log that are older than the configured period; it notes how many lines
 * were deleted. It runs every hour, because not every machine is on at night, and deletes once a day, on one instance.
 * Reasons for publishing personal information are kept as long as they may be asked for.
 */
@Component
@EnableConfigurationProperties(JournalProperties.class)
@Transactional
public class JournalRetention {

    public static final String SHORTENED = "journal.shortened";

    static final String REASONS = "personal-information";

    private final EntityManager database;
    private final Journal journal;
    private final JournalProperties properties;
    private final Clock clock;

    JournalRetention(EntityManager database, Journal journal, JournalProperties properties, Clock clock) {
        this.database = database;
        this.journal = journal;
        this.properties = properties;
        this.clock = clock;
    }

    @Scheduled(cron = "0 30 * * * *", zone = "Asia/Shanghai")
    public void shorten() {
        var today = clock.instant().atZone(Journal.SHANGHAI).toLocalDate();
        int gone = database.createQuery("delete from JournalLine l where l.happened < :oldest and l.area <> :kept")
                .setParameter(
                        "oldest",
                        today.minus(properties.journalKept())
                                .atStartOfDay(Journal.SHANGHAI)
                                .toInstant())
                .setParameter("kept", REASONS)
                .executeUpdate();
        if (gone > 0) {
            journal.write(SHORTENED, "journal", String.valueOf(gone));
        }
    }
}
