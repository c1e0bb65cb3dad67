package cn.jinshan.chronicle.entries;

import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.orm.ObjectOptimisticLockingFailureException;

/** Stored thing with a number, and a version that each change increases. */
@MappedSuperclass
public abstract class VersionedEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    @Version
    private long version;

    /** Its number, never reused; there is none until it is first saved. */
    public Long id() {
        return Objects.requireNonNull(id);
    }

    public long version() {
        return version;
    }

    /**
     * Makes sure that whoever changes it has seen it as it is.
     *
     * @param seen the version that was seen
     * @throws ObjectOptimisticLockingFailureException if it has been changed since
     */
    public void refuseStale(long seen) {
        if (seen != version) {
            throw new ObjectOptimisticLockingFailureException(getClass(), id());
        }
    }
}
