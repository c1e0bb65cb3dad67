package cn.jinshan.chronicle.desk;

import cn.jinshan.chronicle.editorial.EditorialSubjects;
import cn.jinshan.chronicle.entries.Subject;
import cn.jinshan.chronicle.proofreading.MentionedSubjects;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/**
 * Subjects of the form of an entry: those found in its text are offered, and a name without a kind gets that of a known
 * one.
 */
@Component
class FormSubjects {

    /** The value of {@link EntryForm#add} for all subjects that are offered. */
    private static final String ALL = "*";

    private final MentionedSubjects mentioned;
    private final EditorialSubjects subjects;

    FormSubjects(MentionedSubjects mentioned, EditorialSubjects subjects) {
        this.mentioned = mentioned;
        this.subjects = subjects;
    }

    /** The known subjects in title and text that the form does not name yet. */
    List<SubjectRow> offered(EntryForm form) {
        var named = form.named();
        return mentioned.in(List.of(form.title, form.body)).stream()
                .map(found -> SubjectRow.of(found.kind(), found.name(), found.reading()))
                .filter(row -> !named.containsKey(row.key()))
                .toList();
    }

    /** Adds or removes what the user asked for, and gives a kind to each name that was typed without one. */
    void settle(EntryForm form, Errors mistakes) {
        form.subjects.removeIf(row -> row.key().equals(form.remove));
        if (!form.add.isEmpty()) {
            offered(form).stream()
                    .filter(row -> form.add.equals(ALL) || form.add.equals(row.key()))
                    .forEach(form.subjects::add);
        }
        for (int i = 0; i < form.subjects.size(); i++) {
            var row = form.subjects.get(i);
            if (row.named() && row.kind == null) {
                settle(row, "subjects[" + i + "].kind", mistakes);
            }
        }
    }

    /** A name that nobody knows is taken for that of a person, which the page shows at once. */
    private void settle(SubjectRow row, String field, Errors mistakes) {
        var kinds = subjects.kinds(row.name);
        if (kinds.size() > 1) {
            mistakes.rejectValue(field, "mistake.subject.kinds", new Object[] {row.name}, null);
        } else {
            row.kind = kinds.isEmpty() ? Subject.Kind.PERSON : kinds.iterator().next();
            if (row.reading.isEmpty()) {
                subjects.subject(row.kind, row.name).ifPresent(known -> row.showed(SubjectRow.of(known.subject())));
                row.reading = row.shown == null ? "" : row.shown;
            }
        }
    }
}
