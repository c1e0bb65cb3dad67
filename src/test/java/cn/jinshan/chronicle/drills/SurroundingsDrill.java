package cn.jinshan.chronicle.drills;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.start.WrongSurroundings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The packaged application in wrong surroundings: it ends with 1, with one line, and without the stack of anything. */
@ExtendWith(Table.class)
class SurroundingsDrill {

    private static final String JAR = System.getProperty("drills.jar");

    private static final String NO_START = "There is no start. ";

    /** One that has not ended by then has started. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private int tried;
    private final List<String> wrong = new ArrayList<>();

    @Test
    void eachEndsWithOneAndOneLine() throws Exception {
        var longest = Duration.ZERO;
        try (var surroundings = new WrongSurroundings()) {
            for (var each : surroundings.all().toList()) {
                var began = System.nanoTime();
                ends(each.name(), each.sentence(), Map.of(), each.prepared(emptyFolder()));
                var took = Duration.ofNanos(System.nanoTime() - began);
                longest = took.compareTo(longest) > 0 ? took : longest;
            }
        }
        ends(
                "a Chinese folder in a language without it",
                "its language is set to one without Chinese characters .* LC_ALL=C\\.UTF-8",
                Map.of("LC_ALL", "POSIX", "CHRONICLE_DATA", emptyFolder() + "/大事记"),
                List.of());
        ends(
                "the same, given on the command line",
                "its language is set to one without Chinese characters .* LC_ALL=C\\.UTF-8",
                Map.of("LC_ALL", "POSIX"),
                List.of("--chronicle.data=" + emptyFolder() + "/大事记"));
        ends(
                "a password that is guessed, in the middle of a start",
                "The password in CHRONICLE_ADMIN_PASSWORD is shorter than 8 characters",
                Map.of("CHRONICLE_ADMIN_PASSWORD", "admin123"),
                List.of("--chronicle.data=" + emptyFolder(), "--server.port=0"));
        Table.add("wrong surroundings", tried, 0, wrong.size(), 0, longest);
        assertThat(wrong).isEmpty();
    }

    @Test
    void itStartsInEveryLanguageOfTheMachine() throws Exception {
        for (var language : List.of("tr", "ar")) {
            try (var application = Application.speaking(language, emptyFolder().resolve("大 事记#"))) {
                assertThat(application
                                .desk()
                                .signIn(Application.ADMINISTRATOR, Application.PASSWORD)
                                .page("/admin")
                                .text())
                        .isNotEmpty();
            }
        }
    }

    @Test
    void theJarSaysWhatItIsMadeOf() throws IOException {
        try (var jar = new JarFile(JAR);
                var list = jar.getInputStream(jar.getEntry("META-INF/sbom/application.cdx.json"))) {
            assertThat(new String(list.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("\"CycloneDX\"", "pkg:maven/com.h2database/h2@", "pkg:maven/org.thymeleaf/thymeleaf@");
        }
    }

    private Path emptyFolder() throws IOException {
        return Files.createTempDirectory(folder, "data");
    }

    private void ends(String name, String sentence, Map<String, String> variables, List<String> settings)
            throws IOException, InterruptedException {
        tried++;
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = Stream.of(
                        List.of(java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),
                        List.of("-jar", JAR, "--spring.main.banner-mode=off"),
                        WrongSurroundings.last(Stream.concat(Stream.of("--server.port=0"), settings.stream())))
                .flatMap(List::stream)
                .toList();
        var output = Files.createTempFile(folder, "output", ".txt");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(variables);
        var process = builder.start();
        boolean ended = process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS);
        process.destroyForcibly();
        int code = process.waitFor();
        var said = Files.readString(output);
        var loud = said.lines()
                // Hibernate goes on below its line
                .filter(line -> !line.contains("  INFO ") && !line.startsWith("\t") && !line.isBlank())
                .filter(line -> !line.contains(NO_START))
                .toList();
        if (!ended
                || code != 1
                || !loud.isEmpty()
                || !said.matches("(?s).*" + NO_START.replace(".", "\\.") + ".*" + sentence + ".*")) {
            wrong.add(name + " ended with " + code + " and said " + said);
        }
    }
}
