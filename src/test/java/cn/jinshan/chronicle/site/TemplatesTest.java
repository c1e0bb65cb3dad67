package cn.jinshan.chronicle.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TemplatesTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");

    static Stream<Path> templates() throws IOException {
        try (var files = Files.walk(TEMPLATES)) {
            return files.filter(Files::isRegularFile).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyLineFitsOnAScreen(Path template) throws IOException {
        assertThat(Files.readAllLines(template))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(160));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void noTemplateCallsATypeByItsName(Path template) throws IOException {
        assertThat(Files.readString(template)).doesNotContain("T(");
    }
}
