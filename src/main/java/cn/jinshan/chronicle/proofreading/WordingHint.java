package cn.jinshan.chronicle.proofreading;

import java.util.List;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/**
 * Hint to replace words by others.
 *
 * @param found the words as the text has them
 * @param better the words to replace them with, best first; empty if a person has to decide
 * @param context the words with a few words around them
 */
public record WordingHint(String field, Kind kind, String found, List<String> better, String context) implements Hint {

    /** Reason for other words. */
    public enum Kind {
        /** Who did something must be named: {@code 金山区}, not {@code 我区}. */
        FIRST_PERSON,
        /** An abbreviation that only colleagues understand. */
        ABBREVIATION,
        /** A character or a word that is often mistaken for another. */
        CHARACTER,
        /** There is a more respectful word. */
        TERM,
        /** A person or thing has another name. */
        NAME,
        /** A date in another form than that of GB/T 15835-2011 and of the house. */
        DATE,
        /** A name that stands in two forms, which differ only in marks and the like. */
        TWO_FORMS
    }

    @Override
    public DefaultMessageSourceResolvable words() {
        if (kind == Kind.TWO_FORMS) {
            return message("hint.forms", inMarks(found), inMarks(better.get(0)), inMarks(context));
        }
        return better.isEmpty()
                ? message("hint.look", inMarks(found), inMarks(context), message("wording." + kind))
                : message("hint.better", inMarks(found), anyOf(better), inMarks(context), message("wording." + kind));
    }

    /** The words joined as 聋人”或“听障人士; the outer marks are those of the sentence. */
    private static Object anyOf(List<String> better) {
        return better.stream()
                .<Object>map(WordingHint::inMarks)
                .reduce((some, another) -> message("hint.or", some, another))
                .orElseThrow();
    }

    /** The words with single marks, because the sentence puts double ones around them (GB/T 15834-2011, 4.8). */
    static String inMarks(String words) {
        return words.replace('“', '‘').replace('”', '’');
    }

    private static DefaultMessageSourceResolvable message(String code, Object... arguments) {
        return new DefaultMessageSourceResolvable(new String[] {code}, arguments);
    }
}
