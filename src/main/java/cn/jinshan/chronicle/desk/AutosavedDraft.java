package cn.jinshan.chronicle.desk;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Unsaved text of one user in one form of an entry, separate from the shared draft. It is stored while the user types,
 * and only that user sees it.
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
     * @param formKey the key of the form
     */
    @SuppressWarnings("NullAway.Init")
    AutosavedDraft(long accountId, @Nullable Long entryId, String formKey) {
        this.accountId = accountId;
        this.entryId = entryId;
        this.formKey = formKey;
    }

    /**
     * Stores what is typed now.
     *
     * @param holder the page in which it is typed
     * @param baseVersion the version of the entry that the user edits; null for none
     */
    void type(@Nullable String holder, @Nullable Long baseVersion, String fields, Instant now) {
        this.holder = holder;
        this.baseVersion = baseVersion;
        this.fields = fields;
        this.changed = now;
    }

    /**
     * Whether a page may continue this text: the page that typed in it last, a page that shows its latest state, or a
     * page without a name.
     *
     * @param holder the name of the page; null for none
     * @param taken the time of the text that the page was opened with; null for none
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

    /** The fields of the form as typed, as JSON; null before the first key. */
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
