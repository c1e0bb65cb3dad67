package cn.jinshan.chronicle.entries;

import cn.jinshan.chronicle.Postgres;
import cn.jinshan.chronicle.glossary.PublishedTerms;
import cn.jinshan.chronicle.search.PublicSearch;
import cn.jinshan.chronicle.search.SearchIndex;
import cn.jinshan.chronicle.search.SearchOfARecord;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The public record alone, over a database with our schema; without the seed, unless a setting brings it. */
public record RecordUnderTest(ConfigurableApplicationContext context) implements AutoCloseable {

    /** The first of the generated years. */
    public static final int FIRST_YEAR = ChronicleGenerator.FIRST_YEAR;

    @EnableAutoConfiguration
    @AutoConfigurationPackage(basePackageClasses = {PublicRecord.class, PublicSearch.class, PublishedTerms.class})
    @Import({PublicRecord.class, SearchOfARecord.class, FoldedNames.class, IssuedStatements.class})
    static class Configuration {
        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    public static RecordUnderTest onH2InMemory() {
        return on("jdbc:h2:mem:" + UUID.randomUUID(), "sa");
    }

    public static RecordUnderTest onPostgres() {
        return on(Postgres.freshDatabase() + "&reWriteBatchedInserts=true", "postgres");
    }

    /** @param settings further ones, as on a command line */
    public static RecordUnderTest on(String url, String user, String... settings) {
        var all = Stream.concat(
                Stream.of(
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.username=" + user,
                        "--spring.main.banner-mode=off",
                        "--spring.flyway.locations=classpath:db/migration"),
                Stream.of(settings));
        return new RecordUnderTest(new SpringApplicationBuilder(Configuration.class)
                .web(WebApplicationType.NONE)
                .properties("spring.main.banner-mode=off")
                .run(all.toArray(String[]::new)));
    }

    /**
     * Fills it with generated years, the same for every database, which is then as tidy as one that has run for a
     * while; they are not indexed yet.
     */
    public RecordUnderTest with(int years, int entriesPerYear) throws Exception {
        return written(years, entriesPerYear, new GeneratedTexts());
    }

    /** The same with texts as long and as various as real ones. */
    public RecordUnderTest withLongTexts(int years, int entriesPerYear) throws Exception {
        return written(years, entriesPerYear, new LongTexts());
    }

    private RecordUnderTest written(int years, int entriesPerYear, GeneratedTexts texts) throws Exception {
        new ChronicleGenerator(database(), 20230518, texts).write(years, entriesPerYear);
        context.getBean(FoldedNames.class).complete();
        try (var connection = database().getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(true);
            var isPostgres = connection.getMetaData().getURL().startsWith("jdbc:postgresql:");
            statement.execute(isPostgres ? "vacuum analyze" : "analyze");
        }
        return this;
    }

    /** The years that are generated. */
    public static List<Integer> years(int count) {
        return ChronicleGenerator.years(count);
    }

    public PublicRecord publicRecord() {
        return context.getBean(PublicRecord.class);
    }

    public PublicSearch publicSearch() {
        return context.getBean(PublicSearch.class);
    }

    public SearchIndex searchIndex() {
        return context.getBean(SearchIndex.class);
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
