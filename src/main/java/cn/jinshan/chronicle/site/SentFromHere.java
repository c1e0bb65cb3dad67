package cn.jinshan.chronicle.site;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/**
 * Whether a page of this site sent a request, as its browser says: by {@code Sec-Fetch-Site}, else by {@code Origin},
 * else by {@code Referer} (W3C Fetch Metadata, RFC 6454). As a matcher it guards the forms of the public pages, which
 * carry no token because these pages open no session: who says nothing is a stranger.
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

    /** Whether it may have been sent from here, by the first two alone: who says nothing is believed. */
    public boolean isPossible(HttpServletRequest request) {
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        return isSaid(request) || (!isDenied(request) && (origin == null || isHere(origin, request)));
    }

    /** Whether {@code Sec-Fetch-Site} says so. */
    public static boolean isSaid(HttpServletRequest request) {
        return "same-origin".equals(request.getHeader(FETCH_SITE));
    }

    /** Whether {@code Sec-Fetch-Site} says otherwise. */
    public static boolean isDenied(HttpServletRequest request) {
        return request.getHeader(FETCH_SITE) != null && !isSaid(request);
    }

    /** Whether an address is one of this site. */
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
