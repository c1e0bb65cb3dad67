package cn.jinshan.chronicle.signin;

import cn.jinshan.chronicle.staff.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.support.csrf.CsrfRequestDataValueProcessor;
import org.springframework.web.servlet.support.RequestDataValueProcessor;

/**
 * Adds hidden fields to every form of staff: the CSRF token, the {@link FormKey}, and in a restored form the number of
 * the {@link UnsentForm}. Forms of readers get none.
 */
class FormFields implements RequestDataValueProcessor {

    /** The hidden field with the number of the {@link UnsentForm} that the form is filled in from. */
    static final String KEPT = "_kept";

    private static final String ACTION = FormFields.class.getName();

    private final CsrfRequestDataValueProcessor tokens;
    private final ObjectProvider<FormSeal> seal;

    FormFields(CsrfRequestDataValueProcessor tokens, ObjectProvider<FormSeal> seal) {
        this.tokens = tokens;
        this.seal = seal;
    }

    /**
     * Spring Security brings the bean that is asked for the hidden fields of forms, and Boot lets nobody replace it.
     */
    @Configuration
    static class BesideTheToken {

        @Bean
        static BeanPostProcessor formFields(ObjectProvider<FormSeal> seal) {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof CsrfRequestDataValueProcessor tokens ? new FormFields(tokens, seal) : bean;
                }
            };
        }
    }

    @Override
    public String processAction(HttpServletRequest request, String action, String method) {
        request.setAttribute(ACTION, HttpMethod.POST.name().equalsIgnoreCase(method) ? action : "");
        return tokens.processAction(request, action, method);
    }

    @Override
    public String processFormFieldValue(HttpServletRequest request, @Nullable String name, String value, String type) {
        return tokens.processFormFieldValue(request, name, value, type);
    }

    @Override
    public @Nullable Map<String, String> getExtraHiddenFields(HttpServletRequest request) {
        var fields = tokens.getExtraHiddenFields(request);
        var action = String.valueOf(request.getAttribute(ACTION));
        var key = key(action);
        if (key == null) {
            return fields;
        }
        var all = fields == null ? new HashMap<String, String>() : new HashMap<>(fields);
        all.put(FormKey.FIELD, seal.getObject().seal(key));
        request.setAttribute(FormsOnPage.class.getName(), true);
        var kept = RestoredFormArgument.kept(request);
        if (kept != null && action.replaceFirst("[?#].*", "").equals(request.getRequestURI())) {
            all.put(KEPT, kept);
        }
        return all;
    }

    /** The number of the unsent form of this address; null if there is none. */
    private static @Nullable FormKey key(String action) {
        var me = SignedIn.now();
        if (me != null && action.startsWith("/admin/")) {
            return new FormKey(me.id(), UUID.randomUUID().toString());
        }
        return action.startsWith("/setup/") || action.startsWith("/invitations/")
                ? new FormKey(null, UUID.randomUUID().toString())
                : null;
    }

    @Override
    public String processUrl(HttpServletRequest request, String url) {
        return tokens.processUrl(request, url);
    }
}
