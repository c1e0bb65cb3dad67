package cn.jinshan.chronicle.signin;

import static org.springframework.security.web.context.HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

import cn.jinshan.chronicle.staff.SignedIn;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session a working day after its sign-in, however busy it is (OWASP ASVS 5.0, 7.3.2), and one without an
 * account or an end, as after an upgrade or damage.
 */
class SoundSessions extends OncePerRequestFilter {

    private static final Duration WORKING_DAY = Duration.ofHours(8);

    /** The clocks of several instances, or one that was put back, may differ by so much. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private final Clock clock;

    SoundSessions(Clock clock) {
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        if (session != null && !isSound(session)) {
            session.invalidate();
        }
        chain.doFilter(request, response);
    }

    private boolean isSound(HttpSession session) {
        var now = clock.instant();
        var began = Instant.ofEpochMilli(session.getCreationTime());
        return isSignIn(session.getAttribute(SPRING_SECURITY_CONTEXT_KEY))
                && session.getMaxInactiveInterval() > 0
                && session.getMaxInactiveInterval() <= WORKING_DAY.toSeconds()
                && !began.isBefore(now.minus(WORKING_DAY))
                && !began.isAfter(now.plus(CLOCKS_DIFFER));
    }

    /** Whether what a session keeps under the name of its sign-in is one. */
    static boolean isSignIn(@Nullable Object kept) {
        return kept instanceof SecurityContext context
                && context.getAuthentication() != null
                && context.getAuthentication().getPrincipal() instanceof SignedIn;
    }
}
