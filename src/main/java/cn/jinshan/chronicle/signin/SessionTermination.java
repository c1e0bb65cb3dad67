package cn.jinshan.chronicle.signin;

import cn.jinshan.chronicle.staff.SignInsVoid;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Ends the sessions that rest on what was changed: before the change is sure, as the process may end once it is, and
 * then again, as somebody may have signed in meanwhile.
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
