package cn.jinshan.chronicle.staff;

import cn.jinshan.chronicle.journal.Journal;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Service that creates the first administrator, once, for the holder of the one-time address. */
@Service
@Transactional
class Setup {

    static final String ADMIN = "admin";

    private static final Duration VALID = Duration.ofHours(24);

    private final Accounts accounts;
    private final OneTimeLinks links;
    private final Journal journal;
    private final Clock clock;

    Setup(Accounts accounts, OneTimeLinks links, Journal journal, Clock clock) {
        this.accounts = accounts;
        this.links = links;
        this.journal = journal;
        this.clock = clock;
    }

    /** Whether there is no account yet. */
    @Transactional(readOnly = true)
    public boolean isNeeded() {
        return accounts.count() == 0;
    }

    /** The secret of a new address for setting up, for 24 hours; those handed out before are void. */
    public Token open() {
        links.voidForSetup();
        var token = Token.random();
        links.save(new OneTimeLink(token, null, clock.instant().plus(VALID)));
        return token;
    }

    /** Voids every address for setting up. */
    public void close() {
        links.voidForSetup();
    }

    /** Whether this address still promises the first account. */
    @Transactional(readOnly = true)
    public boolean isOpen(Token token) {
        return links.findByTokenHashAndExpiresAfter(token.hash(), clock.instant())
                .filter(link -> link.accountId() == null)
                .isPresent();
    }

    /**
     * Makes the first administrator and uses the address up.
     *
     * @param passwordHash of the password they chose
     * @throws LinkOverException when the address was used, also by somebody else at the same moment
     */
    public void use(Token token, String name, String fullName, String passwordHash) {
        if (!isOpen(token) || links.use(token.hash(), clock.instant()) == 0 || !isNeeded()) {
            throw new LinkOverException();
        }
        make(name, fullName, passwordHash);
    }

    /** Makes the administrator {@code admin}, for installing without anybody there, and closes all addresses. */
    public void unattended(String passwordHash) {
        make(ADMIN, "管理员", passwordHash);
        close();
    }

    private void make(String name, String fullName, String passwordHash) {
        var first = new Account(name, fullName, Role.ADMINISTRATOR);
        first.choose(passwordHash);
        accounts.save(first);
        journal.write("account.set-up", "account " + first.id(), null);
    }
}
