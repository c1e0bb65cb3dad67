package cn.jinshan.chronicle.server;

import cn.jinshan.chronicle.site.UnreadableRequests;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Error pages of the server itself, for requests that reach no controller, with the same layout and headers. */
class Refusals implements Request.Handler {

    private static final Duration LATER = Duration.ofSeconds(30);

    private static final Set<Integer> PASSING =
            Set.of(HttpStatus.REQUEST_TIMEOUT_408, HttpStatus.TOO_MANY_REQUESTS_429);

    /** What else is said as it is; all others mean that nobody can read the request. */
    private static final Set<Integer> SAID = Set.of(
            HttpStatus.METHOD_NOT_ALLOWED_405,
            HttpStatus.PAYLOAD_TOO_LARGE_413,
            HttpStatus.UNSUPPORTED_MEDIA_TYPE_415,
            HttpStatus.INTERNAL_SERVER_ERROR_500);

    private final UnreadableRequests page;

    Refusals(UnreadableRequests page) {
        this.page = page;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = status(response);
        response.setStatus(status);
        StrictHeaders.add(request, response);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        if (PASSING.contains(status)) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, LATER.toSeconds());
        }
        if (HttpStatus.hasNoBody(status) || HttpMethod.HEAD.is(request.getMethod())) {
            callback.succeeded();
        } else {
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, UnreadableRequests.TYPE);
            response.write(true, ByteBuffer.wrap(page.page(status).getBytes(StandardCharsets.UTF_8)), callback);
        }
        return true;
    }

    private static int status(Response response) {
        int status = response.getStatus();
        return PASSING.contains(status) || SAID.contains(status) ? status : HttpStatus.BAD_REQUEST_400;
    }
}
