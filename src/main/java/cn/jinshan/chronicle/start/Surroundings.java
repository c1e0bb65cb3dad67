package cn.jinshan.chronicle.start;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.CharBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Check of the settings, the data folder and the port, before the application is built. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class Surroundings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** Settings that are taken as written: Spring would replace {@code ${…}} in them without a word. */
    private static final String[] SECRETS = {
        "chronicle.admin-password",
        "spring.datasource.username",
        "spring.datasource.password",
        "spring.datasource.hikari.username",
        "spring.datasource.hikari.password",
        "spring.flyway.user",
        "spring.flyway.password",
        "server.ssl.key-password",
        "server.ssl.key-store-password",
        "server.ssl.trust-store-password"
    };

    private static final String PORT = "server.port";
    private static final int USUAL_PORT = 8080;
    private static final int HIGHEST_PORT = 65535;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        var known = new KnownSettings();
        known.refuseOthers(environment);
        environment.getPropertySources().addFirst(new MapPropertySource("as written", asWritten(environment)));
        known.read(environment);
        if (context instanceof WebServerApplicationContext) {
            checkPort(Binder.get(environment));
        }
    }

    private static Map<String, Object> asWritten(ConfigurableEnvironment environment) {
        var written = new HashMap<String, Object>();
        for (var secret : SECRETS) {
            var name = ConfigurationPropertyName.of(secret);
            StreamSupport.stream(ConfigurationPropertySources.get(environment).spliterator(), false)
                    .map((ConfigurationPropertySource source) -> source.getConfigurationProperty(name))
                    .filter(Objects::nonNull)
                    .findFirst()
                    // Spring replaces nothing in a value that is no String
                    .ifPresent(found -> written.put(secret, CharBuffer.wrap(String.valueOf(found.getValue()))));
        }
        var folder = Binder.get(environment).bind(DataFolder.SETTING, Object.class);
        if (folder.isBound()) {
            // Spring would first look for a String among the resources of the application
            written.put(DataFolder.SETTING, DataFolder.of(folder.get().toString()));
            environment.getConversionService().addConverter(Path.class, String.class, Path::toString);
        }
        return written;
    }

    /** Refuses an invalid port; the default and any free port are allowed. */
    private static void checkPort(Binder binder) {
        int port = binder.bind(PORT, Integer.class).orElse(USUAL_PORT);
        // Of ${random.int(…)} each reading gives another
        boolean random = port != binder.bind(PORT, Integer.class).orElse(USUAL_PORT);
        if (port == 0 || port == -1 || random) {
            return;
        }
        if (port < 0 || port > HIGHEST_PORT) {
            throw new RefusedStartException(PORT + "=" + port + " is no port.", "Give one of 1 to 65535.");
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
