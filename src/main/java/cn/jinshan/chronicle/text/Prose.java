package cn.jinshan.chronicle.text;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Text of the record as typed: paragraphs separated by an empty line, in which CommonMark may mark emphasis, lists and
 * links.
 */
public record Prose(String text) {

    private static final int OPENING = 120;

    /** They belong to the sentence that they close. */
    private static final String CLOSING = "[”’』」）》】〉〕]";

    /** A mark of half width ends one only where no letter, digit or mark of an address follows. */
    private static final Pattern AFTER_SENTENCE = Pattern.compile(
            "(?<=[。！？]" + CLOSING + "{0,3})(?![。！？?!”’』」）》】〉〕])|(?<=[?!]" + CLOSING + "{0,3})(?![。！？”’』」）》】〉〕!-~])");

    private static final Pattern BETWEEN_SENTENCES = Pattern.compile(AFTER_SENTENCE + "|\\R");

    /**
     * The same as HTML, the one thing that templates print unescaped. It is safe because each of its tags is written by
     * {@link ProseHtml}, never copied: {@code p, br, em, strong, a, ol, ul, li} with {@code href, rel, start} only. All
     * words are escaped, HTML among them, and a link is made for http, https, mailto, tel and paths of this site alone.
     */
    public String html() {
        return html(WordLinks.NONE, "");
    }

    /**
     * The same, in which words of a glossary lead to their explanation, {@code #word-7} on the page at this address;
     * none does inside of a link.
     */
    public String html(WordLinks words, String explanations) {
        return ProseHtml.of(LightCommonMark.read(text), words, explanations);
    }

    /** Its paragraphs and the items of its lists, without their marks. */
    public List<String> paragraphs() {
        return PlainProse.of(text).paragraphs();
    }

    /** Where its links lead that {@link #html()} shows as text because nothing in the record may lead there. */
    public List<String> refusedLinks() {
        return PlainProse.of(text).refusedLinks();
    }

    /** Its marks that were probably meant otherwise than they are read. */
    public List<StrayMark> strayMarks() {
        return StrayMarks.in(text);
    }

    /** The same of a text in which no mark has a meaning, such as a title. */
    public static List<StrayMark> strayMarksIn(String plain) {
        return StrayMarks.inPlain(plain);
    }

    /** Its sentences, for the easy-read edition, which puts each on a line of its own; a line that ends ends one. */
    public List<String> sentences() {
        return paragraphs().stream()
                .flatMap(paragraph -> split(BETWEEN_SENTENCES, paragraph).stream())
                .toList();
    }

    /** Its first paragraph, or the whole sentences of it that fit into 120 characters, or just as many characters. */
    public String opening() {
        var first = paragraphs().stream().findFirst().orElse("");
        if (first.codePointCount(0, first.length()) <= OPENING) {
            return first;
        }
        int fits = first.offsetByCodePoints(0, OPENING);
        int end = AFTER_SENTENCE
                .matcher(first)
                .results()
                .mapToInt(MatchResult::start)
                .filter(after -> after <= fits)
                .max()
                .orElse(0);
        return end > 0 ? first.substring(0, end) : first.substring(0, fits) + "…";
    }

    /** The sentences of its opening, each for a line of its own. */
    public List<String> openingSentences() {
        return split(BETWEEN_SENTENCES, opening());
    }

    public boolean isEmpty() {
        return text.isBlank();
    }

    private static List<String> split(Pattern between, String text) {
        return between.splitAsStream(text)
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
