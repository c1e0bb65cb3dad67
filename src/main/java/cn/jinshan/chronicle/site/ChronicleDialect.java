package cn.jinshan.chronicle.site;

import static java.util.stream.Collectors.joining;

import cn.jinshan.chronicle.dates.Edtf;
import cn.jinshan.chronicle.dates.EventDate;
import cn.jinshan.chronicle.dates.Period;
import cn.jinshan.chronicle.entries.PublishedEntry;
import cn.jinshan.chronicle.entries.PublishedSection;
import cn.jinshan.chronicle.entries.Tone;
import cn.jinshan.chronicle.text.Marked;
import java.util.BitSet;
import java.util.List;
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
 *   <li>{@code chronicle:content}: a piece of content, in its own language, is the text of the element; a section by
 *       its title
 *   <li>{@code chronicle:title}: the same of a title, with marks or without, a line of which breaks only between its
 *       words
 *   <li>{@code chronicle:entry}: the element is that of an entry, and has its id, section and date
 *   <li>{@code chronicle:line}: an entry as a timeline shows it takes the place of the element;
 *   <li>{@code chronicle:dated}: an entry's title, after its date where it has one, takes the place of the element; in
 *       easy reading that in plain language
 *   <li>{@code chronicle:wording}: a date in the source's own words takes the place of the element
 *   <li>{@code chronicle:understood}: what is known of a date beyond its wording takes the place of the element; a
 *       range of exact days or months is two times, anything else plain text
 *   <li>{@code chronicle:marks}: marks in tones of sections are the content of the element
 * </ul>
 */
@Component
class ChronicleDialect extends AbstractProcessorDialect {

    /** After conditions, loops and all other attributes, of the same element as well. */
    private static final int PRECEDENCE = StandardTextTagProcessor.PRECEDENCE;

    /** Where a line may break. Unless it is hidden, Chromium hands a screen reader a space in its place. */
    private static final String BREAK = "<wbr aria-hidden=\"true\">";

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
                new Part(prefix, "title", ChronicleDialect::title),
                new Part(prefix, "entry", (page, entry, element) -> identify((PublishedEntry) entry, element)),
                new Part(prefix, "marks", (page, tones, element) -> element.setBody(marks((List<?>) tones), false)),
                replacement(prefix, "line", (page, entry) -> lines.line(page, (PublishedEntry) entry)),
                replacement(prefix, "dated", (page, entry) -> dated((PublishedEntry) entry, Layout.of(page))),
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
        var layout = Layout.of(page);
        tell(layout, text, element);
        element.setBody(escaped(layout.text(text)), false);
    }

    private static void title(ITemplateContext page, Object text, IElementTagStructureHandler element) {
        var layout = Layout.of(page);
        tell(layout, text, element);
        element.setBody(
                text instanceof Marked marked
                        ? divided(marked, layout.words(marked.text()))
                        : divided(layout.words(layout.text(text))),
                false);
    }

    private static void tell(Layout layout, Object text, IElementTagStructureHandler element) {
        var language =
                text instanceof PublishedSection section ? layout.languageOf(section) : layout.getContentLanguage();
        if (language != null) {
            element.setAttribute("lang", language);
        }
    }

    private static String divided(List<String> words) {
        return words.stream().map(ChronicleDialect::escaped).collect(joining(BREAK));
    }

    private static String divided(Marked title, List<String> words) {
        var ends = new BitSet();
        int length = 0;
        for (var word : words) {
            length += word.length();
            ends.set(length);
        }
        var divided = new StringBuilder();
        int start = 0;
        for (var piece : title.pieces()) {
            divided.append(start > 0 && ends.get(start) ? BREAK : "").append(piece.found() ? "<mark>" : "");
            int from = start;
            int to = start + piece.text().length();
            for (int end = ends.nextSetBit(from + 1); end > 0 && end < to; end = ends.nextSetBit(end + 1)) {
                divided.append(escaped(piece.text().substring(from - start, end - start)))
                        .append(BREAK);
                from = end;
            }
            divided.append(escaped(piece.text().substring(from - start))).append(piece.found() ? "</mark>" : "");
            start = to;
        }
        return divided.toString();
    }

    private static void identify(PublishedEntry entry, IElementTagStructureHandler element) {
        element.setAttribute("id", "entry-" + entry.id());
        element.setAttribute("data-section", entry.section().slug());
        element.setAttribute("data-date", entry.date().edtf().toString());
    }

    private static String marks(List<?> tones) {
        return tones.stream()
                .map(tone -> "<i class=\"mark " + ((Tone) tone).cssClass() + "\"></i>")
                .collect(joining());
    }

    private static String dated(PublishedEntry entry, Layout layout) {
        var language = layout.getContentLanguage();
        var title = written(
                "span",
                " class=\"entry__words\"",
                language,
                divided(layout.words(entry.title(layout.getReading().easyRead()))));
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
        return written(name, attributes, language, escaped(text));
    }

    private static String written(String name, String attributes, @Nullable String language, String content) {
        return "<" + name + attributes + (language == null ? "" : " lang=\"" + language + "\"") + ">" + content + "</"
                + name + ">";
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
