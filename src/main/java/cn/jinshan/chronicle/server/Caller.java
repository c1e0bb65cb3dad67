package cn.jinshan.chronicle.server;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.CyclicTimeouts;
import org.eclipse.jetty.util.NanoTime;

/**
 * Whoever is at the other end of a connection: what is waited for, until when, and how much is held for them meanwhile.
 */
final class Caller implements CyclicTimeouts.Expirable {

    /** What is waited for: the head of a request, its body, our own work on it, or that the answer is taken. */
    enum Phase {
        HEAD,
        BODY,
        WORK,
        ANSWER
    }

    private final Connection connection;
    private Phase phase = Phase.WORK;
    private long expires = Long.MAX_VALUE;
    private int held;

    Caller(Connection connection) {
        this.connection = connection;
    }

    synchronized void await(Phase awaited, Duration longest, int bytes) {
        phase = awaited;
        held = bytes;
        expires = CyclicTimeouts.Expirable.calcExpireNanoTime(longest.toMillis());
    }

    /** However long that takes. */
    synchronized void awaitWork() {
        phase = Phase.WORK;
        held = 0;
        expires = Long.MAX_VALUE;
    }

    synchronized boolean isIn(Phase asked) {
        return phase == asked;
    }

    synchronized int held() {
        return held;
    }

    @Override
    public synchronized long getExpireNanoTime() {
        return expires;
    }

    /** Gives up whoever has not got on in time. */
    void giveUpIfLate() {
        var late = getExpireNanoTime();
        if (late != Long.MAX_VALUE && NanoTime.isBeforeOrSame(late, NanoTime.now())) {
            giveUp();
        }
    }

    /**
     * Waits no longer: what is pending fails as on an idle connection, and is answered where that is still possible.
     */
    void giveUp() {
        awaitWork();
        if (connection.onIdleExpired(new TimeoutException("Too slow"))) {
            connection.close();
        }
    }
}
