package cn.jinshan.chronicle.entries;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Postgres;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The year 2023 from an older version, in which staff have gone on writing. */
class HighlightsUpgradeTest {

    static Stream<String> addresses() {
        return Stream.of("jdbc:h2:mem:highlights-upgrade;DB_CLOSE_DELAY=-1", Postgres.freshDatabase());
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void ofTheAchievementsThoseThatStaffLeftAsTheyWereAreHighlights(String address) {
        // One connection for all: a check constraint of H2 2.4.240 dies with the one that made it
        var source = new SingleConnectionDataSource(address, user(address), "", true);
        var database = new JdbcTemplate(source);
        schema(source).target("31").load().migrate();
        database.execute("update edition set state = 'WITHDRAWN', live = null where id = 2");
        database.execute("update edition set state = 'SUPERSEDED', live = null where id = 4");
        database.execute(OnADatabase.copyOf(4, "number", "2", "state", "'PUBLISHED'", "live", "true"));
        database.execute("insert into edition_author select id, 7 from edition where entry_id = 4 and number = 2");

        schema(source).load().migrate();

        assertThat(database.queryForList(
                        "select concat(id, ' ', highlight) from entry where highlight is not null order by id",
                        String.class))
                .containsExactly("1 1", "3 3", "5 5", "6 6", "7 7", "8 8", "9 9");
    }

    private static FluentConfiguration schema(DataSource database) {
        return Flyway.configure().dataSource(database).locations("classpath:db/migration", "classpath:db/seed");
    }

    private static String user(String address) {
        return address.startsWith("jdbc:h2:") ? "sa" : Postgres.USER;
    }
}
