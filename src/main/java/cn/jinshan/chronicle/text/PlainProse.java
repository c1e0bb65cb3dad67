package cn.jinshan.chronicle.text;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Link;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** Text without its marks, and the links in it that are not allowed. */
final class PlainProse extends AbstractVisitor {

    private final String lineBreak;
    private final List<String> paragraphs = new ArrayList<>();
    private final List<String> refusedLinks = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();

    private PlainProse(String lineBreak) {
        this.lineBreak = lineBreak;
    }

    static PlainProse of(String text) {
        var plain = new PlainProse(text.contains("\r\n") ? "\r\n" : "\n");
        LightCommonMark.read(text).accept(plain);
        return plain;
    }

    /** Paragraphs of the text; each item of a list is one. */
    List<String> paragraphs() {
        return List.copyOf(paragraphs);
    }

    List<String> refusedLinks() {
        return refusedLinks.stream().distinct().toList();
    }

    @Override
    public void visit(Paragraph paragraph) {
        words.setLength(0);
        visitChildren(paragraph);
        var said = words.toString().strip();
        if (!said.isEmpty()) {
            paragraphs.add(said);
        }
    }

    @Override
    public void visit(Link link) {
        if (!new LinkTarget(link.getDestination()).isAllowed()) {
            refusedLinks.add(link.getDestination());
        }
        visitChildren(link);
    }

    @Override
    public void visit(SoftLineBreak soft) {
        words.append(lineBreak);
    }

    @Override
    public void visit(HardLineBreak hard) {
        words.append(lineBreak);
    }

    @Override
    public void visit(CustomNode delimiters) {
        words.append(((DelimiterRun) delimiters).literal());
    }

    @Override
    public void visit(Text text) {
        words.append(text.getLiteral());
    }
}
