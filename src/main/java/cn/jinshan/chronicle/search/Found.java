package cn.jinshan.chronicle.search;

import cn.jinshan.chronicle.entries.PublishedEntry;
import java.util.List;
import java.util.Set;

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

    static Found of(PublishedEntry entry, List<Marked> subjects, Set<String> words) {
        var text = String.join("\n", entry.body().paragraphs());
        var easyRead = String.join("\n", entry.easyRead().paragraphs());
        return new Found(
                entry,
                Marked.of(entry.date().year() + "年" + entry.date().wording(), words),
                Marked.of(entry.title(), words),
                subjects,
                Marked.excerpt(text, words),
                Marked.excerpt(easyRead, words));
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
