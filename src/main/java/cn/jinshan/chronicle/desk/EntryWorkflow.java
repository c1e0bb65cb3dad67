package cn.jinshan.chronicle.desk;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import cn.jinshan.chronicle.dates.EventDate;
import cn.jinshan.chronicle.entries.Chronicles;
import cn.jinshan.chronicle.entries.EditorialEdition;
import cn.jinshan.chronicle.entries.EditorialRecord;
import cn.jinshan.chronicle.entries.Entries;
import cn.jinshan.chronicle.entries.Entry;
import cn.jinshan.chronicle.entries.NotPublicException;
import cn.jinshan.chronicle.entries.RefusedException;
import cn.jinshan.chronicle.entries.Section;
import cn.jinshan.chronicle.entries.Sections;
import cn.jinshan.chronicle.entries.Subject;
import cn.jinshan.chronicle.entries.Subjects;
import cn.jinshan.chronicle.journal.Journal;
import cn.jinshan.chronicle.proofreading.PersonalInformation;
import cn.jinshan.chronicle.proofreading.PublicTextForm;
import cn.jinshan.chronicle.proofreading.UnconfirmedException;
import cn.jinshan.chronicle.site.Federation;
import cn.jinshan.chronicle.staff.Role;
import cn.jinshan.chronicle.staff.SignedIn;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What staff do to entries. Each of these names the version of the entry that was seen, is refused with a
 * {@link ConcurrencyFailureException} if somebody changed it since, and stands in the journal. Where something new
 * comes into a year, the year is held first, always, so that nobody closes it meanwhile; then the entries, in the order
 * of their numbers; last the subjects.
 */
@Service
@Transactional
class EntryWorkflow {

    /** Why one of many is refused: somebody changed it, or is changing it just now. */
    static final MessageSourceResolvable STALE = new DefaultMessageSourceResolvable("many.stale");

    private final Entries entries;
    private final Chronicles chronicles;
    private final Sections sections;
    private final Subjects subjects;
    private final EditorialRecord record;
    private final Federation federation;
    private final Autosave autosave;
    private final EntrySaves saves;
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
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Saves a new entry, once for each form key.
     *
     * @return its number
     */
    long begin(EntryForm form, @Nullable EventDate date, SignedIn me) {
        chronicles.forChange(form.getYear());
        var begun = entries.save(new Entry(form.getFormKey()));
        long id = Objects.requireNonNull(begun.id());
        write(begun, form, date, me);
        saves.after(record.entry(id), me.id(), clock.instant());
        autosave.drop(me, form);
        journal.write("entry.begun", thing(id), null);
        return id;
    }

    /** Saves the draft, or opens the next edition of what is published. */
    void save(long id, EntryForm form, @Nullable EventDate date, SignedIn me) {
        var entry = forChange(id, form.seen());
        saves.before(record.entry(id));
        write(entry, form, date, me);
        saves.after(record.entry(id), me.id(), clock.instant());
        autosave.drop(me, form);
        journal.write("entry.saved", thing(id), null);
    }

    private void write(Entry entry, EntryForm form, @Nullable EventDate date, SignedIn me) {
        var content = form.content(date, about(form));
        entry.write(section(form), position(form), content, me.id(), clock.instant());
    }

    /** What names no place stands after the last one of its section. */
    private int position(EntryForm form) {
        return form.getPosition().isEmpty()
                ? record.nextPosition(form.getYear(), form.getSection())
                : Integer.parseInt(form.getPosition());
    }

    private Section section(EntryForm form) {
        return sections.standing(form.getYear(), form.getSection());
    }

    /**
     * Whom and what it is about, known or new. The known are held, so that nobody merges one of them into another
     * before this is saved; a former name means whoever was called so. Only what is new is given its reading: that of
     * the known is public already, and administrators correct it.
     */
    private List<Subject> about(EntryForm form) {
        var readings = new LinkedHashMap<Subject.Name, String>();
        for (var row : form.getSubjects()) {
            if (!row.getName().isEmpty()) {
                readings.put(new Subject.Name(row.getKind(), row.getName()), row.getReading());
            }
        }
        var known = new HashMap<Subject.Name, Long>();
        readings.keySet()
                .forEach(name -> subjects.known(name.kind(), name.name()).ifPresent(id -> known.put(name, id)));
        var held = subjects.hold(Set.copyOf(known.values())).stream()
                .collect(toMap(subject -> Objects.requireNonNull(subject.id()), subject -> subject));
        var about = new LinkedHashSet<Subject>();
        readings.forEach((name, reading) -> {
            var id = known.get(name);
            var subject = id == null ? newSubject(name, reading) : held.get(id);
            if (subject == null) {
                throw new ObjectOptimisticLockingFailureException(Subject.class, name);
            }
            about.add(subject);
        });
        return List.copyOf(about);
    }

    private Subject newSubject(Subject.Name name, String reading) {
        var subject = new Subject(name.kind(), name.name());
        subject.read(reading);
        return subjects.save(subject);
    }

    /** Asks reviewers to look at the draft. */
    void submit(long id, long seen, SignedIn me) {
        forChange(id, seen).submit(me.id(), clock.instant());
        journal.write("entry.submitted", thing(id), null);
    }

    /** Makes a draft again of what was submitted. */
    void takeBack(long id, long seen, SignedIn me) {
        forChange(id, seen).takeBack(me.id(), clock.instant());
        journal.write("entry.taken-back", thing(id), null);
    }

    /** Makes a draft again of what was submitted, because something has to be changed; reviewers do. */
    void returnToEditor(long id, long seen, String reason, SignedIn me) {
        refuseUnlessReviewer(me);
        forChange(id, seen).returnToEditor(reason, me.id(), clock.instant());
        journal.write("entry.returned", thing(id), null);
    }

    /** Approves what was submitted; reviewers do. */
    void approve(long id, long seen, SignedIn me) {
        refuseUnlessReviewer(me);
        forChange(id, seen).approve(federation.settings().requiredReviews(), me.id(), clock.instant());
        journal.write("entry.approved", thing(id), null);
    }

    /**
     * Shows the open edition to the public. Where reviews are required a reviewer does.
     *
     * @param reason why it may be published although it seems to hold personal information; blank for none
     * @throws UnconfirmedException if it seems to, and no reason is given
     */
    void publish(long id, long seen, String reason, SignedIn me) {
        chronicles.holdOfOpen(List.of(id));
        publishHeld(id, seen, reason, me);
    }

    private void publishHeld(long id, long seen, String reason, SignedIn me) {
        var entry = forChange(id, seen);
        var required = federation.settings().requiredReviews();
        if (entry.needs(required) > 0 && !me.may(Role.REVIEWER)) {
            throw new RefusedException("reviewerPublishes");
        }
        var found = record.entry(id).open().map(EntryWorkflow::personal).orElse(List.of());
        entry.publish(required, me.id(), clock.instant());
        saves.end(id, seen);
        if (!found.isEmpty() && reason.isBlank()) {
            throw new UnconfirmedException();
        }
        journal.write("entry.published", thing(id), null);
        journal.confirm(thing(id), found.isEmpty() ? null : reason);
    }

    /** Submits all of these, or none: see {@link #all}. */
    void submitAll(List<Chosen> chosen, SignedIn me) {
        all(chosen, one -> submit(one.id(), one.version(), me));
    }

    /** Approves all of these, or none: see {@link #all}. */
    void approveAll(List<Chosen> chosen, SignedIn me) {
        all(chosen, one -> approve(one.id(), one.version(), me));
    }

    /** Publishes all of these, or none: see {@link #all}. */
    void publishAll(List<Chosen> chosen, String reason, SignedIn me) {
        chronicles.holdOfOpen(chosen.stream().map(Chosen::id).toList());
        all(chosen, one -> publishHeld(one.id(), one.version(), reason, me));
    }

    /**
     * Does the same to all, or to none of them.
     *
     * @throws SomeRefusedException which says of each that was refused why
     */
    private static void all(List<Chosen> chosen, Consumer<Chosen> change) {
        var refused = new TreeMap<Long, MessageSourceResolvable>();
        for (var one : chosen.stream().sorted(comparing(Chosen::id)).toList()) {
            try {
                change.accept(one);
            } catch (RefusedException refusal) {
                refused.put(one.id(), refusal.reason());
            } catch (UnconfirmedException unconfirmed) {
                refused.put(one.id(), new DefaultMessageSourceResolvable(PublicTextForm.UNCONFIRMED));
            } catch (ObjectOptimisticLockingFailureException | NotPublicException stale) {
                refused.put(one.id(), STALE);
            }
        }
        if (!refused.isEmpty()) {
            throw new SomeRefusedException(refused);
        }
    }

    /** What in an edition, and in the names that it brings, seems to be personal information. */
    static List<PersonalInformation.Finding> personal(EditorialEdition edition) {
        return PersonalInformation.in(String.join(
                "\n\n",
                edition.title(),
                edition.wording(),
                edition.body(),
                edition.easyRead(),
                Objects.requireNonNullElse(edition.correction(), ""),
                edition.subjects().stream()
                        .flatMap(about -> Stream.of(about.name(), Objects.requireNonNullElse(about.reading(), "")))
                        .collect(joining("\n\n"))));
    }

    /** Takes down what the public sees; reviewers do. */
    void withdraw(long id, long seen, String reason, String farewell, SignedIn me) {
        refuseUnlessReviewer(me);
        forChange(id, seen).withdraw(reason, farewell.isBlank() ? null : farewell, me.id(), clock.instant());
        journal.write("entry.withdrawn", thing(id), null);
    }

    /** Throws the draft away. Where it was all there was, what others were typing in it begins a new entry. */
    void discard(long id, long seen, SignedIn me) {
        var entry = forChange(id, seen);
        entry.discard(me.id(), clock.instant());
        autosave.dropAll(me, id);
        saves.end(id, seen);
        if (entry.isEmpty()) {
            autosave.beginWithout(id);
            saves.forget(id);
        }
        journal.write("entry.discarded", thing(id), null);
    }

    /** Opens a draft with what an earlier edition says. */
    void draftFrom(long id, int number, long seen, SignedIn me) {
        forChange(id, seen).draftFrom(number, me.id(), clock.instant());
        saves.end(id, seen);
        journal.write("entry.drafted", thing(id), "edition " + number);
    }

    private static void refuseUnlessReviewer(SignedIn me) {
        if (!me.may(Role.REVIEWER)) {
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
