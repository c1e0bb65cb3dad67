package cn.jinshan.chronicle.changes;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Value that is derived from the public record, for all pages that show it: it is read again after a change that is
 * known here. A transaction that may change the record itself reads it each time, for itself.
 */
public final class Derived<T> {

    private final KnownChanges changes;
    private final Supplier<T> reading;
    private volatile @Nullable Read<T> last;

    public Derived(KnownChanges changes, Supplier<T> reading) {
        this.changes = changes;
        this.reading = reading;
    }

    private record Read<T>(long version, T value) {}

    /** The value, not older than the last change that is known. */
    public T get() {
        var version = changes.version();
        if (version.isEmpty() || isInWriting()) {
            return reading.get();
        }
        var known = last;
        if (known == null || known.version != version.getAsLong()) {
            known = new Read<>(version.getAsLong(), reading.get());
            last = known;
        }
        return known.value;
    }

    private static boolean isInWriting() {
        return TransactionSynchronizationManager.isActualTransactionActive()
                && !TransactionSynchronizationManager.isCurrentTransactionReadOnly();
    }
}
