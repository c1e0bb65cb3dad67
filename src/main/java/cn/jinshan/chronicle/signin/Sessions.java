package cn.jinshan.chronicle.signin;

import static java.util.Comparator.comparing;
import static org.springframework.security.web.context.HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

import cn.jinshan.chronicle.staff.SignInsVoid;
import cn.jinshan.chronicle.staff.Token;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Service for the open sessions of all accounts on all instances. It names a session by the hash of its cookie, so that
 * no page shows a value that would open it.
 */
@Service
class Sessions {

    /**
     * Open session of a user in one browser.
     *
     * @param id that names the session on a page, and opens nothing
     */
    record OpenSession(String id, Instant created, Instant lastSeen) {}

    private final JdbcIndexedSessionRepository sessions;

    Sessions(JdbcIndexedSessionRepository sessions) {
        this.sessions = sessions;
    }

    /** The sessions in which somebody is signed in, the latest used first. */
    List<OpenSession> open(String name) {
        FindByIndexNameSessionRepository<? extends Session> all = sessions;
        return all.findByPrincipalName(name).values().stream()
                .filter(session -> !session.isExpired()
                        && SoundSessions.isSignIn(session.getAttribute(SPRING_SECURITY_CONTEXT_KEY)))
                .map(session ->
                        new OpenSession(id(session.getId()), session.getCreationTime(), session.getLastAccessedTime()))
                .sorted(comparing(OpenSession::lastSeen).reversed())
                .toList();
    }

    /** Ends one of them; whether it was still open. */
    boolean end(String name, String id) {
        return end(name, id::equals);
    }

    /** Ends them all but one; whether there were others. */
    boolean endOthers(String name, String keptId) {
        return end(name, session -> !session.equals(keptId));
    }

    /** Ends what a change makes void before its commit, as the process may end right after it. */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void endBeforeCommit(SignInsVoid change) {
        end(change);
    }

    /** Ends it again after the commit, as somebody may have signed in meanwhile. */
    @TransactionalEventListener
    void end(SignInsVoid change) {
        end(change.name(), session -> !session.equals(change.except()));
    }

    private boolean end(String name, Predicate<String> which) {
        var ended = sessions.findByPrincipalName(name).keySet().stream()
                .filter(session -> which.test(id(session)))
                .toList();
        ended.forEach(sessions::deleteById);
        return !ended.isEmpty();
    }

    /** Forgets those that have expired; what goes wrong is told as of other scheduled tasks. */
    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void forgetExpired() {
        sessions.cleanUpExpiredSessions();
    }

    /** The name of the session of a request: a hash of its cookie. */
    static String id(HttpSession session) {
        return id(session.getId());
    }

    private static String id(String secret) {
        return new Token(secret).hash();
    }
}
