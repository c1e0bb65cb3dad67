package cn.jinshan.chronicle.site;

import java.io.IOException;
import java.time.Duration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Files that browsers and search engines request at fixed addresses: icons, the sharing picture, {@code robots.txt}.
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

    private final byte[] ico;
    private final byte[] svg;
    private final byte[] touch;
    private final byte[] share;
    private final SiteProperties properties;

    WellKnown(SiteProperties properties) throws IOException {
        this.ico = read("icon.ico");
        this.svg = read("icon.svg");
        this.touch = read("apple-touch-icon.png");
        this.share = read("share.png");
        this.properties = properties;
    }

    private static byte[] read(String icon) throws IOException {
        return new ClassPathResource("icons/" + icon).getContentAsByteArray();
    }

    @GetMapping("/favicon.ico")
    ResponseEntity<byte[]> ico() {
        return icon(ico, "x-icon");
    }

    @GetMapping("/icon.svg")
    ResponseEntity<byte[]> svg() {
        return icon(svg, "svg+xml");
    }

    @GetMapping("/apple-touch-icon.png")
    ResponseEntity<byte[]> touch() {
        return icon(touch, "png");
    }

    @GetMapping("/share.png")
    ResponseEntity<byte[]> share() {
        return icon(share, "png");
    }

    private static ResponseEntity<byte[]> icon(byte[] image, String type) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofDays(30)).cachePublic())
                .eTag('"' + DigestUtils.md5DigestAsHex(image) + '"')
                .contentType(new MediaType("image", type))
                .body(image);
    }

    @GetMapping(path = "/robots.txt", produces = "text/plain;charset=UTF-8")
    ResponseEntity<String> robots() {
        var address = properties.address();
        var sitemap = address == null ? "" : "Sitemap: " + address.resolve("/sitemap.xml") + "\n";
        return ResponseEntity.ok().body(ROBOTS + sitemap);
    }
}
