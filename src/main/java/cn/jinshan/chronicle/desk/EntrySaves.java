package cn.jinshan.chronicle.desk;

import cn.jinshan.chronicle.entries.EditorialEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Service for the saved texts of each entry: the common text that a later save is merged from, and earlier texts that
 * can be restored.
 */
@Service
@Transactional(readOnly = true)
class EntrySaves {

    /** How many that are no longer what an entry says are kept of it. */
    static final int KEPT = 20;

    private final SavedTexts texts;
    private final JsonMapper json;

    EntrySaves(SavedTexts texts, JsonMapper json) {
        this.texts = texts;
        this.json = json;
    }

    /**
     * A text that was saved.
     *
     * @param number the version of the entry from which on it said this
     * @param account of whoever saved it; null for what only the seed wrote
     * @param present whether the entry still says this
     */
    record Save(
            long number, @Nullable Long account, @Nullable Instant saved, EntryForm form, boolean present) {}

    /** Keeps what an entry says, which is about to be saved otherwise. */
    @Transactional
    public void before(EditorialEntry entry) {
        var present = texts.findByEntryIdAndUntilVersionIsNull(entry.id()).orElseGet(() -> {
            long since = texts.lastEnded(entry.id()).map(ended -> ended + 1).orElse(entry.version());
            return texts.save(
                    new SavedText(entry.id(), since, entry.changedBy(), entry.changed(), written(EntryForm.of(entry))));
        });
        present.end(entry.version());
    }

    /** Keeps what an entry says from now on, and no more than the last ones of what it said. */
    @Transactional
    public void after(EditorialEntry entry, long account, Instant now) {
        texts.save(new SavedText(entry.id(), entry.version(), account, now, written(EntryForm.of(entry))));
        texts.findByEntryIdOrderBySinceVersionDesc(entry.id()).stream()
                .skip(KEPT)
                .findFirst()
                .ifPresent(oldest -> texts.dropEndedBefore(entry.id(), oldest.sinceVersion()));
    }

    /** Ends what an entry said, where something else than a save is about to change that. */
    @Transactional
    public void end(long entry, long version) {
        texts.findByEntryIdAndUntilVersionIsNull(entry).ifPresent(text -> text.end(version));
    }

    /** Forgets all that was saved of an entry of which nothing is left. */
    @Transactional
    public void forget(long entry) {
        texts.deleteByEntryId(entry);
    }

    /** What an entry said at one of its versions; empty if that is not known any more. */
    public Optional<EntryForm> at(EditorialEntry entry, long version) {
        var kept = texts.at(entry.id(), version).map(text -> read(text.fields()));
        return kept.isPresent() || !isPresentSince(entry, version) ? kept : Optional.of(EntryForm.of(entry));
    }

    /** The version in which an entry was first saved, if what it said then is kept. */
    public Optional<Long> first(EditorialEntry entry) {
        return texts.findByEntryIdOrderBySinceVersionDesc(entry.id()).stream()
                .map(SavedText::sinceVersion)
                .filter(since -> since <= 1)
                .findFirst();
    }

    /** Whether an entry says the same since one of its versions, of which no text is kept. */
    private boolean isPresentSince(EditorialEntry entry, long version) {
        return version == entry.version()
                || (version < entry.version()
                        && texts.findByEntryIdAndUntilVersionIsNull(entry.id()).isEmpty()
                        && texts.lastEnded(entry.id())
                                .filter(ended -> ended < version)
                                .isPresent());
    }

    /** Who saved an entry after one of its versions; also whoever changed last what it says without saving. */
    public Set<Long> accountsSince(EditorialEntry entry, long version) {
        var all = texts.findByEntryIdOrderBySinceVersionDesc(entry.id());
        boolean saved = !all.isEmpty() && all.get(0).untilVersion() == null;
        return Stream.concat(
                        all.stream()
                                .filter(text -> text.sinceVersion() > version)
                                .map(SavedText::accountId),
                        Stream.ofNullable(saved ? null : entry.changedBy()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** All that is kept of an entry, the latest first. */
    public List<Save> of(long entry) {
        return texts.findByEntryIdOrderBySinceVersionDesc(entry).stream()
                .map(this::save)
                .toList();
    }

    /** One of them by its number, if it is kept. */
    public Optional<Save> find(long entry, long number) {
        return texts.findByEntryIdAndSinceVersion(entry, number).map(this::save);
    }

    private Save save(SavedText text) {
        return new Save(
                text.sinceVersion(), text.accountId(), text.saved(), read(text.fields()), text.untilVersion() == null);
    }

    private String written(EntryForm form) {
        return json.writeValueAsString(form.fields());
    }

    private EntryForm read(String fields) {
        return EntryForm.of(json.<Map<String, String[]>>readValue(fields, new TypeReference<>() {}));
    }
}
