package cn.jinshan.chronicle.staff;

import cn.jinshan.chronicle.journal.Journal;
import cn.jinshan.chronicle.start.Command;
import cn.jinshan.chronicle.start.RefusedStartException;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The way back for an administrator who forgot the password where nobody else could help: whoever operates the
 * application gets a one-time link to an account. Its present password goes on until the link is used.
 */
@Service(Command.RESET_LINK)
class ResetLink implements Command {

    private final Accounts accounts;
    private final OwnPasswords ownPasswords;
    private final Journal journal;
    private final ResetAddress address;

    ResetLink(Accounts accounts, OwnPasswords ownPasswords, Journal journal, ResetAddress address) {
        this.accounts = accounts;
        this.ownPasswords = ownPasswords;
        this.journal = journal;
        this.address = address;
    }

    /** Refuses a name that no account has, and a disabled account. */
    @Override
    @Transactional
    public String run(String name) {
        var account = accounts.findByName(Account.signInName(name))
                .orElseThrow(() -> new RefusedStartException(
                        "No account has the name " + name + ".",
                        accounts.count() == 0
                                ? "There is none yet: a start leaves an address for the first one."
                                : "Administrators who may sign in: " + administrators()));
        if (account.isDisabled()) {
            throw new RefusedStartException(
                    "The account " + account.name() + " is disabled.",
                    "One of the administrators who may sign in can enable it: " + administrators());
        }
        var token = ownPasswords.linkByOperator(account);
        journal.write("account.link-by-operator", "account " + account.id(), null);
        return "The address at which %s (%s) can choose a new password is in %s: it works once, within 24 hours, and until then the present password goes on."
                .formatted(account.name(), account.fullName(), address.leave(token));
    }

    private String administrators() {
        return accounts.holdAdministrators().stream()
                .filter(Account::maySignIn)
                .map(Account::name)
                .collect(Collectors.joining(", ", "", "."));
    }
}
