package cn.jinshan.chronicle.signin;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** Form that was sent, and its result. */
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

    SentForm(String press, FormKey form, Instant sent) {
        this.press = press;
        this.formKey = form.key();
        this.accountId = form.account();
        this.sent = sent;
    }

    Instant sent() {
        return sent;
    }

    /** The changed thing, such as {@code entry 7}; null if the journal has none. */
    @Nullable
    String thing() {
        return thing;
    }

    boolean isEnded() {
        return ended != null;
    }

    /** Address of the result; null for a page that is shown only once, or an unknown one. */
    @Nullable
    String address() {
        return address;
    }

    /** Message of the result page, as JSON. */
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
