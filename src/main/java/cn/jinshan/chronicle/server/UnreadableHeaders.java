package cn.jinshan.chronicle.server;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.QuotedCSV;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * Removes headers that the server cannot parse, and invalid cookies (RFC 6265), of which one would spoil those after
 * it.
 */
class UnreadableHeaders implements HttpConfiguration.Customizer {

    private static final Pattern LISTS = Pattern.compile("(?i)accept(-.*)?|te|upgrade|x-forwarded-.*");

    private static final Pattern CONDITIONS = Pattern.compile("(?i)if-(none-)?match");

    /** Entity tags (RFC 9110, 8.8.3), or any. */
    private static final Pattern TAGS = Pattern.compile("\\*|(?:W/)?\"[^\"]*\"(?:\\s*,\\s*(?:W/)?\"[^\"]*\")*");

    private static final String OCTETS = "[!#-+\\--:<-\\[\\]-~]*";

    private static final Pattern COOKIE =
            Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+=(" + OCTETS + "|\"" + OCTETS + "\")");

    @Override
    public Request customize(Request request, HttpFields.Mutable answer) {
        if (request.getHeaders().stream().allMatch(UnreadableHeaders::isReadable)) {
            return request;
        }
        var readable = HttpFields.build();
        for (var field : request.getHeaders()) {
            if (isReadable(field)) {
                readable.add(field);
            } else if (field.getHeader() == HttpHeader.COOKIE) {
                readable.add(HttpHeader.COOKIE, cookies(field.getValue()));
            }
        }
        var headers = readable.asImmutable();
        return new Request.Wrapper(request) {
            @Override
            public HttpFields getHeaders() {
                return headers;
            }
        };
    }

    private static boolean isReadable(HttpField field) {
        if (field.getValue() == null) {
            return true;
        }
        if (field.getHeader() == HttpHeader.COOKIE) {
            return cookies(field.getValue()).equals(field.getValue());
        }
        if (CONDITIONS.matcher(field.getName()).matches()) {
            return TAGS.matcher(field.getValue()).matches();
        }
        if (!LISTS.matcher(field.getName()).matches()) {
            return true;
        }
        try {
            new QuotedCSV(field.getValue());
            return true;
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    private static String cookies(String sent) {
        return Arrays.stream(sent.split(";"))
                .map(String::strip)
                .filter(each -> COOKIE.matcher(each).matches())
                .collect(Collectors.joining("; "));
    }
}
