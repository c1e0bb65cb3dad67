package cn.jinshan.chronicle.desk;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import cn.jinshan.chronicle.changes.PublicChange;
import cn.jinshan.chronicle.changes.PublicChanges;
import cn.jinshan.chronicle.dates.EventDate;
import cn.jinshan.chronicle.editorial.EditorialRecord;
import cn.jinshan.chronicle.entries.Chronicles;
import cn.jinshan.chronicle.entries.Entries;
import cn.jinshan.chronicle.entries.Entry;
import cn.jinshan.chronicle.entries.NotPublicException;
import cn.jinshan.chronicle.entries.RefusedException;
import cn.jinshan.chronicle.entries.Sections;
import cn.jinshan.chronicle.entries.Subject;
import cn.jinshan.chronicle.entries.Subjects;
import cn.jinshan.chronicle.entries.Transition;
import cn.jinshan.chronicle.journal.Journal;
import cn.jinshan.chronicle.proofreading.PersonalInformation;
import cn.jinshan.chronicle.proofreading.PublicTextForm;
import cn.jinshan.chronicle.proofreading.UnconfirmedException;
import cn.jinshan.chronicle.site.Decision;
import cn.jinshan.chronicle.site.Federation;
import cn.jinshan.chronicle.staff.Role;
import cn.jinshan.chronicle.staff.SignedIn;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionInterceptor;

/**
 * Service with which staff change entries. Each change names the version that was seen, is refused with a
 * {@link ConcurrencyFailureException} if somebody changed the entry since, and is written to the journal. Locks are
 * taken in one order: first the year, if something new comes into it, so that nobody closes it meanwhile; then the
 * entries by number; last the subjects.
 */
@Service
@Transactional
class EntryWorkflow {

    /** The reason for refusing one of many: somebody changed it, or is changing it now. */
    static final MessageSourceResolvable STALE = new DefaultMessageSourceResolvable("many.stale");

    private final Entries entries;
    private final Chronicles chronicles;
    private final Sections sections;
    private final Subjects subjects;
    private final EditorialRecord record;
    private final Federation federation;
    private final Autosave autosave;
    private final EntrySaves saves;
    private final PublicChanges changes;
    private final Journal journal;
    private final Clock clock;

    EntryWorkflow(
            Entries entries,
            Chronicles chronicles,
            Sections sections,
            Subjects subjects,
            EditorialRecord record,
            Federation federation,
            Autosave autosave,
            EntrySaves saves,
            PublicChanges changes,
            Journal journal,
            Clock clock) {
        this.entries = entries;
        this.chronicles = chronicles;
        this.sections = sections;
        this.subjects = subjects;
        this.record = record;
        this.federation = federation;
        this.autosave = autosave;
        this.saves = saves;
        this.changes = changes;
        this.journal = journal;
        this.clock = clock;
    }

    /** Saves a new entry, once for each form key; returns its number. */
    long begin(EntryForm form, @Nullable EventDate date, SignedIn me) {
        chronicles.forChange(form.year);
        var begun = entries.save(new Entry(form.formKey));
        return saveText("entry.begun", begun, form, date, me);
    }

    /**
     * Saves the draft, or opens the next edition of a published entry.
     *
     * @param from the year in which it stands
     */
    void save(long id, int from, EntryForm form, @Nullable EventDate date, SignedIn me) {
        if (form.year != from) {
            chronicles.forChange(form.year);
        }
        var entry = forChange(id, form.seen());
        saves.before(record.entry(id));
        saveText("entry.saved", entry, form, date, me);
    }

    private long saveText(String verb, Entry entry, EntryForm form, @Nullable EventDate date, SignedIn me) {
        long id = Objects.requireNonNull(entry.id());
        var before = entry.openMentions();
        var content = form.content(date, about(form, id, before, me));
        var section = sections.standing(form.year, form.section);
        entry.write(section, position(form), content, me.id(), clock.instant());
        drop(before, entry);
        saves.after(record.entry(id), me.id(), clock.instant());
        autosave.drop(me, form);
        journal.write(verb, thing(id), null);
        return id;
    }

    /** The place of the entry in its section; the last place if the form names none. */
    private int position(EntryForm form) {
        return form.position.isEmpty() ? record.nextPosition(form.year, form.section) : Integer.parseInt(form.position);
    }

    /**
     * The subjects of the form, known or new. Known subjects are locked, so that nobody merges or removes them before
     * the entry is saved; a former name finds its subject. A new subject gets its reading from the form; that of a
     * known one is corrected where the form showed it.
     *
     * @param before the subjects that the draft mentioned, which are locked with them
     */
    private List<Subject> about(EntryForm form, long entry, Set<Long> before, SignedIn me) {
        var readings = new LinkedHashMap<Subject.Name, SubjectRow>();
        for (var row : form.subjects) {
            if (!row.name.isEmpty()) {
                readings.put(new Subject.Name(Objects.requireNonNull(row.kind), row.name), row);
            }
        }
        var known = new HashMap<Subject.Name, Long>();
        readings.keySet()
                .forEach(name -> subjects.known(name.kind(), name.name()).ifPresent(id -> known.put(name, id)));
        var held = hold(Stream.concat(known.values().stream(), before.stream()).collect(toSet()));
        known.entrySet().removeIf(one -> !held.containsKey(one.getValue()) && isUnknown(one.getKey()));
        var about = new LinkedHashSet<Subject>();
        readings.forEach((name, row) -> {
            var id = known.get(name);
            var subject = id == null ? newSubject(name, readingOfNew(row, entry)) : held.get(id);
            if (subject == null) {
                throw new ObjectOptimisticLockingFailureException(Subject.class, name);
            }
            if (id != null && row.isCorrected()) {
                correct(subject, id, row.reading, me);
            }
            about.add(subject);
        });
        return List.copyOf(about);
    }

    private Map<Long, Subject> hold(Set<Long> ids) {
        return ids.isEmpty() ? Map.of() : subjects.hold(ids).stream().collect(toMap(Subject::id, subject -> subject));
    }

    /** Whether a name went with another draft just now. */
    private boolean isUnknown(Subject.Name name) {
        return subjects.known(name.kind(), name.name()).isEmpty();
    }

    /** Removes those of these subjects, held, that the draft mentioned and nothing mentions any more. */
    private void drop(Set<Long> before, Entry entry) {
        var gone = new HashSet<>(before);
        gone.removeAll(entry.openMentions());
        if (!gone.isEmpty()) {
            subjects.removeUnused(gone);
        }
    }

    /** Corrects a reading; one that the public sees, only if corrections need no review, or by an administrator. */
    private void correct(Subject subject, long id, String reading, SignedIn me) {
        if (reading.equals(subject.read())) {
            return;
        }
        boolean mayAlone = me.may(Role.ADMINISTRATOR)
                || federation.settings().requiredReviews().ofCorrections() == 0;
        if (subjects.isPublic(id)
                && (!mayAlone || !PersonalInformation.in(reading).isEmpty())) {
            throw new RefusedException("readingPublic", subject.name(), subject.read());
        }
        subject.read(reading);
        changes.note(PublicChange.Kind.SUBJECT, id);
        journal.write("subject.changed", "subject " + id, null);
    }

    /** The reading of a new name; of one that went and comes back, that with which the entry was saved before. */
    private String readingOfNew(SubjectRow row, long entry) {
        var typed = row.readingOfNew();
        boolean isSaid = typed.isEmpty()
                && !List.of("", Objects.requireNonNull(row.kind).read(row.name)).contains(row.reading);
        return isSaid
                        && saves.of(entry).stream()
                                .map(save -> save.form().named().get(row.key()))
                                .anyMatch(saved -> saved != null && saved.reading.equals(row.reading))
                ? row.reading
                : typed;
    }

    private Subject newSubject(Subject.Name name, String reading) {
        var subject = new Subject(name.kind(), name.name());
        subject.read(reading);
        return subjects.save(subject);
    }

    /**
     * Makes a transition of an entry. Where reviews are required, only reviewers publish.
     *
     * @param number the edition that a draft is made from; else 0
     * @param decision the version of the entry that was seen, and the reason: of a return or a withdrawal, or for
     *     publishing suspected personal information
     * @throws UnconfirmedException for suspected personal information without a reason
     */
    void change(Transition transition, long id, int number, Decision decision, SignedIn me) {
        holdYears(transition, List.of(id));
        changeHeld(transition, id, number, decision.seen(), decision, me);
    }

    /** Makes one transition of all these entries, or of none; returns the reason for each refused entry. */
    Map<Long, MessageSourceResolvable> changeAll(
            Transition transition, List<Chosen> chosen, Decision decision, SignedIn me) {
        holdYears(transition, chosen.stream().map(Chosen::id).toList());
        var refused = new HashMap<Long, MessageSourceResolvable>();
        for (var one : chosen.stream().sorted(comparing(Chosen::id)).toList()) {
            try {
                changeHeld(transition, one.id(), 0, one.version(), decision, me);
            } catch (RefusedException refusal) {
                refused.put(one.id(), refusal.reason());
            } catch (UnconfirmedException unconfirmed) {
                refused.put(one.id(), new DefaultMessageSourceResolvable(PublicTextForm.UNCONFIRMED));
            } catch (ObjectOptimisticLockingFailureException | NotPublicException stale) {
                refused.put(one.id(), STALE);
            }
        }
        if (!refused.isEmpty()) {
            TransactionInterceptor.currentTransactionStatus().setRollbackOnly();
        }
        return refused;
    }

    private void holdYears(Transition transition, List<Long> ids) {
        if (transition == Transition.PUBLISH) {
            chronicles.holdOfOpen(ids);
        }
    }

    private void changeHeld(Transition transition, long id, int number, long seen, Decision decision, SignedIn me) {
        refuseUnlessAllowed(transition, me);
        var entry = forChange(id, seen);
        var reason = decision.reason;
        var now = clock.instant();
        String confirmation = null;
        switch (transition) {
            case SUBMIT -> entry.submit(me.id(), now);
            case TAKE_BACK -> entry.takeBack(me.id(), now);
            case RETURN -> entry.returnToEditor(reason, me.id(), now);
            case APPROVE -> entry.approve(federation.settings().requiredReviews(), me.id(), now);
            case PUBLISH -> confirmation = publish(entry, id, seen, reason, me);
            case WITHDRAW -> {
                var farewell = decision.farewell;
                entry.withdraw(reason, farewell.isBlank() ? null : farewell, me.id(), now);
            }
            case DRAFT_FROM -> {
                entry.draftFrom(number, me.id(), now);
                saves.end(id, seen);
            }
            case DISCARD -> discard(entry, id, seen, me);
        }
        if (transition.isPublic()) {
            changes.note(PublicChange.Kind.ENTRY, id);
        }
        journal.write(transition.journalled(), thing(id), number == 0 ? null : "edition " + number);
        journal.confirm(thing(id), confirmation);
    }

    /** Publishes an entry; returns the reason for suspected personal information, or null if there is none. */
    private @Nullable String publish(Entry entry, long id, long seen, String reason, SignedIn me) {
        var required = federation.settings().requiredReviews();
        if (entry.needs(required) > 0 && !me.may(Role.REVIEWER)) {
            throw new RefusedException("reviewerPublishes");
        }
        boolean personal = record.entry(id)
                .open()
                .filter(open -> !PersonalInformation.in(open.text()).isEmpty())
                .isPresent();
        entry.publish(required, me.id(), clock.instant());
        saves.end(id, seen);
        if (personal && reason.isBlank()) {
            throw new UnconfirmedException();
        }
        return personal ? reason : null;
    }

    /**
     * Discards the draft, and the new names that only it mentions. If it was all there was, other users' working copies
     * become new entries.
     */
    private void discard(Entry entry, long id, long seen, SignedIn me) {
        var before = entry.openMentions();
        hold(before);
        entry.discard(me.id(), clock.instant());
        drop(before, entry);
        autosave.dropAll(me, id);
        saves.end(id, seen);
        if (entry.isEmpty()) {
            autosave.beginWithout(id);
            saves.forget(id);
        }
    }

    /** Refuses a reviewer's transition to anybody else. */
    static void refuseUnlessAllowed(Transition transition, SignedIn me) {
        if (transition.isForReviewers() && !me.may(Role.REVIEWER)) {
            throw new AccessDeniedException("Only reviewers review and take down");
        }
    }

    private Entry forChange(long id, long seen) {
        var entry = entries.forChange(id).orElseThrow(() -> new NotPublicException("entry"));
        entry.refuseStale(seen);
        return entry;
    }

    private static String thing(long id) {
        return "entry " + id;
    }
}
