package cn.jinshan.chronicle.proofreading;

import cn.jinshan.chronicle.text.Prose;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/** Check of a plain-language text, and of its title: gives hints, never refuses. */
public final class EasyRead {

    /** Rule for a plain-language sentence; the source is Inclusion Europe, “Information for all” (2009). */
    public enum Rule {
        /** A slow reader has forgotten the beginning of a long sentence at its end. */
        LONG,
        /** Brackets interrupt a thought; their content can be its own sentence, or go. */
        BRACKETS,
        /** One sentence says one thing; a semicolon joins two. */
        SEMICOLON,
        /** Few people can picture a percentage: “half” or “nearly all” say more. */
        PERCENTAGE
    }

    /**
     * A sentence that could be easier.
     *
     * @param field {@code easyRead} or {@code easyTitle}
     * @param beginning its first characters, at most ten
     * @param length in letters and digits, without marks and spaces
     */
    public record HardSentence(String field, Rule rule, String beginning, int length) implements Hint {

        /** The message under {@code hint.*}. */
        @Override
        public DefaultMessageSourceResolvable words() {
            return new DefaultMessageSourceResolvable(new String[] {"hint." + rule}, new Object[] {beginning, length});
        }
    }

    private static final int LONGEST = 25;
    private static final int BEGINNING = 10;
    /** An ellipsis inside a sentence divides it too: the reader rests there. */
    private static final Pattern AFTER_ELLIPSIS = Pattern.compile("(?<=…[”』」）]{0,2})(?![…。！？?!”』」）])");

    private static final Pattern BRACKET = Pattern.compile("[()（）〔〕【】\\[\\]]");
    private static final Pattern SEMICOLON = Pattern.compile("[;；]");
    private static final Pattern PERCENTAGE = Pattern.compile("[%％‰]|百分之|千分之");

    private EasyRead() {}

    /** The hints on a plain-language text, by sentence; none if it is easy to read, or empty. */
    public static List<HardSentence> hints(Prose easyRead) {
        return easyRead.sentences().stream()
                .flatMap(AFTER_ELLIPSIS::splitAsStream)
                .flatMap(sentence -> hints("easyRead", sentence).stream())
                .toList();
    }

    /** The hints on a title in plain language, which is read as one sentence. */
    public static List<HardSentence> hintsOnTitle(String easyTitle) {
        return hints("easyTitle", easyTitle);
    }

    private static List<HardSentence> hints(String field, String sentence) {
        int length = (int) sentence.codePoints().filter(EasyRead::isCounted).count();
        var beginning = sentence.codePointCount(0, sentence.length()) <= BEGINNING
                ? sentence
                : sentence.substring(0, sentence.offsetByCodePoints(0, BEGINNING));
        var broken = new ArrayList<Rule>();
        if (length > LONGEST) {
            broken.add(Rule.LONG);
        }
        if (BRACKET.matcher(sentence).find()) {
            broken.add(Rule.BRACKETS);
        }
        if (SEMICOLON.matcher(sentence).find()) {
            broken.add(Rule.SEMICOLON);
        }
        if (PERCENTAGE.matcher(sentence).find()) {
            broken.add(Rule.PERCENTAGE);
        }
        return broken.stream()
                .map(rule -> new HardSentence(field, rule, beginning, length))
                .toList();
    }

    private static boolean isCounted(int character) {
        return Character.isLetterOrDigit(character) || Character.isIdeographic(character);
    }
}
