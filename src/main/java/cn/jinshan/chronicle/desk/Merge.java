package cn.jinshan.chronicle.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Three-way merge of an entry, by field: two texts and the one that both began from. A field that only one user changed
 * is taken over; names are merged as a set.
 *
 * @param taken the fields that now say what was saved first
 * @param asked the fields that both changed, each otherwise
 */
record Merge(List<String> taken, List<String> asked) {

    /**
     * @param mine what was typed; becomes what comes of it: where both changed a field, it says what was typed
     * @param base what both began from; null if that is not known: then each field that differs is asked
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
                    var typed = names(mine);
                    var merged = subjects(typed, names(base), names(theirs));
                    if (!typed.keySet().equals(merged.keySet())) {
                        taken.add(field);
                    }
                    mine.setSubjects(new ArrayList<>(merged.values()));
                } else if (EntryFields.differs(field, theirs, base)) {
                    asked.add(field);
                }
            } else {
                EntryFields.copy(field, theirs, mine);
                taken.add(field);
            }
        }
        if (mine.getPosition().isEmpty()) {
            mine.setPosition(theirs.getPosition());
        }
        mine.setVersion(theirs.getVersion());
        return new Merge(List.copyOf(taken), List.copyOf(asked));
    }

    /**
     * Whom and what either names, but for whom one of them took out; in the order of theirs, unless only mine is new.
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
        return merged;
    }

    private static Map<String, SubjectRow> names(EntryForm form) {
        var names = new LinkedHashMap<String, SubjectRow>();
        form.getSubjects().stream()
                .filter(SubjectRow::named)
                .forEach(row -> names.putIfAbsent(row.getKind() + " " + row.getName(), row));
        return names;
    }
}
