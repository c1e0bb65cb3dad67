package cn.jinshan.chronicle.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import cn.jinshan.chronicle.ChronicleApplication;
import cn.jinshan.chronicle.start.WrongSurroundings.Wrong;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/**
 * Starts with wrong settings are refused. The drill of the same name starts the packaged application, which ends with
 * 1.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class WrongSurroundingsTest {

    private WrongSurroundings surroundings;

    @BeforeAll
    void begin() throws IOException {
        surroundings = new WrongSurroundings();
    }

    @AfterAll
    void end() throws IOException {
        surroundings.close();
    }

    Stream<Wrong> all() {
        return surroundings.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void eachIsSaidInOneLineAndChangesNothing(Wrong wrong, @TempDir Path folder, CapturedOutput output)
            throws Exception {
        var settings = WrongSurroundings.last(Stream.concat(
                // As in the packaged application: the database is in the folder
                Stream.of(
                        "--spring.main.banner-mode=off",
                        "--server.port=0",
                        "--spring.datasource.url=jdbc:h2:file:${chronicle.data}/chronicle"),
                wrong.prepared(folder).stream()));
        var before = files(folder);
        int said = output.getAll().length();

        var refusal = catchThrowable(() -> new SpringApplication(ChronicleApplication.class)
                .run(settings.toArray(String[]::new))
                .close());

        assertThat(refusal).isNotNull();
        // Servers of other tests run beside it in this process: each start takes their log away for a moment
        assertThat(output.getAll()
                        .substring(said)
                        .strip()
                        .lines()
                        .filter(line -> !line.contains("  INFO ") && !line.contains("No appenders present")))
                .singleElement()
                .asString()
                .contains(" ERROR ")
                .containsPattern("There is no start\\. .*" + wrong.sentence());
        assertThat(files(folder)).isEqualTo(before);
    }

    private static Map<String, Integer> files(Path folder) {
        try (var all = Files.walk(folder)) {
            var files = new TreeMap<String, Integer>();
            for (var each : all.toList()) {
                files.put(
                        folder.relativize(each) + " " + Files.getPosixFilePermissions(each),
                        Files.isDirectory(each) ? 0 : Arrays.hashCode(Files.readAllBytes(each)));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
