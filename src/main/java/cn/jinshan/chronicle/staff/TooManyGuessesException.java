package cn.jinshan.chronicle.staff;

import org.springframework.security.core.AuthenticationException;

/** Too many wrong passwords in too short a time. */
class TooManyGuessesException extends AuthenticationException {

    private final long seconds;

    /** @param seconds after which to try again */
    TooManyGuessesException(long seconds) {
        super("Try again in " + seconds + " s");
        this.seconds = seconds;
    }

    long seconds() {
        return seconds;
    }
}
