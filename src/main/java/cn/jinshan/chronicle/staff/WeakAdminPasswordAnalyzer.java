package cn.jinshan.chronicle.staff;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Explains in one sentence why the application does not start with a weak administrator password. */
class WeakAdminPasswordAnalyzer extends AbstractFailureAnalyzer<WeakAdminPasswordException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, WeakAdminPasswordException cause) {
        return new FailureAnalysis(
                "The password in CHRONICLE_ADMIN_PASSWORD is shorter than 8 characters, longer than 256, or easy to guess.",
                "Give another one, such as a few words that have nothing to do with each other, or none at all:"
                        + " then the first account is made at an address that the log names.",
                cause);
    }
}
