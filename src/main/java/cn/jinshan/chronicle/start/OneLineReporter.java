package cn.jinshan.chronicle.start;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Reporter of a failed start or command: logs in one line what is wrong and what to do. It replaces Boot's own. */
class OneLineReporter implements FailureAnalysisReporter {

    private static final Logger LOG = LoggerFactory.getLogger(OneLineReporter.class);

    @Override
    public void report(FailureAnalysis analysis) {
        var sentences = Stream.of(analysis.getDescription(), analysis.getAction())
                .filter(sentence -> sentence != null && !sentence.isBlank())
                .map(sentence -> sentence.strip().replaceAll("\\s+", " "))
                .collect(Collectors.joining(" "));
        LOG.error(
                "{} {}",
                analysis.getCause() instanceof RefusedCommandException ? "Nothing was done." : "There is no start.",
                sentences);
    }
}
