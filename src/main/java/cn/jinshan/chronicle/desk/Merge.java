package cn.jinshan.chronicle.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Three-way merge of an entry, by field: two texts and their common base. A field that only one user changed takes that
 * change; names are merged as a set.
 *
 * @param taken the fields that took the saved text
 * @param asked the fields that both users changed differently
 */
record Merge(List<String> taken, List<String> asked) {

    /**
     * @param mine what was typed; becomes the merge, and keeps what was typed in conflicting fields
     * @param base the common base; null if it is not known: then every differing field conflicts
     * @param theirs what was saved first
     */
    static Merge of(EntryForm mine, @Nullable EntryForm base, EntryForm theirs) {
        var taken = new ArrayList<String>();
        var asked = new ArrayList<String>();
        for (var field : EntryFields.differing(mine, theirs)) {
            if (base == null) {
                asked.add(field);
            } else if (EntryFields.differs(field, mine, base)) {
                if (field.equals("subjects")) {
                    var typed = mine.named();
                    var saved = theirs.named();
                    var merged = subjects(typed, base.named(), saved);
                    if (typed.entrySet().stream()
                            .anyMatch(row -> saved.containsKey(row.getKey())
                                    && row.getValue().disagrees(saved.get(row.getKey())))) {
                        asked.add(field);
                    }
                    if (!typed.keySet().equals(merged.keySet())) {
                        taken.add(field);
                    }
                    mine.subjects = new ArrayList<>(merged.values());
                } else if (EntryFields.differs(field, theirs, base)) {
                    asked.add(field);
                }
            } else {
                EntryFields.copy(field, theirs, mine);
                taken.add(field);
            }
        }
        if (mine.position.isEmpty()) {
            mine.position = theirs.position;
        }
        mine.version = theirs.version;
        return new Merge(List.copyOf(taken), List.copyOf(asked));
    }

    /**
     * The subjects of either text, without those that one of them removed; in the order of the saved text, unless only
     * the typed text changed. A reading that the user did not correct is the saved one.
     */
    private static Map<String, SubjectRow> subjects(
            Map<String, SubjectRow> typed, Map<String, SubjectRow> before, Map<String, SubjectRow> saved) {
        var merged =
                new LinkedHashMap<>(List.copyOf(saved.keySet()).equals(List.copyOf(before.keySet())) ? typed : saved);
        if (!merged.keySet().equals(typed.keySet())) {
            merged.keySet().removeIf(name -> before.containsKey(name) && !typed.containsKey(name));
            typed.forEach((name, row) -> {
                if (!before.containsKey(name)) {
                    merged.putIfAbsent(name, row);
                }
            });
        }
        merged.replaceAll((name, row) -> {
            var mine = typed.getOrDefault(name, row);
            return mine.isCorrected() ? mine : saved.getOrDefault(name, mine);
        });
        return merged;
    }
}
