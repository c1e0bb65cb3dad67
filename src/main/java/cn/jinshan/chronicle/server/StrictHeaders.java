package cn.jinshan.chronicle.server;

import cn.jinshan.chronicle.site.SecurityHeaders;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/** Adds the security headers to every answer of the server. */
final class StrictHeaders {

    private StrictHeaders() {}

    /** Adds what the answer does not say already. */
    static void add(Request request, Response response) {
        var headers = response.getHeaders();
        SecurityHeaders.STRICT.forEach((name, value) -> {
            if (!headers.contains(name)) {
                headers.put(name, value);
            }
        });
        var type = headers.get(HttpHeader.CONTENT_TYPE);
        if (type != null) {
            // As whoever wrote it spells it, and not the server
            headers.put(HttpHeader.CONTENT_TYPE, type.replace("charset=utf-8", "charset=UTF-8"));
        }
        if (request.isSecure() && !headers.contains(SecurityHeaders.TRANSPORT)) {
            headers.put(SecurityHeaders.TRANSPORT, SecurityHeaders.A_YEAR);
        }
    }
}
