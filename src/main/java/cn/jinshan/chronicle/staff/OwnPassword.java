package cn.jinshan.chronicle.staff;

import cn.jinshan.chronicle.journal.Journal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Service with which members of staff change their own password. */
@Service
public class OwnPassword {

    private final Accounts accounts;
    private final Journal journal;
    private final ApplicationEventPublisher events;

    OwnPassword(Accounts accounts, Journal journal, ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.journal = journal;
        this.events = events;
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
     * Replaces the password and ends all sessions but one.
     *
     * @param present the hash that was known; refused if it is no longer the one
     */
    @Transactional
    public void change(long id, String present, String chosen, String keptSession) {
        var account = accounts.hold(id)
                .filter(own -> own.maySignIn() && present.equals(own.password()))
                .orElseThrow(StaleAccountException::new);
        account.choose(chosen);
        journal.write("account.password-changed", "account " + id, null);
        events.publishEvent(new SignInsVoid(account.name(), keptSession));
    }
}
