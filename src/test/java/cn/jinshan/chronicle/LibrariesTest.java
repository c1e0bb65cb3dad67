package cn.jinshan.chronicle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Test of the libraries of the application. */
class LibrariesTest {

    /** The first safe version of each library that had advisories. */
    private static final Map<String, String> FLOORS = Map.ofEntries(
            Map.entry("thymeleaf", "3.1.5.RELEASE"),
            Map.entry("thymeleaf-spring6", "3.1.5.RELEASE"),
            Map.entry("jetty-http", "12.1.12"),
            Map.entry("jetty-server", "12.1.12"),
            Map.entry("logback-core", "1.5.25"),
            Map.entry("postgresql", "42.7.7"),
            Map.entry("commons-io", "2.14.0"),
            Map.entry("spring-security-web", "7.1.1"),
            Map.entry("spring-security-core", "7.1.1"),
            Map.entry("spring-core", "7.0.8"),
            Map.entry("spring-webmvc", "7.0.8"),
            Map.entry("spring-boot", "4.1.2"),
            Map.entry("h2", "2.2.220"));

    private static final Pattern JAR = Pattern.compile("(.+?)-(\\d[^-]*(?:-[A-Za-z].*)?)\\.jar");

    @Test
    void noLibraryIsOlderThanTheFirstVersionWithoutItsAdvisories() {
        var versions = versions();

        assertThat(versions).containsKeys(FLOORS.keySet().toArray(String[]::new));
        assertThat(FLOORS.keySet())
                .allSatisfy(library -> assertThat(Version.parse(versions.get(library)))
                        .as(library)
                        .isGreaterThanOrEqualTo(Version.parse(FLOORS.get(library))));
    }

    /** The POMs of 4.1.1 and 4.0.5 name one that is not. */
    @Test
    void theSessionsAreKeptByAReleaseUnderAnOpenLicence() {
        assertThat(versions().get("spring-session-jdbc"))
                .isEqualTo(versions().get("spring-session-core"))
                .isNotIn("4.1.1", "4.0.5");
    }

    private static Map<String, String> versions() {
        var versions = new TreeMap<String, String>();
        for (var path : System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator))) {
            var jar = JAR.matcher(Path.of(path).getFileName().toString());
            if (Files.isRegularFile(Path.of(path)) && jar.matches()) {
                versions.put(jar.group(1), jar.group(2));
            }
        }
        return versions;
    }
}
