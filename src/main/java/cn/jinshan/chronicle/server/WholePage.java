package cn.jinshan.chronicle.server;

import cn.jinshan.chronicle.site.KeptPage;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/**
 * Answer of a public address with a strong entity tag (RFC 9110, 8.8.3), as bytes.
 *
 * @param headers all but those of a connection or moment
 * @param known the same without those of the body, for who has it already
 * @param body as it is sent, perhaps compressed; nobody moves its position
 * @param tag of exactly this body
 */
record WholePage(int status, HttpFields headers, HttpFields known, ByteBuffer body, String tag) implements KeptPage {

    /** Those of a connection or moment, and what is said of the body beside it. */
    private static final Set<HttpHeader> PASSING = EnumSet.of(
            HttpHeader.DATE,
            HttpHeader.SERVER,
            HttpHeader.CONNECTION,
            HttpHeader.TRANSFER_ENCODING,
            HttpHeader.CONTENT_LENGTH,
            HttpHeader.ETAG);

    private static final Set<HttpHeader> OF_BODY =
            EnumSet.of(HttpHeader.CONTENT_TYPE, HttpHeader.CONTENT_ENCODING, HttpHeader.CONTENT_LANGUAGE);

    /** Most pages have most of them in common, and they would take as much memory as a body. */
    private static final Cache<HttpField, HttpField> ENCODED =
            Caffeine.newBuilder().maximumSize(1000).build();

    /** Weakly compared: whether it is marked as weak makes no difference. */
    private static final Pattern TAG = Pattern.compile("\"[^\"]*\"|\\*");

    /**
     * @param body all of it, or what is left to send of a long one
     * @param length of all of it
     * @param digest of all of it
     */
    static WholePage of(int status, HttpFields said, byte[] body, long length, byte[] digest) {
        var own = said.get(HttpHeader.ETAG);
        var tag = own == null ? '"' + HexFormat.of().formatHex(digest) + '"' : own;
        var headers = HttpFields.build();
        said.stream()
                .filter(field -> !PASSING.contains(field.getHeader()))
                .map(WholePage::encoded)
                .forEach(headers::add);
        headers.add(new PreEncodedHttpField(HttpHeader.ETAG, tag));
        headers.add(new PreEncodedHttpField(HttpHeader.CONTENT_LENGTH, String.valueOf(length)));
        var known = HttpFields.build(headers);
        OF_BODY.forEach(known::remove);
        return new WholePage(
                status,
                headers.asImmutable(),
                known.asImmutable(),
                ByteBuffer.wrap(body).asReadOnlyBuffer(),
                tag);
    }

    private static HttpField encoded(HttpField field) {
        return ENCODED.get(field, each -> new PreEncodedHttpField(each.getHeader(), each.getName(), each.getValue()));
    }

    /** Sends it, or that the browser has it already (RFC 9110, 13.1.2). */
    void send(Request request, Response response, Callback callback) {
        boolean isKnown = isKnown(request);
        response.setStatus(isKnown ? HttpStatus.NOT_MODIFIED_304 : status);
        response.getHeaders().add(isKnown ? known : headers);
        response.write(true, isKnown ? BufferUtil.EMPTY_BUFFER : body.slice(), callback);
    }

    /** Whether the browser has it already. */
    boolean isKnown(Request request) {
        var asked = request.getHeaders();
        return status == HttpStatus.OK_200
                && asked.contains(HttpHeader.IF_NONE_MATCH)
                && asked.getValuesList(HttpHeader.IF_NONE_MATCH).stream()
                        .flatMap(value -> TAG.matcher(value).results())
                        .map(MatchResult::group)
                        .anyMatch(each -> each.equals("*") || each.equals(tag));
    }

    @Override
    public int weight() {
        return body.remaining()
                + headers.stream()
                        .mapToInt(field ->
                                field.getName().length() + field.getValue().length())
                        .sum();
    }
}
