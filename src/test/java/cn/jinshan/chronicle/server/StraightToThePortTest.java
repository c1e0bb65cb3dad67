package cn.jinshan.chronicle.server;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Desks;
import cn.jinshan.chronicle.Staff;
import cn.jinshan.chronicle.WholeApplication;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;

/** Callers who send the headers of a proxy although no proxy is configured. */
@WholeApplication
@TestPropertySource(properties = {"chronicle.proxies=", "server.forward-headers-strategy=native"})
@ExtendWith(OutputCaptureExtension.class)
class StraightToThePortTest {

    @Autowired
    Desks desks;

    @Autowired
    Staff staff;

    @Autowired
    JdbcTemplate database;

    @Test
    void nobodyChoosesTheAddressUnderWhichTheyAreCounted(CapturedOutput log) {
        staff.account("guessed", "常被猜", "EDITOR");
        int refused = 0;
        for (int i = 0; i < 40; i++) {
            var visitor = desks.anonymous(
                    "X-Forwarded-For",
                    "198.51.100." + i,
                    "Forwarded",
                    "for=198.51.100." + i,
                    "X-Real-IP",
                    "1.1.1." + i);
            refused += visitor.submit("/login", "username", "guessed", "password", "wrong" + i)
                                    .statusCode()
                            == 429
                    ? 1
                    : 0;
        }

        assertThat(refused).isGreaterThanOrEqualTo(34);
        assertThat(database.queryForList(
                        "select distinct address from journal where address is not null", String.class))
                .containsExactly("127.0.0.1");
        assertThat(log.getAll().lines().filter(line -> line.contains("chronicle.proxies")))
                .hasSize(1)
                .allSatisfy(line -> assertThat(line).contains("WARN", "127.0.0.1", "not read"));
    }

    @Test
    void nobodyMakesItLookLikeTls() {
        var page = desks.anonymous("X-Forwarded-Proto", "https", "X-Forwarded-Host", "evil.example")
                .get("/2023");

        assertThat(page.headers().firstValue("Strict-Transport-Security")).isEmpty();
        assertThat(Jsoup.parse(page.body()).select("[href*=evil], [src*=evil]")).isEmpty();
    }
}
