package cn.jinshan.chronicle.site;

import static java.util.Map.entry;

import jakarta.servlet.DispatcherType;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/** Security headers of every answer, and the hosts that are served (OWASP ASVS 5.0, 3.4 and 4.1.3). */
@Configuration
@EnableConfigurationProperties(SiteProperties.class)
public class SecurityHeaders {

    /** Content security policy: only this site's own resources. */
    public static final String CONTENT_SECURITY = "default-src 'none'; style-src 'self'; script-src 'self';"
            + " img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** On every answer; the server adds them, as it also answers what reaches no filter. */
    public static final Map<String, String> STRICT = Map.ofEntries(
            entry("Content-Security-Policy", CONTENT_SECURITY),
            entry("X-Content-Type-Options", "nosniff"),
            entry("Referrer-Policy", "same-origin"),
            entry("Cross-Origin-Opener-Policy", "same-origin"),
            entry("Cross-Origin-Resource-Policy", "same-origin"),
            entry("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()"));

    /** Over TLS (RFC 6797). */
    public static final String TRANSPORT = "Strict-Transport-Security";

    /** In seconds. */
    public static final String A_YEAR = "max-age=31536000 ; includeSubDomains";

    /** The forms of public pages; each asks {@link SentFromHere} in the place of a token. */
    private static final String[] FORMS = {"/reading", "/reports/new"};

    @Bean
    Customizer<HeadersConfigurer<HttpSecurity>> strictHeaders() {
        return headers -> headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable);
    }

    /** They open no session, as a token would need; what is sent to them is refused but for the forms. */
    @Bean
    SecurityFilterChain publicPages(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, FORMS)
                        .permitAll()
                        .requestMatchers(Freshness::isRead)
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .headers(headers -> headers.addHeaderWriter(new Freshness()))
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .build();
    }

    @Bean
    HttpFirewall servedHosts(SiteProperties properties) {
        var firewall = new StrictHttpFirewall();
        var address = properties.address();
        if (address != null) {
            firewall.setAllowedHostnames(host -> host.equalsIgnoreCase(address.getHost()));
        }
        return firewall;
    }
}
