package cn.jinshan.chronicle.site;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaTypeFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Files that browsers and search engines request at fixed addresses: icons, the sharing picture, the large pointer,
 * {@code robots.txt}.
 */
@Controller
class WellKnown {

    private static final String ROBOTS = """
            User-agent: *
            Disallow: /admin
            Disallow: /login
            Disallow: /setup
            Disallow: /invitations
            Disallow: /reports
            """;

    private final SiteProperties properties;

    WellKnown(SiteProperties properties) {
        this.properties = properties;
    }

    @GetMapping({"/favicon.ico", "/icon.svg", "/apple-touch-icon.png", "/share.png", "/pointer.png"})
    ResponseEntity<byte[]> icon(HttpServletRequest request) throws IOException {
        var icon =
                new ClassPathResource("icons" + request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        var image = icon.getContentAsByteArray();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofDays(30)).cachePublic())
                .eTag('"' + DigestUtils.md5DigestAsHex(image) + '"')
                .contentType(MediaTypeFactory.getMediaType(icon).orElseThrow())
                .body(image);
    }

    @GetMapping(path = "/robots.txt", produces = "text/plain;charset=UTF-8")
    ResponseEntity<String> robots() {
        var address = properties.address();
        var sitemap = address == null ? "" : "Sitemap: " + address.resolve("/sitemap.xml") + "\n";
        return ResponseEntity.ok().body(ROBOTS + sitemap);
    }
}
