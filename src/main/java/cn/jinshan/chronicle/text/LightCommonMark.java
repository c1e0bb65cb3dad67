package cn.jinshan.chronicle.text;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;

/**
 * Parser of a subset of CommonMark 0.31: paragraphs, lists, emphasis, strong emphasis and links. Other marks (headings,
 * quotations, code, HTML) stay as plain text. Emphasis begins and ends beside Chinese marks as the CJK-friendly
 * amendment says.
 */
final class LightCommonMark {

    /** Deeper lists are read as text: nobody writes them, and a hostile text must not exhaust the stack. */
    private static final int DEEPEST_BLOCK = 12;

    private static final int DEEPEST_INLINE = 12;
    private static final Pattern LINE_BREAK = Pattern.compile("\\R");
    private static final Pattern INDENTED_BY_WIDE_SPACES = Pattern.compile("(?m)^[ \\t]*+[\\h&&[^ \\t]]\\h*+");

    /** The parser takes a time that grows with the square of the emphases that cross; nobody writes as many. */
    private static final int MOST_STARS = 4000;

    private static final Parser WHOLE = builder(Set.of('`', '<', '&'))
            .customInlineContentParserFactory(new DelimiterRuns())
            .postProcessor(new EmphasisPairs(DEEPEST_INLINE))
            .build();
    private static final Parser WITHOUT_EMPHASIS =
            builder(Set.of('`', '<', '&', '*', '_')).build();

    /** In characters, each of which may take fifty bytes once it is read. */
    private static final int KEPT = 500_000;

    private static final Cache<String, Node> READ = Caffeine.newBuilder()
            .maximumWeight(KEPT)
            .<String, Node>weigher((text, read) -> text.length())
            .build();

    private LightCommonMark() {}

    /** What was read is kept for a while: nobody may change it. */
    static Node read(String text) {
        return READ.get(text, LightCommonMark::parse);
    }

    private static Node parse(String text) {
        var lines = LINE_BREAK.matcher(text).replaceAll("\n");
        var paragraphs = INDENTED_BY_WIDE_SPACES.matcher(lines).replaceAll("");
        var parser = hasTooManyStars(text) ? WITHOUT_EMPHASIS : WHOLE;
        return parser.parse(withoutDefinitions(paragraphs));
    }

    private static boolean hasTooManyStars(String text) {
        return text.chars().filter(each -> each == '*' || each == '_').count() > MOST_STARS;
    }

    private static Parser.Builder builder(Set<Character> asTyped) {
        return Parser.builder()
                .enabledBlockTypes(Set.of(ListBlock.class))
                .customInlineContentParserFactory(new AsTyped(asTyped))
                .maxOpenBlockParsers(DEEPEST_BLOCK)
                .maxInlineNesting(DEEPEST_INLINE);
    }

    /** A line such as {@code [1]: https://…} would define a link and be seen no more; its colon is escaped. */
    private static String withoutDefinitions(String text) {
        return text.replace("]:", "]\\:");
    }

    /** Characters that have a meaning in CommonMark, such as to begin code or HTML, and stand for themselves here. */
    private record AsTyped(Set<Character> characters) implements InlineContentParserFactory, InlineContentParser {

        @Override
        public Set<Character> getTriggerCharacters() {
            return characters;
        }

        @Override
        public InlineContentParser create() {
            return this;
        }

        @Override
        public ParsedInline tryParse(InlineParserState state) {
            var scanner = state.scanner();
            var typed = new Text(String.valueOf(scanner.peek()));
            scanner.next();
            return ParsedInline.of(typed, scanner.position());
        }
    }
}
