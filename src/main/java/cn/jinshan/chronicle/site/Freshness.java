package cn.jinshan.chronicle.site;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.header.HeaderWriter;

/**
 * Has whoever keeps a public answer ask again before showing it (RFC 9111, no-cache), so that what was taken down is
 * not read from a phone's memory. The answer to a form, which may hold what was typed, and one with a cookie are not
 * kept at all. What says of itself how long it may be kept, as style sheets do, is left alone.
 *
 * <p>The server forgets such a header when it begins the page of an error: that page says again what it would have
 * said.
 */
class Freshness implements HeaderWriter {

    private static final String NEVER = "no-store";

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        if (!response.containsHeader(HttpHeaders.CACHE_CONTROL)) {
            boolean open = isRead(request) && !response.containsHeader(HttpHeaders.SET_COOKIE);
            var said = open ? "no-cache" : NEVER;
            response.setHeader(HttpHeaders.CACHE_CONTROL, said);
            request.setAttribute(Freshness.class.getName(), said);
        }
    }

    /** Whether a request only reads. */
    static boolean isRead(HttpServletRequest request) {
        return READING.contains(request.getMethod());
    }

    /** On the page of an error; what was refused before anybody said anything, and what is not public, is not kept. */
    static void sayAgain(HttpServletRequest request, HttpServletResponse response) {
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            var said = request.getAttribute(Freshness.class.getName());
            response.setHeader(HttpHeaders.CACHE_CONTROL, said instanceof String words ? words : NEVER);
        }
    }
}
