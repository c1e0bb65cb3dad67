package cn.jinshan.chronicle.site;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What somebody typed into a form that could not be saved. Passwords are not kept.
 *
 * @param address of the form
 * @param fields each with all its values, in their order
 */
public record Typed(String address, Map<String, List<String>> fields) {

    /** What is longer deserves to be read, and copied if need be. */
    private static final int LINE = 40;

    /** What a request brings, also where the page of an error is asked for in its place. */
    public static Typed in(HttpServletRequest request) {
        var fields = new LinkedHashMap<String, List<String>>();
        request.getParameterMap().forEach((name, values) -> {
            if (!name.toLowerCase(Locale.ROOT).contains("password")) {
                fields.put(name, Arrays.asList(values));
            }
        });
        var asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return new Typed(asked == null ? request.getRequestURI() : asked.toString(), fields);
    }

    /** The long texts among them; the token of a form is none. */
    public List<String> texts() {
        return fields.entrySet().stream()
                .filter(field -> !field.getKey().startsWith("_"))
                .flatMap(field -> field.getValue().stream())
                .filter(value -> value.length() > LINE)
                .toList();
    }
}
