package cn.jinshan.chronicle.administration;

import static java.util.stream.Collectors.toSet;

import cn.jinshan.chronicle.changes.PublicChange;
import cn.jinshan.chronicle.changes.PublicChanges;
import cn.jinshan.chronicle.entries.Chronicle;
import cn.jinshan.chronicle.entries.Chronicles;
import cn.jinshan.chronicle.entries.NotPublicException;
import cn.jinshan.chronicle.entries.PublishedSection;
import cn.jinshan.chronicle.entries.Section;
import cn.jinshan.chronicle.entries.Sections;
import cn.jinshan.chronicle.journal.Journal;
import cn.jinshan.chronicle.text.Pinyin;
import cn.jinshan.chronicle.text.Reading;
import java.util.Objects;
import java.util.stream.Stream;
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
        var section =
                sections.save(chronicle.add(slug(form, chronicle, null), form.title, form.titleEn, form.chosenTone()));
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
        var slug = slug(form, chronicle, section);
        var differing = section.differing(slug, form.title, form.titleEn, form.chosenTone());
        if (!differing.isEmpty()) {
            section.readdress(slug, sections.isUsed(id));
            chronicle.describe(section, form.title, form.titleEn, form.chosenTone());
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

    /**
     * The slug that a form names; if it names none, that of the section of the same title in another year, newest
     * first, or else the title in pinyin, with a number behind it where another section of the year has it.
     */
    private String slug(SectionForm form, Chronicle chronicle, @Nullable Section own) {
        if (!form.slug.isEmpty()) {
            return form.slug;
        }
        var taken = chronicle.sections().stream()
                .filter(section -> section != own)
                .map(Section::slug)
                .collect(toSet());
        var alike = chronicles.all().stream()
                .filter(year -> year != chronicle)
                .flatMap(year -> year.asPublished().sections().stream())
                .filter(section -> section.title().equals(form.title))
                .map(PublishedSection::slug);
        var pinyin = pinyin(form.title);
        var numbered = Stream.iterate(2, number -> number + 1).map(number -> pinyin + "-" + number);
        return Stream.of(alike, Stream.of(pinyin), numbered)
                .flatMap(slugs -> slugs)
                .filter(slug -> !taken.contains(slug))
                .findFirst()
                .orElseThrow();
    }

    /** A title in pinyin as a slug, short enough for a number behind it. */
    private static String pinyin(String title) {
        var syllables = Reading.of(Pinyin.of(title))
                .letters()
                .replaceAll("[^a-z0-9]+", "-")
                .replaceFirst("^-", "");
        var slug = syllables.matches("[a-z].*") ? syllables : "section-" + syllables;
        return slug.substring(0, Math.min(slug.length(), 50)).replaceAll("-+$", "");
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
