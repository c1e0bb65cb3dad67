package cn.jinshan.chronicle.staff;

import cn.jinshan.chronicle.journal.Journal;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Service behind one-time links: their holder chooses the password of the account. */
@Service
@Transactional
public class Invitations {

    private static final Duration VALID = Duration.ofDays(7);

    private final Accounts accounts;
    private final OneTimeLinks links;
    private final Journal journal;
    private final Clock clock;

    Invitations(Accounts accounts, OneTimeLinks links, Journal journal, Clock clock) {
        this.accounts = accounts;
        this.links = links;
        this.journal = journal;
        this.clock = clock;
    }

    /** The secret of a new link, for 7 days; the one before is void. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Token to(Account account) {
        links.voidFor(account.id());
        var token = Token.random();
        links.save(new OneTimeLink(token, account.id(), clock.instant().plus(VALID)));
        return token;
    }

    /** The account of a link; empty if the link is no longer valid. */
    @Transactional(readOnly = true)
    public Optional<Member> invited(Token token) {
        return accountId(token)
                .flatMap(accounts::findById)
                .filter(account -> !account.isDisabled())
                .map(Member::of);
    }

    /**
     * Gives the account a password and uses the link up.
     *
     * @throws LinkOverException when the link was used, also by somebody else at the same moment
     */
    public void accept(Token token, String passwordHash) {
        var account = accountId(token)
                .flatMap(accounts::hold)
                .filter(invited -> !invited.isDisabled() && links.use(token.hash(), clock.instant()) == 1)
                .orElseThrow(LinkOverException::new);
        account.choose(passwordHash);
        journal.write("account.password-chosen", "account " + account.id(), null);
    }

    private Optional<Long> accountId(Token token) {
        return links.findByTokenHashAndExpiresAfter(token.hash(), clock.instant())
                .map(OneTimeLink::accountId);
    }
}
