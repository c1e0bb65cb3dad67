package cn.jinshan.chronicle.server;

import java.net.InetAddress;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Operator's own proxy servers in front of the application.
 *
 * @param proxies addresses, or ranges such as {@code 10.0.0.0/8}, of those who are believed about where a request comes
 *     from ({@code X-Forwarded-For}, {@code -Proto}, {@code -Host}, {@code Forwarded}) and who may send more at once
 *     than one caller; may be empty
 */
@ConfigurationProperties("chronicle")
record Proxies(@DefaultValue({"127.0.0.0/8", "::1"}) List<Network> proxies) {

    /** Whether an address is one of theirs. */
    boolean include(InetAddress address) {
        return proxies.stream().anyMatch(network -> network.holds(address));
    }
}
