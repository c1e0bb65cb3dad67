package cn.jinshan.chronicle.entries;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The entry was public and has been withdrawn. */
@ResponseStatus(HttpStatus.GONE)
public class WithdrawnException extends RuntimeException {

    private final String farewell;

    WithdrawnException(long id, String farewell) {
        super("Entry " + id);
        this.farewell = farewell;
    }

    /** The public notice in place of the entry; may be empty. */
    public String farewell() {
        return farewell;
    }
}
