package cn.jinshan.chronicle.proofreading;

import java.util.List;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/**
 * Hint to replace words by others.
 *
 * @param found as the text has them
 * @param better what could stand in their place, the best first; empty if somebody has to look
 * @param context the same words with a few of those around them
 */
public record WordingHint(String field, Kind kind, String found, List<String> better, String context) implements Hint {

    /** Why other words would be better. */
    public enum Kind {
        /** A chronicle says who did something: {@code 金山区}, not {@code 我区}. */
        FIRST_PERSON,
        /** Only colleagues understand it. */
        ABBREVIATION,
        /** A character or a word that is often mistaken for another. */
        CHARACTER,
        /** There is a more respectful word. */
        TERM,
        /** Somebody or something is called otherwise. */
        NAME,
        /** A date in another form than that of GB/T 15835-2011 and of the house. */
        DATE,
        /** A name that also stands in another form, which differs in marks and the like alone. */
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

    /** 聋人”或“听障人士: the marks around them are those of the sentence. */
    private static Object anyOf(List<String> better) {
        return better.stream()
                .<Object>map(WordingHint::inMarks)
                .reduce((some, another) -> message("hint.or", some, another))
                .orElseThrow();
    }

    /** What has marks of its own stands with single ones inside those of the sentence (GB/T 15834-2011, 4.8). */
    private static String inMarks(String words) {
        return words.replace('“', '‘').replace('”', '’');
    }

    private static DefaultMessageSourceResolvable message(String code, Object... arguments) {
        return new DefaultMessageSourceResolvable(new String[] {code}, arguments);
    }
}
