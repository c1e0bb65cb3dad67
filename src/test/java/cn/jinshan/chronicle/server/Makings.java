package cn.jinshan.chronicle.server;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Random;
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

    /** Answered with digits. */
    static final String LONG = "/long";

    /** Fails after the same. */
    static final String BROKEN = "/broken";

    /** Also compressed it is more than a megabyte. */
    static final int LENGTH = 5_000_000;

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
        var address = ((HttpServletRequest) request).getRequestURI();
        if (LONG.equals(address) || BROKEN.equals(address)) {
            ((HttpServletResponse) response).setHeader("Cache-Control", "no-cache");
            response.setContentType("text/plain");
            var random = new Random(29);
            for (int part = 0; part < LENGTH / 1000; part++) {
                var digits = random.ints(1000 - 10, '0', '9' + 1)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
                response.getOutputStream().print("0123456789" + digits);
            }
            if (BROKEN.equals(address)) {
                throw new ServletException("It fails in the middle");
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
