package cn.jinshan.chronicle.signin;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** A form whose button was pressed, and what that led to. */
@Entity
class SentForm implements Persistable<String> {

    @Id
    private String press;

    private String formKey;

    private @Nullable Long accountId;

    private Instant sent;

    private @Nullable String thing;

    private @Nullable Instant ended;

    private @Nullable String address;

    private @Nullable String said;

    @SuppressWarnings("NullAway.Init")
    protected SentForm() {}

    /**
     * @param press which it is
     * @param form the form, and who opened it
     */
    SentForm(String press, FormKey form, Instant sent) {
        this.press = press;
        this.formKey = form.key();
        this.accountId = form.account();
        this.sent = sent;
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
        return press;
    }

    /** A second one is refused, never merged. */
    @Override
    public boolean isNew() {
        return true;
    }
}
