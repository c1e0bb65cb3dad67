package cn.jinshan.chronicle.dates;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/**
 * A date that cannot be read or does not exist. The reason is a message under {@code date.refused.*}; there may be a
 * wording near to it that can be read.
 */
public class DateRefusedException extends IllegalArgumentException {

    private final transient DefaultMessageSourceResolvable reason;
    private final @Nullable String suggestion;

    DateRefusedException(String reason, Object... details) {
        this(new DefaultMessageSourceResolvable(new String[] {"date.refused." + reason}, details), null);
    }

    private DateRefusedException(DefaultMessageSourceResolvable reason, @Nullable String suggestion) {
        super(reason.getCode());
        this.reason = reason;
        this.suggestion = suggestion;
    }

    /** The same refusal with a wording that would be understood. */
    DateRefusedException suggesting(String wording) {
        return new DateRefusedException(reason, wording);
    }

    /** The reason as a message, for a {@code MessageSource}. */
    public DefaultMessageSourceResolvable reason() {
        return reason;
    }

    /** The nearest wording that would be understood, for the writer to choose; empty if there is none. */
    public Optional<String> suggestion() {
        return Optional.ofNullable(suggestion);
    }
}
