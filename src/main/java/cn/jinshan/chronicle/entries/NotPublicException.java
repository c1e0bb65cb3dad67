package cn.jinshan.chronicle.entries;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The public record has nothing there: it never had, or does not show it, which a stranger cannot tell apart. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class NotPublicException extends RuntimeException {

    public NotPublicException(String what) {
        super(what);
    }
}
