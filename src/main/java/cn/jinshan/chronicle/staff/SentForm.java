package cn.jinshan.chronicle.staff;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** A form whose button was pressed, and what that led to. */
@Entity
class SentForm implements Persistable<String> {

    @Id
    private String formKey;

    private @Nullable Long accountId;

    private Instant sent;

    private String fields;

    private @Nullable String thing;

    private @Nullable Instant ended;

    private @Nullable String address;

    private @Nullable String said;

    @SuppressWarnings("NullAway.Init")
    protected SentForm() {}

    /** @param fields a digest of what it says, at most 36 characters */
    SentForm(FormKey form, String fields, Instant sent) {
        this.formKey = form.key();
        this.accountId = form.account();
        this.fields = fields;
        this.sent = sent;
    }

    /** Whether it said the same; if not, it was changed since and sent anew. */
    boolean says(String fields) {
        return fields.equals(this.fields);
    }

    Instant sent() {
        return sent;
    }

    /** What was changed, such as {@code entry 7}; null: nothing that the journal knows of. */
    @Nullable
    String thing() {
        return thing;
    }

    boolean isEnded() {
        return ended != null;
    }

    /** Where it led; null: to a page that was shown once, or that is not known. */
    @Nullable
    String address() {
        return address;
    }

    /** What the page there said of it, as JSON. */
    @Nullable
    String said() {
        return said;
    }

    @Override
    public String getId() {
        return formKey;
    }

    /** A second one with the same key is refused, never merged. */
    @Override
    public boolean isNew() {
        return true;
    }
}
