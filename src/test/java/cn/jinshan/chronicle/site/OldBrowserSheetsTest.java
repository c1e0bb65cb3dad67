package cn.jinshan.chronicle.site;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.helger.css.decl.CSSDeclaration;
import com.helger.css.decl.CSSKeyframesRule;
import com.helger.css.decl.CSSMediaRule;
import com.helger.css.decl.CSSPageRule;
import com.helger.css.decl.CSSSelector;
import com.helger.css.decl.CSSStyleRule;
import com.helger.css.decl.CSSSupportsRule;
import com.helger.css.decl.CSSUnknownRule;
import com.helger.css.decl.ICSSTopLevelRule;
import com.helger.css.reader.CSSReader;
import com.helger.css.reader.CSSReaderSettings;
import com.helger.css.reader.errorhandler.CollectingCSSParseErrorHandler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every style sheet as it is served, in the oldest browsers that read these pages: Chrome 69 and iOS 12, by the tables
 * of MDN. They drop a declaration they do not know, and a whole rule for one selector in its list.
 */
class OldBrowserSheetsTest {

    private static final Set<String> PROPERTIES = words("""
            -webkit-print-color-adjust -webkit-text-size-adjust align-content align-items align-self animation background
            border border-bottom border-bottom-style border-collapse border-color border-left border-left-color
            border-left-style border-left-width border-radius border-style border-top border-top-width border-width bottom
            box-shadow box-sizing break-after break-before break-inside clear clip-path color column-gap columns content
            cursor display fill flex flex-basis flex-direction flex-flow flex-wrap float font font-family font-size
            font-style font-variant-numeric font-weight gap grid-column grid-row grid-template-columns height
            justify-content justify-items justify-self left letter-spacing line-break line-height list-style margin
            margin-bottom margin-left margin-right margin-top max-width min-height min-width orphans outline
            outline-offset overflow overflow-wrap overflow-x padding padding-bottom padding-left padding-right padding-top
            place-content place-items pointer-events position right row-gap stroke stroke-width text-align
            text-decoration top transform vertical-align visibility white-space widows width word-break z-index
            """);

    /** Newer ones, and why nothing is missing without them. */
    private static final Map<String, String> IMPROVING = Map.ofEntries(
            entry("accent-color", "a choice is ticked in the colour of the system"),
            entry("color-scheme", "scroll bars and fields stay light"),
            entry("container", "what asks for its width is dropped too, and the layout of the phone stands"),
            entry("content-visibility", "the script opens what is folded, a moment later"),
            entry("forced-color-adjust", "there are no forced colours"),
            entry("page", "all pages of a print are alike"),
            entry("print-color-adjust", "the older name stands before it"),
            entry("resize", "a telephone has no handle for it"),
            entry("scroll-margin", "a target stands at the very top"),
            entry("scroll-padding", "a target stands at the very top"),
            entry("scroll-padding-bottom", "a target may stand under what sticks to the bottom"),
            entry("text-autospace", "Latin letters stand a little closer"),
            entry("text-decoration-color", "the line has the colour of the text"),
            entry("text-decoration-thickness", "the line has the thickness of the system"),
            entry("text-size-adjust", "the older name stands before it"),
            entry("text-spacing-trim", "a full-width bracket keeps its room"),
            entry("text-underline-offset", "the line stands a little closer"),
            entry("text-wrap", "a heading of two lines is less even"),
            entry("user-select", "an address is selected word by word"));

    /** Newer values without another before them, and why nothing is missing without them. */
    private static final Map<Pattern, String> IMPROVING_VALUES = Map.of(
            Pattern.compile("content: .*/ *\"\""), "the sign beside the words is not drawn",
            Pattern.compile("position: sticky"), "it scrolls along",
            Pattern.compile("width: (fit|max)-content"), "it is as wide as there is room");

    private static final Pattern NEWER_VALUE = Pattern.compile(
            "\\banywhere\\b|\\bsticky\\b|-content\\b|\\b(Canvas|CanvasText|LinkText|Mark|MarkText|Field|ButtonFace)\\b"
                    + "|/ *\"\"|(rgb|hsl)a?\\([^)]*/|\\b(contents|flow-root)\\b");

    private static final Set<String> FUNCTIONS = words("attr calc counter inset minmax repeat rotate steps url var");

    private static final Set<String> UNITS = words("deg em fr mm pt px rem s vw");

    private static final Set<String> SELECTORS = words(":after ::after :before ::before :checked :disabled :first-child"
            + " :first-of-type :focus :hover :lang( :last-child :not( :nth-child( :root :target");

    private static final Pattern FUNCTION = Pattern.compile("([a-zA-Z-]+)\\(");
    private static final Pattern UNIT = Pattern.compile("(?<![\\w#-])[-+]?(?:\\d*\\.)?\\d+([a-zA-Z]+)");
    private static final Pattern PSEUDO = Pattern.compile("::?[a-z-]+\\(?");
    private static final Pattern QUERY =
            Pattern.compile("(all|print|screen)?( and )?(\\((min|max)-(width|height):[\\d.]+rem\\))?");

    /** The page stands without what they bring, as the light theme does. */
    private static final Pattern NEWER_QUERY =
            Pattern.compile("(screen and )?\\((forced-colors:active|scripting:enabled"
                    + "|prefers-(color-scheme:dark|contrast:more|reduced-motion:no-preference))\\)");

    @Test
    void everySheetStandsWithoutWhatTheyDoNotKnow() throws IOException {
        var sheets = new Assets()
                .texts().entrySet().stream()
                        .filter(asset -> asset.getKey().endsWith(".css"))
                        .toList();

        assertThat(sheets).extracting(Map.Entry::getKey).contains("screen.css", "print.css", "staff.css");
        assertThat(new Walk(sheets.stream().map(Map.Entry::getValue).toList()).complaints)
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".a, .b:has(.c) { color: red }",
                ".a:is(.b), .c { color: red }",
                ".a, .b:where(.c) { color: red }",
                ".a:hover, .a:focus-visible { color: red }",
                ".a, .b:not(.c, .d) { color: red }",
                ".a, li::marker { color: red }",
                ".a { inset: 0 }",
                ".a { margin-inline: auto }",
                ".a { margin-inline-start: 1rem }",
                ".a { border-block-end: 1px solid }",
                ".a { inline-size: 1rem }",
                ".a { aspect-ratio: 1 }",
                ".a { overflow-wrap: anywhere }",
                ".a { overflow-wrap: break-word; overflow-wrap: anywhere }",
                ".a { width: min(100%, 30rem) }",
                ".a { width: min(100%, 30rem); width: 30rem; color: max(1px) }",
                ".a { width: 20rem; width: max(20rem, var(--width)) }",
                ".a { --width: clamp(1rem, 5vw, 3rem) }",
                ".a { height: 100dvh }",
                ".a { font-size: 1rem; font-size: calc(1rem + 1cqi * var(--more)) }",
                ".a { color: color-mix(in srgb, red, blue) }",
                ".a { color: rgb(0 0 0 / 50%) }",
                ".a { background: Canvas }",
                ".a { text-decoration: underline 1px var(--edge) }",
                ".a { display: flex; gap: 1rem }",
                ".a { display: flex } .b .a { column-gap: 1rem }",
                ".a { row-gap: 1rem }",
                "@layer base { .a { color: red } }",
                "@media (width >= 40rem) { .a { color: red } }",
                "@media (hover: hover) and (min-width: 40rem) { .a { color: red } }",
                "@media print { .a, .b:has(.c) { color: red } }",
                "@supports not (inset: 0) { .a { inset: 0 } }",
                ".a { color: red; & .b { color: blue } }",
            })
    void whatTheyDoNotKnowIsSeen(String sheet) {
        assertThat(new Walk(List.of(sheet)).complaints).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ".a { word-break: break-word; overflow-wrap: anywhere }",
                ".a { width: 20rem; width: min(100%, 20rem) }",
                ".a:has(.b) { color: red }",
                "@supports (color: Canvas) { .a { background: Canvas } }",
                "@container page (min-width: 40rem) { .a { inset: 0; width: min(1px, 2px) } }",
                ".a { display: grid; gap: 1rem } .b .a { gap: 2rem }",
            })
    void whatStandsWithoutIsFine(String sheet) {
        assertThat(new Walk(List.of(sheet)).complaints).isEmpty();
    }

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }

    /** Goes through sheets that may meet on a page. */
    private static class Walk {

        final List<String> complaints = new ArrayList<>();

        private final Set<String> grids = new HashSet<>();
        private final Set<String> rows = new HashSet<>();

        Walk(List<String> sheets) {
            var rules = sheets.stream().flatMap(this::rules).toList();
            rules.forEach(rule -> styles(rule, this::noteLayout));
            rules.forEach(this::check);
        }

        private Stream<ICSSTopLevelRule> rules(String sheet) {
            var mistakes = new CollectingCSSParseErrorHandler();
            var parsed = CSSReader.readFromStringReader(
                    sheet,
                    new CSSReaderSettings()
                            .setCustomErrorHandler(mistakes)
                            .setCustomExceptionHandler(unreadable -> complaints.add(unreadable.getMessage())));
            mistakes.getAllParseErrors().forEach(mistake -> complaints.add(mistake.getErrorMessage()));
            return parsed == null ? Stream.empty() : parsed.getAllRules().stream();
        }

        private static void styles(ICSSTopLevelRule rule, Consumer<CSSStyleRule> each) {
            if (rule instanceof CSSStyleRule style) {
                each.accept(style);
            } else if (rule instanceof CSSMediaRule media) {
                media.getAllRules().forEach(inner -> styles(inner, each));
            }
        }

        private void noteLayout(CSSStyleRule rule) {
            for (var declaration : rule.getAllDeclarations()) {
                var value = declaration.getExpressionAsCSSString();
                boolean columns = declaration.getProperty().equals("columns");
                if (columns || declaration.getProperty().equals("display")) {
                    for (var selector : rule.getAllSelectors()) {
                        if (columns || value.endsWith("grid")) {
                            grids.addAll(subject(selector));
                        } else if (value.endsWith("flex")) {
                            rows.addAll(subject(selector));
                        }
                    }
                }
            }
        }

        /** What a selector is about: the classes, or else the name, of its last part. */
        private static Set<String> subject(CSSSelector selector) {
            var parts = selector.getAsCSSString().split("[ >+~]+(?![^\\[]*])");
            var last = parts[parts.length - 1];
            var classes = Pattern.compile("\\.[\\w-]+")
                    .matcher(last)
                    .results()
                    .map(match -> match.group())
                    .toList();
            return classes.isEmpty() ? Set.of(selector.getAsCSSString()) : Set.copyOf(classes);
        }

        private void check(ICSSTopLevelRule rule) {
            if (rule instanceof CSSStyleRule style) {
                checkStyle(style);
            } else if (rule instanceof CSSMediaRule media) {
                checkMedia(media);
            } else if (rule instanceof CSSSupportsRule supports) {
                var condition = supports.getAllSupportConditionMembers().get(0).getAsCSSString();
                if (!isNewer("", condition) || supports.getSupportsConditionMemberCount() > 1) {
                    supports.getAllRules().forEach(this::check);
                }
            } else if (rule instanceof CSSUnknownRule unknown) {
                // Whoever knows @container knows all that is checked here
                if (!Set.of("@container", "@view-transition").contains(unknown.getDeclaration())) {
                    complaints.add(unknown.getDeclaration());
                }
            } else if (!(rule instanceof CSSPageRule || rule instanceof CSSKeyframesRule)) {
                complaints.add(rule.getClass().getSimpleName());
            }
        }

        private void checkMedia(CSSMediaRule media) {
            boolean newer = false;
            for (var query : media.getAllMediaQueries()) {
                var text = query.getAsCSSString();
                newer |= text.contains("forced-colors");
                if (!QUERY.matcher(text).matches() && !NEWER_QUERY.matcher(text).matches()) {
                    complaints.add("@media " + text);
                }
            }
            if (!newer) {
                media.getAllRules().forEach(this::check);
            }
        }

        private void checkStyle(CSSStyleRule rule) {
            var selectors = rule.getAllSelectors().stream()
                    .map(CSSSelector::getAsCSSString)
                    .toList();
            var newer = selectors.stream().filter(Walk::isNewerSelector).toList();
            if (!newer.isEmpty() && selectors.size() > 1) {
                complaints.add(newer + " drops " + selectors);
            }
            var before = new HashSet<String>();
            for (var declaration : rule.getAllDeclarations()) {
                checkDeclaration(selectors.toString(), declaration, before);
            }
            boolean gap = rule.getAllDeclarations().stream()
                    .anyMatch(declaration -> declaration.getProperty().matches("((row|column)-)?gap"));
            if (gap) {
                rule.getAllSelectors().stream()
                        .map(Walk::subject)
                        .filter(subject -> subject.stream().noneMatch(grids::contains)
                                || subject.stream().anyMatch(rows::contains))
                        .forEach(subject -> complaints.add("gap of no grid " + subject));
            }
        }

        private static boolean isNewerSelector(String selector) {
            return selector.matches(".*:not\\([^)]*,.*")
                    || PSEUDO.matcher(selector).results().anyMatch(pseudo -> !SELECTORS.contains(pseudo.group()));
        }

        /** @param before the properties that the rule has given a value they know */
        private void checkDeclaration(String selectors, CSSDeclaration declaration, Set<String> before) {
            var property = declaration.getProperty();
            var value = declaration.getExpressionAsCSSString();
            var text = property + ": " + value;
            if (property.startsWith("--") ? !isNewer(property, value) : IMPROVING.containsKey(property)) {
                return;
            }
            if (!property.startsWith("--") && !PROPERTIES.contains(property)) {
                complaints.add(selectors + " " + text);
            } else if (!isNewer(property, value)) {
                before.add(property);
                before.add(text);
            } else if (IMPROVING_VALUES.keySet().stream()
                    .noneMatch(improving -> improving.matcher(text).matches())) {
                // What holds a variable is taken, and found wanting too late for the one before to stand
                boolean stands = value.equals("anywhere")
                        ? before.contains("word-break: break-word")
                        : before.contains(property) && !value.contains("var(");
                if (!stands) {
                    complaints.add(selectors + " " + text);
                }
            }
        }

        private static boolean isNewer(String property, String value) {
            return NEWER_VALUE.matcher(value).find()
                    || property.equals("text-decoration") && value.contains(" ")
                    || FUNCTION.matcher(value).results().anyMatch(match -> !FUNCTIONS.contains(match.group(1)))
                    || UNIT.matcher(value).results().anyMatch(match -> !UNITS.contains(match.group(1)));
        }
    }
}
