package cn.jinshan.chronicle.signin;

import cn.jinshan.chronicle.staff.OneTimeLinks;
import java.time.Clock;
import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Forgets what nobody comes back for: links that have run out, what forms led to, forms that were left and never taken
 * up again. Asked every hour, as not every machine is on at night.
 */
@Component
@Transactional
class FormRetention {

    /** Nobody presses the button of a page that has been open for so long. */
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
