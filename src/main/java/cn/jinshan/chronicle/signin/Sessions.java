package cn.jinshan.chronicle.signin;

import static java.util.Comparator.comparing;
import static org.springframework.security.web.context.HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

import cn.jinshan.chronicle.staff.Token;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Service;

/**
 * Service for the open sessions of all accounts on all instances. It names a session by the hash of its cookie, so that
 * no page shows a value that would open it.
 */
@Service
class Sessions {

    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    Sessions(FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.sessions = sessions;
    }

    /** The sessions in which somebody is signed in, the latest used first. */
    List<OpenSession> open(String name) {
        return sessions.findByPrincipalName(name).values().stream()
                .filter(session -> !session.isExpired()
                        && SoundSessions.isSignIn(session.getAttribute(SPRING_SECURITY_CONTEXT_KEY)))
                .map(session ->
                        new OpenSession(id(session.getId()), session.getCreationTime(), session.getLastAccessedTime()))
                .sorted(comparing(OpenSession::lastSeen).reversed())
                .toList();
    }

    /** Ends them all, at once. */
    void end(String name) {
        end(name, session -> true);
    }

    /** Ends one of them; whether it was still open. */
    boolean end(String name, String id) {
        return end(name, id::equals);
    }

    /** Ends them all but one; whether there were others. */
    boolean endOthers(String name, String keptId) {
        return end(name, session -> !session.equals(keptId));
    }

    private boolean end(String name, Predicate<String> which) {
        var ended = sessions.findByPrincipalName(name).keySet().stream()
                .filter(session -> which.test(id(session)))
                .toList();
        ended.forEach(sessions::deleteById);
        return !ended.isEmpty();
    }

    /** The name of the session of a request: a hash of its cookie. */
    static String id(HttpSession session) {
        return id(session.getId());
    }

    private static String id(String secret) {
        return new Token(secret).hash();
    }
}
