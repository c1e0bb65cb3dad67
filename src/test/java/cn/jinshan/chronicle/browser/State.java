package cn.jinshan.chronicle.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Contrast;
import com.microsoft.playwright.options.ForcedColors;
import java.util.function.Consumer;

/** How a reader's browser is set. */
enum State {
    WIDE(options -> options.setViewportSize(1280, 900)),
    TABLET(options -> options.setViewportSize(768, 1024)),
    PHONE(options -> options.setViewportSize(320, 640)),
    DARK(options -> options.setViewportSize(1280, 900).setColorScheme(ColorScheme.DARK)),
    /** 1280 × 1024 pixels at 400 % (WCAG 2.2, 1.4.10). */
    ZOOMED(options -> options.setViewportSize(320, 256).setDeviceScaleFactor(4)),
    FORCED_COLOURS(options -> options.setViewportSize(1280, 900).setForcedColors(ForcedColors.ACTIVE)),
    HIGH_CONTRAST(options -> options.setViewportSize(1280, 900).setContrast(Contrast.MORE));

    private final Consumer<Browser.NewContextOptions> set;

    State(Consumer<Browser.NewContextOptions> set) {
        this.set = set;
    }

    BrowserContext context(Browser browser, String language) {
        var options = new Browser.NewContextOptions().setLocale(language);
        set.accept(options);
        return browser.newContext(options);
    }
}
