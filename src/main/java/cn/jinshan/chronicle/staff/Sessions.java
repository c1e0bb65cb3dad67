package cn.jinshan.chronicle.staff;

import static java.util.Comparator.comparing;

import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Service;

/**
 * Who is signed in where, on every instance. A session is known here by a name of its own (the hash of what the cookie
 * carries), so that no page ever shows what would open it.
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
                .filter(session -> !session.isExpired())
                .map(session ->
                        new OpenSession(id(session.getId()), session.getCreationTime(), session.getLastAccessedTime()))
                .sorted(comparing(OpenSession::lastSeen).reversed())
                .toList();
    }

    /** Ends them all, at once. */
    void end(String name) {
        end(name, session -> true);
    }

    /** Ends one of them, if it is still open. */
    void end(String name, String id) {
        end(name, id::equals);
    }

    /** Ends them all but one. */
    void endOthers(String name, String keptId) {
        end(name, session -> !session.equals(keptId));
    }

    private void end(String name, Predicate<String> which) {
        sessions.findByPrincipalName(name).keySet().stream()
                .filter(session -> which.test(id(session)))
                .forEach(sessions::deleteById);
    }

    /** What the session of a request is called here. */
    static String id(HttpSession session) {
        return id(session.getId());
    }

    private static String id(String secret) {
        return new Token(secret).hash();
    }
}
