package cn.jinshan.chronicle.changes;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Scheduled deletion of public changes that are older than a week: who is further behind is built anew. */
@Component
class ChangeRetention {

    private static final Duration KEPT = Duration.ofDays(7);

    private final JdbcTemplate database;
    private final Clock clock;

    ChangeRetention(JdbcTemplate database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Scheduled(cron = "0 40 * * * *", zone = "Asia/Shanghai")
    @Transactional
    public void shorten() {
        database.update(
                "delete from public_change where made < ?",
                Timestamp.from(clock.instant().minus(KEPT)));
    }
}
