package cn.jinshan.chronicle.signin;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What somebody typed into a form that could not be taken, because they were no longer signed in. Passwords are not
 * kept, nor what a form says of itself.
 *
 * @param address of the form, with its query
 * @param fields each with all its values
 */
record FormInput(String address, Map<String, List<String>> fields) {

    /** What a request brings that was meant for its own address. */
    static FormInput of(HttpServletRequest request) {
        var query = request.getQueryString();
        return new FormInput(
                query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query,
                request.getParameterMap().entrySet().stream()
                        .filter(field -> isKept(field.getKey()))
                        .collect(toMap(
                                Map.Entry::getKey,
                                field -> List.of(field.getValue()),
                                (first, second) -> first,
                                LinkedHashMap::new)));
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

    /** All that may have been typed, the longest first. */
    List<String> texts() {
        return fields.values().stream()
                .flatMap(List::stream)
                .filter(text -> !text.isBlank())
                .sorted(comparing(String::length).reversed())
                .toList();
    }
}
