package cn.jinshan.chronicle.site;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/**
 * Whether a page of this site sent a request, as its browser says: by {@code Sec-Fetch-Site}, else by {@code Origin},
 * else by {@code Referer} (W3C Fetch Metadata, RFC 6454). Who says nothing is a stranger. It guards the forms of the
 * public pages, which carry no token because these pages open no session.
 */
@Component
public class SentFromHere implements RequestMatcher {

    private final SiteProperties properties;

    SentFromHere(SiteProperties properties) {
        this.properties = properties;
    }

    @Override
    public boolean matches(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        return Stream.of(HttpHeaders.ORIGIN, HttpHeaders.REFERER)
                .map(request::getHeader)
                .filter(sender -> sender != null)
                .findFirst()
                .filter(sender -> isHere(sender, request))
                .isPresent();
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
