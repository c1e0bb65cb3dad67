package cn.jinshan.chronicle.desk;

import static cn.jinshan.chronicle.entries.RefusedException.refuseIf;

import cn.jinshan.chronicle.changes.PublicChange;
import cn.jinshan.chronicle.changes.PublicChanges;
import cn.jinshan.chronicle.editorial.EditorialRecord;
import cn.jinshan.chronicle.entries.Entries;
import cn.jinshan.chronicle.entries.EntryErased;
import cn.jinshan.chronicle.entries.Erasure;
import cn.jinshan.chronicle.entries.NotPublicException;
import cn.jinshan.chronicle.journal.Journal;
import cn.jinshan.chronicle.site.Decision;
import java.time.Clock;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Service with which administrators erase entries for good (彻底删除), in whatever state they are. */
@Service
@Transactional
@PreAuthorize("hasRole('ADMINISTRATOR')")
class EntryErasure {

    private final EditorialRecord record;
    private final Entries entries;
    private final Erasure erasure;
    private final PublicChanges changes;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EntryErasure(
            EditorialRecord record,
            Entries entries,
            Erasure erasure,
            PublicChanges changes,
            Journal journal,
            ApplicationEventPublisher events,
            Clock clock) {
        this.record = record;
        this.entries = entries;
        this.erasure = erasure;
        this.changes = changes;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /** What erasing an entry would remove now. */
    @Transactional(readOnly = true)
    Erasure.Extent extent(long id) {
        return erasure.extent(id);
    }

    /**
     * Erases an entry, which the journal notes with the reason.
     *
     * @param decision the version of the entry that was seen, and the reason
     * @throws ConcurrencyFailureException if somebody changed the entry since
     * @throws cn.jinshan.chronicle.entries.RefusedException if the reason repeats what is erased: a title of it, or a
     *     name that only it uses
     */
    void erase(long id, Decision decision) {
        var entry = entries.forChange(id).orElseThrow(() -> new NotPublicException("entry"));
        entry.refuseStale(decision.seen());
        refuseIf(repeats(decision.reason, id), "erasureRepeats");
        for (var subject : erasure.erase(id, clock.instant())) {
            changes.note(PublicChange.Kind.SUBJECT, subject);
        }
        changes.note(PublicChange.Kind.ENTRY, id);
        journal.write("entry.erased", "entry " + id, decision.reason);
        events.publishEvent(new EntryErased(id));
    }

    private boolean repeats(String reason, long id) {
        var titles = record.entry(id).editions().stream()
                .flatMap(edition -> Stream.of(edition.title(), edition.easyTitle()));
        return Stream.concat(titles, erasure.extent(id).names().stream())
                .anyMatch(words -> !words.isBlank() && reason.contains(words));
    }
}
