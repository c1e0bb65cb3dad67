package cn.jinshan.chronicle.browser;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What axe-core finds on a page, and what it does not measure. */
final class Axe {

    private static final String SOURCE = source();

    private static final List<String> WCAG = List.of(
            "wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag21aaa", "wcag22a", "wcag22aa", "wcag22aaa");

    /** What axe-core leaves off unless it is asked for. */
    private static final List<String> LEFT_OFF = List.of(
            "color-contrast-enhanced",
            "css-orientation-lock",
            "focus-order-semantics",
            "hidden-content",
            "identical-links-same-purpose",
            "label-content-name-mismatch",
            "meta-refresh-no-exceptions",
            "p-as-heading",
            "table-fake-caption",
            "target-size",
            "td-has-header");

    private static final Map<String, Boolean> ON = Map.of("enabled", true);

    /** What is enough for AAA is enough for AA. */
    private static final Map.Entry<String, Map<String, Boolean>> NOT_TWICE =
            Map.entry("color-contrast", Map.of("enabled", false));

    /** All rules of WCAG, and those two that axe-core leaves off unless they are asked for. */
    private static final Map<String, Object> EVERY_RULE = Map.of(
            "runOnly",
            Map.of("type", "tag", "values", WCAG),
            "rules",
            Map.ofEntries(NOT_TWICE, Map.entry("color-contrast-enhanced", ON), Map.entry("target-size", ON)));

    /** What depends on size; the other rules see the same document at each. */
    private static final List<String> SIZES = List.of("target-size", "scrollable-region-focusable");

    /** What depends on size and colour. */
    private static final List<String> LOOKS =
            Stream.concat(SIZES.stream(), Stream.of("color-contrast-enhanced")).toList();

    private static final Map<String, Object> ALL_IT_KNOWS = Map.of(
            "rules",
            Stream.concat(LEFT_OFF.stream().map(rule -> Map.entry(rule, ON)), Stream.of(NOT_TWICE))
                    .collect(toMap(Map.Entry::getKey, Map.Entry::getValue)));

    private Axe() {}

    /** Every element that breaks a rule of WCAG 2.2 AAA, with the rule. */
    static List<String> violations(Page page) {
        return found(page, EVERY_RULE);
    }

    /** The same for all that axe-core knows: also what it calls good practice, or an experiment. */
    static List<String> findings(Page page) {
        return found(page, ALL_IT_KNOWS);
    }

    /** What size and colour break; colour takes axe-core nine tenths of the time. */
    static List<String> looks(Page page) {
        return found(page, Map.of("runOnly", LOOKS));
    }

    /** What size breaks. */
    static List<String> sizes(Page page) {
        return found(page, Map.of("runOnly", SIZES));
    }

    /** Its own builder opens a browser process for each page, and carries home every element that is well. */
    @SuppressWarnings("unchecked")
    private static List<String> found(Page page, Map<String, Object> options) {
        if (Boolean.FALSE.equals(page.evaluate("() => 'axe' in window"))) {
            page.evaluate(SOURCE);
            page.addInitScript(SOURCE);
        }
        var result = (Map<String, Object>) page.evaluate("""
                async (options) => {
                    const { passes, violations } = await axe.run(document, { ...options, resultTypes: ['violations'] });
                    return {
                        passes: passes.length,
                        found: violations.flatMap(({ id, nodes }) => nodes.map(({ target, html }) => `${id} ${target} ${html}`)),
                    };
                }""", options);
        assertThat((int) result.get("passes")).isPositive();
        return (List<String>) result.get("found");
    }

    /**
     * By how many pixels the page, or a box in it, can be scrolled sideways. The wide tables of the staff may be, which
     * are regions that the keyboard reaches.
     */
    static int sideways(Page page) {
        return (int) page.evaluate("""
                () => Math.max(...[document.documentElement, ...document.querySelectorAll('body *')]
                    .filter(box => box === document.documentElement
                        || ['auto', 'scroll'].includes(getComputedStyle(box).overflowX)
                            && !box.matches('[role=region][tabindex="0"]'))
                    .map(box => box.scrollWidth - box.clientWidth))""");
    }

    private static String source() {
        try (var source = Objects.requireNonNull(AxeBuilder.class.getResourceAsStream("/axe.min.js"))) {
            return new String(source.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
