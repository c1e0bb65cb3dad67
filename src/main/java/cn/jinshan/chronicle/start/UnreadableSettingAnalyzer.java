package cn.jinshan.chronicle.start;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Explains which setting has an unreadable value, where it was set, and why; it never prints the value of a secret. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class UnreadableSettingAnalyzer extends AbstractFailureAnalyzer<BindException> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable failure, BindException cause) {
        if (cause.getCause() instanceof BindValidationException) {
            return null;
        }
        return new FailureAnalysis(
                setting(cause) + " cannot be used. Reason: "
                        + NestedExceptionUtils.getMostSpecificCause(cause).getMessage() + ".",
                "Correct it, or leave it out.",
                cause);
    }

    private static String setting(BindException cause) {
        var property = cause.getProperty();
        if (property == null) {
            return "A setting under " + cause.getName();
        }
        boolean secret = property.getName().toString().toLowerCase(Locale.ROOT).contains("password");
        return property.getName()
                + (secret ? "" : "=" + property.getValue())
                + (property.getOrigin() == null ? "" : " (" + property.getOrigin() + ")");
    }
}
