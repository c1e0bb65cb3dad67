package cn.jinshan.chronicle.desk;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Unsaved text of one user in one form of an entry, apart from the draft that all share. It is stored while typing and
 * shown to nobody else.
 */
@Entity
@Table(name = "working_copy")
class AutosavedDraft {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private long accountId;

    private @Nullable Long entryId;

    private String formKey;

    private @Nullable String holder;

    private @Nullable Long baseVersion;

    private @Nullable String fields;

    private Instant changed;

    @SuppressWarnings("NullAway.Init")
    protected AutosavedDraft() {}

    /**
     * @param entryId null for an entry that was never saved
     * @param formKey of the form that is typed in
     */
    @SuppressWarnings("NullAway.Init")
    AutosavedDraft(long accountId, @Nullable Long entryId, String formKey) {
        this.accountId = accountId;
        this.entryId = entryId;
        this.formKey = formKey;
    }

    /**
     * Says what is typed now.
     *
     * @param holder the page in which it is typed
     * @param baseVersion of the entry that is written on; null for none
     */
    void type(@Nullable String holder, @Nullable Long baseVersion, String fields, Instant now) {
        this.holder = holder;
        this.baseVersion = baseVersion;
        this.fields = fields;
        this.changed = now;
    }

    /** Becomes that of a new entry: nothing is left of the one it was about. */
    void begin() {
        entryId = null;
        baseVersion = null;
    }

    /**
     * Whether a page may go on in it: the page that typed in it last, one that shows what it says now, or one that does
     * not say which it is.
     *
     * @param holder the page; null for one that does not say
     * @param taken when what the page shows of it was typed; null if it shows nothing of it
     */
    boolean isOf(@Nullable String holder, @Nullable Instant taken) {
        return holder == null || holder.equals(this.holder) || changed.equals(taken);
    }

    @Nullable
    Long entryId() {
        return entryId;
    }

    String formKey() {
        return formKey;
    }

    /** The fields of the form as they were typed, as JSON; null before anything was. */
    @Nullable
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
