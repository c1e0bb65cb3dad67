package cn.jinshan.chronicle.desk;

import cn.jinshan.chronicle.entries.EditorialEntry;
import cn.jinshan.chronicle.entries.Entries;
import cn.jinshan.chronicle.entries.NotPublicException;
import cn.jinshan.chronicle.journal.Journal;
import cn.jinshan.chronicle.staff.SignedIn;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.InvalidPropertyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Service that keeps what users type before they save it, separately for each user and form. */
@Service
@Transactional
class Autosave {

    /** How long after the last key a working copy counts as being typed in: as long as a session may idle. */
    private static final Duration FRESH = Duration.ofMinutes(30);

    /**
     * How long a working copy is kept after the last key; the messages {@code begun.gone} and {@code unsaved.gone} say
     * so.
     */
    static final Duration KEPT = Duration.ofDays(60);

    /** Greatest number of working copies of one person. */
    static final int MOST = 100;

    /** Greatest length of all copies of one person, in characters: a hundred long entries with easy-read texts. */
    static final int LONGEST = MOST * 40_000;

    private final AutosavedDrafts copies;
    private final Entries entries;
    private final JsonMapper json;
    private final Journal journal;
    private final Clock clock;

    Autosave(AutosavedDrafts copies, Entries entries, JsonMapper json, Journal journal, Clock clock) {
        this.copies = copies;
        this.entries = entries;
        this.json = json;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Working copy: the form as it was typed, and when.
     *
     * @param entry the entry it is about; null for one that was never saved
     * @param daysLeft the days before it is deleted
     * @param fresh whether it may be open in another window
     */
    record Typed(@Nullable Long entry, EntryForm form, Instant changed, long daysLeft, boolean fresh) {

        /** Whether it differs from the saved entry. */
        boolean differsFrom(EditorialEntry saved) {
            return !EntryFields.differing(form, EntryForm.of(saved)).isEmpty();
        }
    }

    /** Another user who is typing in the same entry. */
    record Typist(long account, Instant changed) {}

    /** Time of an autosave, and whether the same user types in the same entry in another window as well. */
    record Kept(Instant when, boolean elsewhere) {}

    /**
     * Keeps what a user has typed so far. If another page took over the working copy of this form, the page gets its
     * own.
     *
     * @param entry the entry; null for one that was never saved
     * @throws NotPublicException if the entry was erased meanwhile: whoever erases it waits for this, or this for them
     * @throws InvalidPropertyException if a field could not be read back
     * @throws NoRoomException if the user has reached the limit; the kept copies stay unchanged
     */
    Kept keep(SignedIn me, @Nullable Long entry, Map<String, String[]> fields) {
        if (entry != null && entries.forChange(entry).isEmpty()) {
            throw new NotPublicException("entry");
        }
        var typed = typed(fields);
        var form = EntryForm.of(typed);
        var now = clock.instant();
        var copy = own(me, form).orElseGet(() -> new AutosavedDraft(me.id(), entry, key(me, entry, form)));
        var written = json.writeValueAsString(typed);
        if (!hasRoom(copy, written.length())) {
            throw new NoRoomException();
        }
        copy.type(form.holder(), form.base(), written, now);
        copies.save(copy);
        return new Kept(now, isElsewhere(copy, form, now));
    }

    /** Whether the user has room for a copy of this length; an existing copy may always become shorter. */
    private boolean hasRoom(AutosavedDraft copy, int length) {
        var account = copy.accountId();
        int before = copy.fields() == null ? -1 : copy.fields().length();
        return (before >= 0 || copies.countByAccountIdAndFormKeyNot(account, copy.formKey()) < MOST)
                && (length <= before || copies.lengthBeside(account, copy.formKey()) + length <= LONGEST);
    }

    /** Whether the user has reached the limit, so that a new copy would not be kept. */
    @Transactional(readOnly = true)
    boolean isFull(SignedIn me) {
        return copies.countByAccountIdAndFormKeyNot(me.id(), "") >= MOST || copies.lengthBeside(me.id(), "") >= LONGEST;
    }

    private boolean isElsewhere(AutosavedDraft copy, AutosavedForm form, Instant now) {
        boolean forked = !copy.formKey().equals(form.formKey) && form.holder() != null;
        return forked
                || (copy.entryId() != null
                        && copies.findByAccountIdAndEntryIdOrderByChangedDesc(copy.accountId(), copy.entryId()).stream()
                                .filter(other -> !other.formKey().equals(copy.formKey()))
                                .anyMatch(other -> isFresh(other.changed(), now)));
    }

    private static boolean isFresh(Instant changed, Instant now) {
        return changed.isAfter(now.minus(FRESH));
    }

    /** The working copy of a page: the page's own if another page took over that of the form, else that of the form. */
    private Optional<AutosavedDraft> own(SignedIn me, AutosavedForm form) {
        var own = copies.findByAccountIdAndFormKey(me.id(), apart(form));
        return own.isPresent()
                ? own
                : copies.findByAccountIdAndFormKey(me.id(), form.formKey)
                        .filter(copy -> copy.isOf(form.holder(), form.taken()));
    }

    private String key(SignedIn me, @Nullable Long entry, AutosavedForm form) {
        if (form.formKey.isEmpty()) {
            return named(me.id() + " on " + entry);
        }
        return copies.findByAccountIdAndFormKey(me.id(), form.formKey).isPresent() ? apart(form) : form.formKey;
    }

    /** The key of the working copy that one page has apart from other pages with the same form. */
    private static String apart(AutosavedForm form) {
        return named(form.formKey + " in " + form.holder());
    }

    private static String named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** The fields without those about the form and its session, such as {@code _csrf}. */
    private static Map<String, String[]> typed(Map<String, String[]> fields) {
        var typed = new TreeMap<>(fields);
        typed.keySet().removeIf(name -> name.startsWith("_"));
        return typed;
    }

    /** A working copy of a user. */
    @Transactional(readOnly = true)
    Optional<Typed> typed(SignedIn me, String formKey) {
        return copies.findByAccountIdAndFormKey(me.id(), formKey).map(this::typed);
    }

    /** The user's working copies of an entry that differ from the saved entry, latest first. */
    @Transactional(readOnly = true)
    List<Typed> unsaved(SignedIn me, EditorialEntry entry) {
        return copies.findByAccountIdAndEntryIdOrderByChangedDesc(me.id(), entry.id()).stream()
                .map(this::typed)
                .filter(typed -> typed.differsFrom(entry))
                .toList();
    }

    /** All working copies of a user, latest first. */
    @Transactional(readOnly = true)
    List<Typed> all(SignedIn me) {
        return copies.findByAccountIdOrderByChangedDesc(me.id()).stream()
                .map(this::typed)
                .toList();
    }

    /** The user's working copies of new entries. */
    @Transactional(readOnly = true)
    List<Typed> begun(SignedIn me) {
        return all(me).stream().filter(typed -> typed.entry() == null).toList();
    }

    /** The other users who are typing in an entry, each once, with the time of their last key. */
    @Transactional(readOnly = true)
    Collection<Typist> others(SignedIn me, long entry) {
        var typists = new LinkedHashMap<Long, Typist>();
        copies.findByEntryIdAndAccountIdNotAndChangedAfterOrderByChanged(
                        entry, me.id(), clock.instant().minus(FRESH))
                .forEach(copy -> typists.put(copy.accountId(), new Typist(copy.accountId(), copy.changed())));
        return typists.values();
    }

    /** Deletes the working copy of a form that has been saved, unless another page typed in it since. */
    void drop(SignedIn me, AutosavedForm form) {
        Stream.of(apart(form), form.formKey)
                .map(key -> copies.findByAccountIdAndFormKey(me.id(), key))
                .flatMap(Optional::stream)
                .filter(copy -> copy.isOf(form.holder(), form.taken()))
                .forEach(this::drop);
    }

    /** Deletes a working copy. */
    void drop(SignedIn me, String formKey) {
        copies.findByAccountIdAndFormKey(me.id(), formKey).ifPresent(this::drop);
    }

    /** Deletes all working copies of an entry that a user has. */
    void dropAll(SignedIn me, long entry) {
        copies.findByAccountIdAndEntryIdOrderByChangedDesc(me.id(), entry).forEach(this::drop);
    }

    private void drop(AutosavedDraft copy) {
        copies.drop(copy.accountId(), copy.formKey(), copy.changed());
    }

    /** Turns all users' working copies of a discarded entry into new entries of their own. */
    void beginWithout(long entry) {
        copies.beginWithout(entry);
    }

    /**
     * Deletes the working copies that nobody has typed in for {@link #KEPT}, after the desk has announced it, and notes
     * how many. It runs every hour, because not every machine is on at night.
     */
    @Scheduled(cron = "0 40 * * * *", zone = "Asia/Shanghai")
    public void expire() {
        int gone = copies.dropUntouchedSince(clock.instant().minus(KEPT));
        if (gone > 0) {
            journal.write("working-copy.expired", "-", String.valueOf(gone));
        }
    }

    private Typed typed(AutosavedDraft copy) {
        var form = EntryForm.of(
                json.<Map<String, String[]>>readValue(Objects.requireNonNull(copy.fields()), new TypeReference<>() {}));
        form.goOn(copy.formKey(), copy.changed());
        var now = clock.instant();
        long daysLeft =
                Math.max(0, Duration.between(now, copy.changed().plus(KEPT)).toDays());
        return new Typed(copy.entryId(), form, copy.changed(), daysLeft, isFresh(copy.changed(), now));
    }
}
