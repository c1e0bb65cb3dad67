package cn.jinshan.chronicle.signin;

import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.stereotype.Component;

/** Forgets sessions that are over, among what else is done from time to time: what fails is said as it is there. */
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
