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

/** Service for the saved texts of each entry: bases for merging later saves, and earlier texts to restore. */
@Service
@Transactional(readOnly = true)
class EntrySaves {

    /** The number of earlier texts that are kept for each entry. */
    static final int KEPT = 20;

    private final SavedTexts texts;
    private final JsonMapper json;

    EntrySaves(SavedTexts texts, JsonMapper json) {
        this.texts = texts;
        this.json = json;
    }

    /**
     * Saved text.
     *
     * @param number the version of the entry that first had this text
     * @param account the user who saved it; null for seeded text
     * @param present whether the entry still has this text
     */
    record Save(
            long number, @Nullable Long account, @Nullable Instant saved, EntryForm form, boolean present) {}

    /** Keeps the present text of an entry that is about to be saved. */
    @Transactional
    public void before(EditorialEntry entry) {
        var present = texts.findByEntryIdAndUntilVersionIsNull(entry.id()).orElseGet(() -> {
            long since = texts.lastEnded(entry.id()).map(ended -> ended + 1).orElse(entry.version());
            return texts.save(
                    new SavedText(entry.id(), since, entry.changedBy(), entry.changed(), written(EntryForm.of(entry))));
        });
        present.end(entry.version());
    }

    /** Keeps the new text of a saved entry, and deletes the oldest ones. */
    @Transactional
    public void after(EditorialEntry entry, long account, Instant now) {
        texts.save(new SavedText(entry.id(), entry.version(), account, now, written(EntryForm.of(entry))));
        texts.findByEntryIdOrderBySinceVersionDesc(entry.id()).stream()
                .skip(KEPT)
                .findFirst()
                .ifPresent(oldest -> texts.dropEndedBefore(entry.id(), oldest.sinceVersion()));
    }

    /** Marks the present text of an entry as ended, before a change other than a save. */
    @Transactional
    public void end(long entry, long version) {
        texts.findByEntryIdAndUntilVersionIsNull(entry).ifPresent(text -> text.end(version));
    }

    /** Deletes all saved texts of a discarded entry. */
    @Transactional
    public void forget(long entry) {
        texts.deleteByEntryId(entry);
    }

    /** The text of an entry at a version; empty if it is no longer known. */
    public Optional<EntryForm> at(EditorialEntry entry, long version) {
        var kept = texts.at(entry.id(), version).map(text -> read(text.fields()));
        return kept.isPresent() || !isPresentSince(entry, version) ? kept : Optional.of(EntryForm.of(entry));
    }

    /** The version in which an entry was first saved, if that text is kept. */
    public Optional<Long> first(EditorialEntry entry) {
        return texts.findByEntryIdOrderBySinceVersionDesc(entry.id()).stream()
                .map(SavedText::sinceVersion)
                .filter(since -> since <= 1)
                .findFirst();
    }

    /** Whether the present text of an entry is also that of an earlier version, for which none is kept. */
    private boolean isPresentSince(EditorialEntry entry, long version) {
        return version == entry.version()
                || (version < entry.version()
                        && texts.findByEntryIdAndUntilVersionIsNull(entry.id()).isEmpty()
                        && texts.lastEnded(entry.id())
                                .filter(ended -> ended < version)
                                .isPresent());
    }

    /** The users who saved an entry after a version, and the user who last changed its text in another way. */
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

    /** All saved texts of an entry, latest first. */
    public List<Save> of(long entry) {
        return texts.findByEntryIdOrderBySinceVersionDesc(entry).stream()
                .map(this::save)
                .toList();
    }

    /** A saved text by its number, if it is kept. */
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
        var form = EntryForm.of(json.<Map<String, String[]>>readValue(fields, new TypeReference<>() {}));
        form.subjects.forEach(row -> row.showed(row));
        return form;
    }
}
