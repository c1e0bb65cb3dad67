package cn.jinshan.chronicle.signin;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Form that a user filled in but could not send; only that user can see it. */
@Entity
@Table(name = "left_form")
class UnsentForm {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private long accountId;

    private String formKey;

    private String address;

    private String fields;

    private Instant kept;

    @SuppressWarnings("NullAway.Init")
    protected UnsentForm() {}

    /** @param fields as JSON */
    UnsentForm(long accountId, String formKey, String address, String fields, Instant kept) {
        this.accountId = accountId;
        this.formKey = formKey;
        this.address = address;
        this.fields = fields;
        this.kept = kept;
    }

    long id() {
        return Objects.requireNonNull(id, "Not saved yet");
    }

    String address() {
        return address;
    }

    String fields() {
        return fields;
    }

    Instant kept() {
        return kept;
    }
}
