package cn.jinshan.chronicle.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;

class ProxiesTest {

    @Test
    void theyAreThoseOnThisMachineUnlessSomethingElseIsSaid() {
        assertThat(included(Map.of(), "127.0.0.1")).isTrue();
        assertThat(included(Map.of(), "::1")).isTrue();
        assertThat(included(Map.of(), "10.0.0.1")).isFalse();
        assertThat(included(Map.of("chronicle.proxies", "10.0.0.0/8, fd00::/8"), "10.0.0.1"))
                .isTrue();
        assertThat(included(Map.of("chronicle.proxies", "10.0.0.0/8, fd00::/8"), "127.0.0.1"))
                .isFalse();
        assertThat(included(Map.of("chronicle.proxies", ""), "127.0.0.1")).isFalse();
    }

    @Test
    void whatCannotBeReadIsToldInOneSentence() {
        var refusal = catchThrowable(() -> proxies(Map.of("chronicle.proxies", "127.0.0.1,proxy.example")));

        // As Boot asks them, but for those that need an application
        var told =
                SpringFactoriesLoader.forDefaultResourceLocation()
                        .load(FailureAnalyzer.class, (type, name, failure) -> {})
                        .stream()
                        .map(analyzer -> analyzer.analyze(refusal))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElseThrow();
        assertThat(told.getDescription())
                .isEqualTo(
                        "chronicle.proxies names \"proxy.example\", which is neither an address nor a range of them.");
        assertThat(told.getAction()).contains("--chronicle.proxies=127.0.0.1,10.0.0.0/8");
    }

    private static boolean included(Map<String, String> settings, String address) {
        return proxies(settings).include(Network.literal(address));
    }

    private static Proxies proxies(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("chronicle", Proxies.class);
    }
}
