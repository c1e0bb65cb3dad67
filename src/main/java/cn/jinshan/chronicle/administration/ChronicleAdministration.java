package cn.jinshan.chronicle.administration;

import cn.jinshan.chronicle.changes.PublicChange;
import cn.jinshan.chronicle.changes.PublicChanges;
import cn.jinshan.chronicle.entries.Chronicle;
import cn.jinshan.chronicle.entries.Chronicles;
import cn.jinshan.chronicle.entries.NotPublicException;
import cn.jinshan.chronicle.journal.Journal;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Service with which administrators manage the chronicles of the years. Each change names the version that was seen, is
 * refused with a {@link ConcurrencyFailureException} if somebody changed the chronicle since, and is written to the
 * journal.
 */
@Service
@Transactional
class ChronicleAdministration {

    private final Chronicles chronicles;
    private final PublicChanges changes;
    private final Journal journal;
    private final Clock clock;

    ChronicleAdministration(Chronicles chronicles, PublicChanges changes, Journal journal, Clock clock) {
        this.chronicles = chronicles;
        this.changes = changes;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Creates the chronicle of a year with the sections of the year before it, or else of the nearest year. Only staff
     * see it yet.
     *
     * @throws DataIntegrityViolationException if that year has a chronicle
     */
    void add(ChronicleForm form) {
        int year = Integer.parseInt(form.year);
        var chronicle = new Chronicle(year, form.title, form.introduction, form.source());
        chronicles.nearest(year).ifPresent(chronicle::takeSectionsOf);
        chronicles.save(chronicle);
        note("chronicle.added", year, null);
        journal.confirm(thing(year), form.confirmation());
    }

    /** Changes the description of a year; the journal notes which parts were changed, but not their text. */
    void change(int year, ChronicleForm form) {
        var chronicle = forChange(year, form.seen());
        var differing = chronicle.differing(form.title, form.introduction, form.source());
        if (!differing.isEmpty()) {
            chronicle.describe(form.title, form.introduction, form.source());
            note("chronicle.changed", year, String.join(", ", differing));
            journal.confirm(thing(year), form.confirmation());
        }
    }

    /** Opens a year to the public. */
    void open(int year, long seen) {
        forChange(year, seen).open(clock.instant());
        note("chronicle.opened", year, null);
    }

    /** Closes a year: it takes no new entries any more. */
    void close(int year, long seen) {
        forChange(year, seen).close(clock.instant());
        note("chronicle.closed", year, null);
    }

    /**
     * Removes a year that was begun by mistake. It must be unopened and empty.
     *
     * @throws DataIntegrityViolationException if somebody writes an edition in it at the same time
     */
    void remove(int year, long seen) {
        var chronicle = forChange(year, seen);
        chronicle.refuseToGo(chronicles.isUsed(year));
        chronicles.delete(chronicle);
        note("chronicle.removed", year, null);
    }

    private Chronicle forChange(int year, long seen) {
        var chronicle = chronicles.forChange(year).orElseThrow(() -> new NotPublicException("year"));
        chronicle.refuseStale(seen);
        return chronicle;
    }

    private void note(String verb, int year, @Nullable String parts) {
        changes.note(PublicChange.Kind.CHRONICLE, year);
        journal.write(verb, thing(year), parts);
    }

    private static String thing(int year) {
        return "chronicle " + year;
    }
}
