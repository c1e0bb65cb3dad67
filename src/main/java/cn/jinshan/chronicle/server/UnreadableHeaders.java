package cn.jinshan.chronicle.server;

import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.QuotedCSV;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/** Leaves out lists that nobody can read, over which the server itself would stumble, as if they had not been sent. */
class UnreadableHeaders implements HttpConfiguration.Customizer {

    private static final Pattern LISTS = Pattern.compile("(?i)accept(-.*)?|if-(none-)?match|te|upgrade|x-forwarded-.*");

    @Override
    public Request customize(Request request, HttpFields.Mutable answer) {
        if (request.getHeaders().stream().allMatch(UnreadableHeaders::isReadable)) {
            return request;
        }
        var readable = HttpFields.build();
        request.getHeaders().stream().filter(UnreadableHeaders::isReadable).forEach(readable::add);
        var headers = readable.asImmutable();
        return new Request.Wrapper(request) {
            @Override
            public HttpFields getHeaders() {
                return headers;
            }
        };
    }

    private static boolean isReadable(HttpField field) {
        if (field.getValue() == null || !LISTS.matcher(field.getName()).matches()) {
            return true;
        }
        try {
            new QuotedCSV(field.getValue());
            return true;
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }
}
