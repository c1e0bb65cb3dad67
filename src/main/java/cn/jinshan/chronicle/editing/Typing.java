package cn.jinshan.chronicle.editing;

import cn.jinshan.chronicle.staff.SignedIn;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.InvalidPropertyException;
import org.springframework.beans.MutablePropertyValues;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.DataBinder;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what people type before they save it, each their own. */
@Service
@Transactional
class Typing {

    /** How long a colleague's working copy says that they are still at it: as long as a session idles. */
    private static final Duration FRESH = Duration.ofMinutes(30);

    private final WorkingCopies copies;
    private final JsonMapper json;
    private final Clock clock;

    Typing(WorkingCopies copies, JsonMapper json, Clock clock) {
        this.copies = copies;
        this.json = json;
        this.clock = clock;
    }

    /** A working copy: the form as it was typed, and when. */
    record Typed(EntryForm form, Instant changed) {}

    /** Somebody else who is typing about the same entry. */
    record Typist(long account, Instant changed) {}

    /**
     * Keeps what somebody has typed so far.
     *
     * @param entry null for one that was never saved
     * @param formKey of the form of such an entry
     * @return when it was kept
     * @throws InvalidPropertyException for fields that could not be read again
     */
    Instant keep(SignedIn me, @Nullable Long entry, String formKey, Map<String, String[]> fields) {
        var typed = typed(fields);
        form(typed);
        var now = clock.instant();
        var written = json.writeValueAsString(typed);
        find(me, entry, formKey)
                .ifPresentOrElse(
                        copy -> copy.type(written, now),
                        () -> copies.save(
                                new WorkingCopy(me.id(), entry, entry == null ? formKey : null, written, now)));
        return now;
    }

    /** Not what the form says about itself and its session: {@code _csrf} and the like. */
    private static Map<String, String[]> typed(Map<String, String[]> fields) {
        var typed = new TreeMap<>(fields);
        typed.keySet().removeIf(name -> name.startsWith("_"));
        return typed;
    }

    @Transactional(readOnly = true)
    Optional<Typed> typed(SignedIn me, @Nullable Long entry, String formKey) {
        return find(me, entry, formKey).map(this::typed);
    }

    /** What somebody began to write as new entries and never saved, the latest first. */
    @Transactional(readOnly = true)
    List<Typed> begun(SignedIn me) {
        return copies.findByAccountIdAndEntryIdIsNullOrderByChangedDesc(me.id()).stream()
                .map(this::typed)
                .toList();
    }

    @Transactional(readOnly = true)
    List<Typist> others(SignedIn me, long entry) {
        return copies
                .findByEntryIdAndAccountIdNotAndChangedAfterOrderByChanged(
                        entry, me.id(), clock.instant().minus(FRESH))
                .stream()
                .map(copy -> new Typist(copy.accountId(), copy.changed()))
                .toList();
    }

    void drop(SignedIn me, @Nullable Long entry, String formKey) {
        if (entry != null) {
            copies.dropOfEntry(me.id(), entry);
        }
        if (!formKey.isEmpty()) {
            copies.dropOfForm(me.id(), formKey);
        }
    }

    /** Makes what everybody typed in an entry, of which nothing is left, the beginning of a new one of their own. */
    void beginWithout(long entry) {
        copies.findByEntryId(entry).forEach(copy -> copy.begin(formKey(copy.accountId(), entry)));
    }

    /** Of the form in which somebody goes on as a new entry after an entry was discarded: always the same. */
    static String formKey(long account, long entry) {
        return UUID.nameUUIDFromBytes((account + " without " + entry).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private Optional<WorkingCopy> find(SignedIn me, @Nullable Long entry, String formKey) {
        return entry == null
                ? copies.findByAccountIdAndFormKey(me.id(), formKey)
                : copies.findByAccountIdAndEntryId(me.id(), entry);
    }

    private Typed typed(WorkingCopy copy) {
        var form = form(json.readValue(copy.fields(), new TypeReference<>() {}));
        form.setFormKey(Objects.requireNonNullElse(copy.formKey(), ""));
        return new Typed(form, copy.changed());
    }

    private static EntryForm form(Map<String, String[]> fields) {
        var form = new EntryForm();
        var binder = new DataBinder(form);
        binder.setIgnoreInvalidFields(true);
        binder.bind(new MutablePropertyValues(fields));
        return form;
    }
}
