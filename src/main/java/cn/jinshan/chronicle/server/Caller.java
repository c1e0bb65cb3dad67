package cn.jinshan.chronicle.server;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.CyclicTimeouts;
import org.eclipse.jetty.util.NanoTime;

/** State of one connection: what the server waits for, until when, and how much it holds meanwhile. */
final class Caller implements CyclicTimeouts.Expirable {

    /** Phase of a connection: reading the head of a request, its body, working on it, or sending the answer. */
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
    private long filed;

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

    /** Notes how much of its answer is in a file. */
    synchronized void file(long bytes) {
        filed = bytes;
    }

    synchronized long filed() {
        return filed;
    }

    @Override
    public synchronized long getExpireNanoTime() {
        return expires;
    }

    /** Closes the connection if it has made no progress in time. */
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
        file(0);
        if (connection.onIdleExpired(new TimeoutException("Too slow"))) {
            connection.close();
        }
    }
}
