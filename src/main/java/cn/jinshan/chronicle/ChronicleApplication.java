package cn.jinshan.chronicle;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;

/** The chronicle of a district's disability affairs, served as web pages. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
public class ChronicleApplication {

    public static void main(String[] args) {
        SpringApplication.run(ChronicleApplication.class, args);
    }
}
