package cn.jinshan.chronicle.browser;

import com.microsoft.playwright.Page;
import java.util.List;

/**
 * Least sizes on a page, which axe-core does not measure.
 *
 * @param text in pixels
 * @param line the height of a line for each pixel of its text
 * @param target both sides of whatever can be pressed, in pixels; within a sentence 24 will do, the least of WCAG 2.2,
 *     2.5.8, and a picture is passed over whose links stand in the table below it
 * @param contrast of text, as WCAG 2.2 reckons it; the bars of a picture have 3 (1.4.11)
 */
record Measures(double text, double line, double target, double contrast) {

    static final Measures STANDARD = new Measures(15, 0, 44, 7);
    static final Measures HIGH_CONTRAST = new Measures(15, 0, 44, 14);
    static final Measures ON_PAPER = new Measures(0, 0, 0, 7);
    static final Measures LARGE = new Measures(18, 1.5, 60, 7);

    /** What stays below any of them, with its measure. */
    @SuppressWarnings("unchecked")
    List<String> below(Page page) {
        return (List<String>) page.evaluate("""
                ([text, line, target, contrast]) => {
                    const style = (element) => getComputedStyle(element);
                    const size = (element) => parseFloat(style(element).fontSize);
                    const luminance = (colour) => {
                        const [r, g, b] = colour.match(/[\\d.]+/g).map((part) => part / 255)
                            .map((part) => part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4);
                        return .2126 * r + .7152 * g + .0722 * b;
                    };
                    const ground = (element) => {
                        for (let each = element; each; each = each.parentElement) {
                            if (!/^rgba\\(.*, 0\\)$/.test(style(each).backgroundColor)) return style(each).backgroundColor;
                        }
                        return 'rgb(255, 255, 255)';
                    };
                    const ratio = (element, colour) => {
                        const [dark, light] = [luminance(style(element)[colour]), luminance(ground(element))].sort((a, b) => a - b);
                        return (light + .05) / (dark + .05);
                    };
                    const lineHeight = (element) => style(element).lineHeight === 'normal' ? 1
                        : parseFloat(style(element).lineHeight) / size(element);
                    const below = [];
                    const least = (what, element, measure, bound) => {
                        if (!(measure >= bound - .01)) {
                            const words = element.textContent.trim().slice(0, 20) || element.id;
                            below.push(`${what} ${measure} ${element.className || element.tagName} ${words}`);
                        }
                    };

                    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
                    const texts = new Set();
                    while (walker.nextNode()) {
                        const element = walker.currentNode.parentElement;
                        if (walker.currentNode.data.trim() && element.checkVisibility()
                                && !element.closest('.unseen, .skip, option, .strip__unit, :disabled, svg')) {
                            texts.add(element);
                        }
                    }
                    for (const element of texts) {
                        least('text', element, size(element), text);
                        least('contrast', element, ratio(element, 'color'), contrast);
                        if (!element.closest('.title__year')) least('line', element, lineHeight(element), line);
                    }

                    for (const bar of document.querySelectorAll('.chart__bar')) least('bar', bar, ratio(bar, 'fill'), 3);

                    const inSentence = (link) => style(link).display === 'inline'
                        && link.parentElement.textContent.trim().length > link.textContent.trim().length;
                    for (const element of document.querySelectorAll('a[href], button, summary, select, textarea, label:has(input), input:not([type=checkbox], [type=radio], [type=hidden])')) {
                        if (element.checkVisibility() && !element.matches('.skip, svg a')) {
                            const box = element.getBoundingClientRect();
                            least('target', element, Math.min(box.width, box.height), inSentence(element) ? Math.min(24, target) : target);
                        }
                    }
                    return below;
                }""", List.of(text, line, target, contrast));
    }
}
