package cn.jinshan.chronicle.staff;

import cn.jinshan.chronicle.staff.RateLimit.Limit;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Limit of wrong passwords: five a minute for a name from one address, thirty a minute from an address. It stops
 * guessing, and no stranger can lock out a user elsewhere (OWASP ASVS 5.0, 6.1.1 and 6.3.1).
 */
@Component
public class PasswordGuesses {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final RateLimit ofAddress;
    private final RateLimit ofName;
    private final RateLimit ofNotes;
    private final RateLimit ofChoices;

    PasswordGuesses(Clock clock) {
        ofAddress = new RateLimit(clock, new Limit(30, MINUTE));
        ofName = new RateLimit(clock, new Limit(5, MINUTE));
        ofNotes = new RateLimit(clock, new Limit(1, MINUTE));
        ofChoices = new RateLimit(clock, new Limit(10, MINUTE));
    }

    /**
     * Spends one guess.
     *
     * @param address of the client; an IPv6 address stands for its whole network (/64)
     * @throws TooManyGuessesException when there is none left
     */
    public void spend(String name, String address) {
        var wait = ofAddress.spend(address);
        if (!wait.isZero()) {
            throw new TooManyGuessesException(wait.toSeconds(), false);
        }
        wait = ofName.spend(address, name);
        if (!wait.isZero()) {
            throw new TooManyGuessesException(
                    wait.toSeconds(), ofNotes.spend(address, name).isZero());
        }
    }

    /**
     * Spends one try to choose a password: ten a minute for a name from one address, as it takes long to judge one.
     *
     * @param name of whose it will be
     * @throws TooManyGuessesException when there is none left
     */
    public void spendChoice(String name, String address) {
        var wait = ofChoices.spend(address, name);
        if (!wait.isZero()) {
            throw new TooManyGuessesException(wait.toSeconds(), false);
        }
    }

    /** Gives one guess back: the password was right. */
    public void giveBack(String name, String address) {
        ofAddress.giveBack(address);
        ofName.giveBack(address, name);
    }
}
