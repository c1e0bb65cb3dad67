package cn.jinshan.chronicle.site;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Repairs an address that was damaged on its way: {@code amp;section}, copied out of HTML, becomes {@code section}, and
 * foreign parameters are removed, so that no link repeats them. Those of a public page get one order, so that all who
 * ask for the same get the same page.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 3)
class OwnAddress extends OncePerRequestFilter {

    /** The parameters that public pages read; whatever else stands in their addresses was added by others. */
    static final List<String> PUBLIC = List.of(
            "section",
            "month",
            "view",
            "order",
            "page",
            "q",
            "year",
            "kind",
            "by",
            "part",
            "size",
            "text",
            "entry",
            "back",
            ReaderLanguage.PARAMETER);

    /** Those that may be there several times, in any order. */
    private static final Set<String> MANY = Set.of("section", "month");

    private static final Comparator<String> IN_ORDER = Comparator.<String>comparingInt(
                    parameter -> PUBLIC.indexOf(name(parameter)))
            .thenComparing(parameter -> MANY.contains(name(parameter)) ? parameter : "");

    static final Pattern DESK = Pattern.compile("/(admin|login|logout|setup|invitations)(/.*)?");

    /** What chat applications and counters of visits add; staff pages have parameters of their own called from. */
    private static final Pattern ADDED =
            Pattern.compile("from=[a-z]+|(isappinstalled|pass_ticket|a?scene|subscene|srcid"
                    + "|sharer?_\\w+|wx_\\w+|clicktime|enterid|devicetype|version|nettype|abtest_cookie|exportkey|session_us"
                    + "|fontgear|utm_\\w+|spm|mpshare|nsukey)=.*");

    /** A parameter of others that anybody reads alike. */
    private static final Pattern PLAIN = Pattern.compile("[\\w.-]*(=[\\w.-]*)?");

    private static final Pattern COPIED = Pattern.compile("^(amp;)+");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var query = request.getQueryString();
        if (query == null) {
            chain.doFilter(request, response);
            return;
        }
        // That of an address which cannot be read is left to the page that says so
        var own = request.getDispatcherType() == DispatcherType.ERROR ? query : own(query, request.getRequestURI());
        chain.doFilter(
                new GivenParameters(request, named(request.getParameterMap())) {
                    @Override
                    public @Nullable String getQueryString() {
                        return own.isEmpty() ? null : own;
                    }
                },
                response);
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private static String own(String query, String path) {
        var named = Stream.of(query.split("&")).map(OwnAddress::named);
        var own = DESK.matcher(path).matches()
                ? named.filter(parameter -> !ADDED.matcher(parameter).matches())
                : named.filter(parameter -> PUBLIC.contains(name(parameter))).sorted(IN_ORDER);
        return own.collect(Collectors.joining("&"));
    }

    /**
     * The query of a public page as it is written to all who ask for the same.
     *
     * @return empty where it was damaged, or has what only its page can tell
     */
    static Optional<String> plain(String query, String path) {
        var parameters = List.of(query.split("&"));
        boolean plain = parameters.stream()
                .allMatch(parameter -> PUBLIC.contains(parameter.split("=", 2)[0])
                        || PLAIN.matcher(parameter).matches());
        return plain ? Optional.of(own(query, path)) : Optional.empty();
    }

    private static String name(String parameter) {
        return URLDecoder.decode(parameter.split("=", 2)[0], StandardCharsets.UTF_8);
    }

    private static String named(String parameter) {
        return COPIED.matcher(parameter.replaceFirst("(?i)^(amp%3b)+", "")).replaceFirst("");
    }

    /** The parameters with their names repaired. */
    private static Map<String, String[]> named(Map<String, String[]> parameters) {
        var named = new LinkedHashMap<String, String[]>();
        parameters.forEach((name, values) -> named.merge(
                COPIED.matcher(name).replaceFirst(""),
                values,
                (first, second) -> Stream.concat(Arrays.stream(first), Arrays.stream(second))
                        .toArray(String[]::new)));
        return named;
    }
}
