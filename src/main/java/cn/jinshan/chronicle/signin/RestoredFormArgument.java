package cn.jinshan.chronicle.signin;

import cn.jinshan.chronicle.site.RestoredForm;
import cn.jinshan.chronicle.site.SentBefore;
import cn.jinshan.chronicle.staff.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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

/**
 * Resolves controller arguments: the {@link RestoredForm} of the address, and the result of an earlier press of the
 * form.
 */
@Configuration
class RestoredFormArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private final UnsentForms unsentForms;
    private final FormIdempotency onePress;

    RestoredFormArgument(UnsentForms unsentForms, FormIdempotency onePress) {
        this.unsentForms = unsentForms;
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
        return parameter.getParameterType() == RestoredForm.class || parameter.getParameterType() == SentBefore.class;
    }

    /** Whether a page asks for such an argument: to show again what was typed, or what the first press led to. */
    static boolean isAskedForBy(Object handler, Class<?> argument) {
        return handler instanceof HandlerMethod method
                && Arrays.stream(method.getMethodParameters())
                        .anyMatch(parameter -> parameter.getParameterType() == argument);
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
                : new RestoredForm(
                        typed(asked), Objects.requireNonNull(binders), request, Objects.requireNonNull(page));
    }

    private Map<String, List<String>> typed(HttpServletRequest request) {
        if (request.getAttribute(RestoredForm.class.getName()) instanceof FormInput justNow) {
            return justNow.fields();
        }
        var me = SignedIn.now();
        var kept = kept(request);
        return me == null || kept == null
                ? Map.of()
                : unsentForms
                        .unsent(me.id(), Long.parseLong(kept))
                        .filter(unsent -> unsent.path().equals(request.getRequestURI()))
                        .map(FormInput::fields)
                        .orElse(Map.of());
    }

    /** The number of what a form is, or was, filled in from; null: nothing. */
    static @Nullable String kept(HttpServletRequest request) {
        var number = request.getParameter(
                HttpMethod.POST.matches(request.getMethod()) ? FormFields.KEPT : UnsentForms.PARAMETER);
        return number != null && number.matches("[1-9]\\d{0,17}") ? number : null;
    }
}
