package cn.jinshan.chronicle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The commands for operators are those that were measured. */
class OperationTest {

    @Test
    void everyWayToStartHasTheSameFlags() throws IOException {
        var pom = Files.readString(Path.of("pom.xml"));
        var flags = Pattern.compile("<small-server\\.flags>(.+)</small-server\\.flags>")
                .matcher(pom)
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(flags).hasSize(1);
        assertThat(pom).contains("<jvmArguments>${small-server.flags}</jvmArguments>");
        assertThat(Files.readAllLines(Path.of("src/docs/operation.md")))
                .filteredOn(line -> line.contains("java ") && line.contains("--chronicle.data="))
                .hasSize(5)
                .allSatisfy(command -> assertThat(command).contains("java " + flags.get(0) + " -"));
    }
}
