package cn.jinshan.chronicle.signin;

import java.util.UUID;
import org.springframework.session.SessionIdGenerator;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Numbers of sessions: random, or the one that the presses of a form agree on. */
class SessionIds implements SessionIdGenerator {

    /** Attribute of a request: the number that the session is about to get. */
    static final String AGREED = SessionIds.class.getName();

    @Override
    public String generate() {
        var request = RequestContextHolder.getRequestAttributes();
        return request != null && request.getAttribute(AGREED, RequestAttributes.SCOPE_REQUEST) instanceof String agreed
                ? agreed
                : UUID.randomUUID().toString();
    }
}
