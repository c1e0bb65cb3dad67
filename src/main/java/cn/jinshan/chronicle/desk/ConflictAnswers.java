package cn.jinshan.chronicle.desk;

import cn.jinshan.chronicle.text.PlainText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers to an edit conflict: which text is kept in each field that two people changed.
 *
 * @param mine the form that was sent with the answers
 * @param theirs the saved text that the conflict page showed
 */
record ConflictAnswers(EntryForm mine, EntryForm theirs) {

    /** Choice of the text to keep in a field. */
    enum Choice {
        YOURS,
        THEIRS,
        MERGED
    }

    /**
     * Applies the answers to the form. A merged text that the user typed counts before any choice.
     *
     * @return the fields that are still unanswered
     */
    List<String> apply() {
        var open = new ArrayList<String>();
        for (var field : EntryFields.NAMES) {
            var merge = typedMerge(field);
            var chosen = merge == null ? mine.choice.get(field) : Choice.MERGED;
            if (chosen == Choice.THEIRS) {
                EntryFields.copy(field, theirs, mine);
            } else if (chosen == Choice.MERGED && field.equals("subjects")) {
                addTheirSubjects();
            } else if (merge != null) {
                EntryFields.write(field, merge, mine);
            } else if (chosen == null && mine.asked.contains(field)) {
                open.add(field);
            }
        }
        mine.choice.clear();
        mine.merged.clear();
        mine.asked = new ArrayList<>();
        return open;
    }

    /** The merged text that the user typed; null if they left the offered text unchanged. */
    private @Nullable String typedMerge(String field) {
        var typed = mine.merged.get(field);
        return typed == null
                        || PlainText.stripped(typed)
                                .equals(EntryFields.value(mine, field).strip())
                ? null
                : typed;
    }

    private void addTheirSubjects() {
        theirs.subjects.stream()
                .filter(row ->
                        mine.subjects.stream().noneMatch(own -> own.text().equals(row.text())))
                .forEach(mine.subjects::add);
    }
}
