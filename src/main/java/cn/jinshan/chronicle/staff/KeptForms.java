package cn.jinshan.chronicle.staff;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Hands controllers the {@link KeptForm} of their address, and what the first press of a form led to. */
@Configuration
class KeptForms implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private final LeftForms leftForms;
    private final OnePress onePress;

    KeptForms(LeftForms leftForms, OnePress onePress) {
        this.leftForms = leftForms;
        this.onePress = onePress;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(onePress).addPathPatterns("/admin/**", "/setup/**", "/invitations/**");
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == KeptForm.class || parameter.getParameterType() == SentBefore.class;
    }

    /** Whether a page shows again what was typed into its form. */
    static boolean isShownBy(Object handler) {
        return handler instanceof HandlerMethod method
                && Arrays.stream(method.getMethodParameters())
                        .anyMatch(parameter -> parameter.getParameterType() == KeptForm.class);
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer page,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var asked = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
        return parameter.getParameterType() == SentBefore.class
                ? asked.getAttribute(SentBefore.class.getName())
                : new KeptForm(unsent(asked), Objects.requireNonNull(binders), request, Objects.requireNonNull(page));
    }

    private @Nullable Unsent unsent(HttpServletRequest request) {
        if (request.getAttribute(KeptForm.class.getName()) instanceof Unsent justNow) {
            return justNow;
        }
        var me = SignedIn.now();
        var kept = kept(request);
        return me == null || kept == null
                ? null
                : leftForms
                        .unsent(me.id(), Long.parseLong(kept))
                        .filter(unsent -> unsent.path().equals(request.getRequestURI()))
                        .orElse(null);
    }

    /** The number of what a form is, or was, filled in from; null: nothing. */
    static @Nullable String kept(HttpServletRequest request) {
        var number = request.getParameter(
                HttpMethod.POST.matches(request.getMethod()) ? FormFields.KEPT : LeftForms.PARAMETER);
        return number != null && number.matches("[1-9]\\d{0,17}") ? number : null;
    }
}
