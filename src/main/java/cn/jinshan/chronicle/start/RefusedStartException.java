package cn.jinshan.chronicle.start;

import org.jspecify.annotations.Nullable;

/** The application cannot start in its surroundings; the message says why. */
public class RefusedStartException extends RuntimeException {

    private final String advice;

    /** @param advice a sentence that says what to do */
    public RefusedStartException(String what, String advice) {
        this(what, advice, null);
    }

    /** @param advice a sentence that says what to do */
    public RefusedStartException(String what, String advice, @Nullable Throwable cause) {
        super(what, cause);
        this.advice = advice;
    }

    String advice() {
        return advice;
    }
}
