package cn.jinshan.chronicle.staff;

import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notes in the journal who signs in and out, which account somebody tried in vain, and what they were refused. */
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
        note("account.refused", name);
    }

    /** The same for who has to wait before they may try again. */
    void refusedTooOften(String name) {
        note("account.refused-too-often", name);
    }

    private void note(String verb, String name) {
        journal.write(
                verb,
                accounts.findByName(Account.signInName(name))
                        .map(account -> "account " + account.id())
                        .orElse("-"),
                null);
    }

    /** Somebody typed a present password of their own that is not the one. */
    void passwordRefused(SignedIn me) {
        journal.write("account.password-refused", "account " + me.id(), null);
    }

    /** Somebody ended sessions of their own. */
    void sessionsEnded(SignedIn me) {
        journal.write("account.sessions-ended", "account " + me.id(), null);
    }

    /** Somebody asked for what is not theirs to see or do. */
    void accessRefused(String path) {
        journal.write("access.refused", "-", path);
    }
}
