package cn.jinshan.chronicle.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets the next press go on only once the session of the first is written, as it may have got another number, and its
 * answer is on its way: a browser keeps the number of whichever answer comes last.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class AfterTheAnswer extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
            if (isLedOn(request)) {
                response.flushBuffer();
            }
        } finally {
            // Also when the browser has gone meanwhile, as one does that is pressed again
            if (isLedOn(request)) {
                ((Runnable) request.getAttribute(AfterTheAnswer.class.getName())).run();
            }
        }
    }

    private static boolean isLedOn(HttpServletRequest request) {
        return request.getAttribute(AfterTheAnswer.class.getName()) != null;
    }
}
