package cn.jinshan.chronicle.staff;

import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Tells a page of the desk whether a form of staff stands on it, and with it the script of forms. */
@Component
public class FormsOnPage {

    /** Whether the page has one, as far as it has been written. */
    public boolean any() {
        var request = RequestContextHolder.getRequestAttributes();
        return request != null
                && request.getAttribute(FormsOnPage.class.getName(), RequestAttributes.SCOPE_REQUEST) != null;
    }
}
