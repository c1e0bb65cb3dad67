package cn.jinshan.chronicle.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Contrast;
import com.microsoft.playwright.options.Cookie;
import java.util.List;

/** How a reader has the pages shown: by what the browser prefers, and by the cookie of the reading settings. */
enum ReadingMode {
    STANDARD("", ColorScheme.LIGHT, Contrast.NO_PREFERENCE),
    DARK("", ColorScheme.DARK, Contrast.NO_PREFERENCE),
    HIGH_CONTRAST("", ColorScheme.LIGHT, Contrast.MORE);

    private static final String COOKIE = "reading";

    private final String cookie;
    private final ColorScheme colours;
    private final Contrast contrast;

    /** @param cookie what the cookie says; empty for none */
    ReadingMode(String cookie, ColorScheme colours, Contrast contrast) {
        this.cookie = cookie;
        this.colours = colours;
        this.contrast = contrast;
    }

    BrowserContext context(Browser browser, String language, int width, String address) {
        var context = browser.newContext(new Browser.NewContextOptions()
                .setLocale(language)
                .setViewportSize(width, 900)
                .setColorScheme(colours)
                .setContrast(contrast));
        if (!cookie.isEmpty()) {
            context.addCookies(List.of(new Cookie(COOKIE, cookie).setUrl(address)));
        }
        return context;
    }
}
