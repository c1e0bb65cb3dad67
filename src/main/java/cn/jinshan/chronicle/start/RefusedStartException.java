package cn.jinshan.chronicle.start;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

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

    /** Explains it, also where it is why a setting cannot be read. */
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static class Analyzer extends AbstractFailureAnalyzer<RefusedStartException> {

        @Override
        protected FailureAnalysis analyze(Throwable failure, RefusedStartException cause) {
            return new FailureAnalysis(String.valueOf(cause.getMessage()), cause.advice, cause);
        }
    }
}
