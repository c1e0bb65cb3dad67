package cn.jinshan.chronicle.server;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Buffered response: it accepts everything at once and sends it when it is complete, so that a slow reader holds no
 * thread. Only a redirect is sent immediately.
 */
class WholeAnswer extends Response.Wrapper implements Callback {

    private final Callback callback;
    private final Callers callers;
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
    private boolean whole;

    WholeAnswer(Request request, Response response, Callback callback, Callers callers) {
        super(request, response);
        this.callback = callback;
        this.callers = callers;
    }

    @Override
    public void write(boolean last, @Nullable ByteBuffer part, Callback written) {
        boolean leads = HttpStatus.isRedirection(getStatus());
        if (!last && !leads) {
            add(part);
            written.succeeded();
            return;
        }
        whole = last;
        if (begun.size() == 0) {
            send(last, part, written);
            return;
        }
        add(part);
        var all = ByteBuffer.wrap(begun.toByteArray());
        begun.reset();
        // How long it is would be news to who began it
        send(false, all, Callback.from(() -> send(last, null, written), written::failed));
    }

    private void add(@Nullable ByteBuffer part) {
        if (part != null) {
            begun.writeBytes(BufferUtil.toArray(part));
            BufferUtil.clear(part);
        }
    }

    private void send(boolean last, @Nullable ByteBuffer bytes, Callback written) {
        if (!isCommitted()) {
            callers.begin(getRequest(), this);
        }
        callers.awaitReading(getRequest(), BufferUtil.length(bytes));
        super.write(last, bytes, Callback.from(() -> callers.awaitWork(getRequest()), written));
    }

    @Override
    public void reset() {
        begun.reset();
        super.reset();
    }

    @Override
    public void succeeded() {
        if (whole) {
            end(null);
        } else {
            write(true, null, Callback.from(() -> end(null), this::end));
        }
    }

    @Override
    public void failed(Throwable failure) {
        end(failure);
    }

    private void end(@Nullable Throwable failure) {
        callers.awaitHead(getRequest());
        if (failure == null) {
            callback.succeeded();
        } else {
            callback.failed(failure);
        }
    }
}
