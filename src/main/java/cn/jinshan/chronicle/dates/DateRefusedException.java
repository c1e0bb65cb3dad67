package cn.jinshan.chronicle.dates;

import org.springframework.context.support.DefaultMessageSourceResolvable;

/** A date that cannot be read or does not exist. The reason is a message under {@code date.refused.*}. */
public class DateRefusedException extends IllegalArgumentException {

    private final transient DefaultMessageSourceResolvable reason;

    DateRefusedException(String reason, Object... details) {
        super("date.refused." + reason);
        this.reason = new DefaultMessageSourceResolvable(new String[] {"date.refused." + reason}, details);
    }

    /** The reason as a message, for a {@code MessageSource}. */
    public DefaultMessageSourceResolvable reason() {
        return reason;
    }
}
