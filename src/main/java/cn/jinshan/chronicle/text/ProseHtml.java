package cn.jinshan.chronicle.text;

import java.util.LinkedHashMap;
import java.util.Map;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.renderer.html.HtmlWriter;
import org.jspecify.annotations.Nullable;

/** Renderer of a text as HTML. It writes eight elements only; of anything else it writes the words within. */
final class ProseHtml extends AbstractVisitor {

    private final StringBuilder html = new StringBuilder();
    private final HtmlWriter writer = new HtmlWriter(html);
    private final WordLinks words;
    private final String explanations;
    private boolean isInLink;

    private ProseHtml(WordLinks words, String explanations) {
        this.words = words;
        this.explanations = explanations;
    }

    /** @param explanations the address of the page on which the words of the glossary are explained */
    static String of(Node text, WordLinks words, String explanations) {
        var written = new ProseHtml(words, explanations);
        text.accept(written);
        return written.html.toString();
    }

    @Override
    public void visit(Paragraph paragraph) {
        if (paragraph.getParent() instanceof ListItem item
                && item.getParent() instanceof ListBlock list
                && list.isTight()) {
            visitChildren(paragraph);
        } else {
            element("p", Map.of(), paragraph);
        }
    }

    @Override
    public void visit(BulletList list) {
        element("ul", Map.of(), list);
    }

    @Override
    public void visit(OrderedList list) {
        var start = list.getMarkerStartNumber();
        element("ol", start == null || start == 1 ? Map.of() : Map.of("start", start.toString()), list);
    }

    @Override
    public void visit(ListItem item) {
        element("li", Map.of(), item);
    }

    @Override
    public void visit(Emphasis emphasis) {
        element("em", Map.of(), emphasis);
    }

    @Override
    public void visit(StrongEmphasis emphasis) {
        element("strong", Map.of(), emphasis);
    }

    @Override
    public void visit(Link link) {
        var destination = new LinkTarget(link.getDestination());
        if (!destination.isAllowed()) {
            visitChildren(link);
            return;
        }
        var attributes = new LinkedHashMap<String, String>();
        attributes.put("href", destination.address());
        if (destination.isElsewhere()) {
            attributes.put("rel", "noopener noreferrer");
        }
        boolean wasInLink = isInLink;
        isInLink = true;
        element("a", attributes, link);
        isInLink = wasInLink;
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
        writer.tag("br");
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
        writer.tag("br");
    }

    @Override
    public void visit(CustomNode delimiters) {
        write(delimiters);
    }

    @Override
    public void visit(Text text) {
        write(text);
    }

    /** Words may have marks in them, so they are looked for in all the text that stands together. */
    private void write(Node text) {
        if (text.getPrevious() != null && literal(text.getPrevious()) != null) {
            return;
        }
        var together = new StringBuilder();
        for (var node = text; node != null && literal(node) != null; node = node.getNext()) {
            together.append(literal(node));
        }
        if (isInLink) {
            writer.text(together.toString());
            return;
        }
        for (var part : words.parts(together.toString())) {
            if (part.term() == null) {
                writer.text(part.text());
            } else {
                writer.tag("a", Map.of("href", explanations + "#word-" + part.term()));
                writer.text(part.text());
                writer.tag("/a");
            }
        }
    }

    private static @Nullable String literal(Node node) {
        return node instanceof Text text ? text.getLiteral() : node instanceof DelimiterRun run ? run.literal() : null;
    }

    private void element(String name, Map<String, String> attributes, Node node) {
        writer.tag(name, attributes);
        visitChildren(node);
        writer.tag("/" + name);
    }
}
