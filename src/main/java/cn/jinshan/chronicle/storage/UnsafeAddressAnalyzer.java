package cn.jinshan.chronicle.storage;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Explains in one sentence why an address of the database is refused. */
class UnsafeAddressAnalyzer extends AbstractFailureAnalyzer<UnsafeAddressException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, UnsafeAddressException cause) {
        return new FailureAnalysis(
                "The chronicle does not start on this database: " + cause.getMessage(),
                "Set spring.datasource.url to a plain file, such as jdbc:h2:file:/srv/chronicle/chronicle (the rest is added"
                        + " by itself), or to PostgreSQL.",
                cause);
    }
}
