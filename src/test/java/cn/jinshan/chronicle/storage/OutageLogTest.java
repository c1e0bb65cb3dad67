package cn.jinshan.chronicle.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** An outage is said once a minute for each cause, in one line. */
@ExtendWith(OutputCaptureExtension.class)
class OutageLogTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2023-05-18T00:00:00Z"));

    private final OutageLog log = new OutageLog(new Clock() {
        @Override
        public Instant instant() {
            return now.get();
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });

    @Test
    void eachCauseHasItsLineAndTheNextOneCountsWhatWasNotSaid(CapturedOutput output) {
        for (int i = 0; i < 3; i++) {
            log.note(new IllegalStateException(new SQLException("It is\n\taway")));
            log.note(new IOException("No space left"));
        }
        now.updateAndGet(instant -> instant.plus(Duration.ofSeconds(61)));
        log.note(new SQLException("It is away"));

        assertThat(output.getAll().lines().filter(line -> line.contains("The database is away or cannot write")))
                .satisfiesExactly(
                        line -> assertThat(line).endsWith("(0 like this not said): java.sql.SQLException: It is away"),
                        line -> assertThat(line).endsWith("(0 like this not said): java.io.IOException: No space left"),
                        line -> assertThat(line).endsWith("(2 like this not said): java.sql.SQLException: It is away"));
    }
}
