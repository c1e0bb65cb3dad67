package cn.jinshan.chronicle.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Interceptor of all pages, which differ by language and reading settings: adds {@code Vary} headers to them, as style
 * sheets, scripts, icons and data do not need, and keeps the {@code lang} parameter of the request in every redirect,
 * as {@link Links} does in links.
 */
@Configuration
class LanguageInterceptor implements HandlerInterceptor, WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page == null) {
            return;
        }
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE + ", " + HttpHeaders.COOKIE);
        var language = ReaderLanguage.chosen(request);
        var view = page.getViewName();
        if (view != null && view.startsWith("redirect:/") && language != null) {
            page.addObject(ReaderLanguage.PARAMETER, language.getLanguage());
        }
    }
}
