package cn.jinshan.chronicle.site;

import cn.jinshan.chronicle.dates.Edtf;
import cn.jinshan.chronicle.dates.EventDate;
import cn.jinshan.chronicle.dates.Period;
import cn.jinshan.chronicle.entries.PublishedEntry;
import cn.jinshan.chronicle.entries.TimelineFilter;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.standard.processor.AbstractStandardExpressionAttributeTagProcessor;
import org.thymeleaf.standard.processor.StandardTextTagProcessor;
import org.thymeleaf.templatemode.TemplateMode;
import org.unbescape.html.HtmlEscape;

/**
 * Attributes for what stands on a page many times, each one step of the template engine where standard attributes and
 * fragments take up to ten.
 *
 * <ul>
 *   <li>{@code chronicle:content}: a piece of content, in its own language, is the text of the element
 *   <li>{@code chronicle:entry}: the element is that of an entry, and has its id, section and date
 *   <li>{@code chronicle:line}: an entry as a timeline shows it takes the place of the element; it is kept by all that
 *       it shows, as most entries stay as they are when others change
 *   <li>{@code chronicle:dated}: an entry's title, after its date where it has one, takes the place of the element
 *   <li>{@code chronicle:wording}: a date in the source's own words takes the place of the element
 *   <li>{@code chronicle:understood}: what is known of a date beyond its wording takes the place of the element; a
 *       range of exact days or months is two times, anything else plain text
 * </ul>
 */
@Component
class ChronicleDialect extends AbstractProcessorDialect {

    /** After conditions, loops and all other attributes, of the same element as well. */
    private static final int PRECEDENCE = StandardTextTagProcessor.PRECEDENCE;

    private final DateWords dateWords;

    ChronicleDialect(DateWords dateWords) {
        super("Chronicle", "chronicle", StandardDialect.PROCESSOR_PRECEDENCE);
        this.dateWords = dateWords;
    }

    @Override
    public Set<IProcessor> getProcessors(String prefix) {
        return Set.of(
                new Content(prefix),
                new EntryHooks(prefix),
                new Line(prefix),
                new Replacement<>(prefix, "dated", PublishedEntry.class, ChronicleDialect::dated),
                new Replacement<>(prefix, "wording", EventDate.class, ChronicleDialect::wording),
                new Replacement<>(prefix, "understood", Edtf.class, (edtf, language) -> understood(edtf)));
    }

    private static String dated(PublishedEntry entry, @Nullable String language) {
        var title = element("span", " class=\"entry__words\"", language, entry.title());
        return entry.date().wording().isEmpty() ? title : wording(entry.date(), language) + " " + title;
    }

    private static String wording(EventDate date, @Nullable String language) {
        return date.edtf().isPlain()
                ? element("time", " class=\"entry__date\" datetime=\"" + date.edtf() + "\"", language, date.wording())
                : element("span", " class=\"entry__date\"", language, date.wording());
    }

    private String understood(Edtf edtf) {
        return edtf.isPlainInterval()
                ? time(edtf.first()) + escaped(dateWords.to()) + time(edtf.last())
                : escaped(dateWords.understood(edtf));
    }

    private String time(Period period) {
        return element("time", " datetime=\"" + period + "\"", null, dateWords.period(period));
    }

    private static String element(String name, String attributes, @Nullable String language, String text) {
        return "<" + name + attributes + (language == null ? "" : " lang=\"" + language + "\"") + ">" + escaped(text)
                + "</" + name + ">";
    }

    private static String escaped(String text) {
        return HtmlEscape.escapeHtml4Xml(text);
    }

    /** Attribute with an expression. */
    private abstract static class Part extends AbstractStandardExpressionAttributeTagProcessor {

        Part(String prefix, String name) {
            super(TemplateMode.HTML, prefix, name, PRECEDENCE, true);
        }

        static Layout layout(ITemplateContext context) {
            return (Layout) context.getVariable("layout");
        }

        /** The {@code lang} of content on this page; null where it goes without saying. */
        static @Nullable String language(ITemplateContext context) {
            return layout(context).getContentLanguage();
        }
    }

    private static final class Content extends Part {

        Content(String prefix) {
            super(prefix, "content");
        }

        @Override
        protected void doProcess(
                ITemplateContext context,
                IProcessableElementTag tag,
                AttributeName name,
                String expression,
                @Nullable Object text,
                IElementTagStructureHandler element) {
            var language = language(context);
            if (language != null) {
                element.setAttribute("lang", language);
            }
            element.setBody(text == null ? "" : escaped(text.toString()), false);
        }
    }

    private static final class EntryHooks extends Part {

        EntryHooks(String prefix) {
            super(prefix, "entry");
        }

        @Override
        protected void doProcess(
                ITemplateContext context,
                IProcessableElementTag tag,
                AttributeName name,
                String expression,
                Object value,
                IElementTagStructureHandler element) {
            var entry = (PublishedEntry) value;
            element.setAttribute("id", "entry-" + entry.id());
            element.setAttribute("data-section", entry.section().slug());
            element.setAttribute("data-date", entry.date().edtf().toString());
        }
    }

    private static final class Line extends Part {

        /** In bytes, of all lines that are kept. */
        private static final int MOST = 4 * 1024 * 1024;

        private final Cache<Shown, String> lines = Caffeine.newBuilder()
                .maximumWeight(MOST)
                .weigher((Shown shown, String line) -> shown.weight() + 2 * line.length())
                .build();

        Line(String prefix) {
            super(prefix, "line");
        }

        /** All that a line depends on. */
        private record Shown(
                PublishedEntry entry,
                boolean easy,
                boolean bySections,
                Locale locale,
                @Nullable String chosenLanguage) {

            private int weight() {
                return 500
                        + 2
                                * (entry.body().text().length()
                                        + entry.easyRead().text().length());
            }
        }

        @Override
        protected void doProcess(
                ITemplateContext context,
                IProcessableElementTag tag,
                AttributeName name,
                String expression,
                Object entry,
                IElementTagStructureHandler element) {
            var layout = layout(context);
            var filter = (TimelineFilter) context.getVariable("filter");
            var shown = new Shown(
                    (PublishedEntry) entry,
                    layout.getReading().easyRead(),
                    filter.isBySections(),
                    context.getLocale(),
                    layout.getChosenLanguage());
            element.replaceWith(lines.get(shown, absent -> written(context)), false);
        }

        private static String written(ITemplateContext context) {
            var templates = context.getConfiguration().getTemplateManager();
            var template = templates.parseStandalone(context, "search/line", null, TemplateMode.HTML, true, true);
            var line = new StringWriter();
            templates.process(template, context, line);
            return line.toString();
        }
    }

    /** Attribute whose value is written in place of its element, in the language of content. */
    private static final class Replacement<T> extends Part {

        private final Class<T> type;
        private final BiFunction<T, @Nullable String, String> written;

        Replacement(String prefix, String name, Class<T> type, BiFunction<T, @Nullable String, String> written) {
            super(prefix, name);
            this.type = type;
            this.written = written;
        }

        @Override
        protected void doProcess(
                ITemplateContext context,
                IProcessableElementTag tag,
                AttributeName name,
                String expression,
                Object value,
                IElementTagStructureHandler element) {
            element.replaceWith(written.apply(type.cast(value), language(context)), false);
        }
    }
}
