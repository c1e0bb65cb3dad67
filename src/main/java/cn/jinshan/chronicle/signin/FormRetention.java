package cn.jinshan.chronicle.signin;

import cn.jinshan.chronicle.staff.OneTimeLinks;
import java.time.Clock;
import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Scheduled clean-up of expired links, results of forms, and abandoned forms. It runs every hour, as not every machine
 * is on at night.
 */
@Component
@Transactional
class FormRetention {

    /** Time that the result of a sent form is kept; nobody sends a page that old again. */
    static final Duration SENT = Duration.ofDays(7);

    /** As the messages {@code left.means} say. */
    static final Duration LEFT = Duration.ofDays(60);

    private final OneTimeLinks links;
    private final SentForms sentForms;
    private final UnsentForms unsentForms;
    private final Clock clock;

    FormRetention(OneTimeLinks links, SentForms sentForms, UnsentForms unsentForms, Clock clock) {
        this.links = links;
        this.sentForms = sentForms;
        this.unsentForms = unsentForms;
        this.clock = clock;
    }

    @Scheduled(cron = "0 40 * * * *", zone = "Asia/Shanghai")
    public void forget() {
        var now = clock.instant();
        links.forgetOver(now);
        sentForms.forgetBefore(now.minus(SENT));
        unsentForms.forgetBefore(now.minus(LEFT));
    }
}
