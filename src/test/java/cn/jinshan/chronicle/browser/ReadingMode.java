package cn.jinshan.chronicle.browser;

/** What a reader may choose on {@code /reading}, one at a time. */
enum ReadingMode {
    STANDARD("", true, Measures.STANDARD),
    LARGE("large", true, Measures.LARGE),
    EASY("easy", true, Measures.STANDARD),
    HIGH_CONTRAST("high", false, Measures.HIGH_CONTRAST),
    DARK("dark", false, Measures.STANDARD);

    /** What the cookie says; empty for none. */
    final String cookie;

    /** Whether its pages have other elements than those of another mode, not only other colours. */
    final boolean isDocument;

    /** The least that every page has in it. */
    final Measures measures;

    ReadingMode(String cookie, boolean isDocument, Measures measures) {
        this.cookie = cookie;
        this.isDocument = isDocument;
        this.measures = measures;
    }
}
