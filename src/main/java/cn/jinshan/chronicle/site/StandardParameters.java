package cn.jinshan.chronicle.site;

import cn.jinshan.chronicle.text.PlainText;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Filter that gives all other code the parameters in standard form ({@link PlainText#of}), from every form and address.
 * Passwords stay as they were typed.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 4)
class StandardParameters extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var standard = new LinkedHashMap<String, String[]>();
        request.getParameterMap()
                .forEach((name, values) -> standard.put(
                        name,
                        name.toLowerCase(Locale.ROOT).contains("password")
                                ? values
                                : Arrays.stream(values)
                                        .map(StandardParameters::standard)
                                        .toArray(String[]::new)));
        chain.doFilter(new GivenParameters(request, standard), response);
    }

    /**
     * What {@link OverlongFields} refuses is not looked through; nothing but control characters is no text, and is left
     * to those who refuse it.
     */
    private static String standard(String value) {
        boolean isText = value.chars().anyMatch(each -> !Character.isISOControl(each));
        return isText && value.length() <= OverlongFields.LONGEST ? PlainText.of(value) : value;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
