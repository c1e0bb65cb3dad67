package cn.jinshan.chronicle.administration;

import cn.jinshan.chronicle.changes.PublicChange;
import cn.jinshan.chronicle.changes.PublicChanges;
import cn.jinshan.chronicle.entries.Chronicle;
import cn.jinshan.chronicle.entries.Chronicles;
import cn.jinshan.chronicle.entries.NotPublicException;
import cn.jinshan.chronicle.entries.Section;
import cn.jinshan.chronicle.entries.Sections;
import cn.jinshan.chronicle.journal.Journal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Service with which administrators manage the sections of a year. Each change names the version that was seen, is
 * refused with a {@link ConcurrencyFailureException} if somebody changed the section since, and is written to the
 * journal. Each change locks the year first, so that two moves at the same time keep the places in order.
 */
@Service
@Transactional
class SectionAdministration {

    private final Chronicles chronicles;
    private final Sections sections;
    private final PublicChanges changes;
    private final Journal journal;

    SectionAdministration(Chronicles chronicles, Sections sections, PublicChanges changes, Journal journal) {
        this.chronicles = chronicles;
        this.sections = sections;
        this.changes = changes;
        this.journal = journal;
    }

    /**
     * Adds a section to a year.
     *
     * @throws DataIntegrityViolationException if a section of that year has this slug
     */
    void add(SectionForm form) {
        var chronicle = hold(form.inYear());
        var section = sections.save(chronicle.add(form.slug, form.title, form.chosenTone()));
        chronicle.move(section, form.wantedPlace());
        note("section.added", section, null);
        journal.confirm(thing(section), form.confirmation());
    }

    /**
     * Changes or moves a section; the journal notes which parts were changed, but not their text.
     *
     * @throws DataIntegrityViolationException if another section of its year has this slug
     */
    void change(long id, SectionForm form) {
        var chronicle = holdYearOf(id);
        var section = forChange(id, form.seen());
        var differing = section.differing(form.slug, form.title, form.chosenTone());
        if (!differing.isEmpty()) {
            section.readdress(form.slug, sections.isUsed(id));
            chronicle.describe(section, form.title, form.chosenTone());
            note("section.changed", section, String.join(", ", differing));
            journal.confirm(thing(section), form.confirmation());
        }
        int before = section.position();
        chronicle.move(section, form.wantedPlace());
        if (section.position() != before) {
            note("section.moved", section, null);
        }
    }

    /**
     * Removes an empty section.
     *
     * @throws DataIntegrityViolationException if somebody writes an edition in it at the same time
     */
    void remove(long id, long seen) {
        var chronicle = holdYearOf(id);
        var section = forChange(id, seen);
        chronicle.remove(section, sections.isUsed(id));
        note("section.removed", section, null);
    }

    private Chronicle holdYearOf(long id) {
        return hold(sections.year(id).orElseThrow(() -> new NotPublicException("section")));
    }

    private Chronicle hold(int year) {
        return chronicles.forChange(year).orElseThrow(() -> new NotPublicException("year"));
    }

    private Section forChange(long id, long seen) {
        var section = sections.findById(id).orElseThrow(() -> new NotPublicException("section"));
        section.refuseStale(seen);
        return section;
    }

    private void note(String verb, Section section, @Nullable String parts) {
        changes.note(PublicChange.Kind.SECTION, section.chronicle().year());
        journal.write(verb, thing(section), parts);
    }

    private static String thing(Section section) {
        return "section " + Objects.requireNonNull(section.id());
    }
}
