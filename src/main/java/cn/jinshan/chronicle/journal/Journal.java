package cn.jinshan.chronicle.journal;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Activity log (操作记录): what was done, by whom, when and from where. Each line is written in the transaction of its
 * change, so that neither exists without the other.
 */
@Service
public class Journal {

    /** The time zone of its days. */
    public static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private static final JournalFilter ENTRIES = new JournalFilter(null, "entry", null, null, null);

    private final JournalLines lines;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Journal(JournalLines lines, ApplicationEventPublisher events, Clock clock) {
        this.lines = lines;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Writes an action of the signed-in user, with the network address of the request. It needs a transaction.
     *
     * @param verb at most 60 characters, such as {@code entry.published}; its message is {@code verb.entry.published}
     * @param thing at most 60 characters, such as {@code entry 7}
     * @param note a reason or a circumstance, never content and never a secret; stored as one line of at most 1000
     *     characters
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(String verb, String thing, @Nullable String note) {
        lines.save(new JournalLine(clock.instant(), account(), verb, thing, note, address()));
        events.publishEvent(new Written(verb, thing));
    }

    /** A line that was just written in the transaction of its change. */
    public record Written(String verb, String thing) {}

    /**
     * Writes the reason why suspected personal information may be public.
     *
     * @param reason null if nothing was suspected
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void confirm(String thing, @Nullable String reason) {
        if (reason != null) {
            write("personal-information.confirmed", thing, reason);
        }
    }

    /** A signed-in user. */
    public interface Author {

        /** The number of the account. */
        long id();
    }

    private static @Nullable Long account() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Author me ? me.id() : null;
    }

    /** The network address of the request; an IPv6 address without the brackets that the server adds. */
    private static @Nullable String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes here
                ? here.getRequest().getRemoteAddr().replaceAll("[\\[\\]]", "")
                : null;
    }

    /** The latest actions on entries, newest first, at most so many, for all staff. */
    @Transactional(readOnly = true)
    public List<Done> recent(int most) {
        return lines
                .findBy(
                        ENTRIES.chosen(),
                        reading -> reading.sortBy(JournalLines.NEWEST_FIRST)
                                .limit(most)
                                .all())
                .stream()
                .map(line -> new Done(line.happened(), line.accountId(), line.verb(), line.thing()))
                .toList();
    }

    /**
     * An action on an entry.
     *
     * @param account the account of the user; null for none
     * @param verb such as {@code entry.published}
     * @param thing such as {@code entry 7}
     */
    public record Done(Instant when, @Nullable Long account, String verb, String thing) {

        /** The number of the entry. */
        public long entry() {
            return Long.parseLong(thing.replaceFirst("^entry ", ""));
        }
    }
}
