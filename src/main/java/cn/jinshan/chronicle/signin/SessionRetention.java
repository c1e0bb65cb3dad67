package cn.jinshan.chronicle.signin;

import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.stereotype.Component;

/** Scheduled clean-up of expired sessions, with the same error handling as other scheduled tasks. */
@Component
class SessionRetention {

    private final JdbcIndexedSessionRepository sessions;

    SessionRetention(JdbcIndexedSessionRepository sessions) {
        this.sessions = sessions;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void forget() {
        sessions.cleanUpExpiredSessions();
    }
}
