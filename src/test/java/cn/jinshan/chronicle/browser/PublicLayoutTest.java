package cn.jinshan.chronicle.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.PublicAddresses;
import cn.jinshan.chronicle.Reader;
import cn.jinshan.chronicle.WholeApplication;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Where the parts of public pages stand, also of those that say why there is none. */
@WholeApplication
@ExtendWith(Chromium.class)
class PublicLayoutTest {

    private static final List<String> PAGES = Stream.concat(
                    PublicAddresses.pages(),
                    Stream.of(
                            "/nothing",
                            "/reports/new?entry=11",
                            "/reports/thanks?entry=11",
                            "/search",
                            "/search?q=坐式排求",
                            "/2023/booklet?size=large"))
            .toList();

    @Autowired
    Reader reader;

    /** A flexible box makes a column of each piece of its text. */
    @Test
    void theWordsOfALinkRunOnAndAreNoColumns(Browser browser) {
        var columns = new ArrayList<String>();
        onEveryPage(browser, 320, page -> columns.addAll(strings(page, """
                () => [...document.querySelectorAll('body *')]
                    .filter(box => /flex|grid/.test(getComputedStyle(box).display) && !box.matches('.title__year'))
                    .filter(box => {
                        const pieces = [...box.childNodes].filter(piece => piece.textContent.trim()
                            && (piece.nodeType === Node.TEXT_NODE
                                || !piece.matches('select') && getComputedStyle(piece).position !== 'absolute'));
                        return pieces.length > 1 && pieces.some(piece => piece.nodeType === Node.TEXT_NODE);
                    })
                    .map(box => `${location.pathname} ${box.className} ${box.textContent.trim()}`)""")));

        assertThat(columns).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void theMastheadStandsStillFromPageToPage(int width, Browser browser) {
        var places = new HashMap<String, List<String>>();
        onEveryPage(
                browser,
                width,
                page -> places.computeIfAbsent(String.join(", ", strings(page, """
                                () => [...document.querySelectorAll('.masthead__row :is(a, button)')].map(each => {
                                    const { x, y, width, height } = each.getBoundingClientRect();
                                    return `${each.textContent.trim()} ${[x, y, width, height].map(Math.round)}`;
                                })""")), none -> new ArrayList<>())
                        .add(page.url()));

        assertThat(places).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {280, 320, 390})
    void everyLineOfTheWayHereBeginsWhereTheTextDoes(int width, Browser browser) {
        var edges = new HashSet<String>();
        onEveryPage(browser, width, page -> edges.addAll(strings(page, """
                () => {
                    const lines = new Map();
                    const walker = document.createTreeWalker(document.querySelector('.crumbs') || new Text(), NodeFilter.SHOW_TEXT);
                    while (walker.nextNode()) {
                        const range = document.createRange();
                        range.selectNodeContents(walker.currentNode);
                        for (const { top, left } of walker.currentNode.data.trim() ? range.getClientRects() : []) {
                            lines.set(Math.round(top), Math.min(left, lines.get(Math.round(top)) ?? left));
                        }
                    }
                    const edge = document.querySelector('main').getBoundingClientRect().left;
                    return [...lines.values()].filter(left => Math.abs(left - edge) > 1)
                        .map(left => `${location.pathname} ${left} of ${edge}`);
                }""")));

        assertThat(edges).isEmpty();
    }

    @Test
    void onAWideScreenEveryPageBeginsAtTheSameColumn(Browser browser) {
        var places = new HashMap<String, List<String>>();
        onEveryPage(
                browser,
                1280,
                page -> places.computeIfAbsent(strings(page, """
                                () => {
                                    const range = document.createRange();
                                    range.selectNodeContents(document.querySelector('h1 .title__words') || document.querySelector('h1'));
                                    return [`${Math.round(range.getBoundingClientRect().left)}`];
                                }""").get(0), none -> new ArrayList<>())
                        .add(page.url()));

        assertThat(places).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"biggest", "large.biggest"})
    void theLargestTextFitsTheNarrowestScreen(String settings, Browser browser) {
        var sideways = new ArrayList<String>();
        try (var context = browser.newContext(
                new Browser.NewContextOptions().setLocale("zh-CN").setViewportSize(280, 653))) {
            context.addCookies(List.of(new Cookie("reading", settings).setUrl(reader.address("/"))));
            onEveryPage(context, page -> {
                int pixels = Axe.sideways(page);
                if (pixels > 0) {
                    sideways.add(page.url() + " by " + pixels);
                }
            });
        }

        assertThat(sideways).isEmpty();
    }

    private void onEveryPage(Browser browser, int width, Consumer<Page> look) {
        try (var context = browser.newContext(
                new Browser.NewContextOptions().setLocale("zh-CN").setViewportSize(width, 900))) {
            onEveryPage(context, look);
        }
    }

    private void onEveryPage(BrowserContext context, Consumer<Page> look) {
        var page = context.newPage();
        for (var path : PAGES) {
            page.navigate(reader.address(path));
            look.accept(page);
        }
    }

    @SuppressWarnings("unchecked")
    private static List<String> strings(Page page, String script) {
        return (List<String>) page.evaluate(script);
    }
}
