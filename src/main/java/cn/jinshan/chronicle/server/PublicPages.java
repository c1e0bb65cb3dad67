package cn.jinshan.chronicle.server;

import cn.jinshan.chronicle.site.KeptPage;
import cn.jinshan.chronicle.site.KeptPages;
import cn.jinshan.chronicle.site.PageKey;
import cn.jinshan.chronicle.site.ReadingSettings;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Answers public addresses out of {@link KeptPages}: in front of firewall, sessions and database, one maker at a time
 * for each page, with entity tags (RFC 9110, 8.8.3 and 13.1.2).
 */
class PublicPages extends Handler.Wrapper {

    /** Who waits longer for another to make a page makes it alone. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Set<Integer> KEPT =
            Set.of(HttpStatus.OK_200, HttpStatus.MOVED_PERMANENTLY_301, HttpStatus.NOT_FOUND_404, HttpStatus.GONE_410);

    private static final String GZIP = "gzip";

    /** All of a request's headers that a page may depend on, as far as its key says them. */
    private static final Set<HttpHeader> ASKED =
            EnumSet.of(HttpHeader.HOST, HttpHeader.ACCEPT_LANGUAGE, HttpHeader.COOKIE);

    private final Supplier<KeptPages> pages;

    PublicPages(Supplier<KeptPages> pages, Handler next) {
        super(next);
        this.pages = pages;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        var key = key(request);
        var asked = key.flatMap(pages.get()::ask).orElse(null);
        if (asked == null) {
            return super.handle(request, response, callback);
        }
        if (asked.isNew()) {
            return make(key.orElseThrow(), asked.page(), request, response, callback);
        }
        if (asked.page().isDone()) {
            return answer(asked.page().join(), request, response, callback);
        }
        answerWhenMade(asked.page(), request, response, callback);
        return true;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // answerLater throws nothing
    private void answerWhenMade(KeptPages.Making page, Request request, Response response, Callback callback) {
        page.copy()
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .whenComplete((made, late) ->
                        request.getContext().execute(() -> answerLater(made, request, response, callback)));
    }

    private boolean make(PageKey key, KeptPages.Making making, Request request, Response response, Callback callback)
            throws Exception {
        var made = new Made(key, making, request, response, callback);
        boolean isHandled = false;
        try {
            isHandled = super.handle(new Whole(request, key), made, made);
            return isHandled;
        } finally {
            if (!isHandled) {
                pages.get().keep(key, making, null);
            }
        }
    }

    private boolean answer(@Nullable KeptPage page, Request request, Response response, Callback callback)
            throws Exception {
        if (page == null) {
            return super.handle(request, response, callback);
        }
        ((WholePage) page).send(request, response, callback);
        return true;
    }

    private void answerLater(@Nullable KeptPage page, Request request, Response response, Callback callback) {
        try {
            if (!answer(page, request, response, callback)) {
                Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
            }
        } catch (Exception e) {
            Response.writeError(request, response, callback, e);
        }
    }

    private static Optional<PageKey> key(Request request) {
        var headers = request.getHeaders();
        var path = request.getHttpURI().getPath();
        boolean reads = HttpMethod.GET.is(request.getMethod()) || HttpMethod.HEAD.is(request.getMethod());
        if (!reads || path == null || request.getLength() > 0 || headers.contains(HttpHeader.RANGE)) {
            return Optional.empty();
        }
        var uri = request.getHttpURI();
        return PageKey.of(
                uri.getScheme() + "://" + uri.getAuthority() + " " + headers.get(HttpHeader.HOST),
                path,
                uri.getQuery(),
                settings(request),
                headers.get(HttpHeader.ACCEPT_LANGUAGE),
                headers.getQualityCSV(HttpHeader.ACCEPT_ENCODING).contains(GZIP));
    }

    private static List<String> settings(Request request) {
        return request.getHeaders().contains(HttpHeader.COOKIE)
                ? Request.getCookies(request).stream()
                        .filter(cookie -> cookie.getName().equals(ReadingSettings.COOKIE))
                        .map(HttpCookie::getValue)
                        .toList()
                : List.of();
    }

    /** A request for the whole page, by whoever else might ask for it. */
    private static class Whole extends Request.Wrapper {

        private final HttpFields headers;

        Whole(Request request, PageKey key) {
            super(request);
            var asked = HttpFields.build();
            request.getHeaders().stream()
                    .filter(field -> ASKED.contains(field.getHeader()))
                    .forEach(asked::add);
            if (key.isCompressed()) {
                asked.put(HttpHeader.ACCEPT_ENCODING, GZIP);
            }
            headers = asked.asImmutable();
        }

        @Override
        public HttpFields getHeaders() {
            return headers;
        }

        @Override
        public String getMethod() {
            return HttpMethod.GET.asString();
        }
    }

    /**
     * Page on its way: it is kept as soon as it is whole, and then sent. What becomes too long is held by whoever
     * asked.
     */
    private class Made extends Response.Wrapper implements Callback {

        private final PageKey key;
        private final KeptPages.Making making;
        private final Callback callback;
        private final WholeAnswer held;
        private final MessageDigest digest = md5();
        private long length;

        Made(PageKey key, KeptPages.Making making, Request request, Response response, Callback callback) {
            super(request, response);
            this.key = key;
            this.making = making;
            this.callback = callback;
            this.held = Response.as(response, WholeAnswer.class);
        }

        @Override
        public void write(boolean last, @Nullable ByteBuffer part, Callback written) {
            if (part != null) {
                length += part.remaining();
                digest.update(part.slice());
            }
            if (length > KeptPages.LONGEST) {
                pages.get().keep(key, making, null);
            }
            held.hold(part, written);
        }

        @Override
        public void reset() {
            length = 0;
            digest.reset();
            super.reset();
        }

        @Override
        public void succeeded() {
            var body = held.take();
            var page = page(body.orElse(new byte[0]));
            pages.get().keep(key, making, body.isPresent() ? page : null);
            if (page == null) {
                super.write(true, body.map(ByteBuffer::wrap).orElse(null), callback);
                return;
            }
            if (page.isKnown(getRequest())) {
                held.drop();
            }
            page.headers().forEach(field -> getHeaders().remove(field.getName()));
            page.send(getRequest(), getWrapped(), callback);
        }

        @Override
        public void failed(Throwable failure) {
            pages.get().keep(key, making, null);
            callback.failed(failure);
        }

        private static MessageDigest md5() {
            try {
                return MessageDigest.getInstance("MD5");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        /** What may be handed out again, and null for all else. */
        private @Nullable WholePage page(byte[] body) {
            var headers = getHeaders();
            // None is set for what is as it should be
            int status = getStatus() == 0 ? HttpStatus.OK_200 : getStatus();
            if (!KEPT.contains(status)
                    || headers.contains(HttpHeader.SET_COOKIE)
                    || !headers.contains(HttpHeader.CACHE_CONTROL)
                    || headers.contains(HttpHeader.CACHE_CONTROL, "no-store")) {
                return null;
            }
            return WholePage.of(status, headers, body, length, digest.digest());
        }
    }
}
