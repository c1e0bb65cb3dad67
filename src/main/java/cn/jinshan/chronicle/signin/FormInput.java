package cn.jinshan.chronicle.signin;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Values of a form that could not be processed because the user was no longer signed in. Passwords and technical fields
 * are not kept.
 *
 * @param address of the form, with its query
 * @param fields each with all its values
 */
record FormInput(String address, Map<String, List<String>> fields) {

    /** The values of a request that belong to its form. */
    static FormInput of(HttpServletRequest request) {
        return new FormInput(
                address(request),
                request.getParameterMap().entrySet().stream()
                        .filter(field -> isKept(field.getKey()))
                        .collect(toMap(
                                Map.Entry::getKey,
                                field -> List.of(field.getValue()),
                                (first, second) -> first,
                                LinkedHashMap::new)));
    }

    /** The address of a request, with its query. */
    static String address(HttpServletRequest request) {
        var query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    private static boolean isKept(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return !lower.startsWith("_")
                && !lower.contains("password")
                && !lower.contains("token")
                && !lower.equals(UnsentForms.PARAMETER);
    }

    String path() {
        return address.replaceFirst("\\?.*", "");
    }

    /** The typed texts, the longest first. */
    List<String> texts() {
        return fields.values().stream()
                .flatMap(List::stream)
                .filter(text -> !text.isBlank())
                .sorted(comparing(String::length).reversed())
                .toList();
    }
}
