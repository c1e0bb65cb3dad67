package cn.jinshan.chronicle.signin;

import cn.jinshan.chronicle.staff.SignInsVoid;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Ends the sessions that a change makes invalid: before the commit, as the process may end right after it, and again
 * after the commit, as somebody may have signed in meanwhile.
 */
@Component
class SessionTermination {

    private final Sessions sessions;

    SessionTermination(Sessions sessions) {
        this.sessions = sessions;
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void beforeItIsSure(SignInsVoid change) {
        end(change);
    }

    @TransactionalEventListener
    void onceItIsSure(SignInsVoid change) {
        end(change);
    }

    private void end(SignInsVoid change) {
        if (change.except() == null) {
            sessions.end(change.name());
        } else {
            sessions.endOthers(change.name(), change.except());
        }
    }
}
