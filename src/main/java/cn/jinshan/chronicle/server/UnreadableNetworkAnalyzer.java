package cn.jinshan.chronicle.server;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Explains in one sentence which configured proxy address cannot be read. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class UnreadableNetworkAnalyzer extends AbstractFailureAnalyzer<UnreadableNetworkException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, UnreadableNetworkException cause) {
        return new FailureAnalysis(
                "chronicle.proxies names \"" + cause.getMessage()
                        + "\", which is neither an address nor a range of them.",
                "Name the proxies by their addresses, such as --chronicle.proxies=127.0.0.1,10.0.0.0/8, or nobody by"
                        + " --chronicle.proxies=",
                cause);
    }
}
