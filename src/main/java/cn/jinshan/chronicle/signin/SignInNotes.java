package cn.jinshan.chronicle.signin;

import cn.jinshan.chronicle.journal.Journal;
import cn.jinshan.chronicle.staff.Account;
import cn.jinshan.chronicle.staff.Accounts;
import cn.jinshan.chronicle.staff.RateLimit;
import cn.jinshan.chronicle.staff.RateLimit.Limit;
import cn.jinshan.chronicle.staff.SignedIn;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes sign-ins, sign-outs, failed attempts and refused requests to the journal. */
@Service
@Transactional
class SignInNotes {

    /** Lines about one account, or about names that are none, that strangers may cause; what is more is counted. */
    static final Limit[] LIMITS = {new Limit(20, Duration.ofHours(1)), new Limit(60, Duration.ofDays(1))};

    private final Accounts accounts;
    private final Journal journal;
    private final RateLimit lines;
    private final Map<Refusal, Integer> counted = new ConcurrentHashMap<>();

    SignInNotes(Accounts accounts, Journal journal, Clock clock) {
        this.accounts = accounts;
        this.journal = journal;
        this.lines = new RateLimit(clock, LIMITS);
    }

    private record Refusal(String verb, String thing) {}

    void signedIn(Authentication authentication) {
        note("account.signed-in", authentication);
    }

    /** While the session still names its account; null: nobody was signed in. */
    void signedOut(@Nullable Authentication authentication) {
        note("account.signed-out", authentication);
    }

    private void note(String verb, @Nullable Authentication authentication) {
        if (authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn) {
            journal.write(verb, "account " + signedIn.id(), null);
        }
    }

    /** A name that is no account's is not noted: people type their passwords there. */
    void refused(String name) {
        note("account.refused", name);
    }

    /** A failed sign-in that was refused for too many attempts. */
    void refusedTooOften(String name) {
        note("account.refused-too-often", name);
    }

    private void note(String verb, String name) {
        var thing = accounts.findByName(Account.signInName(name))
                .map(account -> "account " + account.id())
                .orElse("-");
        if (lines.spend("", verb, thing).isZero()) {
            journal.write(verb, thing, null);
        } else {
            counted.merge(new Refusal(verb, thing), 1, Integer::sum);
        }
    }

    /** Notes in one line what was only counted. */
    @Scheduled(cron = "0 50 23 * * *", zone = "Asia/Shanghai")
    public void noteCounted() {
        for (var refusal : List.copyOf(counted.keySet())) {
            var times = counted.remove(refusal);
            journal.write(refusal.verb(), refusal.thing(), String.valueOf(times));
        }
    }

    /** A wrong present password, typed while changing it. */
    void passwordRefused(SignedIn me) {
        journal.write("account.password-refused", "account " + me.id(), null);
    }

    /** A user ended own sessions. */
    void sessionsEnded(SignedIn me) {
        journal.write("account.sessions-ended", "account " + me.id(), null);
    }

    /** A request that the role of the user does not allow. */
    void accessRefused(String path) {
        journal.write("access.refused", "-", path);
    }
}
