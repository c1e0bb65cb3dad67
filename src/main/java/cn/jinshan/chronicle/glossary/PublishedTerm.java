package cn.jinshan.chronicle.glossary;

import cn.jinshan.chronicle.text.Pinyin;
import cn.jinshan.chronicle.text.Reading;
import java.util.List;

/**
 * A word that is explained to readers.
 *
 * @param forms the other forms of the word, longest first
 * @param explanation in plain language
 * @param reading how the name is read aloud
 */
public record PublishedTerm(long id, String name, List<String> forms, String explanation, Reading reading) {

    static PublishedTerm of(Term term) {
        return new PublishedTerm(
                term.id(),
                term.name(),
                term.otherForms(),
                term.explanation(),
                Reading.of(Pinyin.of(term.name()), term.name()));
    }
}
