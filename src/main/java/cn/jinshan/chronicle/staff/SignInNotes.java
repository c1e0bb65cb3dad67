package cn.jinshan.chronicle.staff;

import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notes in the journal who signs in and out, and which account somebody tried in vain. */
@Service
@Transactional
class SignInNotes {

    private final Accounts accounts;
    private final Journal journal;

    SignInNotes(Accounts accounts, Journal journal) {
        this.accounts = accounts;
        this.journal = journal;
    }

    void signedIn(Authentication authentication) {
        note("account.signed-in", authentication);
    }

    void signedOut(Authentication authentication) {
        note("account.signed-out", authentication);
    }

    private void note(String verb, Authentication authentication) {
        if (authentication.getPrincipal() instanceof SignedIn signedIn) {
            journal.write(verb, "account " + signedIn.id(), null);
        }
    }

    /** A name that is no account's is not noted: people type their passwords there. */
    void refused(String name) {
        journal.write(
                "account.refused",
                accounts.findByName(Account.signInName(name))
                        .map(account -> "account " + account.id())
                        .orElse("-"),
                null);
    }
}
