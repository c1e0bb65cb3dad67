package cn.jinshan.chronicle.server;

import cn.jinshan.chronicle.start.RefusedStartException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Range of network addresses (RFC 4632, RFC 4291 §2.3): {@code 10.0.0.0/8}, {@code fd00::/8}, or a single address.
 *
 * @param bits how many of the first bits all of its addresses share
 */
record Network(InetAddress address, int bits) {

    private static final String BYTE = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";

    /** A literal: nothing here is ever looked up. */
    private static final Pattern LITERAL = Pattern.compile(BYTE + "(\\." + BYTE + "){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    /** Reads one as it is written; refuses names, and more bits than an address has. */
    public static Network of(String written) {
        var parts = written.strip().split("/", 2);
        var address = literal(parts[0]);
        if (address == null) {
            throw unreadable(written);
        }
        int all = address.getAddress().length * Byte.SIZE;
        int bits = parts.length == 1 ? all : parts[1].matches("\\d{1,3}") ? Integer.parseInt(parts[1]) : -1;
        if (bits < 0 || bits > all) {
            throw unreadable(written);
        }
        return new Network(address, bits);
    }

    private static RefusedStartException unreadable(String written) {
        return new RefusedStartException(
                "chronicle.proxies names \"" + written + "\", which is neither an address nor a range of them.",
                "Name the proxies by their addresses, such as --chronicle.proxies=127.0.0.1,10.0.0.0/8, or nobody by"
                        + " --chronicle.proxies=");
    }

    /** The address that a text is; null if it is none. */
    static @Nullable InetAddress literal(String text) {
        try {
            return LITERAL.matcher(text).matches() ? InetAddress.getByName(text) : null;
        } catch (UnknownHostException none) {
            return null;
        }
    }

    boolean holds(InetAddress other) {
        var mine = address.getAddress();
        var others = other.getAddress();
        return mine.length == others.length
                && new BigInteger(1, mine)
                                .xor(new BigInteger(1, others))
                                .shiftRight(mine.length * Byte.SIZE - bits)
                                .signum()
                        == 0;
    }
}
