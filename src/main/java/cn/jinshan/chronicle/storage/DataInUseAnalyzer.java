package cn.jinshan.chronicle.storage;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one sentence that another process has the data folder open. */
class DataInUseAnalyzer extends AbstractFailureAnalyzer<SQLException> {

    /** H2: "Database may be already in use". */
    private static final int ALREADY_IN_USE = 90020;

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable failure, SQLException cause) {
        return cause.getErrorCode() == ALREADY_IN_USE
                ? new FailureAnalysis(
                        "The chronicle is running already: another process uses the same data folder.",
                        "Stop the other one, or give this one a folder of its own with --chronicle.data=/another/folder.",
                        cause)
                : null;
    }
}
