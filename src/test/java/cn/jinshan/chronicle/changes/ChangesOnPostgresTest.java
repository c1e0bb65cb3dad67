package cn.jinshan.chronicle.changes;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.OnPostgres;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class ChangesOnPostgresTest extends ChangesOnADatabase implements OnPostgres {

    @Test
    void whatAnotherInstanceChangesIsKnownHereToo() {
        long before = version();
        inTransaction.executeWithoutResult(transaction -> database.update("update change_log set number = number + 1"));
        long committed = System.nanoTime();

        while (version() == before) {
            assertThat(Duration.ofNanos(System.nanoTime() - committed)).isLessThan(Duration.ofSeconds(10));
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
        assertThat(version()).isGreaterThan(before);
    }

    @Test
    void nothingIsSureWhileTheDatabaseOfSeveralInstancesIsAway() {
        assertThat(AllAnew.knownAt("jdbc:postgresql://localhost/others").version())
                .isEmpty();
        assertThat(AllAnew.knownAt("jdbc:h2:file:./data/chronicle").version()).isPresent();
    }
}
