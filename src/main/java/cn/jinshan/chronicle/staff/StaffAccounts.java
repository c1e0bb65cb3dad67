package cn.jinshan.chronicle.staff;

import cn.jinshan.chronicle.journal.Journal;
import cn.jinshan.chronicle.text.LookAlikes;
import cn.jinshan.chronicle.text.StoredTexts;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Service with which administrators manage accounts. At least one administrator who can sign in always remains; an
 * account that loses a right also loses the sessions that had it.
 */
@Service
@Transactional
public class StaffAccounts implements StoredTexts {

    private final Accounts accounts;
    private final OneTimeLinks links;
    private final OwnPasswords ownPasswords;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    StaffAccounts(
            Accounts accounts,
            OneTimeLinks links,
            OwnPasswords ownPasswords,
            Journal journal,
            ApplicationEventPublisher events,
            Clock clock) {
        this.accounts = accounts;
        this.links = links;
        this.ownPasswords = ownPasswords;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Member> everybody() {
        return accounts.findAllByOrderByName().stream().map(Member::of).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public void each(Consumer<StoredText> action) {
        everybody().forEach(each -> action.accept(StoredText.of("account " + each.id(), each.name(), each.fullName())));
    }

    /** One account; refused for what is none. */
    @Transactional(readOnly = true)
    public Member member(long id) {
        return Member.of(accounts.findById(id).orElseThrow(() -> new NoAccountException(id)));
    }

    /**
     * Makes an account; its owner chooses the password with the secret of a one-time link.
     *
     * @throws DuplicateKeyException when somebody has this name, or one that looks the same
     */
    public Token invite(String name, String fullName, Role role) {
        var look = LookAlikes.skeleton(Account.signInName(name));
        if (everybody().stream()
                .anyMatch(each -> LookAlikes.skeleton(each.name()).equals(look))) {
            throw new DuplicateKeyException("The name is taken, or looks like one that is");
        }
        var account = accounts.save(new Account(name, fullName, role));
        note("account.invited", account, role.name());
        return ownPasswords.link(account);
    }

    /**
     * Corrects the full name and gives another role.
     *
     * @param seen the version that the decision was made on
     * @throws ObjectOptimisticLockingFailureException when the account changed since
     * @throws LastAdministratorException when nobody else could administer
     */
    public void change(long id, long seen, String fullName, Role role) {
        var account = hold(id, seen, role != Role.ADMINISTRATOR);
        var before = account.role();
        if (!account.fullName().equals(fullName.strip())) {
            note("account.renamed", account, account.fullName() + " → " + fullName.strip());
        }
        account.change(fullName, role);
        if (before != role) {
            note("account.role-changed", account, before + " → " + role);
            events.publishEvent(new SignInsVoid(account.name(), null));
        }
    }

    /** Keeps somebody out, from now on; refused as {@link #change} is. */
    public void disable(long id, long seen) {
        var account = hold(id, seen, true);
        account.disable(clock.instant());
        links.voidFor(id);
        note("account.disabled", account, null);
        events.publishEvent(new SignInsVoid(account.name(), null));
    }

    /** Lets somebody in again; refused as {@link #change} is. */
    public void enable(long id, long seen) {
        var account = hold(id, seen, false);
        account.enable();
        note("account.enabled", account, null);
    }

    /** Voids a password and answers the secret of a link to choose another; refused as {@link #change} is. */
    public Token reset(long id, long seen) {
        var account = hold(id, seen, true);
        if (account.isDisabled()) {
            throw new ObjectOptimisticLockingFailureException(Account.class, id);
        }
        account.reset();
        note("account.reset", account, null);
        events.publishEvent(new SignInsVoid(account.name(), null));
        return ownPasswords.link(account);
    }

    /**
     * Makes the link of an account anew, as nobody may have seen it; the one before is void.
     *
     * @return its secret; empty if the owner has chosen a password meanwhile, or is kept out
     */
    public Optional<Token> linkAgain(long id) {
        var account = accounts.hold(id).orElseThrow(() -> new NoAccountException(id));
        if (account.isDisabled() || account.password() != null) {
            return Optional.empty();
        }
        note("account.link-renewed", account, null);
        return Optional.of(ownPasswords.link(account));
    }

    /** The administrators are held first, always: whoever would make them fewer at the same time waits. */
    private Account hold(long id, long seen, boolean losesAdministrator) {
        var administrators = accounts.holdAdministrators();
        var account = accounts.hold(id).orElseThrow(() -> new NoAccountException(id));
        if (seen != account.version()) {
            throw new ObjectOptimisticLockingFailureException(Account.class, id);
        }
        if (losesAdministrator
                && account.role() == Role.ADMINISTRATOR
                && administrators.stream().noneMatch(other -> other.id() != id && other.maySignIn())) {
            throw new LastAdministratorException();
        }
        return account;
    }

    private void note(String verb, Account account, @Nullable String note) {
        journal.write(verb, "account " + account.id(), note);
    }
}
