package cn.jinshan.chronicle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the README names is there. */
@WholeApplication
class ReadmeTest {

    @Autowired
    Reader reader;

    @Test
    void itsAddressesAnswer() throws IOException {
        assertThat(found("^\\| `(/[^`]*)` \\|"))
                .contains("/", "/2023", "/entries/11", "/2023.json")
                .allSatisfy(
                        address -> assertThat(reader.get(address).statusCode()).isEqualTo(200));
        for (var query :
                List.of("section=visits", "month=5", "month=none", "view=sections", "order=newest", "lang=en")) {
            assertThat(readme()).contains("`" + query + "`");
            assertThat(reader.get("/2023?" + query).statusCode()).as(query).isEqualTo(200);
        }
    }

    @Test
    void itsCommandsExist() throws IOException {
        var pom = Files.readString(Path.of("pom.xml"));

        assertThat(Files.isExecutable(Path.of("mvnw"))).isTrue();
        assertThat(found("\\./mvnw ([a-z:-]+)"))
                .isSubsetOf("spring-boot:run", "package", "verify", "spotless:apply")
                .contains("spring-boot:run", "verify");
        assertThat(found("-P(\\w+)"))
                .isNotEmpty()
                .allSatisfy(profile -> assertThat(pom).contains("<id>" + profile + "</id>"));
        assertThat(found("target/([\\w-]+)\\.jar")).containsOnly("jinshan-chronicle");
        assertThat(pom).contains("<finalName>jinshan-chronicle</finalName>", "spotless-maven-plugin");
    }

    @Test
    void itsPackagesAreThoseThatAre() throws IOException {
        try (var packages = Files.list(Path.of("src/main/java/cn/jinshan/chronicle"))) {
            assertThat(found("^([a-z]+) {2,}\\S"))
                    .containsExactlyInAnyOrderElementsOf(packages.filter(Files::isDirectory)
                            .map(folder -> folder.getFileName().toString())
                            .toList());
        }
    }

    @Test
    void itsSettingsHaveAMeaning() throws IOException {
        var known = Files.readString(Path.of("target/classes/META-INF/spring-configuration-metadata.json"));

        assertThat(found("`(chronicle\\.[\\w-]+)`"))
                .isNotEmpty()
                .allSatisfy(setting -> assertThat(known).contains("\"name\": \"" + setting + "\""));
        assertThat(Files.readString(Path.of("src/main/resources/application.properties")))
                .contains("chronicle.data=./data", "spring.flyway.locations=classpath:db/migration");
    }

    @Test
    void itsLinksLeadSomewhere() throws IOException {
        assertThat(found("\\]\\(([^)]+)\\)"))
                .isNotEmpty()
                .allSatisfy(link -> assertThat(Path.of(link)).exists());
    }

    @Test
    void itIsAboutAHundredLines() throws IOException {
        assertThat(readme().lines()).hasSizeLessThan(130);
    }

    private static List<String> found(String pattern) throws IOException {
        return Pattern.compile(pattern, Pattern.MULTILINE)
                .matcher(readme())
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toList());
    }

    private static String readme() throws IOException {
        return Files.readString(Path.of("README.md"));
    }
}
