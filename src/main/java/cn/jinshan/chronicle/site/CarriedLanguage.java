package cn.jinshan.chronicle.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Filter that keeps the {@code lang} parameter of the request in every redirect, as {@link Links} does in links. */
@Configuration
class CarriedLanguage implements HandlerInterceptor, WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        var language = ReaderLanguage.chosen(request);
        var view = page == null ? null : page.getViewName();
        if (page != null && view != null && view.startsWith("redirect:/") && language != null) {
            page.addObject(ReaderLanguage.PARAMETER, language.getLanguage());
        }
    }
}
