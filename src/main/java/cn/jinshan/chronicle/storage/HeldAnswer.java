package cn.jinshan.chronicle.storage;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * The answer to a form, held back until all is done that could still fail, as the session is read and written again
 * after the handler has answered.
 */
class HeldAnswer extends ContentCachingResponseWrapper {

    private int refusal;
    private @Nullable String reason;

    HeldAnswer(HttpServletResponse response) {
        super(response);
    }

    @Override
    public void sendRedirect(String location) {
        sendRedirect(location, SC_FOUND, true);
    }

    @Override
    public void sendRedirect(String location, int status, boolean clear) {
        if (clear) {
            resetBuffer();
        }
        setStatus(status);
        setHeader(HttpHeaders.LOCATION, location);
    }

    @Override
    public void sendError(int status) {
        sendError(status, null);
    }

    @Override
    public void sendError(int status, @Nullable String why) {
        resetBuffer();
        refusal = status;
        reason = why;
    }

    /** Sends the held answer. */
    void send() throws IOException {
        if (refusal == 0) {
            copyBodyToResponse();
        } else if (reason == null) {
            ((HttpServletResponse) getResponse()).sendError(refusal);
        } else {
            ((HttpServletResponse) getResponse()).sendError(refusal, reason);
        }
    }
}
