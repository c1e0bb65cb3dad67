package cn.jinshan.chronicle.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The style sheets, each joined from one file per component so that a page waits for one answer, under an address that
 * changes with their content.
 */
@Controller
public class StyleSheets {

    static final String PATH = "/styles/";

    private static final Map<String, List<String>> SHEETS = Map.of(
            "screen",
            List.of("tokens", "base", "masthead", "title", "filters", "timeline", "entry-page", "message", "footer"),
            "staff",
            List.of("staff", "button", "mistakes", "field", "state", "panel", "table", "conflict"),
            "print",
            List.of("print"));

    private static final Pattern COMMENT = Pattern.compile("/\\*[^*]*+(?:\\*(?!/)[^*]*+)*+\\*/");
    private static final Pattern INDENT = Pattern.compile("\\s*\\R\\s*");

    private final Map<String, String> texts = new TreeMap<>();
    private final Map<String, String> addresses = new TreeMap<>();

    StyleSheets() throws IOException {
        for (var sheet : SHEETS.entrySet()) {
            var text = new StringBuilder();
            for (var file : sheet.getValue()) {
                text.append(
                        new ClassPathResource("styles/" + file + ".css").getContentAsString(StandardCharsets.UTF_8));
            }
            var joined = INDENT.matcher(COMMENT.matcher(text).replaceAll("")).replaceAll("\n");
            var hash = DigestUtils.md5DigestAsHex(joined.getBytes(StandardCharsets.UTF_8));
            texts.put(sheet.getKey(), joined);
            addresses.put(sheet.getKey(), PATH + sheet.getKey() + "-" + hash + ".css");
        }
    }

    /**
     * The address of a sheet.
     *
     * @param sheet {@code screen}, {@code staff} or {@code print}
     */
    public String address(String sheet) {
        var address = addresses.get(sheet);
        if (address == null) {
            throw new IllegalArgumentException("No style sheet " + sheet);
        }
        return address;
    }

    /** A sheet; under the address of another version of the application the present one, not to be kept. */
    @GetMapping(PATH + "{sheet:[a-z]+}-{hash:[0-9a-f]+}.css")
    ResponseEntity<String> sheet(@PathVariable String sheet, @PathVariable String hash) {
        var text = texts.get(sheet);
        if (text == null) {
            return ResponseEntity.notFound().build();
        }
        var present = address(sheet).equals(PATH + sheet + "-" + hash + ".css");
        return ResponseEntity.ok()
                .cacheControl(
                        present
                                ? CacheControl.maxAge(Duration.ofDays(365))
                                        .cachePublic()
                                        .immutable()
                                : CacheControl.noCache())
                .contentType(new MediaType("text", "css", StandardCharsets.UTF_8))
                .body(text);
    }
}
