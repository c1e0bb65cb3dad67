package cn.jinshan.chronicle.entries;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The public could read this entry once; it has been taken down. */
@ResponseStatus(HttpStatus.GONE)
public class WithdrawnException extends RuntimeException {

    private final String farewell;

    WithdrawnException(long id, String farewell) {
        super("Entry " + id);
        this.farewell = farewell;
    }

    /** What staff say to the public in its place; may be empty. */
    public String farewell() {
        return farewell;
    }
}
