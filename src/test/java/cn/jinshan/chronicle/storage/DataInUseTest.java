package cn.jinshan.chronicle.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jinshan.chronicle.ChronicleApplication;
import cn.jinshan.chronicle.start.GivenCommand;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class DataInUseTest {

    private static final String SAID = "The chronicle is running already";

    @Test
    void aSecondProcessOnTheSameDataAndACommandAreToldInOneSentence(@TempDir Path data, CapturedOutput output)
            throws Exception {
        var database = "jdbc:h2:file:" + data.resolve("chronicle");
        var first = OtherProcess.start(
                ChronicleApplication.class, "--server.port=0", "--spring.datasource.url=" + database);
        try (var lines = first.inputReader()) {
            assertThat(lines.lines().anyMatch(line -> line.contains("Started ChronicleApplication")))
                    .isTrue();
            var second = new SpringApplication(ChronicleApplication.class);
            assertThatThrownBy(() -> second.run("--server.port=0", "--spring.datasource.url=" + database))
                    .isInstanceOf(Exception.class);
            assertThat(output).contains(SAID, "--chronicle.data=");

            int said = output.getAll().length();
            var command = new SpringApplication(ChronicleApplication.class);
            var arguments = new String[] {"--reset-link=admin", "--spring.datasource.url=" + database};
            GivenCommand.prepare(command, arguments);
            assertThatThrownBy(() -> command.run(arguments)).isInstanceOf(Exception.class);
            assertThat(output.getAll().substring(said)).contains(SAID);
        } finally {
            first.destroyForcibly().waitFor();
        }
    }
}
