package cn.jinshan.chronicle.staff;

import static java.util.stream.Collectors.toMap;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed into a form that could not be taken, because they were no longer signed in. Passwords are not
 * kept.
 *
 * @param address of the form, with its query
 * @param fields each with all its values
 */
record Unsent(String address, Map<String, List<String>> fields) implements Serializable {

    /** The hidden input of the sign-in page that carries the address. */
    static final String ADDRESS = "address";

    /** Before the names of the hidden inputs that carry the fields. */
    static final String PREFIX = "kept.";

    /** What a request brings that was meant for its own address. */
    static Unsent of(HttpServletRequest request) {
        return new Unsent(
                address(request),
                fields(
                        request,
                        name -> !name.equals("_csrf")
                                && !name.toLowerCase(Locale.ROOT).contains("password"),
                        name -> name));
    }

    /** What the sign-in page carried along, if it did: only forms of the desk. */
    static @Nullable Unsent carriedBy(HttpServletRequest request) {
        var address = Destination.onTheDesk(request.getParameter(ADDRESS));
        return address == null
                ? null
                : new Unsent(
                        address,
                        fields(request, name -> name.startsWith(PREFIX), name -> name.substring(PREFIX.length())));
    }

    private static String address(HttpServletRequest request) {
        var query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    private static Map<String, List<String>> fields(
            HttpServletRequest request, Predicate<String> kept, UnaryOperator<String> name) {
        return request.getParameterMap().entrySet().stream()
                .filter(field -> kept.test(field.getKey()))
                .collect(toMap(
                        field -> name.apply(field.getKey()),
                        field -> new ArrayList<>(List.of(field.getValue())),
                        (first, second) -> first,
                        LinkedHashMap::new));
    }

    String path() {
        return address.replaceFirst("\\?.*", "");
    }
}
