package cn.jinshan.chronicle.server;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Counts the requests that are not answered out of memory, and has some of them wait, fail or grow long. */
@TestComponent
@Order(Ordered.HIGHEST_PRECEDENCE)
class Makings implements Filter {

    /** Answered with 2 MB. */
    static final String LONG = "/long";

    private final AtomicInteger count = new AtomicInteger();
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile boolean fails;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        count.incrementAndGet();
        await();
        if (fails) {
            throw new ServletException("It fails");
        }
        if (LONG.equals(((HttpServletRequest) request).getRequestURI())) {
            ((HttpServletResponse) response).setHeader("Cache-Control", "no-cache");
            response.setContentType("text/plain");
            for (int line = 0; line < 20_000; line++) {
                response.getOutputStream().print("x".repeat(99) + "\n");
            }
            return;
        }
        chain.doFilter(request, response);
    }

    private void await() throws ServletException {
        try {
            if (!gate.await(20, TimeUnit.SECONDS)) {
                throw new ServletException("Nobody opened the gate");
            }
        } catch (InterruptedException e) {
            throw new ServletException(e);
        }
    }

    /** How many there were since this was asked before. */
    int count() {
        return count.getAndSet(0);
    }

    /** Has all that come from now on wait. */
    void hold(boolean fails) {
        this.fails = fails;
        gate = new CountDownLatch(1);
    }

    void release() {
        gate.countDown();
    }

    /** Nothing fails any more. */
    void reset() {
        release();
        fails = false;
        count();
    }

    boolean isAwaited() {
        return count.get() > 0;
    }
}
