package cn.jinshan.chronicle.storage;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one sentence why H2 opens no database: another process has the folder, or the address is not right. */
class H2RefusalAnalyzer extends AbstractFailureAnalyzer<SQLException> {

    /** H2, {@code org.h2.api.ErrorCode}: implicitly relative path, bad address, a setting twice, an unknown one. */
    private static final int RELATIVE = 90011;

    private static final int FORMAT = 90046;
    private static final int TWICE = 90066;
    private static final int UNKNOWN = 90113;
    private static final int NO_ADMINISTRATOR = 90040;
    private static final int ALREADY_IN_USE = 90020;

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable failure, SQLException cause) {
        return switch (cause.getErrorCode()) {
            case ALREADY_IN_USE ->
                new FailureAnalysis(
                        "The chronicle is running already: another process uses the same data folder.",
                        "Stop the other one, or give this one a folder of its own with --chronicle.data=/another/folder.",
                        cause);
            case NO_ADMINISTRATOR ->
                new FailureAnalysis(
                        "The user of the H2 database is no administrator of it, and can force nothing onto the disk.",
                        "Set spring.datasource.username to one that is, or let one that is grant it: alter user … admin true.",
                        cause);
            case RELATIVE, FORMAT, TWICE, UNKNOWN ->
                new FailureAnalysis(
                        "H2 does not understand the address of the database: " + cause.getMessage(),
                        "Set spring.datasource.url to a plain file, such as jdbc:h2:file:/srv/chronicle/chronicle.",
                        cause);
            default -> null;
        };
    }
}
