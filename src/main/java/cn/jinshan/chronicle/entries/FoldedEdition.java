package cn.jinshan.chronicle.entries;

import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a public edition is found by, folded as {@link FoldedText#forSearch} does.
 *
 * @param prose its text and its easy-read text, a line for each paragraph
 * @param wording the year, and the date in the source's own words
 */
@Embeddable
record FoldedEdition(String title, String prose, String wording) {

    static FoldedEdition of(int year, String title, String wording, Prose body, Prose easyRead) {
        var prose = Stream.of(body, easyRead)
                .map(Prose::paragraphs)
                .flatMap(List::stream)
                .collect(Collectors.joining("\n"));
        return new FoldedEdition(fold(title), fold(prose), fold(year + "年" + wording));
    }

    private static String fold(String text) {
        return FoldedText.forSearch(text).text();
    }
}
