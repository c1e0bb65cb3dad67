package cn.jinshan.chronicle.drills;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** How long requests that come one after the other keep their threads busy. */
@TestComponent
@Order(Ordered.HIGHEST_PRECEDENCE)
class CpuMeter implements Filter {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private int running;
    private long longest;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        begin();
        long before = THREADS.getCurrentThreadCpuTime();
        try {
            chain.doFilter(request, response);
        } finally {
            end(THREADS.getCurrentThreadCpuTime() - before);
        }
    }

    private synchronized void begin() {
        running++;
    }

    private synchronized void end(long nanoseconds) {
        running--;
        longest = Math.max(longest, nanoseconds);
        notifyAll();
    }

    /** That of the longest request since this was asked before; an answer comes before its request has ended. */
    synchronized Duration longest() throws InterruptedException {
        while (running > 0) {
            wait();
        }
        var measured = Duration.ofNanos(longest);
        longest = 0;
        return measured;
    }
}
