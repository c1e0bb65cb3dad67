package cn.jinshan.chronicle.staff;

import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Ends the sessions that rest on what was changed, once the change is sure. */
@Component
class EndingSessions {

    private final Sessions sessions;

    EndingSessions(Sessions sessions) {
        this.sessions = sessions;
    }

    @TransactionalEventListener
    void end(SignInsVoid change) {
        if (change.except() == null) {
            sessions.end(change.name());
        } else {
            sessions.endOthers(change.name(), change.except());
        }
    }
}
