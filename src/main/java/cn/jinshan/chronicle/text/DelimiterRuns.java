package cn.jinshan.chronicle.text;

import com.ibm.icu.text.UnicodeSet;
import java.util.HashSet;
import java.util.Set;
import org.commonmark.node.Text;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;

/**
 * Reader of the runs of {@code *} and {@code _}. The parser's own reader takes every Chinese mark for punctuation
 * beside which emphasis cannot begin or end, before a {@code DelimiterProcessor} is asked.
 */
final class DelimiterRuns implements InlineContentParserFactory {

    private static final UnicodeSet TRIGGERS =
            new UnicodeSet("[*_]").addAll(MarkNeighbour.SELECTORS).freeze();

    @Override
    public Set<Character> getTriggerCharacters() {
        var characters = new HashSet<Character>();
        TRIGGERS.forEach(each -> characters.add(each.charAt(0)));
        return characters;
    }

    @Override
    public InlineContentParser create() {
        return new OfOneBlock();
    }

    private static final class OfOneBlock implements InlineContentParser {

        /** The scanner looks back one character only; that before a selector is kept until the run behind it. */
        private int selected;

        @Override
        public ParsedInline tryParse(InlineParserState state) {
            var scanner = state.scanner();
            char first = scanner.peek();
            int previous = scanner.peekPreviousCodePoint();
            if (MarkNeighbour.SELECTORS.contains(first)) {
                selected = previous;
                scanner.next();
                return ParsedInline.of(new Text(String.valueOf(first)), scanner.position());
            }
            int length = scanner.matchMultiple(first);
            var before = MarkNeighbour.before(previous, selected);
            var after = MarkNeighbour.after(scanner.peekCodePoint());
            return ParsedInline.of(new DelimiterRun(first, length, before, after), scanner.position());
        }
    }
}
