package cn.jinshan.chronicle.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Contrast;
import java.util.List;
import java.util.stream.Stream;

/** How a reader has the pages shown: by the cookie of the reading settings, and by what the browser prefers. */
enum ReadingMode {
    STANDARD("", ColorScheme.LIGHT, Contrast.NO_PREFERENCE, Measures.STANDARD),
    HIGH_CONTRAST("", ColorScheme.LIGHT, Contrast.MORE, Measures.HIGH_CONTRAST),
    DARK("", ColorScheme.DARK, Contrast.NO_PREFERENCE, Measures.STANDARD),
    LARGE("large", ColorScheme.LIGHT, Contrast.NO_PREFERENCE, Measures.LARGE),
    EASY("easy", ColorScheme.LIGHT, Contrast.NO_PREFERENCE, Measures.STANDARD);

    private final String cookie;
    private final ColorScheme colours;
    private final Contrast contrast;
    private final Measures measures;

    /** @param cookie what the cookie says; empty for none */
    ReadingMode(String cookie, ColorScheme colours, Contrast contrast, Measures measures) {
        this.cookie = cookie;
        this.colours = colours;
        this.contrast = contrast;
        this.measures = measures;
    }

    static Stream<String> cookies() {
        return Stream.of(values()).map(mode -> mode.cookie).distinct();
    }

    /** Those in which the server sends the same page. */
    static List<ReadingMode> of(String cookie) {
        return Stream.of(values()).filter(mode -> mode.cookie.equals(cookie)).toList();
    }

    /** Shows a page that is open in this way. */
    void show(Page page) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours).setContrast(contrast));
    }

    /** The least that every page has in it. */
    Measures measures() {
        return measures;
    }
}
