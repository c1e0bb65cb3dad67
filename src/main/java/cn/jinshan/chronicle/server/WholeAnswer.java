package cn.jinshan.chronicle.server;

import cn.jinshan.chronicle.site.KeptPages;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Buffered response: it accepts everything at once and sends it when it is complete, so that a slow reader holds no
 * thread and no transaction, and that what fails in the middle is answered as such. Only a redirect is sent
 * immediately, and a long file to be kept, which needs no room of ours.
 */
class WholeAnswer extends Response.Wrapper implements Callback {

    private final Callback callback;
    private final Callers callers;
    private final HeldBody begun = new HeldBody();
    private boolean whole;
    private boolean isFailed;

    WholeAnswer(Request request, Response response, Callback callback, Callers callers) {
        super(request, response);
        this.callback = callback;
        this.callers = callers;
    }

    @Override
    public void write(boolean last, @Nullable ByteBuffer part, Callback written) {
        boolean leads = HttpStatus.isRedirection(getStatus());
        if (isFailed || !(last || leads || isLongFile())) {
            hold(part, written);
            return;
        }
        whole = last;
        if (begun.isEmpty()) {
            send(last, part, written);
            return;
        }
        try {
            begun.add(part);
            callers.file(getRequest(), begun.filed());
            // How long it is would be news to who began it
            begun.send(
                    (end, bytes, taken) -> send(false, bytes, taken),
                    getRequest().getComponents().getByteBufferPool(),
                    Callback.from(() -> send(last, null, written), written::failed));
        } catch (IOException e) {
            written.failed(e);
        }
    }

    /** It lies on the disk already, as it says how long it is before it begins. */
    private boolean isLongFile() {
        return getHeaders().contains(HttpHeader.CONTENT_DISPOSITION)
                && getHeaders().getLongField(HttpHeader.CONTENT_LENGTH) > KeptPages.LONGEST;
    }

    /** Holds a part, until more is written; of a failure nothing. */
    void hold(@Nullable ByteBuffer part, Callback held) {
        try {
            if (isFailed) {
                // The middle of something else, as it may be compressed
                BufferUtil.clear(part);
            } else {
                begun.add(part);
            }
            held.succeeded();
        } catch (IOException e) {
            held.failed(e);
        }
    }

    /** Takes what is held of a short answer; none of a long or failed one. */
    Optional<byte[]> take() {
        return isFailed || begun.filed() > 0 ? Optional.empty() : Optional.of(begun.take());
    }

    void drop() {
        begun.drop();
    }

    private void send(boolean last, @Nullable ByteBuffer bytes, Callback written) {
        if (!isCommitted()) {
            callers.begin(getRequest(), this);
        }
        callers.awaitReading(getRequest(), BufferUtil.length(bytes));
        super.write(last, bytes, Callback.from(() -> callers.awaitWork(getRequest()), written));
    }

    /** Who says this of what is begun has failed in the middle. */
    @Override
    public void setStatus(int code) {
        isFailed |= code >= HttpStatus.BAD_REQUEST_400 && code != getStatus() && !begun.isEmpty();
        super.setStatus(code);
    }

    @Override
    public void reset() {
        isFailed |= !begun.isEmpty();
        begun.drop();
        super.reset();
    }

    @Override
    public void succeeded() {
        if (isFailed) {
            isFailed = false;
            begun.drop();
            super.reset();
            Response.writeError(
                    getRequest(),
                    this,
                    Callback.from(() -> end(null), this::end),
                    HttpStatus.INTERNAL_SERVER_ERROR_500);
        } else if (whole) {
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
        begun.drop();
        callers.awaitHead(getRequest());
        if (failure == null) {
            callback.succeeded();
        } else {
            callback.failed(failure);
        }
    }
}
