package cn.jinshan.chronicle.staff;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** Stored one-time link; of its secret part only a hash is stored. */
@Entity
public class OneTimeLink implements Persistable<String> {

    @Id
    private String tokenHash;

    private @Nullable Long accountId;

    private Instant expires;

    @SuppressWarnings("NullAway.Init")
    protected OneTimeLink() {}

    /** @param accountId whose password may be chosen; null: the first administrator may be made */
    OneTimeLink(Token token, @Nullable Long accountId, Instant expires) {
        this.tokenHash = token.hash();
        this.accountId = accountId;
        this.expires = expires;
    }

    @Nullable
    Long accountId() {
        return accountId;
    }

    @Override
    public String getId() {
        return tokenHash;
    }

    /** Links are made and deleted, never changed. */
    @Override
    public boolean isNew() {
        return true;
    }
}
