package cn.jinshan.chronicle.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jinshan.chronicle.start.RefusedStartException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DurableAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:file:./data/chronicle",
                "jdbc:h2:./data/chronicle",
                "jdbc:h2:file:./data/chronicle;CACHE_SIZE=65536",
                "jdbc:h2:file:./data/chronicle;write_delay=0;DB_CLOSE_ON_EXIT=false",
                "jdbc:h2:file:./data/chronicle;"
            })
    void aFileGetsAllThatItsSettingsLack(String url) {
        var address = DurableAddress.of(url).orElseThrow();

        assertThat(address.path()).isEqualTo("./data/chronicle");
        assertThat(address.url()).startsWith(url.replaceFirst(";$", ""));
        assertThat(Arrays.stream(address.url().split(";")).skip(1).map(String::toUpperCase))
                .doesNotHaveDuplicates()
                .contains(
                        "TRACE_LEVEL_FILE=0",
                        "WRITE_DELAY=0",
                        "DB_CLOSE_ON_EXIT=FALSE",
                        "DB_CLOSE_DELAY=0",
                        "MAX_COMPACT_TIME=0");
    }

    @Test
    void theSchemeOfAFileSystemBelongsToThePath() {
        assertThat(DurableAddress.of("jdbc:h2:file:disk:/srv/chronicle")
                        .orElseThrow()
                        .path())
                .isEqualTo("disk:/srv/chronicle");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WRITE_DELAY=500",
                "write_delay = 500",
                "DB_CLOSE_ON_EXIT=TRUE",
                "DB_CLOSE_DELAY=-1",
                "AUTO_SERVER=TRUE",
                "FILE_LOCK=NO",
                "ACCESS_MODE_DATA=r",
                "CACHE_SIZE=1;WRITE_DELAY=0;WRITE_DELAY=1"
            })
    void whatContradictsThemIsRefusedInASentence(String setting) {
        assertThatThrownBy(() -> DurableAddress.of("jdbc:h2:file:./data/chronicle;" + setting))
                .isInstanceOf(RefusedStartException.class)
                .hasMessageMatching(".+: With .+ an acknowledged save could be lost; only .+ is safe\\.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:tcp://localhost/chronicle",
                "jdbc:h2:ssl://localhost/chronicle",
                "jdbc:h2:zip:/srv/chronicle.zip!/chronicle",
                "jdbc:h2:file:memFS:chronicle",
                "jdbc:h2:split:nioMemFS:chronicle",
                "jdbc:h2:classpath:chronicle"
            })
    void whatIsNoFileIsRefusedInASentence(String url) {
        assertThatThrownBy(() -> DurableAddress.of(url))
                .isInstanceOf(RefusedStartException.class)
                .hasMessageEndingWith(": " + url + " is no file on a disk of this machine.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:h2:mem:tests", "jdbc:postgresql://localhost/chronicle"})
    void whatKeepsNoFileHereStaysAsItIs(String url) {
        assertThat(DurableAddress.of(url)).isEmpty();
    }
}
