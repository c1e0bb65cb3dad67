package cn.jinshan.chronicle.staff;

import java.time.Clock;
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
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** Who may open which staff page, and how they sign in. */
@Configuration
@EnableMethodSecurity
@EnableConfigurationProperties(StaffProperties.class)
class StaffSecurity {

    @Bean
    @Order(1)
    SecurityFilterChain staffPages(
            HttpSecurity http,
            Accounts accounts,
            SignInAnswers answers,
            UnsentForms unsentForms,
            SignOutNote signOutNote,
            Clock clock) {
        return http.securityMatchers(pages ->
                        pages.requestMatchers("/admin/**", "/login", "/logout", "/setup/**", "/invitations/**"))
                .authorizeHttpRequests(requests -> requests.requestMatchers("/admin/staff/**")
                        .hasRole(Role.ADMINISTRATOR.name())
                        .requestMatchers("/admin/**")
                        .hasRole(Role.EDITOR.name())
                        .anyRequest()
                        .permitAll())
                .headers(headers -> headers.addHeaderWriter(new CacheControlHeadersWriter()))
                .requestCache(cache -> cache.disable())
                .addFilterBefore(new LongestSession(clock), SecurityContextHolderFilter.class)
                .addFilterAfter(new PresentAccount(accounts), SecurityContextHolderFilter.class)
                .sessionManagement(session -> session.sessionFixation(SessionFixationConfigurer::newSession))
                .formLogin(form -> form.loginPage(SignInPage.ADDRESS)
                        .successHandler(answers)
                        .failureHandler(answers))
                .logout(logout -> logout.addLogoutHandler(signOutNote)
                        .logoutSuccessHandler((request, response, authentication) ->
                                SignInAnswers.lead(response, SignInPage.ADDRESS)))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(unsentForms).accessDeniedHandler(unsentForms))
                .build();
    }

    @Bean
    static RoleHierarchy roles() {
        return RoleHierarchyImpl.withDefaultRolePrefix()
                .role(Role.ADMINISTRATOR.name())
                .implies(Role.REVIEWER.name())
                .role(Role.REVIEWER.name())
                .implies(Role.EDITOR.name())
                .build();
    }

    /** A browser takes no {@code __Host-} cookie over plain HTTP. */
    @Bean
    CookieSerializer sessionCookie(StaffProperties properties) {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(properties.overTls() ? "__Host-session" : "session");
        cookie.setUseSecureCookie(properties.overTls());
        cookie.setCookiePath("/");
        return cookie;
    }
}
