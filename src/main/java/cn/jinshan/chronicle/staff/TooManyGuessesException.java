package cn.jinshan.chronicle.staff;

import org.springframework.security.core.AuthenticationException;

/** Too many wrong passwords in a short time. */
public class TooManyGuessesException extends AuthenticationException {

    private final long seconds;
    private final boolean first;

    /**
     * @param seconds after which to try again
     * @param first whether this name was not refused for a while before, so that it is worth a note
     */
    TooManyGuessesException(long seconds, boolean first) {
        super("Try again in " + seconds + " s");
        this.seconds = seconds;
        this.first = first;
    }

    public boolean isFirst() {
        return first;
    }

    public long seconds() {
        return seconds;
    }
}
