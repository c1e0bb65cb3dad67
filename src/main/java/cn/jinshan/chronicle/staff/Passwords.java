package cn.jinshan.chronicle.staff;

import java.text.Normalizer;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Password hashing with Argon2id (19 MiB, two passes, one lane: OWASP Password Storage), at most two at a time, so that
 * guesses cannot use up the memory.
 */
@Component
public class Passwords {

    /** In characters (code points). */
    static final int SHORTEST = 8;

    /** In characters (code points). */
    static final int LONGEST = 256;

    private static final int MEBIBYTE = 1024;
    private static final int PATIENCE_SECONDS = 5;

    /** Of a password that nobody knows; made once, as making it at each start takes long. */
    static final String NOBODYS =
            "$argon2id$v=19$m=19456,t=2,p=1$FjtXZCp2u8W6Dbto15vlRg$1xcixmRIJVIezC9aieGMjfx66Rd+v3lCtfpEnajYklg";

    private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19 * MEBIBYTE, 2);
    private final Semaphore turns = new Semaphore(2);

    public String hash(String password) {
        return inTurn(() -> argon2.encode(normal(password)));
    }

    /**
     * Whether a password is the one of a hash. Without one it is not, which takes as long to say.
     *
     * @throws TooManyGuessesException when too many others are waiting for an answer
     */
    public boolean match(String typed, @Nullable String hash) {
        var sane = length(typed) <= LONGEST ? typed : "";
        return inTurn(() -> argon2.matches(normal(sane), hash == null ? NOBODYS : hash)) && hash != null;
    }

    /** The same for half and full width, and however an accent is typed (Unicode NFKC). */
    static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    static int length(String password) {
        return password.codePointCount(0, password.length());
    }

    private <T> T inTurn(java.util.function.Supplier<T> work) {
        try {
            if (!turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new TooManyGuessesException(PATIENCE_SECONDS, false);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopping", e);
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
