package cn.jinshan.chronicle.entries;

import cn.jinshan.chronicle.text.FoldedText;
import cn.jinshan.chronicle.text.Prose;
import jakarta.persistence.Embeddable;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Search row of a public edition: its text normalised by {@link FoldedText#forSearch}, and the columns that it is
 * counted and sorted by. None of them changes while the edition is public.
 *
 * @param title folded
 * @param prose its text and its easy-read text, a line for each paragraph, folded
 * @param wording the year, and the date in the source's own words, folded
 */
@Embeddable
public record FoldedEdition(
        @ManyToOne(fetch = FetchType.LAZY) Entry entry,
        @ManyToOne(fetch = FetchType.LAZY) Section section,
        int position,
        int months,
        @Nullable Integer place,
        String title,
        String prose,
        String wording) {

    public static String title(String title) {
        return FoldedText.forSearch(title).text();
    }

    public static String prose(Prose body, Prose easyRead) {
        var paragraphs = Stream.of(body, easyRead)
                .map(Prose::paragraphs)
                .flatMap(List::stream)
                .collect(Collectors.joining("\n"));
        return FoldedText.forSearch(paragraphs).text();
    }

    public static String wording(int year, String wording) {
        return FoldedText.forSearch(year + "年" + wording).text();
    }
}
