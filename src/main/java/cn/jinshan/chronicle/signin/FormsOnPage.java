package cn.jinshan.chronicle.signin;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Tells the script of forms what is on a page of the desk: whether it has a form, and which sent form it answers. */
@Component
public class FormsOnPage {

    /** Whether the page has one, as far as it has been written. */
    public boolean any() {
        var request = RequestContextHolder.getRequestAttributes();
        return request != null
                && request.getAttribute(FormsOnPage.class.getName(), RequestAttributes.SCOPE_REQUEST) != null;
    }

    /** The hidden field of the form that the page is the answer to; null: it was only asked for. */
    public @Nullable String getAnswered() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? request.getRequest().getParameter(FormKey.FIELD)
                : null;
    }
}
