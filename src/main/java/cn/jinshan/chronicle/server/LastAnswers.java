package cn.jinshan.chronicle.server;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.server.NetworkConnector;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jetty.JettyWebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Graceful stop: first the port is closed, then open connections are answered and told to close. The server stops only
 * after a moment without requests, as stopping cuts connections that were kept alive.
 */
@Component
class LastAnswers implements SmartLifecycle {

    /** Time that a request may still be on its way. */
    private static final Duration QUIET = Duration.ofMillis(500);

    /** Maximum duration, even if a client keeps sending requests. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final ApplicationContext application;
    private final AtomicLong lastAsked = new AtomicLong();
    private volatile boolean running;
    private volatile boolean closing;

    LastAnswers(ApplicationContext application) {
        this.application = application;
    }

    /** A request is there. */
    void asked() {
        lastAsked.set(System.nanoTime());
    }

    /** Adds to an answer that it is the last one of its connection, if it is. */
    void add(Response response) {
        if (closing) {
            response.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE);
        }
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        var server = server();
        if (server != null) {
            closing = true;
            for (var connector : server.getServer().getConnectors()) {
                ((NetworkConnector) connector).close();
            }
            var began = System.nanoTime();
            lastAsked.set(began);
            while (!hasPassed(QUIET, lastAsked.get()) && !hasPassed(LONGEST, began)) {
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
        }
        running = false;
    }

    private static boolean hasPassed(Duration time, long since) {
        return System.nanoTime() - since > time.toNanos();
    }

    private @Nullable JettyWebServer server() {
        return application instanceof WebServerApplicationContext web
                        && web.getWebServer() instanceof JettyWebServer jetty
                ? jetty
                : null;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** The server goes on while an application is only paused. */
    @Override
    public boolean isPauseable() {
        return false;
    }

    /** Before the server itself: the highest stops first. */
    @Override
    public int getPhase() {
        return WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE + 1;
    }
}
