package cn.jinshan.chronicle.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What two people wrote, put together from the text that both began from, field by field. What only one of them changed
 * is taken over; names are put together as a set.
 *
 * @param form what comes of it; where both changed a field, it says what the later one typed
 * @param taken the fields that now say what was saved first
 * @param asked the fields that both changed, each otherwise
 */
record Merge(EntryForm form, List<String> taken, List<String> asked) {

    /**
     * @param mine what was typed; becomes what comes of it
     * @param base what both began from; null if that is not known: then each field that differs is asked
     * @param theirs what was saved first
     */
    static Merge of(EntryForm mine, @Nullable EntryForm base, EntryForm theirs) {
        var taken = new ArrayList<String>();
        var asked = new ArrayList<String>();
        for (var field : mine.differing(theirs)) {
            if (base == null) {
                asked.add(field);
            } else if (mine.text(field).equals(base.text(field))) {
                mine.take(field, theirs);
                taken.add(field);
            } else if (field.equals("subjects")) {
                var merged = subjects(mine, base, theirs);
                if (!names(mine).keySet().equals(names(merged).keySet())) {
                    taken.add(field);
                }
                mine.take(field, merged);
            } else if (!theirs.text(field).equals(base.text(field))) {
                asked.add(field);
            }
        }
        if (mine.getPosition().isEmpty()) {
            mine.take("position", theirs);
        }
        mine.setVersion(theirs.getVersion());
        return new Merge(mine, List.copyOf(taken), List.copyOf(asked));
    }

    /**
     * Whom and what either names, but for whom one of them took out; in the order of theirs, unless only mine is new.
     */
    private static EntryForm subjects(EntryForm mine, EntryForm base, EntryForm theirs) {
        var typed = names(mine);
        var before = names(base);
        var saved = names(theirs);
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
        var form = new EntryForm();
        form.setSubjects(new ArrayList<>(merged.values()));
        return form;
    }

    private static Map<String, EntryForm.SubjectRow> names(EntryForm form) {
        var names = new LinkedHashMap<String, EntryForm.SubjectRow>();
        form.getSubjects().stream()
                .filter(row -> !row.getName().isEmpty())
                .forEach(row -> names.putIfAbsent(row.getKind() + " " + row.getName(), row));
        return names;
    }
}
