package cn.jinshan.chronicle.staff;

import cn.jinshan.chronicle.journal.Journal;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Service with which members of staff choose their own password: with a one-time link, or with the present one. */
@Service
@Transactional
public class OwnPasswords {

    private static final Duration VALID = Duration.ofDays(7);

    /** Whoever asked for it is at the machine now, and it lies in a file there. */
    private static final Duration VALID_FROM_OPERATOR = Duration.ofHours(24);

    private final Accounts accounts;
    private final OneTimeLinks links;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OwnPasswords(
            Accounts accounts, OneTimeLinks links, Journal journal, ApplicationEventPublisher events, Clock clock) {
        this.accounts = accounts;
        this.links = links;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /** The secret of a new link to an account, for 7 days; the one before is void. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Token link(Account account) {
        return link(account, VALID);
    }

    /** The secret of a new link for whoever operates the application, for 24 hours; the one before is void. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Token linkByOperator(Account account) {
        return link(account, VALID_FROM_OPERATOR);
    }

    private Token link(Account account, Duration valid) {
        links.voidFor(account.id());
        var token = Token.random();
        links.save(new OneTimeLink(token, account.id(), clock.instant().plus(valid)));
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
     * Gives the account a password, uses the link up, and ends the sessions that a password before it opened.
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
        events.publishEvent(new SignInsVoid(account.name(), null));
    }

    /** The hash of the present one; null where there is none any longer. */
    @Transactional(readOnly = true)
    public @Nullable String hash(long id) {
        return accounts.findById(id)
                .filter(Account::maySignIn)
                .map(Account::password)
                .orElse(null);
    }

    /**
     * Replaces the password, voids a link to another one, and ends all sessions but one.
     *
     * @param present the hash that was known; refused if it is no longer the one
     */
    public void change(long id, String present, String chosen, String keptSession) {
        var account = accounts.hold(id)
                .filter(own -> own.maySignIn() && present.equals(own.password()))
                .orElseThrow(() -> new ObjectOptimisticLockingFailureException(Account.class, id));
        account.choose(chosen);
        links.voidFor(id);
        journal.write("account.password-changed", "account " + id, null);
        events.publishEvent(new SignInsVoid(account.name(), keptSession));
    }

    private Optional<Long> accountId(Token token) {
        return links.findByTokenHashAndExpiresAfter(token.hash(), clock.instant())
                .map(OneTimeLink::accountId);
    }
}
