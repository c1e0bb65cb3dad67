package cn.jinshan.chronicle.entries;

import org.springframework.context.support.DefaultMessageSourceResolvable;

/** A change that the rules do not allow now. The reason is a message under {@code refused.*}. */
public class RefusedException extends IllegalStateException {

    private final transient DefaultMessageSourceResolvable reason;

    /** Takes the rest of the name of its message, and what that puts in its gaps. */
    public RefusedException(String reason, Object... details) {
        super("refused." + reason);
        this.reason = new DefaultMessageSourceResolvable(new String[] {"refused." + reason}, details);
    }

    /** Throws it if a condition holds. */
    public static void refuseIf(boolean holds, String reason, Object... details) {
        if (holds) {
            throw new RefusedException(reason, details);
        }
    }

    /** The reason, to be put into words by a {@code MessageSource}. */
    public DefaultMessageSourceResolvable reason() {
        return reason;
    }
}
