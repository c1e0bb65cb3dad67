package cn.jinshan.chronicle.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
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
 * Style sheets, joined into one file so that a page needs one request, and scripts. Their addresses change with their
 * content.
 *
 * <p>The resource chain of Spring joins no sheets, keeps an address without a version as long as one with it, and finds
 * nothing at the address of an earlier version, which a page that was opened before an update still asks for.
 */
@Controller
public class Assets {

    static final String PATH = "/assets/";

    /** The sheets that pages ask for; the others are imported into them. */
    private static final List<String> SHEETS = List.of(
            "screen", "form", "staff", "index", "search", "reading", "light", "dark", "high", "about", "print",
            "figures", "booklet");

    private static final List<String> SCRIPTS = List.of("write", "read", "fold", "share");

    private static final Pattern IMPORT = Pattern.compile("@import \"(.+)\"(.*);");
    private static final Pattern COMMENT = Pattern.compile("/\\*[^*]*+(?:\\*(?!/)[^*]*+)*+\\*/");
    private static final Pattern INDENT = Pattern.compile("\\s*\\R\\s*");

    private final Map<String, String> texts = new TreeMap<>();
    private final Map<String, String> addresses = new TreeMap<>();

    Assets() throws IOException {
        for (var sheet : SHEETS) {
            add(sheet + ".css", sheet(sheet + ".css"));
        }
        for (var script : SCRIPTS) {
            add(script + ".js", read("scripts/" + script + ".js"));
        }
    }

    /** A style sheet, with those in it that it imports. */
    private static String sheet(String file) throws IOException {
        var imports = IMPORT.matcher(read("styles/" + file));
        var joined = new StringBuilder();
        while (imports.find()) {
            var imported = sheet(imports.group(1));
            var media = imports.group(2);
            imports.appendReplacement(
                    joined,
                    Matcher.quoteReplacement(media.isEmpty() ? imported : "@media" + media + " {\n" + imported + "}"));
        }
        return imports.appendTail(joined).toString();
    }

    private static String read(String file) throws IOException {
        return new ClassPathResource(file).getContentAsString(StandardCharsets.UTF_8);
    }

    private void add(String name, String text) {
        var joined = INDENT.matcher(COMMENT.matcher(text).replaceAll("")).replaceAll("\n");
        texts.put(name, joined);
        var hash = DigestUtils.md5DigestAsHex(joined.getBytes(StandardCharsets.UTF_8));
        addresses.put(name, PATH + name.replace(".", "-" + hash + "."));
    }

    /** All style sheets and scripts as they are served, by their names. */
    Map<String, String> texts() {
        return Collections.unmodifiableMap(texts);
    }

    /** The address of a style sheet or script, such as {@code screen.css}. */
    public String address(String name) {
        var address = addresses.get(name);
        if (address == null) {
            throw new IllegalArgumentException("No asset " + name);
        }
        return address;
    }

    // Spring takes the answer to an address for a download unless the pattern of its mapping ends as the address does
    @GetMapping(PATH + "{name:[a-z]+}-{hash:[0-9a-f]+}.css")
    ResponseEntity<String> sheet(@PathVariable String name, @PathVariable String hash) {
        return asset(name, hash, "css");
    }

    @GetMapping(PATH + "{name:[a-z]+}-{hash:[0-9a-f]+}.js")
    ResponseEntity<String> script(@PathVariable String name, @PathVariable String hash) {
        return asset(name, hash, "js");
    }

    /** A style sheet or script. The address of another version gives the present one, not to be cached. */
    private ResponseEntity<String> asset(String name, String hash, String type) {
        var file = name + "." + type;
        var text = texts.get(file);
        if (text == null) {
            return ResponseEntity.notFound().build();
        }
        var present = address(file).equals(PATH + name + "-" + hash + "." + type);
        return ResponseEntity.ok()
                .cacheControl(
                        present
                                ? CacheControl.maxAge(Duration.ofDays(365))
                                        .cachePublic()
                                        .immutable()
                                : CacheControl.noCache())
                .contentType(new MediaType("text", type.equals("js") ? "javascript" : type, StandardCharsets.UTF_8))
                .body(text);
    }
}
