package cn.jinshan.chronicle.entries;

import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The entry was erased: staff read when, and nothing else is left to read. */
@ResponseStatus(HttpStatus.GONE)
public class ErasedException extends NotPublicException {

    private final Instant when;

    public ErasedException(Instant when) {
        super("entry");
        this.when = when;
    }

    public Instant when() {
        return when;
    }
}
