package cn.jinshan.chronicle.search;

import cn.jinshan.chronicle.Reader;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;

/** Page that the search answers a reader with. */
public record FoundPage(Document page) {

    private static final Pattern MONTH = Pattern.compile("[?&]month=(\\d+)");

    private static final Pattern COUNT = Pattern.compile("(\\d+)条");

    /** The numbers of the entries on it, exactly found or near. */
    public List<Integer> entries() {
        return Reader.entries(page).toList();
    }

    /** How many entries it says there are, on all pages. */
    public long count() {
        return Long.parseLong(page.select("#results").attr("data-count"));
    }

    /** Whether what it shows is only near to what was asked for. */
    public boolean isNear() {
        return page.select("#results").attr("data-near").equals("true");
    }

    /** How many entries it says each month has, where it offers months to choose from. */
    public Map<Integer, Long> months() {
        return page.select("#filters a[href*=month=]").stream()
                .collect(Collectors.toMap(
                        choice -> number(MONTH, choice.attr("href")).intValue(),
                        choice -> number(COUNT, choice.text())));
    }

    /** What it says may have been meant. */
    public List<String> suggestions() {
        return page.select(".search__near a").eachText();
    }

    private static Long number(Pattern pattern, String text) {
        var number = pattern.matcher(text);
        if (!number.find()) {
            throw new IllegalStateException("No number of " + pattern + " in " + text);
        }
        return Long.valueOf(number.group(1));
    }
}
