package cn.jinshan.chronicle.server;

import cn.jinshan.chronicle.site.GivenParameters;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.eclipse.jetty.http.HttpException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Filter that refuses unreadable parameters ({@code ?month=%ff}, too many fields) before any other code reads them. The
 * error page is then shown without parameters.
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
        } catch (HttpException.RuntimeException unreadable) {
            return unreadable.getCode();
        }
    }
}
