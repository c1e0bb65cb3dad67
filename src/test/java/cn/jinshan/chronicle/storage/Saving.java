package cn.jinshan.chronicle.storage;

import cn.jinshan.chronicle.Staff;
import cn.jinshan.chronicle.changes.KnownChanges;
import cn.jinshan.chronicle.changes.PublicChanges;
import cn.jinshan.chronicle.entries.Entry;
import java.time.Clock;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizationAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Saves entry after entry on the database as it comes out of the box, and names each one that was acknowledged. */
class Saving {

    @AutoConfigurationPackage(basePackageClasses = Entry.class)
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        HibernateJpaAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        TransactionManagerCustomizationAutoConfiguration.class,
        FlywayAutoConfiguration.class
    })
    @Import({PoolSetup.class, Staff.class, PublicChanges.class, KnownChanges.class})
    static class Record {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    /** Spares the next process the time. */
    private static final String[] ALREADY_MIGRATED = {
        "spring.flyway.enabled=false", "spring.jpa.properties.hibernate.hbm2ddl.auto=none"
    };

    /** The record alone, on the file in a folder, with the settings that are delivered. */
    static ConfigurableApplicationContext in(String folder, String... settings) {
        return new SpringApplicationBuilder(Record.class)
                .web(WebApplicationType.NONE)
                .run(Stream.concat(
                                Stream.of(
                                        "spring.config.location=classpath:/application.properties",
                                        "spring.main.banner-mode=off",
                                        "logging.level.root=warn",
                                        "chronicle.data=" + folder),
                                Stream.of(settings))
                        .map("--"::concat)
                        .toArray(String[]::new));
    }

    static long save(ConfigurableApplicationContext record) {
        return record.getBean(Staff.class).published(2023, "visits", "5月18日", "2023-05-18", "走访");
    }

    /** Goes on until it is killed, or nobody listens any more. */
    public static void main(String[] args) {
        var settings =
                Stream.concat(Stream.of(ALREADY_MIGRATED), Stream.of(args).skip(1));
        try (var record = in(args[0], settings.toArray(String[]::new))) {
            while (!System.out.checkError()) {
                System.out.println("saved " + save(record));
            }
        }
    }
}
