package cn.jinshan.chronicle.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.JdbcTemplate;

class MigrationLineEndsTest {

    @TempDir
    Path folder;

    @Test
    void migrationsWithCarriageReturnsMakeTheSameTextsUnderTheSameChecksums() throws IOException {
        for (var kind : new String[] {"migration", "seed"}) {
            for (var script :
                    new PathMatchingResourcePatternResolver().getResources("classpath:db/" + kind + "/*.sql")) {
                var text = new String(script.getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
                Files.writeString(
                        folder.resolve(Objects.requireNonNull(script.getFilename())), text.replace("\n", "\r\n"));
            }
        }

        var checkedOut = migrated("crlf", "filesystem:" + folder);
        var ours = migrated("lf", "classpath:db/migration", "classpath:db/seed");

        assertThat(checksums(checkedOut)).isEqualTo(checksums(ours)).isNotEmpty();
        assertThat(bodies(checkedOut)).isEqualTo(bodies(ours)).contains("\n").doesNotContain("\r");
    }

    private static Flyway migrated(String name, String... locations) {
        var database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
        var flyway = Flyway.configure().dataSource(database).locations(locations);
        new MigrationLineEnds().customize(flyway);
        var loaded = flyway.load();
        loaded.migrate();
        return loaded;
    }

    private static String checksums(Flyway flyway) {
        return Arrays.stream(flyway.info().applied())
                .map(MigrationInfo::getChecksum)
                .toList()
                .toString();
    }

    private static String bodies(Flyway flyway) {
        return String.join(
                "|",
                new JdbcTemplate(flyway.getConfiguration().getDataSource())
                        .queryForList("select body from edition order by id", String.class));
    }
}
