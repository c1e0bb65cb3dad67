package cn.jinshan.chronicle.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What is derived from the record is read once, until the record changes. */
class DerivedTest {

    private final AtomicInteger readings = new AtomicInteger();
    private final KnownChanges changes = AllAnew.knownAt("jdbc:h2:mem:derived");
    private final Derived<Integer> derived = new Derived<>(changes, readings::incrementAndGet);

    @AfterEach
    void noTransaction() {
        TransactionSynchronizationManager.clear();
    }

    @Test
    void itIsReadAgainAfterAChangeAlone() {
        assertThat(derived.get()).isEqualTo(1);
        assertThat(derived.get()).isEqualTo(1);
        changes.changed();
        assertThat(derived.get()).isEqualTo(2);
        assertThat(derived.get()).isEqualTo(2);
    }

    @Test
    void whatATransactionWritesIsNotHandedToOthers() {
        assertThat(derived.get()).isEqualTo(1);
        TransactionSynchronizationManager.setActualTransactionActive(true);
        assertThat(derived.get()).isEqualTo(2);
        TransactionSynchronizationManager.setCurrentTransactionReadOnly(true);
        assertThat(derived.get()).isEqualTo(1);
    }

    @Test
    void itIsReadEachTimeWhileItIsNotKnownWhatOthersChange() {
        var unknown =
                new Derived<>(AllAnew.knownAt("jdbc:postgresql://localhost/chronicle"), readings::incrementAndGet);

        assertThat(unknown.get()).isEqualTo(1);
        assertThat(unknown.get()).isEqualTo(2);
    }
}
