package cn.jinshan.chronicle.staff;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** No account has this number. */
@ResponseStatus(HttpStatus.NOT_FOUND)
class NoAccountException extends RuntimeException {

    NoAccountException(long id) {
        super("No account " + id);
    }
}
