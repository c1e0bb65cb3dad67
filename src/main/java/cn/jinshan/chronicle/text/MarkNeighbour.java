package cn.jinshan.chronicle.text;

import com.ibm.icu.text.UnicodeSet;

/**
 * Character beside a run of marks, as the CJK-friendly amendment of CommonMark classifies it
 * (https://github.com/tats-u/markdown-cjk-friendly, specification.md).
 */
record MarkNeighbour(boolean isSpace, boolean isPunctuation, boolean isCjk) {

    /** The amendment's “non-emoji general-use variation selectors”. */
    static final UnicodeSet SELECTORS = new UnicodeSet(0xFE00, 0xFE0E).freeze();

    static final UnicodeSet CJK =
            new UnicodeSet("[[[:ea=W:][:ea=F:][:ea=H:]-[:Emoji_Presentation:]][:Script=Hangul:]]").freeze();

    private static final UnicodeSet SPACES = new UnicodeSet("[[:Zs:]\\t\\n\\f\\r]").freeze();
    private static final UnicodeSet PUNCTUATION = new UnicodeSet("[[:P:][:S:]]").freeze();
    private static final UnicodeSet IDEOGRAPHIC_SELECTORS = new UnicodeSet(0xE0100, 0xE01EF).freeze();

    /** They have a “fullwidth form” in StandardizedVariants.txt, which this selector chooses. */
    private static final UnicodeSet QUOTES_OF_BOTH_WIDTHS = new UnicodeSet("[‘’“”]").freeze();

    private static final int FULL_WIDTH_SELECTOR = 0xFE01;

    /** @param next the character behind the run, 0 at the end of the text */
    static MarkNeighbour after(int next) {
        return new MarkNeighbour(isSpace(next), PUNCTUATION.contains(next), CJK.contains(next));
    }

    /**
     * @param previous the character before the run, 0 at the beginning of the text
     * @param selected the character before that one, which counts if the one before the run is a selector
     */
    static MarkNeighbour before(int previous, int selected) {
        if (!SELECTORS.contains(previous) || isSpace(selected)) {
            boolean isCjk = CJK.contains(previous) || IDEOGRAPHIC_SELECTORS.contains(previous);
            return new MarkNeighbour(isSpace(previous), PUNCTUATION.contains(previous), isCjk);
        }
        boolean isFullWidth = previous == FULL_WIDTH_SELECTOR && QUOTES_OF_BOTH_WIDTHS.contains(selected);
        return new MarkNeighbour(false, PUNCTUATION.contains(selected), isFullWidth || CJK.contains(selected));
    }

    private static boolean isSpace(int character) {
        return character == 0 || SPACES.contains(character);
    }
}
