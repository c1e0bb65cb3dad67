package cn.jinshan.chronicle.site;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what nobody can read, {@code ?month=%ff} or a form that is too long, before anybody tries to; the page that
 * says so does without.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class ReadableParameters extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        int refused = refused(request);
        if (refused == 0) {
            chain.doFilter(request, response);
        } else if (request.getDispatcherType() == DispatcherType.ERROR) {
            chain.doFilter(new GivenParameters(request, Map.of()), response);
        } else {
            SecurityHeaders.STRICT.forEach(response::setHeader);
            new Freshness().writeHeaders(request, response);
            response.sendError(refused);
        }
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    /** The status that answers parameters which cannot be read, 0 for those which can. */
    private static int refused(HttpServletRequest request) {
        try {
            request.getParameterMap();
            return 0;
        } catch (InvalidParameterException unreadable) {
            return unreadable.getErrorCode();
        }
    }
}
