package cn.jinshan.chronicle.site;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/**
 * Check whether a page of this site sent a request, by the browser's {@code Sec-Fetch-Site}, else {@code Origin}, else
 * {@code Referer} (W3C Fetch Metadata, RFC 6454). As a matcher it guards the forms of the public pages, which have no
 * token because they open no session; a request without these headers does not match.
 */
@Component
public class SentFromHere implements RequestMatcher {

    private static final String FETCH_SITE = "Sec-Fetch-Site";

    private final SiteProperties properties;

    SentFromHere(SiteProperties properties) {
        this.properties = properties;
    }

    @Override
    public boolean matches(HttpServletRequest request) {
        return isSaid(request)
                || (!isDenied(request)
                        && Stream.of(HttpHeaders.ORIGIN, HttpHeaders.REFERER)
                                .map(request::getHeader)
                                .filter(sender -> sender != null)
                                .findFirst()
                                .filter(sender -> isHere(sender, request))
                                .isPresent());
    }

    /** Whether a page of this site may have sent it, by the first two headers; a request without them may. */
    public boolean isPossible(HttpServletRequest request) {
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        return isSaid(request) || (!isDenied(request) && (origin == null || isHere(origin, request)));
    }

    /** Whether {@code Sec-Fetch-Site} names this site. */
    public static boolean isSaid(HttpServletRequest request) {
        return "same-origin".equals(request.getHeader(FETCH_SITE));
    }

    /** Whether {@code Sec-Fetch-Site} has any other value. */
    public static boolean isDenied(HttpServletRequest request) {
        return request.getHeader(FETCH_SITE) != null && !isSaid(request);
    }

    /** Whether an address belongs to this site. */
    public boolean isHere(String sender, HttpServletRequest request) {
        try {
            var authority = URI.create(sender).getRawAuthority();
            var address = properties.address();
            return authority != null
                    && (authority.equalsIgnoreCase(request.getHeader(HttpHeaders.HOST))
                            || (address != null && authority.equalsIgnoreCase(address.getRawAuthority())));
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }
}
