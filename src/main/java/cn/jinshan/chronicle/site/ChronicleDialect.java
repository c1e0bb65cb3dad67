package cn.jinshan.chronicle.site;

import cn.jinshan.chronicle.dates.Edtf;
import cn.jinshan.chronicle.dates.EventDate;
import cn.jinshan.chronicle.dates.Period;
import cn.jinshan.chronicle.entries.PublishedEntry;
import java.util.Objects;
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
 *   <li>{@code chronicle:line}: an entry as a timeline shows it takes the place of the element;
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
    private final EntryLines lines = new EntryLines();

    ChronicleDialect(DateWords dateWords) {
        super("Chronicle", "chronicle", StandardDialect.PROCESSOR_PRECEDENCE);
        this.dateWords = dateWords;
    }

    @Override
    public Set<IProcessor> getProcessors(String prefix) {
        return Set.of(
                new Part(prefix, "content", ChronicleDialect::content),
                new Part(prefix, "entry", (page, entry, element) -> identify((PublishedEntry) entry, element)),
                replacement(prefix, "line", (page, entry) -> lines.line(page, (PublishedEntry) entry)),
                replacement(prefix, "dated", (page, entry) -> dated((PublishedEntry) entry, language(page))),
                replacement(prefix, "wording", (page, date) -> wording((EventDate) date, language(page))),
                replacement(prefix, "understood", (page, edtf) -> understood((Edtf) edtf)));
    }

    private static Part replacement(String prefix, String name, BiFunction<ITemplateContext, Object, String> written) {
        return new Part(prefix, name, (page, value, element) -> element.replaceWith(written.apply(page, value), false));
    }

    /** The {@code lang} of content on this page; null where it goes without saying. */
    private static @Nullable String language(ITemplateContext page) {
        return Layout.of(page).getContentLanguage();
    }

    private static void content(ITemplateContext page, Object text, IElementTagStructureHandler element) {
        var language = language(page);
        if (language != null) {
            element.setAttribute("lang", language);
        }
        element.setBody(escaped(Objects.toString(text, "")), false);
    }

    private static void identify(PublishedEntry entry, IElementTagStructureHandler element) {
        element.setAttribute("id", "entry-" + entry.id());
        element.setAttribute("data-section", entry.section().slug());
        element.setAttribute("data-date", entry.date().edtf().toString());
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

    /** What an attribute makes of its element. */
    private interface Change {

        void make(ITemplateContext page, Object value, IElementTagStructureHandler element);
    }

    /** Attribute with an expression. */
    private static final class Part extends AbstractStandardExpressionAttributeTagProcessor {

        private final Change change;

        Part(String prefix, String name, Change change) {
            super(TemplateMode.HTML, prefix, name, PRECEDENCE, true);
            this.change = change;
        }

        @Override
        protected void doProcess(
                ITemplateContext page,
                IProcessableElementTag tag,
                AttributeName name,
                String expression,
                Object value,
                IElementTagStructureHandler element) {
            change.make(page, value, element);
        }
    }
}
