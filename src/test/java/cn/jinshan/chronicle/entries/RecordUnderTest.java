package cn.jinshan.chronicle.entries;

import cn.jinshan.chronicle.Postgres;
import cn.jinshan.chronicle.search.Folding;
import cn.jinshan.chronicle.search.PublicSearch;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** The public record alone, over a database with our schema and without the seed. */
public record RecordUnderTest(ConfigurableApplicationContext context) implements AutoCloseable {

    @EnableAutoConfiguration
    @Import({PublicRecord.class, PublicSearch.class, Folding.class, IssuedStatements.class})
    static class Configuration {}

    public static RecordUnderTest onH2InMemory() {
        return on("jdbc:h2:mem:" + UUID.randomUUID(), "sa");
    }

    public static RecordUnderTest onPostgres() {
        return on(Postgres.freshDatabase() + "&reWriteBatchedInserts=true", "postgres");
    }

    public static RecordUnderTest on(String url, String user) {
        return new RecordUnderTest(new SpringApplicationBuilder(Configuration.class)
                .web(WebApplicationType.NONE)
                .properties("spring.main.banner-mode=off")
                .run(
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.username=" + user,
                        "--spring.main.banner-mode=off",
                        "--spring.flyway.locations=classpath:db/migration"));
    }

    /**
     * Fills it with generated years, the same for every database, which is then as tidy as one that has run for a
     * while.
     */
    public RecordUnderTest with(int years, int entriesPerYear) throws Exception {
        new ChronicleGenerator(database(), 20230518).write(years, entriesPerYear);
        context.getBean(Folding.class).fold();
        try (var connection = database().getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(true);
            var isPostgres = connection.getMetaData().getURL().startsWith("jdbc:postgresql:");
            statement.execute(isPostgres ? "vacuum analyze" : "analyze");
        }
        return this;
    }

    public PublicRecord publicRecord() {
        return context.getBean(PublicRecord.class);
    }

    public PublicSearch publicSearch() {
        return context.getBean(PublicSearch.class);
    }

    public DataSource database() {
        return context.getBean(DataSource.class);
    }

    /** The statements that a reading issues. */
    public List<String> statementsOf(Runnable reading) {
        return IssuedStatements.during(reading);
    }

    @Override
    public void close() {
        context.close();
    }
}
