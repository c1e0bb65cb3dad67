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
 */
@Controller
public class Assets {

    static final String PATH = "/assets/";

    private static final Map<String, List<String>> SHEETS = Map.ofEntries(
            Map.entry(
                    "screen.css",
                    List.of(
                            "tokens",
                            "base",
                            "masthead",
                            "title",
                            "filters",
                            "timeline",
                            "entry-page",
                            "message",
                            "footer")),
            Map.entry(
                    "staff.css",
                    List.of(
                            "staff",
                            "button",
                            "mistakes",
                            "field",
                            "state",
                            "panel",
                            "table",
                            "conflict",
                            "review",
                            "desk")),
            Map.entry("index.css", List.of("index")),
            Map.entry("search.css", List.of("button", "field", "search")),
            Map.entry("reading.css", List.of("reading")),
            Map.entry("light.css", List.of("light")),
            Map.entry("dark.css", List.of("dark")),
            Map.entry("high.css", List.of("high")),
            Map.entry("about.css", List.of("about")),
            Map.entry("print.css", List.of("print")),
            Map.entry("figures.css", List.of("figures")),
            Map.entry("booklet.css", List.of("booklet")));

    private static final List<String> SCRIPTS = List.of("write.js", "read.js");

    private static final Pattern IMPORT = Pattern.compile("@import \"(.+)\" (.+);");
    private static final Pattern COMMENT = Pattern.compile("/\\*[^*]*+(?:\\*(?!/)[^*]*+)*+\\*/");
    private static final Pattern INDENT = Pattern.compile("\\s*\\R\\s*");

    private final Map<String, String> texts = new TreeMap<>();
    private final Map<String, String> addresses = new TreeMap<>();

    Assets() throws IOException {
        for (var sheet : SHEETS.entrySet()) {
            var text = new StringBuilder();
            for (var file : sheet.getValue()) {
                text.append(sheet("styles/" + file + ".css"));
            }
            add(sheet.getKey(), text.toString());
        }
        for (var script : SCRIPTS) {
            add(script, read("scripts/" + script));
        }
    }

    /** A style sheet, with those in it that it imports. */
    private static String sheet(String file) throws IOException {
        var imports = IMPORT.matcher(read(file));
        var joined = new StringBuilder();
        while (imports.find()) {
            var imported = "@media " + imports.group(2) + " {\n" + read("styles/" + imports.group(1)) + "}";
            imports.appendReplacement(joined, Matcher.quoteReplacement(imported));
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

    /**
     * The address of a style sheet or script.
     *
     * @param name such as {@code screen.css}
     */
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
