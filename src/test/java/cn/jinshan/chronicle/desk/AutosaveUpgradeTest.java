package cn.jinshan.chronicle.desk;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Postgres;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Working copies from an older version, in which each person had one for an entry. */
class AutosaveUpgradeTest {

    static Stream<String> addresses() {
        return Stream.of("jdbc:h2:mem:upgrade;DB_CLOSE_DELAY=-1", Postgres.freshDatabase());
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void whatWasTypedBeforeAnUpgradeIsThereAfterIt(String address) throws SQLException {
        // One connection for all: a check constraint of H2 2.4.240 dies with the one that made it
        var database = new SingleConnectionDataSource(address, user(address), "", true);
        schema(database).target("20").load().migrate();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("insert into account (name, full_name, role) values ('wangli', '王莉', 'EDITOR')");
            statement.execute("insert into entry (version) values (3)");
            statement.execute("insert into working_copy (account_id, entry_id, fields, changed)"
                    + " select a.id, n.id, '{\"title\":[\"改到一半\"]}', current_timestamp from account a, entry n");
            statement.execute("insert into working_copy (account_id, form_key, fields, changed)"
                    + " select id, '11111111-1111-4111-8111-111111111111', '{\"title\":[\"没有保存过\"]}', current_timestamp"
                    + " from account");
        }

        schema(database).load().migrate();

        var kept = new ArrayList<String>();
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select fields, entry_id, form_key from working_copy order by form_key")) {
            while (rows.next()) {
                kept.add(rows.getString(1) + (rows.getObject(2) == null ? " new " : " entry ") + rows.getString(3));
            }
        }
        assertThat(kept)
                .hasSize(2)
                .satisfiesExactly(
                        entry -> assertThat(entry).startsWith("{\"title\":[\"改到一半\"]} entry "),
                        begun -> assertThat(begun)
                                .isEqualTo("{\"title\":[\"没有保存过\"]} new 11111111-1111-4111-8111-111111111111"));
    }

    private static FluentConfiguration schema(DataSource database) {
        return Flyway.configure().dataSource(database).locations("classpath:db/migration");
    }

    private static String user(String address) {
        return address.startsWith("jdbc:h2:") ? "sa" : Postgres.USER;
    }
}
