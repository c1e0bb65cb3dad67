package cn.jinshan.chronicle.entries;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The public could read this entry once; it has been taken down. */
@ResponseStatus(HttpStatus.GONE)
public class WithdrawnException extends RuntimeException {

    WithdrawnException(long id) {
        super("Entry " + id);
    }
}
