package cn.jinshan.chronicle.search;

import cn.jinshan.chronicle.entries.PublishedEntry;
import cn.jinshan.chronicle.entries.SubjectNames;
import cn.jinshan.chronicle.text.Marked;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Entry that a search found.
 *
 * @param date its year, and the date in the source's own words
 * @param easyTitle its title in plain language; empty where it has none
 * @param subjects those of whom and what it is about that were found
 * @param excerpt of its text
 * @param easier of its easy-read text
 */
public record Found(
        PublishedEntry entry,
        Marked date,
        Marked title,
        Marked easyTitle,
        List<Marked> subjects,
        Marked excerpt,
        Marked easier) {

    static Found of(PublishedEntry entry, List<SubjectNames> about, Marks marks, List<Word> words) throws IOException {
        return new Found(
                entry,
                marks.in(Place.WORDING, EntryDocument.wording(entry)),
                marks.in(Place.TITLE, entry.title()),
                marks.in(Place.EASY_TITLE, entry.easyTitle()),
                subjects(about, marks, words),
                marks.excerpt(Place.TEXT, EntryDocument.text(entry.body())),
                marks.excerpt(Place.EASY_READ, EntryDocument.easyText(entry)));
    }

    private static List<Marked> subjects(List<SubjectNames> about, Marks marks, List<Word> words) throws IOException {
        var names =
                marks.in(Place.NAMES, about.stream().flatMap(SubjectNames::all).toList());
        var subjects = new ArrayList<Marked>();
        int first = 0;
        for (var subject : about) {
            var former = names.subList(first + 1, first + 1 + subject.former().size());
            if (names.get(first).isFound()) {
                subjects.add(names.get(first));
            } else if (former.stream().anyMatch(Marked::isFound)
                    || words.stream().anyMatch(word -> word.isPinyinOf(subject.name(), subject.reading()))) {
                subjects.add(Marked.whole(subject.name(), true));
            }
            first += 1 + former.size();
        }
        return List.copyOf(subjects);
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

    /**
     * The title to show: that in plain language as preferred, where there is one, or where neither the other nor the
     * text was found.
     *
     * @param preferred by the reader, if there is one
     */
    public Marked title(boolean preferred) {
        return isEasilyTitled(preferred) ? easyTitle : title;
    }

    /**
     * Whether the reader is told that what is shown is easy to read: the text is, or, if not preferred, the title.
     *
     * @param preferred by the reader, if there is one
     */
    public boolean isEasy(boolean preferred) {
        return isEasier(preferred) || (!preferred && isEasilyTitled(false));
    }

    private boolean isEasilyTitled(boolean preferred) {
        return !entry.easyTitle().isEmpty()
                && (preferred || (easyTitle.isFound() && !title.isFound() && !excerpt.isFound()));
    }
}
