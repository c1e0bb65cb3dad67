package cn.jinshan.chronicle.entries;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Decision of a reviewer on an edition (审核): an approval or a return.
 *
 * @param submission which time the edition had been submitted, from 1: approvals of an earlier time do not count
 * @param account of the reviewer
 * @param reason what has to be changed; null for an approval
 */
@Embeddable
public record Review(
        int submission,
        @Column(name = "account_id") long account,
        @Enumerated(EnumType.STRING) Verdict verdict,
        @Nullable String reason,
        Instant given) {

    /** Possible decisions of a reviewer. */
    public enum Verdict {
        APPROVED,
        RETURNED
    }
}
