package cn.jinshan.chronicle.storage;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Postgres;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** PostgreSQL is stopped for a while. */
@DirtiesContext
class DatabaseAwayTest extends OutageClaims {

    @TempDir
    static Path folder;

    static int port;
    static EmbeddedPostgres server;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) throws IOException {
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        server = started();
        properties.add("spring.datasource.url", () -> server.getJdbcUrl(Postgres.USER, "postgres"));
        properties.add("spring.datasource.username", () -> Postgres.USER);
        properties.add("spring.datasource.password", () -> Postgres.PASSWORD);
    }

    private static EmbeddedPostgres started() throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Override
    void breakDown() throws IOException {
        server.close();
    }

    @Override
    void repair() throws IOException {
        server = started();
    }

    @Test
    void aCookieThatIsNoNumberOfASessionIsNotLookedFor() {
        for (var value : List.of("AAAA", "A".repeat(48), "x".repeat(4000), "\"\"", "%00", "\u00e9")) {
            for (var name : List.of("jinshan-chronicle-session", "jinshan-chronicle-form", "session", "reading")) {
                for (var page :
                        Map.of("/2023", 200, "/login", 200, "/admin", 303).entrySet()) {
                    assertThat(desks.anonymous("Cookie", name + "=" + value)
                                    .get(page.getKey())
                                    .statusCode())
                            .as("%s with %s=%s", page.getKey(), name, value)
                            .isEqualTo(page.getValue());
                }
            }
        }
    }

    @Test
    void readersAreToldToComeBackAndFindTheirPageWhenTheyDo() throws IOException {
        breakDown();
        try {
            var english = CompletableFuture.supplyAsync(() -> reader.get("/2023?lang=en"));
            var data = CompletableFuture.supplyAsync(() -> reader.get("/2023.json"));
            var page = reader.get("/2023");
            assertUnavailable(page);
            assertThat(page.body()).contains("现在打不开，不是您操作的原因", "请过一会儿再来。");
            assertThat(english.join().body()).contains("We cannot open this page right now");
            assertUnavailable(data.join());
            assertThat(data.join().headers().firstValue("Content-Type")).hasValue("application/problem+json");
        } finally {
            repair();
        }
        assertThat(reader.get("/2023").statusCode()).isEqualTo(200);
    }
}
