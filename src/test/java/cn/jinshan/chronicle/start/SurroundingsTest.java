package cn.jinshan.chronicle.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.PropertiesPropertySourceLoader;
import org.springframework.boot.support.SystemEnvironmentPropertySourceEnvironmentPostProcessor;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ByteArrayResource;

/** Settings are taken as written, wherever they are set. */
@ExtendWith(OutputCaptureExtension.class)
class SurroundingsTest {

    private static final String[] SECRETS = {
        "chronicle.admin-password", "spring.datasource.username", "spring.datasource.password"
    };

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a${user.dir}b",
                "${HOME}",
                "a${nothing:else}b",
                "${",
                "a\\${user.dir}",
                "#{1+1}",
                "@user.dir@",
                "a\\b\\\\c",
                " two  spaces ",
                "春风'\"`$$%7B茶杯",
                "a=b:c;d,e"
            })
    void aSecretIsTakenAsItWasWritten(String secret) throws Exception {
        var variables = new HashMap<String, Object>();
        var arguments = new HashMap<String, Object>();
        var file = new StringBuilder();
        for (var name : SECRETS) {
            variables.put(name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_'), secret);
            arguments.put(name, secret);
            file.append(name).append('=');
            secret.chars().forEach(each -> file.append("\\u%04x".formatted(each)));
            file.append('\n');
        }
        var written = new PropertiesPropertySourceLoader()
                .load(
                        "application.properties",
                        new ByteArrayResource(file.toString().getBytes()))
                .get(0);

        for (var source : List.of(
                new SystemEnvironmentPropertySource("systemEnvironment", variables),
                new MapPropertySource("commandLineArgs", arguments),
                written)) {
            var environment = new StandardEnvironment();
            environment.getPropertySources().addFirst(source);
            var settings = read(environment);
            for (var name : SECRETS) {
                assertThat(settings.bind(name, String.class).get())
                        .as(name + " in " + source.getName())
                        .isEqualTo(secret);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"data", "./data/", "../x", "a b", "大事记", "a#b%20c?d=e!f", "~user", "a$b", "static", "a:b"})
    void aFolderIsTheSameForJavaAndForTheDatabase(String folder) {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "commandLineArgs",
                        Map.of(
                                "chronicle.data",
                                folder,
                                "spring.datasource.url",
                                "jdbc:h2:file:${chronicle.data}/chronicle")));
        var settings = read(environment);

        var path = Path.of(folder).toAbsolutePath().normalize();
        assertThat(settings.bind("chronicle.data", Path.class).get()).isEqualTo(path);
        assertThat(settings.bind("spring.datasource.url", String.class).get())
                .isEqualTo("jdbc:h2:file:" + path + "/chronicle");
        assertThat(environment.getProperty("chronicle.data")).isEqualTo(path.toString());
    }

    @Test
    void aFolderAtHomeOrBehindALinkIsTheRealOne(@TempDir Path folder) throws Exception {
        var real = Files.createDirectory(folder.resolve("real"));
        var link = Files.createSymbolicLink(folder.resolve("link"), real);

        assertThat(DataFolder.of("~"))
                .isEqualTo(Path.of(System.getProperty("user.home")).toRealPath());
        assertThat(DataFolder.of("~/x").getParent()).isEqualTo(DataFolder.of("~"));
        assertThat(DataFolder.of(link + "/new")).isEqualTo(real.toRealPath().resolve("new"));
        assertThat(DataFolder.of(link + "/../x")).isEqualTo(folder.toRealPath().resolve("x"));
    }

    @Test
    void aVariableThatIsNoSettingIsToldOfOnce(CapturedOutput output) {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource(
                        "test-systemEnvironment",
                        Map.of(
                                "CHRONICLE_ADRESS",
                                "x",
                                "CHRONICLE_DATA",
                                "/tmp",
                                "CHRONICLE_ADMIN_PASSWORD",
                                "x",
                                "CHRONICLES",
                                "x")));
        new KnownSettings().refuseOthers(environment);

        assertThat(output.getOut().lines().filter(line -> line.contains("CHRONICLE")))
                .singleElement()
                .asString()
                .endsWith("CHRONICLE_ADRESS in the environment is no setting of the chronicle, and is not read."
                        + " The nearest that is: CHRONICLE_ADDRESS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chronicle.journalKept",
                "chronicle.journal_kept",
                "CHRONICLE.JOURNAL-KEPT",
                "Chronicle.Journal-Kept",
                "chronicle.journal-kept"
            })
    void aKnownSettingMayBeWrittenInAnyWay(String name) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("commandLineArgs", Map.of(name, "P3Y")));

        assertThat(read(environment)
                        .bind("chronicle.journal-kept", String.class)
                        .get())
                .isEqualTo("P3Y");
    }

    @Test
    void whatOthersCouldOpenIsClosedAndSaid(@TempDir Path folder, CapturedOutput output) throws Exception {
        for (var name : List.of(
                "chronicle.mv.db",
                "chronicle.last-change",
                "chronicle.trace.db",
                "setup-address.txt",
                "reset-address.txt")) {
            Files.createFile(
                    folder.resolve(name),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r--r--")));
        }
        Files.createDirectory(folder.resolve("backups"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));

        OwnersAlone.narrow(folder);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        try (var files = Files.list(folder).filter(Files::isRegularFile)) {
            assertThat(files)
                    .hasSize(5)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
        assertThat(output).contains("Others on this machine could open " + folder);

        var neighbour = Files.createFile(folder.resolve("other"));
        Files.setPosixFilePermissions(neighbour, PosixFilePermissions.fromString("rw-r--r--"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        OwnersAlone.narrow(folder);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwxr-xr-x");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(neighbour)))
                .isEqualTo("rw-r--r--");
        assertThat(output).contains("it is left so, as it holds more than the chronicle");
    }

    private static Binder read(StandardEnvironment environment) {
        new SystemEnvironmentPropertySourceEnvironmentPostProcessor()
                .postProcessEnvironment(environment, new SpringApplication());
        var context = new GenericApplicationContext();
        context.setEnvironment(environment);
        new Surroundings().initialize(context);
        return Binder.get(environment);
    }
}
