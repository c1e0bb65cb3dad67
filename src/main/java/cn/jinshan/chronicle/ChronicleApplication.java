package cn.jinshan.chronicle;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The chronicle of a district's disability affairs, served as web pages. */
@EnableScheduling
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
public class ChronicleApplication {

    /** The one source of the present time and day, as finely as a database keeps it. */
    @Bean
    Clock clock() {
        return Clock.tick(Clock.system(ZoneId.of("Asia/Shanghai")), Duration.of(1, ChronoUnit.MICROS));
    }

    public static void main(String[] args) {
        SpringApplication.run(ChronicleApplication.class, args);
    }
}
