package cn.jinshan.chronicle.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jinshan.chronicle.ChronicleApplication;
import cn.jinshan.chronicle.Desks;
import cn.jinshan.chronicle.WholeApplication;
import cn.jinshan.chronicle.signin.SignInTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** An application that nobody has an account of yet. */
@WholeApplication
@ExtendWith(OutputCaptureExtension.class)
class FirstStartTest {

    private static final String PASSWORD = "春风茶杯七只猫";

    @TempDir
    static Path data;

    @DynamicPropertySource
    static void empty(DynamicPropertyRegistry properties) {
        properties.add("chronicle.data", () -> data.resolve("new"));
    }

    @Autowired
    Desks desks;

    @Autowired
    Accounts accounts;

    @Test
    void theAddressInTheFileMakesTheFirstAdministratorOnceAndTheLastOneStays() throws IOException {
        var file = data.resolve("new/setup-address.txt");
        var address = Files.readString(file).strip();
        assertThat(address).matches("http://localhost:\\d+/setup/[\\w-]{43}");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        var path = URI.create(address).getPath();
        var desk = desks.anonymous();
        assertThat(desk.get("/setup/" + "x".repeat(43)).statusCode()).isEqualTo(404);

        var mistaken = desk.submit(
                path, "name", "wang li", "fullName", "王莉", "password", "七只猫", "passwordAgain", "七只猫", "id", "7");
        assertThat(mistaken.statusCode()).isEqualTo(422);
        var page = Jsoup.parse(mistaken.body());
        assertThat(page.select(".mistakes a").eachAttr("href")).containsExactlyInAnyOrder("#name", "#password");
        assertThat(page.getElementById("fullName").val()).isEqualTo("王莉");
        assertThat(mistaken.body()).doesNotContain("七只猫");
        assertThat(accounts.count()).isZero();

        var form = desk.page(path);
        var made = desk.submit(
                form, "name", "wangli", "fullName", "王莉", "password", PASSWORD + "走", "passwordAgain", PASSWORD + "走");
        assertThat(made.statusCode()).isBetween(302, 303);
        assertThat(made.headers().firstValue("Location").orElseThrow()).endsWith("/login");
        assertThat(file).doesNotExist();
        assertThat(desk.get(path).statusCode()).isEqualTo(404);
        assertThat(SignInTest.location(desk.submit(form, "name", "wangli", "fullName", "王莉")))
                .as("pressed twice")
                .endsWith("/login");
        assertThat(accounts.count()).isOne();

        desk.signIn("wangli", PASSWORD + "走");
        long id = accounts.findByName("wangli").orElseThrow().id();
        var demoted = desk.submit("/admin/staff/" + id, "role", "EDITOR");
        assertThat(demoted.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(demoted.body()).select(".mistakes a[href=#role]").text())
                .startsWith("能登录的管理员只有这一位了");
        assertThat(desk.submit("/admin/staff/" + id + "/disabling").statusCode())
                .isEqualTo(422);
        assertThat(desk.submit("/admin/staff/" + id + "/reset").statusCode()).isEqualTo(422);
        assertThat(desk.get("/admin/staff").statusCode()).isEqualTo(200);
    }

    @Test
    void aPasswordInTheEnvironmentMakesTheAdministratorInstead(@TempDir Path unattended) throws IOException {
        var reset = unattended.resolve("reset-address.txt");
        Files.writeString(
                reset, "http://localhost:8080/invitations/" + Token.random().value());
        try (var application = start(unattended, "tulip kettle seven cats")) {
            assertThat(application.getBean(Accounts.class).findByName("admin")).hasValueSatisfying(admin -> {
                assertThat(admin.role()).isEqualTo(Role.ADMINISTRATOR);
                assertThat(admin.maySignIn()).isTrue();
            });
            assertThat(unattended.resolve("setup-address.txt")).doesNotExist();
            assertThat(reset).as("its link is over").doesNotExist();
        }
    }

    @Test
    void aPasswordThatIsGuessedStopsTheStartWithOneSentence(@TempDir Path unattended, CapturedOutput output) {
        assertThatThrownBy(() -> start(unattended, "admin123").close()).isNotNull();

        assertThat(output)
                .contains("The password in CHRONICLE_ADMIN_PASSWORD is shorter than 8 characters")
                .doesNotContain("admin123");
    }

    @Test
    void theRefusalOfTooShortAJournalIsASentenceAtTheStart(@TempDir Path unattended, CapturedOutput output) {
        assertThatThrownBy(() -> start(unattended, "tulip kettle seven cats", "--chronicle.journal-kept=P1M")
                        .close())
                .isNotNull();

        assertThat(output).contains("Reason: ", "chronicle.journal-kept must be at least six months");
    }

    private static ConfigurableApplicationContext start(Path data, String password, String... more) {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource(
                        "test-systemEnvironment", Map.of("CHRONICLE_ADMIN_PASSWORD", password)));
        return new SpringApplicationBuilder(ChronicleApplication.class)
                .environment(environment)
                .run(Stream.concat(Stream.of("--server.port=0", "--chronicle.data=" + data), Stream.of(more))
                        .toArray(String[]::new));
    }
}
