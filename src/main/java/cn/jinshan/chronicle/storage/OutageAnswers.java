package cn.jinshan.chronicle.storage;

import cn.jinshan.chronicle.site.SentFromHere;
import cn.jinshan.chronicle.site.Typed;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Filter that answers 503 while the database is away, wherever the error occurs: in a page, in the session, on the disk
 * after the commit. The typed values come back on the page, to be sent again.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class OutageAnswers extends OncePerRequestFilter {

    private static final Duration WAIT = Duration.ofSeconds(30);

    private final OutageLog log;
    private final String page;

    OutageAnswers(OutageLog log, @Value("${spring.web.error.path:/error}") String page) {
        this.log = log;
        this.page = page;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var held = isHeld(request) ? new HeldAnswer(response) : null;
        try {
            chain.doFilter(request, held == null ? response : held);
        } catch (ServletException | RuntimeException failure) {
            if (response.isCommitted() || !Outage.caused(failure)) {
                throw failure;
            }
            log.note(failure);
            answer(request, response);
            return;
        }
        if (held != null) {
            held.send();
        }
    }

    /** Pages of the desk too: their session is written once they have answered. What is long flows, and may be cut. */
    private static boolean isHeld(HttpServletRequest request) {
        return isForm(request)
                || (request.getRequestURI().startsWith("/admin")
                        && !request.getRequestURI().endsWith(".csv")
                        && !request.getRequestURI().endsWith("/file"));
    }

    private static boolean isForm(HttpServletRequest request) {
        return HttpMethod.POST.matches(request.getMethod());
    }

    /** Runs also for the error page of another failure. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    /** The page is asked for by GET, and without cookies: the session may be just what cannot be reached. */
    private void answer(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        // Another site's form is not offered to be sent from here
        var typed = isForm(request) && !SentFromHere.isDenied(request) ? Typed.in(request) : null;
        if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) == null) {
            request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, request.getRequestURI());
        }
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, HttpStatus.SERVICE_UNAVAILABLE.value());
        request.setAttribute(Typed.class.getName(), typed);
        // With what it was about to say: where to go on, a cookie of a session that was not kept
        response.reset();
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(WAIT.toSeconds()));
        request.getRequestDispatcher(page)
                .forward(
                        new HttpServletRequestWrapper(request) {
                            @Override
                            public String getMethod() {
                                return HttpMethod.GET.name();
                            }

                            @Override
                            public Cookie[] getCookies() {
                                return new Cookie[0];
                            }
                        },
                        response);
    }
}
