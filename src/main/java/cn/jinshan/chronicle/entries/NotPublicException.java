package cn.jinshan.chronicle.entries;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Nothing public is found there. It does not tell whether there is nothing or the public may not see it. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class NotPublicException extends RuntimeException {

    public NotPublicException(String what) {
        super(what);
    }
}
