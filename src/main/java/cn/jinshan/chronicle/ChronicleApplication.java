package cn.jinshan.chronicle;

import cn.jinshan.chronicle.start.GivenCommand;
import cn.jinshan.chronicle.start.WhileServing;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.data.jpa.repository.query.DeclaredQuery;
import org.springframework.data.jpa.repository.query.QueryEnhancerFactories;
import org.springframework.data.jpa.repository.query.QueryEnhancerFactory;
import org.springframework.data.jpa.repository.query.QueryEnhancerSelector;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The chronicle of a district's disability affairs, served as web pages. */
@EnableJpaRepositories(queryEnhancerSelector = ChronicleApplication.Unparsed.class)
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
public class ChronicleApplication {

    /**
     * Queries are parsed by Hibernate alone, not by Spring Data as well: they name the record that they answer with,
     * and how they are counted. It spares a seventh of the start, and 20 MiB.
     */
    static class Unparsed implements QueryEnhancerSelector {

        @Override
        public QueryEnhancerFactory select(DeclaredQuery query) {
            return QueryEnhancerFactories.fallback();
        }
    }

    /** Of what runs again and again. */
    @WhileServing
    @EnableScheduling
    static class Schedules {}

    /** The one source of the present time and day, as finely as a database keeps it. */
    @Bean
    Clock clock() {
        return Clock.tick(Clock.system(ZoneId.of("Asia/Shanghai")), Duration.of(1, ChronoUnit.MICROS));
    }

    /**
     * Serves, or does the one command that is given and ends. Ends with 1 where there is no start, whatever threads
     * were left by then: why is in the log.
     */
    public static void main(String[] args) {
        // What the machine speaks is nobody's business here: each page brings its language along
        Locale.setDefault(Locale.ROOT);
        var application = new SpringApplication(ChronicleApplication.class);
        boolean isCommand = GivenCommand.prepare(application, args);
        try {
            var context = application.run(args);
            if (isCommand) {
                System.exit(SpringApplication.exit(context));
            }
        } catch (SpringApplication.AbandonedRunException e) {
            throw e;
        } catch (RuntimeException reported) {
            System.exit(1);
        }
    }
}
