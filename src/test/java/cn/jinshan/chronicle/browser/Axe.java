package cn.jinshan.chronicle.browser;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRuleOptions;
import com.deque.html.axecore.args.AxeRunOnlyOptions;
import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;

/** What axe-core finds on a page, and what it does not measure. */
final class Axe {

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

    private Axe() {}

    /** Every element that breaks a rule of WCAG 2.2 AAA, with the rule. */
    static List<String> violations(Page page) {
        return found(page, everyRule());
    }

    /** The same for all that axe-core knows: also what it calls good practice, or an experiment. */
    static List<String> findings(Page page) {
        var options = new AxeRunOptions();
        options.setRules(LEFT_OFF.stream().collect(toMap(rule -> rule, rule -> on())));
        return found(page, options);
    }

    private static List<String> found(Page page, AxeRunOptions options) {
        var found = new AxeBuilder(page).options(options).analyze();
        assertThat(found.getPasses()).isNotEmpty();
        return found.getViolations().stream()
                .flatMap(rule -> rule.getNodes().stream()
                        .map(node -> rule.getId() + " " + node.getTarget() + " " + node.getHtml()))
                .toList();
    }

    /** All rules of WCAG, and those two that axe-core leaves off unless they are asked for. */
    private static AxeRunOptions everyRule() {
        var tags = new AxeRunOnlyOptions();
        tags.setType("tag");
        tags.setValues(WCAG);
        var options = new AxeRunOptions();
        options.setRunOnly(tags);
        options.setRules(Map.of("color-contrast-enhanced", on(), "target-size", on()));
        return options;
    }

    private static AxeRuleOptions on() {
        var on = new AxeRuleOptions();
        on.setEnabled(true);
        return on;
    }

    /** By how many pixels it can be scrolled sideways. */
    static int sideways(Page page) {
        return (int) page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
    }

    /** The targets smaller than a thumb needs (44 pixels), with their size. */
    static List<?> small(Page page) {
        return (List<?>) page.evaluate("""
                () => [...document.querySelectorAll('a[href], button, summary, label:has(input), input, select, textarea')]
                    .filter(target => target.checkVisibility() && target.type !== 'radio' && target.type !== 'checkbox')
                    .filter(target => !target.matches('.skip, p > a:not(.button), li a'))
                    .map(target => [target.textContent.trim() || target.id, target.getBoundingClientRect()])
                    .filter(([words, box]) => box.height < 43.99 || box.width < 43.99)
                    .map(([words, box]) => `${words} ${box.width}×${box.height}`)""");
    }
}
