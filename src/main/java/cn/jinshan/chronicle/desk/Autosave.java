package cn.jinshan.chronicle.desk;

import cn.jinshan.chronicle.entries.EditorialEntry;
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
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Service that keeps what users type before they save it, separately for each user and form. */
@Service
@Transactional
class Autosave {

    /** How long a working copy says that somebody is still at it: as long as a session idles. */
    private static final Duration FRESH = Duration.ofMinutes(30);

    /** How long it is kept after the last key, as the messages {@code begun.gone} and {@code unsaved.gone} say. */
    static final Duration KEPT = Duration.ofDays(60);

    /** So many are kept for one person, */
    static final int MOST = 100;

    /** and so many characters of them: of a hundred long entries, each with an easy-read text. */
    static final int LONGEST = MOST * 40_000;

    private final AutosavedDrafts copies;
    private final JsonMapper json;
    private final Clock clock;

    Autosave(AutosavedDrafts copies, JsonMapper json, Clock clock) {
        this.copies = copies;
        this.json = json;
        this.clock = clock;
    }

    /**
     * A working copy: the form as it was typed, and when.
     *
     * @param entry that it is about; null for one that was never saved
     * @param daysLeft before it is thrown away
     * @param fresh whether it may be open in another window
     */
    record Typed(@Nullable Long entry, EntryForm form, Instant changed, long daysLeft, boolean fresh) {

        /** Whether it says something else than what is saved of an entry. */
        boolean differsFrom(EditorialEntry saved) {
            return !EntryFields.differing(form, EntryForm.of(saved)).isEmpty();
        }
    }

    /** Somebody else who is typing about the same entry. */
    record Typist(long account, Instant changed) {}

    /**
     * What was kept.
     *
     * @param elsewhere whether the same person types about the same entry in another window as well
     */
    record Kept(Instant when, boolean elsewhere) {}

    /**
     * Keeps what somebody has typed so far. A page that finds the working copy of its form taken over by another one
     * gets one of its own.
     *
     * @param entry null for one that was never saved
     * @throws InvalidPropertyException for fields that could not be read again
     * @throws NoRoomException for more than is kept for one person; what is kept of them stays as it is
     */
    Kept keep(SignedIn me, @Nullable Long entry, Map<String, String[]> fields) {
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

    /** What is there already may always become shorter. */
    private boolean hasRoom(AutosavedDraft copy, int length) {
        var account = copy.accountId();
        int before = copy.fields() == null ? -1 : copy.fields().length();
        return (before >= 0 || copies.countByAccountIdAndFormKeyNot(account, copy.formKey()) < MOST)
                && (length <= before || copies.lengthBeside(account, copy.formKey()) + length <= LONGEST);
    }

    /** Whether nothing that somebody begins now would be kept before they press save. */
    @Transactional(readOnly = true)
    boolean isFull(SignedIn me) {
        return copies.countByAccountIdAndFormKeyNot(me.id(), "") >= MOST || copies.lengthBeside(me.id(), "") >= LONGEST;
    }

    private boolean isElsewhere(AutosavedDraft copy, AutosavedForm form, Instant now) {
        boolean forked = !copy.formKey().equals(form.getFormKey()) && form.holder() != null;
        return forked
                || (copy.entryId() != null
                        && copies.findByAccountIdAndEntryIdOrderByChangedDesc(copy.accountId(), copy.entryId()).stream()
                                .filter(other -> !other.formKey().equals(copy.formKey()))
                                .anyMatch(other -> isFresh(other.changed(), now)));
    }

    private static boolean isFresh(Instant changed, Instant now) {
        return changed.isAfter(now.minus(FRESH));
    }

    /** The working copy in which a page goes on: that of its form, or its own where another page took that over. */
    private Optional<AutosavedDraft> own(SignedIn me, AutosavedForm form) {
        var own = copies.findByAccountIdAndFormKey(me.id(), apart(form));
        return own.isPresent()
                ? own
                : copies.findByAccountIdAndFormKey(me.id(), form.getFormKey())
                        .filter(copy -> copy.isOf(form.holder(), form.taken()));
    }

    private String key(SignedIn me, @Nullable Long entry, AutosavedForm form) {
        if (form.getFormKey().isEmpty()) {
            return named(me.id() + " on " + entry);
        }
        return copies.findByAccountIdAndFormKey(me.id(), form.getFormKey()).isPresent()
                ? apart(form)
                : form.getFormKey();
    }

    /** The key of what is typed in one page apart from all others with the same form. */
    private static String apart(AutosavedForm form) {
        return named(form.getFormKey() + " in " + form.holder());
    }

    private static String named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** Not what the form says about itself and its session: {@code _csrf} and the like. */
    private static Map<String, String[]> typed(Map<String, String[]> fields) {
        var typed = new TreeMap<>(fields);
        typed.keySet().removeIf(name -> name.startsWith("_"));
        return typed;
    }

    /** One of those that somebody typed and did not save. */
    @Transactional(readOnly = true)
    Optional<Typed> typed(SignedIn me, String formKey) {
        return copies.findByAccountIdAndFormKey(me.id(), formKey).map(this::typed);
    }

    /** What somebody typed about an entry, as far as it says something else than what is saved; the latest first. */
    @Transactional(readOnly = true)
    List<Typed> unsaved(SignedIn me, EditorialEntry entry) {
        return copies.findByAccountIdAndEntryIdOrderByChangedDesc(me.id(), entry.id()).stream()
                .map(this::typed)
                .filter(typed -> typed.differsFrom(entry))
                .toList();
    }

    /** All that somebody typed and did not save, the latest first. */
    @Transactional(readOnly = true)
    List<Typed> all(SignedIn me) {
        return copies.findByAccountIdOrderByChangedDesc(me.id()).stream()
                .map(this::typed)
                .toList();
    }

    /** What of that was begun as new entries. */
    @Transactional(readOnly = true)
    List<Typed> begun(SignedIn me) {
        return all(me).stream().filter(typed -> typed.entry() == null).toList();
    }

    /** Who else is typing about an entry, each once, with the time of their last key. */
    @Transactional(readOnly = true)
    Collection<Typist> others(SignedIn me, long entry) {
        var typists = new LinkedHashMap<Long, Typist>();
        copies.findByEntryIdAndAccountIdNotAndChangedAfterOrderByChanged(
                        entry, me.id(), clock.instant().minus(FRESH))
                .forEach(copy -> typists.put(copy.accountId(), new Typist(copy.accountId(), copy.changed())));
        return typists.values();
    }

    /** Forgets what was typed in a form that has now been saved; what another page typed since stays. */
    void drop(SignedIn me, AutosavedForm form) {
        Stream.of(apart(form), form.getFormKey())
                .map(key -> copies.findByAccountIdAndFormKey(me.id(), key))
                .flatMap(Optional::stream)
                .filter(copy -> copy.isOf(form.holder(), form.taken()))
                .forEach(this::drop);
    }

    /** Forgets one working copy. */
    void drop(SignedIn me, String formKey) {
        copies.findByAccountIdAndFormKey(me.id(), formKey).ifPresent(this::drop);
    }

    /** Forgets all that somebody typed about an entry. */
    void dropAll(SignedIn me, long entry) {
        copies.findByAccountIdAndEntryIdOrderByChangedDesc(me.id(), entry).forEach(this::drop);
    }

    private void drop(AutosavedDraft copy) {
        copies.drop(copy.accountId(), copy.formKey(), copy.changed());
    }

    /** Makes what everybody typed in an entry, of which nothing is left, the beginning of a new one of their own. */
    void beginWithout(long entry) {
        copies.findByEntryId(entry).forEach(AutosavedDraft::begin);
    }

    /** Forgets what nobody has typed in for {@link #KEPT}; answers how many. */
    int dropUntouched() {
        return copies.dropUntouchedSince(clock.instant().minus(KEPT));
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
