package cn.jinshan.chronicle.site;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Values of a form at an address that could not be saved, each field with all of its own, without passwords. */
public record Typed(String address, Map<String, List<String>> fields) {

    /** Length above which a value is shown in full, to be read and copied. */
    private static final int LINE = 40;

    /** The values of a request, also when it is forwarded to an error page. */
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
