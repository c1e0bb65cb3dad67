package cn.jinshan.chronicle.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import cn.jinshan.chronicle.ChronicleApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** The application does one command instead of serving. */
@ExtendWith(OutputCaptureExtension.class)
class GivenCommandTest {

    @TempDir
    Path folder;

    /** It may be damaged: that is what a restore is for. */
    @Test
    void aRestoreFindsTheDatabaseAsItWasLeft(CapturedOutput output) throws Exception {
        Files.writeString(folder.resolve("chronicle.mv.db"), "damaged");

        refuses("There is no such file: a\\.zip\\. Take another backup\\.", output, "--restore=a.zip");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --restore            |              | The command --restore has no value\\.
            --restore=           |              | The command --restore has no value\\.
            '--reset-link= '      |              | The command --reset-link has no value\\.
            --backup=a           | --restore=b  | Several commands are given at once: --backup, --restore\\.
            --restore=a          | --restore=b  | Several commands are given at once: --restore\\.
            --restore=a          | --chronicle.adress=x | chronicle\\.adress .* is no setting
            --backup=a           |              | There is no database yet at .*chronicle\\.mv\\.db\\. Start this version
            """)
    void aMistakenCommandIsRefusedInOneLine(String one, String other, String sentence, CapturedOutput output) {
        refuses(
                sentence,
                output,
                Stream.of(one, other == null ? "--server.port=0" : other).toArray(String[]::new));
    }

    @Test
    void aCommandMigratesNothing(CapturedOutput output) {
        Flyway.configure()
                .dataSource("jdbc:h2:file:" + folder.resolve("chronicle") + ";MAX_COMPACT_TIME=0", "sa", "")
                .locations("classpath:db/migration", "classpath:db/seed")
                .target("5")
                .load()
                .migrate();

        refuses("The database is of an older version of the chronicle\\. Start this version", output, "--backup=a");
    }

    private void refuses(String sentence, CapturedOutput output, String... arguments) {
        var before = files();
        int said = output.getAll().length();

        assertThat(catchThrowable(() -> start(arguments).close())).isNotNull();

        assertThat(output.getAll()
                        .substring(said)
                        .lines()
                        .filter(line -> !line.contains("  INFO ") && !line.contains("No appenders present")))
                .singleElement()
                .asString()
                .containsPattern("(There is no start|Nothing was done)\\. " + sentence);
        assertThat(files()).isEqualTo(before);
    }

    private ConfigurableApplicationContext start(String... arguments) {
        var settings = Stream.concat(
                        Stream.of(
                                "--chronicle.data=" + folder,
                                "--spring.datasource.url=jdbc:h2:file:${chronicle.data}/chronicle"),
                        Stream.of(arguments))
                .toArray(String[]::new);
        var application = new SpringApplication(ChronicleApplication.class);
        assertThat(GivenCommand.prepare(application, settings)).isTrue();
        return application.run(settings);
    }

    private Map<String, Integer> files() {
        try (var all = Files.walk(folder)) {
            var files = new TreeMap<String, Integer>();
            for (var each : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(each).toString(), Arrays.hashCode(Files.readAllBytes(each)));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
