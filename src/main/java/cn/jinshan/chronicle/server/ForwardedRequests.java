package cn.jinshan.chronicle.server;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpScheme;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.HostPort;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the address of the caller from the headers of our own proxies: of a chain of addresses, the last one that is
 * not such a proxy. It removes these headers, so that nothing later reads them; those of other callers are ignored.
 */
class ForwardedRequests implements HttpConfiguration.Customizer {

    private static final Logger LOG = LoggerFactory.getLogger(ForwardedRequests.class);

    private static final String X_FORWARDED = "x-forwarded-";

    /** A pair of {@code Forwarded} (RFC 7239 §4). */
    private static final Pattern PAIR =
            Pattern.compile("(?i)\\b(for|proto|host)\\s*=\\s*(?:\"([^\"]*)\"|([^\",;\\s]*))");

    private final Proxies proxies;
    private final AtomicBoolean said = new AtomicBoolean();

    ForwardedRequests(Proxies proxies) {
        this.proxies = proxies;
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable answer) {
        var headers = request.getHeaders();
        if (headers.stream().noneMatch(field -> isForwarded(field.getName()))) {
            return request;
        }
        var sender = address(request);
        if (!proxies.include(sender)) {
            if (!said.getAndSet(true)) {
                LOG.warn(
                        "Requests from {} bear headers of a proxy, which are not read: name it in chronicle.proxies if it"
                                + " is yours. Until then all who come through it count as one address.",
                        sender);
            }
            return new Forwarded(request, null, null, null);
        }
        return forwarded(request, sender);
    }

    private static boolean isForwarded(String header) {
        var name = header.toLowerCase(Locale.ROOT);
        return name.startsWith(X_FORWARDED) || name.equals("forwarded");
    }

    /** The address of the connection. */
    static InetAddress address(Request request) {
        return ((InetSocketAddress) request.getConnectionMetaData().getRemoteSocketAddress()).getAddress();
    }

    /** {@code Forwarded}, which most proxies pass on unchecked, counts only without {@code X-Forwarded-*}. */
    private Request forwarded(Request request, InetAddress sender) {
        var headers = request.getHeaders();
        Deque<String> chain = new ArrayDeque<>(headers.getCSV(HttpHeader.X_FORWARDED_FOR, false));
        var scheme = first(headers, HttpHeader.X_FORWARDED_PROTO);
        var host = first(headers, HttpHeader.X_FORWARDED_HOST);
        if (chain.isEmpty() && scheme == null && host == null) {
            var pairs = PAIR.matcher(String.join(",", headers.getValuesList(HttpHeader.FORWARDED)));
            while (pairs.find()) {
                var value = pairs.group(2) == null ? pairs.group(3) : pairs.group(2);
                switch (pairs.group(1).toLowerCase(Locale.ROOT)) {
                    case "for" -> chain.add(value);
                    case "proto" -> scheme = scheme == null ? value : scheme;
                    default -> host = host == null ? value : host;
                }
            }
        }
        var client = sender;
        while (!chain.isEmpty() && proxies.include(client)) {
            var before = literal(chain.removeLast());
            if (before == null) {
                break;
            }
            client = before;
        }
        return new Forwarded(request, client, scheme, host);
    }

    private static @Nullable String first(HttpFields headers, HttpHeader name) {
        return headers.getCSV(name, false).stream().findFirst().orElse(null);
    }

    /** An address of a chain, which may have a port and, of version 6, brackets. */
    private static @Nullable InetAddress literal(String written) {
        var bare = Network.literal(written);
        return bare != null ? bare : Network.literal(written.replaceFirst("^\\[?(.*?)]?(:\\d+)?$", "$1"));
    }

    /** A request as it was before it came through the proxies. */
    private static class Forwarded extends Request.Wrapper {

        private final HttpFields headers;
        private final HttpURI address;
        private final ConnectionMetaData connection;

        Forwarded(Request request, @Nullable InetAddress client, @Nullable String scheme, @Nullable String host) {
            super(request);
            var uri = HttpURI.build(request.getHttpURI());
            var fields = HttpFields.build();
            request.getHeaders().stream()
                    .filter(field -> !isForwarded(field.getName()))
                    .forEach(fields::add);
            if (HttpScheme.HTTP.is(scheme) || HttpScheme.HTTPS.is(scheme)) {
                uri.scheme(scheme);
            }
            var authority = authority(host);
            if (authority != null) {
                uri.authority(authority.getHost(), authority.getPort());
                fields.put(HttpHeader.HOST, authority.toString());
            }
            this.address = uri.asImmutable();
            this.headers = fields.asImmutable();
            this.connection = new ConnectionMetaData.Wrapper(request.getConnectionMetaData()) {
                @Override
                public SocketAddress getRemoteSocketAddress() {
                    return client == null ? super.getRemoteSocketAddress() : new InetSocketAddress(client, 0);
                }

                @Override
                public HostPort getServerAuthority() {
                    return authority == null ? super.getServerAuthority() : authority;
                }
            };
        }

        private static @Nullable HostPort authority(@Nullable String host) {
            try {
                return host == null || host.isEmpty() ? null : new HostPort(host);
            } catch (IllegalArgumentException unreadable) {
                return null;
            }
        }

        @Override
        public HttpURI getHttpURI() {
            return address;
        }

        @Override
        public HttpFields getHeaders() {
            return headers;
        }

        @Override
        public boolean isSecure() {
            return HttpScheme.HTTPS.is(address.getScheme());
        }

        @Override
        public ConnectionMetaData getConnectionMetaData() {
            return connection;
        }
    }
}
