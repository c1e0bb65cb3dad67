package cn.jinshan.chronicle.search;

import cn.jinshan.chronicle.entries.TimelineFilter;
import cn.jinshan.chronicle.text.FoldedText;
import cn.jinshan.chronicle.text.PlainText;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Search query of a reader: words and filters.
 *
 * @param q words in any order, between spaces or what ends a clause
 * @param year of which to show the entries; null for any
 * @param filter sections and months, as of a timeline, and the page
 */
public record Search(String q, @Nullable Integer year, TimelineFilter filter) {

    /** The most entries on one page. */
    public static final int PAGE = 20;

    /** The longest that can be looked for, in characters. */
    public static final int LONGEST = 100;

    /** The most words that can be looked for. */
    public static final int MOST_WORDS = 8;

    /** {@code 1,000} and {@code 10:30} are one word each. */
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z}，。、；：？！…]+|(?<!\\d)[,.:;?!]+|[,.:;?!]+(?!\\d)");

    public Search {
        q = PlainText.of(q).strip();
        filter = filter.byTime().oldestFirst().page(filter.page());
    }

    /** The words, folded as {@link FoldedText#forSearch} does; none for nothing but marks. */
    List<String> words() {
        return BETWEEN.splitAsStream(q)
                .map(word -> FoldedText.forSearch(word).text())
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /**
     * Why it is not looked for: {@code empty}, {@code marks} (no words), {@code long} or {@code many}; null if it is.
     */
    public @Nullable String refusal() {
        if (q.isEmpty()) {
            return "empty";
        }
        if (q.codePointCount(0, q.length()) > LONGEST) {
            return "long";
        }
        int words = words().size();
        return words == 0 ? "marks" : words > MOST_WORDS ? "many" : null;
    }

    /** Other words with the same choices. */
    public Search words(String other) {
        return new Search(other, year, filter.page(1));
    }

    public Search onlyYear(@Nullable Integer other) {
        return new Search(q, other, filter.page(1));
    }

    public Search filter(TimelineFilter other) {
        return new Search(q, year, other);
    }

    public Search page(int other) {
        return new Search(q, year, filter.page(other));
    }

    /** The same words without filters. */
    public Search everywhere() {
        return new Search(q, null, TimelineFilter.WHOLE);
    }

    /** Whether a filter is set. */
    public boolean chooses() {
        return year != null || filter.chooses();
    }

    /** The query of its address, with the question mark. */
    public String query() {
        var chosen = filter.query();
        return "?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8)
                + (year == null ? "" : "&year=" + year)
                + (chosen.isEmpty() ? "" : "&" + chosen.substring(1));
    }
}
