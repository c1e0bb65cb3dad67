package cn.jinshan.chronicle.desk;

import static cn.jinshan.chronicle.entries.RefusedException.refuseIf;

import cn.jinshan.chronicle.changes.PublicChange;
import cn.jinshan.chronicle.changes.PublicChanges;
import cn.jinshan.chronicle.entries.Chronicles;
import cn.jinshan.chronicle.entries.Entries;
import cn.jinshan.chronicle.entries.Entry;
import cn.jinshan.chronicle.entries.Highlights;
import cn.jinshan.chronicle.entries.RefusedException;
import cn.jinshan.chronicle.journal.Journal;
import cn.jinshan.chronicle.site.Federation;
import cn.jinshan.chronicle.staff.Role;
import cn.jinshan.chronicle.staff.SignedIn;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Service with which staff choose the highlights of a year and their order. Each change names the version of the entry
 * that was seen, is refused with a {@link ConcurrencyFailureException} if somebody changed or moved the entry since,
 * and is written to the journal. Each change locks the year first, so that two at the same time keep the limit and the
 * order.
 */
@Service
@Transactional
class HighlightChoice {

    private final Chronicles chronicles;
    private final Entries entries;
    private final Federation federation;
    private final PublicChanges changes;
    private final Journal journal;

    HighlightChoice(
            Chronicles chronicles, Entries entries, Federation federation, PublicChanges changes, Journal journal) {
        this.chronicles = chronicles;
        this.entries = entries;
        this.federation = federation;
        this.changes = changes;
        this.journal = journal;
    }

    /** Whether a user may choose highlights: reviewers, or everybody where corrections need no review. */
    boolean isOf(SignedIn me) {
        return me.may(Role.REVIEWER) || federation.settings().requiredReviews().ofCorrections() == 0;
    }

    /** Puts a public entry among the highlights of its year, or a highlight at another place. */
    void put(long id, HighlightForm form, SignedIn me) {
        var held = hold(id, form.seen(), me);
        int before = held.highlights.place(held.entry);
        if (before != form.seenPlace()) {
            throw stale(id);
        }
        held.highlights.put(held.entry, form.wantedPlace());
        if (before == 0) {
            note("entry.highlighted", id);
        } else if (before != held.highlights.place(held.entry)) {
            note("entry.highlight-moved", id);
        }
    }

    /** Removes an entry from the highlights of its year. */
    void remove(long id, long seen, SignedIn me) {
        var held = hold(id, seen, me);
        held.highlights.remove(held.entry);
        note("entry.highlight-removed", id);
    }

    /** Entry, and the highlights of the year in which it is public. */
    private record Held(Entry entry, Highlights highlights) {}

    private Held hold(long id, long seen, SignedIn me) {
        refuseIf(!isOf(me), "reviewerHighlights");
        var chronicle = chronicles.holdOfPublic(id).orElseThrow(() -> new RefusedException("highlightUnpublished"));
        var held = entries.holdHighlights(chronicle.id(), id);
        var entry = held.stream().filter(each -> each.id() == id).findFirst().orElseThrow(() -> stale(id));
        entry.refuseStale(seen);
        return new Held(entry, new Highlights(held));
    }

    private static ConcurrencyFailureException stale(long id) {
        return new ObjectOptimisticLockingFailureException(Entry.class, id);
    }

    private void note(String verb, long id) {
        changes.note(PublicChange.Kind.ENTRY, id);
        journal.write(verb, "entry " + id, null);
    }
}
