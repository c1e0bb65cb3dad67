package cn.jinshan.chronicle.browser;

/** What a reader may choose on {@code /reading}, one at a time. */
enum ReadingMode {
    STANDARD("", Measures.STANDARD),
    LARGE("large", Measures.LARGE),
    EASY("easy", Measures.STANDARD),
    HIGH_CONTRAST("high", Measures.HIGH_CONTRAST),
    DARK("dark", Measures.STANDARD);

    /** What the cookie says; empty for none. */
    final String cookie;

    /** The least that every page has in it. */
    final Measures measures;

    ReadingMode(String cookie, Measures measures) {
        this.cookie = cookie;
        this.measures = measures;
    }
}
