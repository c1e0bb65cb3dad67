package cn.jinshan.chronicle.administration;

import static java.util.function.Predicate.not;

import cn.jinshan.chronicle.changes.PublicChange;
import cn.jinshan.chronicle.changes.PublicChanges;
import cn.jinshan.chronicle.entries.Entries;
import cn.jinshan.chronicle.entries.NotPublicException;
import cn.jinshan.chronicle.entries.RefusedException;
import cn.jinshan.chronicle.entries.Subject;
import cn.jinshan.chronicle.entries.Subjects;
import cn.jinshan.chronicle.journal.Journal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Service with which administrators manage the people, organisations, places and events. Each change names the version
 * that was seen, is refused with a {@link ConcurrencyFailureException} if somebody changed the subject since, and is
 * written to the journal. No change alters an entry's text.
 */
@Service
@Transactional
class SubjectAdministration {

    private final Subjects subjects;
    private final Entries entries;
    private final PublicChanges changes;
    private final Journal journal;

    SubjectAdministration(Subjects subjects, Entries entries, PublicChanges changes, Journal journal) {
        this.subjects = subjects;
        this.entries = entries;
        this.changes = changes;
        this.journal = journal;
    }

    /**
     * Changes a subject: name, kind, note, reading, listing in the index, and the former names that still lead to it.
     *
     * @throws DataIntegrityViolationException if another subject of this kind has this name
     * @throws RefusedException if the name is a former name of another subject, and the form does not confirm taking it
     */
    void change(long id, SubjectForm form) {
        var subject = held(subjects.hold(List.of(id)), id);
        if (subject == null) {
            throw new NotPublicException("subject");
        }
        subject.refuseStale(form.seen());
        subject.formerNames().stream().filter(not(former -> form.keeps(former))).forEach(subject::forget);
        var name = form.chosenName();
        subjects.formerly(name.kind(), name.name())
                .filter(other -> other != subject)
                .ifPresent(other -> give(name, other, subject, form));
        subject.call(name.kind(), name.name());
        subject.read(form.reading);
        subject.describe(form.note, form.listed);
        note("subject.changed", id, null);
        journal.confirm(thing(id), form.confirmation());
    }

    private void give(Subject.Name name, Subject other, Subject subject, SubjectForm form) {
        if (!form.takes(name)) {
            throw new RefusedException("formerName");
        }
        other.forget(name);
        note("subject.name-given", other.id(), thing(subject.id()));
    }

    /**
     * Merges a subject into another: every edition that mentions the first then mentions the second. It locks the
     * entries first, then both subjects, in the same order as saving an entry does.
     *
     * @param seen the version of the subject that is merged away
     * @param keptSeen the version of the subject that stays
     */
    void merge(long id, long seen, long kept, long keptSeen) {
        int mentioning = entries.holdMentioning(id).size();
        var held = subjects.hold(List.of(id, kept));
        var goes = held(held, id);
        var stays = held(held, kept);
        if (goes == null || stays == null || goes == stays || subjects.entries(id) != mentioning) {
            throw new ObjectOptimisticLockingFailureException(Subject.class, id);
        }
        goes.refuseStale(seen);
        stays.refuseStale(keptSeen);
        subjects.exchange(id, kept);
        stays.absorb(goes);
        subjects.delete(goes);
        changes.note(PublicChange.Kind.SUBJECT, kept);
        note("subject.merged", id, goes.kind() + " merged into " + stays.kind() + " " + thing(kept));
    }

    private static @Nullable Subject held(List<Subject> held, long id) {
        return held.stream()
                .filter(subject -> Long.valueOf(id).equals(subject.id()))
                .findFirst()
                .orElse(null);
    }

    private void note(String verb, long id, @Nullable String circumstance) {
        changes.note(PublicChange.Kind.SUBJECT, id);
        journal.write(verb, thing(id), circumstance);
    }

    private static String thing(long id) {
        return "subject " + id;
    }
}
