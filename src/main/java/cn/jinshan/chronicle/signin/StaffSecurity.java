package cn.jinshan.chronicle.signin;

import cn.jinshan.chronicle.staff.Accounts;
import cn.jinshan.chronicle.staff.Role;
import cn.jinshan.chronicle.staff.StaffProperties;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.access.hierarchicalroles.RoleHierarchyImpl;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.SessionManagementConfigurer.SessionFixationConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** Security configuration of the staff pages: who may open which page, and how staff sign in. */
@Configuration
@EnableMethodSecurity
@EnableConfigurationProperties(StaffProperties.class)
class StaffSecurity {

    private static final RequestMatcher PAGES =
            new OrRequestMatcher(Stream.of("/admin/**", "/login", "/logout", "/setup/**", "/invitations/**")
                    .<RequestMatcher>map(PathPatternRequestMatcher.withDefaults()::matcher)
                    .toList());

    /** Whatever else is said: the server adds another header about it to an answer with a cookie. */
    private static final HeaderWriter NEVER_KEPT = new StaticHeadersWriter("Cache-Control", "no-store");

    /** The number of a session, or the token of a form. */
    static final Pattern RANDOM = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** Cookies of ours that a request may bring, as of other paths. */
    private static final int MOST_SESSIONS = 4;

    @Bean
    @Order(1)
    SecurityFilterChain staffPages(
            HttpSecurity http,
            Accounts accounts,
            SignInAnswers answers,
            LostSessionAnswers lostSession,
            SignInNotes notes,
            FormTokens tokens,
            Clock clock) {
        return http.securityMatcher(PAGES)
                .authorizeHttpRequests(requests -> requests.requestMatchers("/admin/staff/**")
                        .hasRole(Role.ADMINISTRATOR.name())
                        .requestMatchers("/admin/**")
                        .hasRole(Role.EDITOR.name())
                        .anyRequest()
                        .permitAll())
                .headers(headers -> headers.addHeaderWriter(NEVER_KEPT))
                .requestCache(cache -> cache.disable())
                .csrf(csrf -> csrf.csrfTokenRepository(tokens))
                .addFilterBefore(new SoundSessions(clock), SecurityContextHolderFilter.class)
                .addFilterAfter(new PresentAccount(accounts), SecurityContextHolderFilter.class)
                .sessionManagement(session -> session.sessionFixation(SessionFixationConfigurer::newSession))
                .formLogin(form -> form.loginPage(SignInPage.ADDRESS)
                        .successHandler(answers)
                        .failureHandler(answers))
                .logout(logout -> logout.addLogoutHandler(
                                (request, response, authentication) -> notes.signedOut(authentication))
                        .logoutSuccessHandler((request, response, authentication) ->
                                SignInAnswers.lead(response, SignInPage.ADDRESS)))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(lostSession).accessDeniedHandler(lostSession))
                .build();
    }

    @Bean
    static RoleHierarchy roles() {
        return RoleHierarchyImpl.fromHierarchy("ROLE_ADMINISTRATOR > ROLE_REVIEWER > ROLE_EDITOR");
    }

    /** Public pages know of no session, and what anybody sends in the place of its number is not looked for. */
    @Bean
    CookieSerializer sessionCookie(StaffProperties properties) {
        var cookie = new DefaultCookieSerializer() {
            @Override
            public List<String> readCookieValues(HttpServletRequest request) {
                return Stream.of(request)
                        .filter(PAGES::matches)
                        .flatMap(page -> super.readCookieValues(page).stream())
                        .filter(value -> RANDOM.matcher(value).matches())
                        .distinct()
                        .limit(MOST_SESSIONS)
                        .toList();
            }
        };
        cookie.setCookieName(properties.cookie("jinshan-chronicle-session"));
        cookie.setUseSecureCookie(properties.overTls());
        cookie.setCookiePath("/");
        return cookie;
    }
}
