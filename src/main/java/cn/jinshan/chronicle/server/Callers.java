package cn.jinshan.chronicle.server;

import cn.jinshan.chronicle.server.Caller.Phase;
import java.time.Duration;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.CyclicTimeouts;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;

/**
 * All open connections. The server closes those that are slower than a telephone line, and where there are too many,
 * those that are furthest behind.
 */
class Callers extends Handler.Wrapper implements Connection.Listener {

    /** For the head of a request, also of the next one on a connection that is kept. */
    private static final Duration HEAD = Duration.ofSeconds(45);

    /** For each so many bytes more. */
    private static final Duration STEP = Duration.ofSeconds(20);

    static final int STEP_BYTES = 8_000;

    private static final int CONNECTIONS = 8_000;
    private static final int BODIES = 1_000;

    /** For all that is held of bodies and answers. */
    private static final long MEMORY = Runtime.getRuntime().maxMemory() / 8;

    /** For all that is held of answers in files. */
    private static final long FILES = 1L << 30;

    private static final Comparator<Caller> FURTHEST_BEHIND = Comparator.comparingLong(Caller::getExpireNanoTime);

    private final Map<Connection, Caller> callers = new ConcurrentHashMap<>();
    private final CyclicTimeouts<Caller> deadlines;
    private final LastAnswers lastAnswers;

    Callers(Server server, LastAnswers lastAnswers) {
        this.lastAnswers = lastAnswers;
        deadlines = new CyclicTimeouts<>(server.getScheduler()) {
            @Override
            protected Iterator<Caller> iterator() {
                return callers.values().iterator();
            }

            @Override
            protected boolean onExpired(Caller caller) {
                caller.giveUpIfLate();
                return false;
            }
        };
    }

    @Override
    public void onOpened(Connection connection) {
        var caller = new Caller(connection);
        callers.put(connection, caller);
        await(caller, Phase.HEAD, HEAD, 0);
        if (callers.size() > CONNECTIONS) {
            in(Phase.HEAD).min(FURTHEST_BEHIND).ifPresent(Caller::giveUp);
        }
    }

    @Override
    public void onClosed(Connection connection) {
        callers.remove(connection);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        var connection = request.getConnectionMetaData().getConnection();
        var caller = callers.getOrDefault(connection, new Caller(connection));
        caller.awaitWork();
        lastAnswers.asked();
        var answer = new WholeAnswer(request, response, callback, this);
        request.setAttribute(Caller.class.getName(), caller);
        return super.handle(request, answer, answer);
    }

    /** Begins to wait for the head of the next request. */
    void awaitHead(Request request) {
        of(request).file(0);
        await(of(request), Phase.HEAD, HEAD, 0);
    }

    /** Begins to wait for a body, or for more of it than the bytes that are here. */
    void awaitBody(Request request, Duration left, int bytes) {
        var caller = of(request);
        if (!caller.isIn(Phase.BODY) && in(Phase.BODY).count() >= BODIES) {
            in(Phase.BODY).min(FURTHEST_BEHIND).ifPresent(Caller::giveUp);
        }
        await(caller, Phase.BODY, left.compareTo(STEP) < 0 ? left : STEP, bytes);
    }

    /** Says what every answer says, before it is sent. */
    void begin(Request request, Response response) {
        StrictHeaders.add(request, response);
        lastAnswers.add(response);
    }

    void awaitWork(Request request) {
        of(request).awaitWork();
    }

    /** Begins to wait until so many bytes of an answer are taken. */
    void awaitReading(Request request, int bytes) {
        await(of(request), Phase.ANSWER, STEP.plus(STEP.multipliedBy(bytes / STEP_BYTES)), bytes);
    }

    /** Notes how much of an answer, which is about to be sent, is in a file. */
    void file(Request request, long bytes) {
        of(request).file(bytes);
        while (callers.values().stream().mapToLong(Caller::filed).sum() > FILES) {
            callers.values().stream()
                    .max(Comparator.comparingLong(Caller::filed))
                    .ifPresent(Caller::giveUp);
        }
    }

    private static Caller of(Request request) {
        return (Caller) request.getAttribute(Caller.class.getName());
    }

    private void await(Caller caller, Phase phase, Duration longest, int bytes) {
        caller.await(phase, longest, bytes);
        deadlines.schedule(caller);
        while (bytes > 0 && held() > MEMORY) {
            callers.values().stream().max(Comparator.comparingInt(Caller::held)).ifPresent(Caller::giveUp);
        }
    }

    private long held() {
        return callers.values().stream().mapToLong(Caller::held).sum();
    }

    private Stream<Caller> in(Phase phase) {
        return callers.values().stream().filter(caller -> caller.isIn(phase));
    }
}
