package cn.jinshan.chronicle.site;

import cn.jinshan.chronicle.entries.PublishedEntry;
import cn.jinshan.chronicle.entries.TimelineFilter;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * Entries as a timeline shows them. They are kept by all that they show: after a change most lines of the timeline are
 * what they were.
 */
final class EntryLines {

    private static final String TEMPLATE = "search/line";

    /** In bytes, of all lines with what they are kept by. */
    private static final int MOST = 4 * 1024 * 1024;

    /** In bytes, of what has always the same size. */
    private static final int OVERHEAD = 500;

    private final Cache<Shown, String> lines = Caffeine.newBuilder()
            .maximumWeight(MOST)
            .weigher((Shown shown, String line) -> shown.weight() + 2 * line.length())
            .build();

    /**
     * All that a line depends on.
     *
     * @param title the words of the title that it shows
     */
    private record Shown(
            PublishedEntry entry,
            List<String> title,
            boolean easy,
            boolean bySections,
            Locale locale,
            @Nullable String chosenLanguage) {

        private int weight() {
            int characters =
                    entry.body().text().length() + entry.easyRead().text().length();
            return OVERHEAD + 2 * characters;
        }
    }

    /** The line of an entry, which the page calls {@code entry}, on a page with a {@code filter}. */
    String line(ITemplateContext page, PublishedEntry entry) {
        var layout = Layout.of(page);
        boolean easy = layout.getReading().easyRead();
        var shown = new Shown(
                entry,
                layout.words(entry.title(easy)),
                easy,
                ((TimelineFilter) page.getVariable("filter")).isBySections(),
                page.getLocale(),
                layout.getChosenLanguage());
        return lines.get(shown, absent -> written(page));
    }

    private static String written(ITemplateContext page) {
        var templates = page.getConfiguration().getTemplateManager();
        var line = new StringWriter();
        templates.process(templates.parseStandalone(page, TEMPLATE, null, TemplateMode.HTML, true, true), page, line);
        return line.toString();
    }
}
