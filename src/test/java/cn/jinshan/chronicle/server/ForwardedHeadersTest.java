package cn.jinshan.chronicle.server;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Desks;
import cn.jinshan.chronicle.WholeApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Behind proxies on this machine, as it is delivered. */
@WholeApplication
class ForwardedHeadersTest {

    @Autowired
    Desks desks;

    @Autowired
    JdbcTemplate database;

    /** What is passed on of strangers stands before what the proxies add. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X-Forwarded-For | 203.0.113.66, 198.51.100.31 | 198.51.100.31",
                "X-Forwarded-For | 203.0.113.66, 198.51.100.32, 127.0.0.7 | 198.51.100.32",
                "X-Forwarded-For | 198.51.100.33:4711 | 198.51.100.33",
                "X-Forwarded-For | [2001:db8::34]:4711 | 2001:db8:0:0:0:0:0:34",
                "X-Forwarded-For | 203.0.113.66, unknown | 127.0.0.1",
                "X-Forwarded-For | 198.51.100.35, unknown, 127.0.0.9 | 127.0.0.9",
                "Forwarded | for=203.0.113.66, for=\"198.51.100.36:80\";proto=https;host=localhost | 198.51.100.36",
                "Forwarded | For=\"[2001:db8::37]:80\" | 2001:db8:0:0:0:0:0:37",
                "X-Real-IP | 203.0.113.66 | 127.0.0.1",
            })
    void theClientIsTheLastOfAChainThatIsNoProxy(String header, String chain, String client) {
        desks.anonymous(header, chain).submit("/login", "username", "nobody" + client, "password", "wrong");

        assertThat(lastAddress()).isEqualTo(client);
    }

    @Test
    void whatTheProxySaysGoesBeforeWhatItPassesOn() {
        desks.anonymous("Forwarded", "for=203.0.113.66", "X-Forwarded-For", "198.51.100.40")
                .submit("/login", "username", "nobody40", "password", "wrong");

        assertThat(lastAddress()).isEqualTo("198.51.100.40");
    }

    private String lastAddress() {
        return database.queryForObject(
                "select address from journal where id = (select max(id) from journal)", String.class);
    }
}
