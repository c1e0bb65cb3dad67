package cn.jinshan.chronicle.search;

import cn.jinshan.chronicle.entries.PublishedEntry;
import cn.jinshan.chronicle.entries.SubjectNames;
import java.util.ArrayList;
import java.util.List;

/**
 * Entry that a search found.
 *
 * @param date its year, and the date in the source's own words
 * @param subjects those of whom and what it is about that were found
 * @param excerpt of its text
 * @param easier of its easy-read text
 */
public record Found(
        PublishedEntry entry, Marked date, Marked title, List<Marked> subjects, Marked excerpt, Marked easier) {

    static Found of(PublishedEntry entry, List<SubjectNames> about, Question.Asked asked) {
        var marks = asked.marks();
        var subjects = new ArrayList<Marked>();
        for (var subject : about) {
            var name = asked.marks().in(subject.name());
            if (name.isFound()) {
                subjects.add(name);
            } else if (isFound(subject, asked)) {
                subjects.add(Marked.whole(subject.name(), true));
                marks = marks.and(subject.name());
            }
        }
        return new Found(
                entry,
                marks.in(EntryDocument.wording(entry)),
                marks.in(entry.title()),
                List.copyOf(subjects),
                marks.excerpt(String.join("\n", entry.body().paragraphs())),
                marks.excerpt(String.join("\n", entry.easyRead().paragraphs())));
    }

    /** Whether a subject is found by how it was called before, by how it is read, or by the initials of its name. */
    private static boolean isFound(SubjectNames subject, Question.Asked asked) {
        return subject.former().stream()
                        .anyMatch(former -> asked.marks().in(former).isFound())
                || asked.words().stream().anyMatch(word -> word.isPinyinOf(subject.name(), subject.reading()));
    }

    /**
     * Whether the easy-read text is the one to show: where only one of them was found, that; else as preferred.
     *
     * @param preferred by the reader, if there is one
     */
    public boolean isEasier(boolean preferred) {
        return excerpt.isFound() == easier.isFound()
                ? preferred && !entry.easyRead().isEmpty()
                : easier.isFound();
    }
}
