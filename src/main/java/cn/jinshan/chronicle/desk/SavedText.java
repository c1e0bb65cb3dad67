package cn.jinshan.chronicle.desk;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Text of an entry from one save to the next. */
@Entity
class SavedText {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private long entryId;

    private long sinceVersion;

    private @Nullable Long untilVersion;

    private @Nullable Long accountId;

    private @Nullable Instant saved;

    private String fields;

    @SuppressWarnings("NullAway.Init")
    protected SavedText() {}

    /**
     * @param sinceVersion the version of the entry that first had this text
     * @param accountId the user who saved it; null for seeded text
     */
    SavedText(long entryId, long sinceVersion, @Nullable Long accountId, @Nullable Instant saved, String fields) {
        this.entryId = entryId;
        this.sinceVersion = sinceVersion;
        this.accountId = accountId;
        this.saved = saved;
        this.fields = fields;
    }

    /** Marks this as the last version of the entry with this text. */
    void end(long version) {
        untilVersion = version;
    }

    long sinceVersion() {
        return sinceVersion;
    }

    /** The last version of the entry with this text; null while it still has it. */
    @Nullable
    Long untilVersion() {
        return untilVersion;
    }

    @Nullable
    Long accountId() {
        return accountId;
    }

    @Nullable
    Instant saved() {
        return saved;
    }

    /** The fields of the form, as JSON. */
    String fields() {
        return fields;
    }
}
