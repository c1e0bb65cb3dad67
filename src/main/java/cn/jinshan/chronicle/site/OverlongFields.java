package cn.jinshan.chronicle.site;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses a form with a field that is longer than any of ours before anybody looks into it, and shows what was typed:
 * what a field holds decides how long it takes to read, to compare, to look through for hints. Each form says at its
 * own fields what is too long for them.
 */
@Component
class OverlongFields implements HandlerInterceptor, WebMvcConfigurer {

    /**
     * Maximum length of a value, in characters; the text of an entry, our longest field, takes 20,000 and reports more
     * at the field.
     */
    static final int LONGEST = 50_000;

    /** Maximum length of a field name, in characters; binding a deeply nested name is slow. */
    static final int LONGEST_NAME = 100;

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(Ordered.HIGHEST_PRECEDENCE);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (request.getDispatcherType() != DispatcherType.REQUEST
                || request.getParameterMap().entrySet().stream().noneMatch(OverlongFields::isOverlong)) {
            return true;
        }
        request.setAttribute(Typed.class.getName(), Typed.in(request));
        response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        return false;
    }

    private static boolean isOverlong(Map.Entry<String, String[]> field) {
        return field.getKey().length() > LONGEST_NAME
                || Stream.of(field.getValue()).anyMatch(value -> value.length() > LONGEST);
    }
}
