package cn.jinshan.chronicle.editing;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one person is typing about an entry, apart from the draft that all share: saved while typing, shown to nobody
 * else.
 */
@Entity
class WorkingCopy {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private long accountId;

    private @Nullable Long entryId;

    private @Nullable String formKey;

    private String fields;

    private Instant changed;

    @SuppressWarnings("NullAway.Init")
    protected WorkingCopy() {}

    /**
     * @param entryId null for an entry that was never saved
     * @param formKey of the form of such an entry, else null
     */
    WorkingCopy(long accountId, @Nullable Long entryId, @Nullable String formKey, String fields, Instant changed) {
        this.accountId = accountId;
        this.entryId = entryId;
        this.formKey = formKey;
        this.fields = fields;
        this.changed = changed;
    }

    void type(String fields, Instant now) {
        this.fields = fields;
        this.changed = now;
    }

    /** Becomes that of a new entry: nothing is left of the one it was about. */
    void begin(String formKey) {
        this.entryId = null;
        this.formKey = formKey;
    }

    /** Of the form of an entry that was never saved; else null. */
    @Nullable
    String formKey() {
        return formKey;
    }

    /** The fields of the form as they were typed, as JSON. */
    String fields() {
        return fields;
    }

    Instant changed() {
        return changed;
    }

    long accountId() {
        return accountId;
    }
}
