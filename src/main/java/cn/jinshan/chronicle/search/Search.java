package cn.jinshan.chronicle.search;

import cn.jinshan.chronicle.entries.Subject.Kind;
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
 * @param kind of subjects that the entries are about; null for any
 * @param filter sections and months, as of a timeline, and the page
 */
public record Search(
        String q, @Nullable Integer year, @Nullable Kind kind, TimelineFilter filter) {

    /** The most entries on one page. */
    public static final int PAGE = 20;

    /** Further pages are not shown; who goes so far can choose. */
    public static final int LAST_PAGE = 500;

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

    /** Words without filters. */
    public static Search of(String q) {
        return new Search(q, null, null, TimelineFilter.WHOLE);
    }

    /** The words; none for nothing but marks. */
    List<String> words() {
        return BETWEEN.splitAsStream(q)
                .filter(word -> !FoldedText.forSearch(word).text().isEmpty())
                .toList();
    }

    /**
     * Why it is not looked for: {@code empty} (no words and no filter), {@code marks} (no words), {@code long} or
     * {@code many}; null if it is.
     */
    public @Nullable String refusal() {
        if (q.isEmpty()) {
            return chooses() ? null : "empty";
        }
        if (q.codePointCount(0, q.length()) > LONGEST) {
            return "long";
        }
        int words = words().size();
        return words == 0 ? "marks" : words > MOST_WORDS ? "many" : null;
    }

    /** Other words with the same choices. */
    public Search words(String other) {
        return new Search(other, year, kind, filter.page(1));
    }

    public Search onlyYear(@Nullable Integer other) {
        return new Search(q, other, kind, filter.page(1));
    }

    public Search onlyKind(@Nullable Kind other) {
        return new Search(q, year, other, filter.page(1));
    }

    public Search filter(TimelineFilter other) {
        return new Search(q, year, kind, other);
    }

    public Search page(int other) {
        return new Search(q, year, kind, filter.page(other));
    }

    /** The same words without filters. */
    public Search everywhere() {
        return of(q);
    }

    /** Whether a filter is set. */
    public boolean chooses() {
        return year != null || kind != null || filter.chooses();
    }

    /** The query of its address, with the question mark. */
    public String query() {
        var chosen = filter.query();
        return "?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8)
                + (year == null ? "" : "&year=" + year)
                + (kind == null ? "" : "&kind=" + TimelineFilter.word(kind))
                + (chosen.isEmpty() ? "" : "&" + chosen.substring(1));
    }
}
