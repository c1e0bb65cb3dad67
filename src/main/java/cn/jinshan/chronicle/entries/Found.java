package cn.jinshan.chronicle.entries;

import java.util.List;
import java.util.Set;

/**
 * An entry that was looked for.
 *
 * @param date its year, and the date in the source's own words
 * @param subjects those of whom and what it is about that were found
 * @param excerpt of its text, or of the easy-read one if only that was found
 */
public record Found(PublishedEntry entry, Marked date, Marked title, List<Marked> subjects, Marked excerpt) {

    static Found of(PublishedEntry entry, List<Marked> subjects, Set<String> words) {
        var text = String.join("\n", entry.body().paragraphs());
        var easyRead = String.join("\n", entry.easyRead().paragraphs());
        var excerpt = Marked.excerpt(text, words);
        var easier = Marked.excerpt(easyRead, words);
        return new Found(
                entry,
                Marked.of(entry.date().year() + "年" + entry.date().wording(), words),
                Marked.of(entry.title(), words),
                subjects,
                !excerpt.isFound() && easier.isFound() ? easier : excerpt);
    }
}
