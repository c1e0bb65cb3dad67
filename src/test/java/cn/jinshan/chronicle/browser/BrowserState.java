package cn.jinshan.chronicle.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;

/** How a reader's browser is set. */
enum BrowserState {
    WIDE(1280, 900),
    TABLET(768, 1024),
    PHONE(320, 640),
    /** 1280 × 1024 pixels at 400 % (WCAG 2.2, 1.4.10). */
    ZOOMED(320, 256),
    DARK(1280, 900, ColorScheme.DARK, ForcedColors.NONE),
    FORCED_COLOURS(1280, 900, ColorScheme.LIGHT, ForcedColors.ACTIVE);

    private final int width;
    private final int height;
    private final ColorScheme colours;
    private final ForcedColors forced;

    BrowserState(int width, int height) {
        this(width, height, ColorScheme.LIGHT, ForcedColors.NONE);
    }

    BrowserState(int width, int height, ColorScheme colours, ForcedColors forced) {
        this.width = width;
        this.height = height;
        this.colours = colours;
        this.forced = forced;
    }

    BrowserContext context(Browser browser, String language) {
        return browser.newContext(new Browser.NewContextOptions()
                .setLocale(language)
                .setViewportSize(width, height)
                .setColorScheme(colours)
                .setForcedColors(forced));
    }

    /** Sets the browser so while a page is open. */
    void show(Page page) {
        page.setViewportSize(width, height);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours).setForcedColors(forced));
    }
}
