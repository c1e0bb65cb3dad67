package cn.jinshan.chronicle.server;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.NanoTime;
import org.eclipse.jetty.util.thread.Invocable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;

/**
 * Reads the whole body of a form before a thread works on it. It refuses a body that is no form, too long or too slow,
 * and does not read one that is sent to a page without forms.
 */
class Forms extends Handler.Wrapper {

    /** Methods that the firewall accepts (RFC 9110, RFC 5789); requests with others are not read. */
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private static final int LONGEST = 2 * 1024 * 1024;

    private static final Duration LATEST = Duration.ofMinutes(5);

    /** How many of one address are read at once. */
    private static final int OF_ONE_ADDRESS = 20;

    private final Callers callers;
    private final Proxies proxies;
    private final ObjectProvider<WebInvocationPrivilegeEvaluator> rules;
    private final Map<InetAddress, Integer> reading = new ConcurrentHashMap<>();

    Forms(Callers callers, Proxies proxies, ObjectProvider<WebInvocationPrivilegeEvaluator> rules, Handler next) {
        super(next);
        this.callers = callers;
        this.proxies = proxies;
        this.rules = rules;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (!METHODS.contains(request.getMethod())) {
            response.getHeaders()
                    .put(HttpHeader.ALLOW, METHODS.stream().sorted().collect(Collectors.joining(", ")));
            refuse(request, response, callback, HttpStatus.METHOD_NOT_ALLOWED_405);
            return true;
        }
        if (!String.valueOf(request.getHttpURI().getPath()).startsWith("/")) {
            refuse(request, response, callback, HttpStatus.BAD_REQUEST_400);
            return true;
        }
        if (!hasBody(request)) {
            return super.handle(request, response, callback);
        }
        if (!isTaken(request)) {
            response.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE);
            return super.handle(new WithBody(request, new byte[0]), response, new Swallowing(request, callback));
        }
        if (!isForm(request)) {
            refuse(request, response, callback, HttpStatus.UNSUPPORTED_MEDIA_TYPE_415);
        } else if (request.getLength() > LONGEST) {
            refuse(request, response, callback, HttpStatus.PAYLOAD_TOO_LARGE_413);
        } else {
            var address = ForwardedRequests.address(request);
            if (reading.merge(address, 1, Integer::sum) > OF_ONE_ADDRESS && !proxies.include(address)) {
                release(address);
                refuse(request, response, callback, HttpStatus.TOO_MANY_REQUESTS_429);
            } else {
                new Body(request, response, callback, address).read(Runnable::run);
            }
        }
        return true;
    }

    private void release(InetAddress address) {
        reading.computeIfPresent(address, (same, count) -> count == 1 ? null : count - 1);
    }

    private static boolean hasBody(Request request) {
        return request.getLength() > 0 || request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
    }

    /** Whether the content type is that of a form, whatever its parameters. */
    private static boolean isForm(Request request) {
        var type = String.valueOf(request.getHeaders().get(HttpHeader.CONTENT_TYPE));
        return MimeTypes.Type.FORM_ENCODED.is(type.replaceFirst("(?s)\\s*;.*", ""));
    }

    /** Whether the rules let somebody send it: what a stranger may read but not send to takes nothing of anybody. */
    private boolean isTaken(Request request) {
        var path = request.getHttpURI().getPath();
        var asked = rules.getObject();
        return HttpMethod.POST.is(request.getMethod())
                && (asked.isAllowed("", path, HttpMethod.POST.asString(), null)
                        || !asked.isAllowed("", path, HttpMethod.GET.asString(), null));
    }

    /** What is still being sent is thrown away for a while: who has not read the answer yet would lose it otherwise. */
    private void refuse(Request request, Response response, Callback callback, int status) {
        response.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE);
        Response.writeError(request, response, new Swallowing(request, callback), status);
    }

    /** The body on its way. */
    private class Body implements Runnable, Invocable {

        private final Request request;
        private final Response response;
        private final Callback callback;
        private final InetAddress address;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final long began = NanoTime.now();
        private int step;

        Body(Request request, Response response, Callback callback, InetAddress address) {
            this.request = request;
            this.response = response;
            this.callback = callback;
            this.address = address;
            awaitMore();
        }

        private void awaitMore() {
            step = bytes.size();
            callers.awaitBody(request, LATEST.minusNanos(NanoTime.since(began)), step);
        }

        /** More has come. Whoever says so has others to hear, and hands on what is whole. */
        @Override
        public void run() {
            read(request.getContext());
        }

        void read(Executor worker) {
            while (true) {
                var chunk = request.read();
                if (chunk == null) {
                    request.demand(this);
                    return;
                }
                if (Content.Chunk.isFailure(chunk)) {
                    end();
                    refuse(request, response, callback, status(chunk.getFailure()));
                    return;
                }
                add(chunk);
                if (bytes.size() > LONGEST) {
                    end();
                    refuse(request, response, callback, HttpStatus.PAYLOAD_TOO_LARGE_413);
                    return;
                }
                if (chunk.isLast()) {
                    end();
                    worker.execute(this::handle);
                    return;
                }
                if (bytes.size() - step >= Callers.STEP_BYTES) {
                    awaitMore();
                }
            }
        }

        private void add(Content.Chunk chunk) {
            var part = new byte[chunk.remaining()];
            chunk.getByteBuffer().get(part);
            bytes.writeBytes(part);
            chunk.release();
        }

        private void end() {
            release(address);
            callers.awaitWork(request);
        }

        private void handle() {
            try {
                if (!Forms.super.handle(new WithBody(request, bytes.toByteArray()), response, callback)) {
                    Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
                }
            } catch (Exception e) {
                Response.writeError(request, response, callback, e);
            }
        }

        @Override
        public InvocationType getInvocationType() {
            return InvocationType.NON_BLOCKING;
        }
    }

    private static int status(Throwable failure) {
        return failure instanceof TimeoutException
                ? HttpStatus.REQUEST_TIMEOUT_408
                : failure instanceof HttpException refused ? refused.getCode() : HttpStatus.BAD_REQUEST_400;
    }

    /** A request whose body is here. */
    private static class WithBody extends Request.Wrapper {

        private final Content.Source body;
        private final HttpFields headers;
        private final int length;

        WithBody(Request request, byte[] body) {
            super(request);
            this.body = Content.Source.from(ByteBuffer.wrap(body));
            this.length = body.length;
            this.headers = HttpFields.build(request.getHeaders())
                    .remove(HttpHeader.TRANSFER_ENCODING)
                    .put(HttpHeader.CONTENT_LENGTH, length)
                    .asImmutable();
        }

        @Override
        public HttpFields getHeaders() {
            return headers;
        }

        @Override
        public long getLength() {
            return length;
        }

        @Override
        public Content.Chunk read() {
            return body.read();
        }

        @Override
        public void demand(Runnable more) {
            body.demand(more);
        }

        @Override
        public boolean consumeAvailable() {
            return true;
        }
    }

    /** Ends only once a body that nobody reads has come to its end, or for too long or too much of it has come. */
    private class Swallowing extends Callback.Nested implements Runnable {

        private final Request request;
        private int left = 4 * LONGEST;

        Swallowing(Request request, Callback callback) {
            super(callback);
            this.request = request;
        }

        @Override
        public void succeeded() {
            if (request.getHeaders().contains(HttpHeader.EXPECT)) {
                super.succeeded();
            } else {
                callers.awaitBody(request, LATEST, 0);
                run();
            }
        }

        @Override
        public void run() {
            while (left > 0) {
                var chunk = request.read();
                if (chunk == null) {
                    request.demand(this);
                    return;
                }
                left -= chunk.remaining();
                chunk.release();
                if (chunk.isLast() || Content.Chunk.isFailure(chunk)) {
                    break;
                }
            }
            super.succeeded();
        }
    }
}
