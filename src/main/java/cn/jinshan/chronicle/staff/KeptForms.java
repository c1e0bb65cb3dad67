package cn.jinshan.chronicle.staff;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Hands controllers the {@link KeptForm} of their address, and forgets it once the form was sent. */
@Configuration
class KeptForms implements HandlerMethodArgumentResolver, HandlerInterceptor, WebMvcConfigurer {

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/admin/**");
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == KeptForm.class;
    }

    @Override
    public KeptForm resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer page,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return new KeptForm(
                unsent(Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class))),
                Objects.requireNonNull(binders),
                request,
                Objects.requireNonNull(page));
    }

    private static @Nullable Unsent unsent(HttpServletRequest request) {
        if (request.getAttribute(KeptForm.class.getName()) instanceof Unsent justNow) {
            return justNow;
        }
        var session = request.getSession(false);
        return session != null
                        && session.getAttribute(KeptForm.attribute(request.getRequestURI())) instanceof Unsent unsent
                ? unsent
                : null;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        var session = request.getSession(false);
        boolean taken = failure == null && response.getStatus() < HttpStatus.INTERNAL_SERVER_ERROR.value();
        if (session != null && HttpMethod.POST.matches(request.getMethod()) && taken) {
            session.removeAttribute(KeptForm.attribute(request.getRequestURI()));
        }
    }
}
