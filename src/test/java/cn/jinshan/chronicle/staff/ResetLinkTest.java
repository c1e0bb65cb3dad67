package cn.jinshan.chronicle.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import cn.jinshan.chronicle.ChronicleApplication;
import cn.jinshan.chronicle.Desk;
import cn.jinshan.chronicle.signin.SignInTest;
import cn.jinshan.chronicle.start.GivenCommand;
import cn.jinshan.chronicle.start.RefusedStartException;
import cn.jinshan.chronicle.storage.OfflineDatabase;
import cn.jinshan.chronicle.storage.OtherProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.flyway.autoconfigure.FlywayProperties;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** A lone administrator who forgot the password asks whoever operates the application. */
@ExtendWith(OutputCaptureExtension.class)
class ResetLinkTest {

    private static final String OLD = "tulip kettle seven cats";
    private static final String NEW = "春风茶杯七只猫走";

    /** What a process said, and what it ended with. */
    private record Ended(List<String> said, int code) {}

    @TempDir
    Path data;

    private Path file;

    @BeforeEach
    void name() {
        file = data.resolve("reset-address.txt");
    }

    @Test
    void aLinkFromTheOperatorIsTheWayBackAndWorksOnce(CapturedOutput output) throws Exception {
        try (var application = serve("--chronicle.admin-password=" + OLD)) {
            application.getBean(StaffAccounts.class).invite("wangli", "王莉", Role.ADMINISTRATOR);
        }

        var settings = settings("--reset-link=nobody").toArray(String[]::new);
        var unknown = new SpringApplication(ChronicleApplication.class);
        GivenCommand.prepare(unknown, settings);
        assertThat(catchThrowable(() -> unknown.run(settings))).isInstanceOf(RefusedStartException.class);
        assertThat(output).contains("No account has the name nobody. Administrators who may sign in: admin.");
        assertThat(file).doesNotExist();

        var mistaken = command("");
        assertThat(mistaken.said)
                .singleElement()
                .asString()
                .contains("There is no start. The command --reset-link has no value.");
        assertThat(mistaken.code).isOne();

        long before = changes();
        var given = command(" Admin");
        assertThat(given.said)
                .containsExactly("The address at which admin (管理员) can choose a new password is in " + file
                        + ": it works once, within 24 hours, and until then the present password goes on.");
        assertThat(given.code).isZero();
        assertThat(changes()).as("the start and the link are counted").isEqualTo(before + 2);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        var address = URI.create(Files.readString(file).strip());
        assertThat(address.getPath()).matches("/invitations/[\\w-]{43}");

        try (var application = serve()) {
            var old = desk(application).signIn("admin", OLD);
            assertThat(old.get("/admin").statusCode())
                    .as("the old password goes on")
                    .isEqualTo(200);
            assertThat(file).exists();
            var chosen = desk(application).submit(address.getPath(), "password", NEW, "passwordAgain", NEW);

            assertThat(SignInTest.location(chosen)).endsWith("/login");
            assertThat(file).doesNotExist();
            assertThat(SignInTest.location(old.get("/admin")))
                    .as("sessions have ended")
                    .contains("/login");
            assertThat(desk(application).get(address.getPath()).statusCode()).isEqualTo(404);
            var back = desk(application).signIn("admin", NEW);
            assertThat(back.get("/admin/journal").body()).contains("在服务器上给链接，可以另设密码");
        }
    }

    @Test
    void whereThereIsNoAccountAStartLeavesAnAddress(CapturedOutput output) {
        var flyway = new FlywayProperties();
        flyway.setLocations(List.of("classpath:db/migration", "classpath:db/seed"));
        OfflineDatabase.in(data.resolve("chronicle"), flyway).migrate(null);
        var settings = settings("--reset-link=admin").toArray(String[]::new);
        var application = new SpringApplication(ChronicleApplication.class);
        GivenCommand.prepare(application, settings);

        assertThat(catchThrowable(() -> application.run(settings))).isInstanceOf(RefusedStartException.class);

        assertThat(output).contains("No account has the name admin. There is none yet: a start leaves an address");
        assertThat(file).doesNotExist();
    }

    /** How many changes were acknowledged, as the file beside the database says. */
    private long changes() throws IOException {
        return Pattern.compile("\\d{19}(?= \\d{19} )")
                .matcher(Files.readString(data.resolve("chronicle.last-change")))
                .results()
                .mapToLong(number -> Long.parseLong(number.group()))
                .max()
                .orElseThrow();
    }

    private Desk desk(ConfigurableApplicationContext application) {
        return Desk.at(
                ((WebServerApplicationContext) application).getWebServer().getPort());
    }

    private ConfigurableApplicationContext serve(String... more) {
        return new SpringApplication(ChronicleApplication.class)
                .run(Stream.concat(Stream.of("--server.port=0"), settings(more)).toArray(String[]::new));
    }

    private Ended command(String name) throws IOException, InterruptedException {
        var process = OtherProcess.start(
                ChronicleApplication.class, settings("--reset-link=" + name).toArray(String[]::new));
        try (var lines = process.inputReader()) {
            // What a virtual machine says of itself
            var said = lines.lines()
                    .filter(line -> !line.matches("(Picked up |OpenJDK .*warning: ).*"))
                    .toList();
            return new Ended(said, process.waitFor());
        }
    }

    private Stream<String> settings(String... more) {
        return Stream.concat(
                Stream.of(
                        "--chronicle.data=" + data, "--spring.datasource.url=jdbc:h2:file:${chronicle.data}/chronicle"),
                Stream.of(more));
    }
}
