package cn.jinshan.chronicle.entries;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A text of the record: paragraphs with an empty line between them. */
public record Prose(String text) {

    private static final int OPENING = 120;
    private static final Pattern BETWEEN_PARAGRAPHS = Pattern.compile("(?>\\R)[\\s\\h]*(?>\\R)");
    private static final Pattern AFTER_SENTENCE = Pattern.compile("(?<=[。！？][”』」）]{0,2})(?![。！？”』」）])");

    public List<String> paragraphs() {
        return split(BETWEEN_PARAGRAPHS, text);
    }

    /** Its sentences, for the easy-read edition, which puts each on a line of its own. */
    public List<String> sentences() {
        return paragraphs().stream()
                .flatMap(paragraph -> split(AFTER_SENTENCE, paragraph).stream())
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

    public List<String> refusedLinks() {
        return List.of();
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
