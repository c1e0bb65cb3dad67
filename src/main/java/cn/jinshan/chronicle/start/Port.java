package cn.jinshan.chronicle.start;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.springframework.boot.context.properties.bind.Binder;

/** Check of the configured port. */
final class Port {

    private static final String SETTING = "server.port";

    private static final int USUAL = 8080;
    private static final int HIGHEST = 65535;

    private Port() {}

    /** Refuses an invalid port; the default and any free port are allowed. */
    static void check(Binder binder) {
        int port = binder.bind(SETTING, Integer.class).orElse(USUAL);
        // Of ${random.int(…)} each reading gives another
        boolean random = port != binder.bind(SETTING, Integer.class).orElse(USUAL);
        if (port == 0 || port == -1 || random) {
            return;
        }
        if (port < 0 || port > HIGHEST) {
            throw new RefusedStartException(SETTING + "=" + port + " is no port.", "Give one of 1 to 65535.");
        }
        var address = binder.bind("server.address", InetAddress.class).orElse(null);
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
        } catch (IOException e) {
            throw new RefusedStartException(
                    "Nobody can be served on port " + port + (address == null ? "" : " of " + address) + ": "
                            + e.getMessage() + ".",
                    "Stop the program that uses it (perhaps the chronicle itself, started before), or choose another port that"
                            + " this user may use with --server.port=8081.",
                    e);
        }
    }
}
