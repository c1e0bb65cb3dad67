package cn.jinshan.chronicle.entries;

import com.ibm.icu.text.Transliterator;

/**
 * A text in which what is written in two ways is written in one: half width, simplified characters, 零 for 〇, 券 for 劵;
 * without spaces, quotation marks, brackets, dots and dashes, unless they stand between digits. What ends a clause, and
 * a line, stays.
 */
final class FoldedText {

    private static final String MARKS = "\"'`“”‘’「」『』﹁﹂《》〈〉()[]{}【】〔〕〖〗<>·•‧・-‐‑‒–—―−~〜_";

    /** Each second is often written for the first of two. */
    private static final String TWINS = "券劵账帐零〇零○唯惟果菓峰峯";

    private static final char[] ALIKE = alike();

    private final String text;
    private final int[] places;

    private FoldedText(String text, int[] places) {
        this.text = text;
        this.places = places;
    }

    static FoldedText of(String typed) {
        var text = new StringBuilder(typed.length());
        var places = new int[typed.length()];
        for (int place = 0; place < typed.length(); place++) {
            char each = halfWidth(typed.charAt(place));
            if (!isMark(each) || isBetweenDigits(typed, place)) {
                places[text.length()] = place;
                text.append(ALIKE[each]);
            }
        }
        return new FoldedText(text.toString(), places);
    }

    String text() {
        return text;
    }

    /** Where one of its characters stood as typed. */
    int place(int index) {
        return places[index];
    }

    /** The same letter, digit or mark as on a typewriter. */
    static char halfWidth(char each) {
        return each == '　' ? ' ' : each >= '！' && each <= '～' ? (char) (each - '！' + '!') : each;
    }

    private static boolean isMark(char each) {
        return Character.isSpaceChar(each) || each == '\t' || MARKS.indexOf(each) >= 0;
    }

    private static boolean isBetweenDigits(String typed, int place) {
        return place > 0
                && place + 1 < typed.length()
                && Character.isDigit(typed.charAt(place - 1))
                && Character.isDigit(typed.charAt(place + 1));
    }

    private static char[] alike() {
        var alike = new char[Character.MAX_VALUE + 1];
        for (int each = 0; each < alike.length; each++) {
            alike[each] = (char) each;
        }
        var simplified = Transliterator.getInstance("Hant-Hans");
        for (char each = '一'; each <= '\u9fff'; each++) {
            var simple = simplified.transliterate(String.valueOf(each));
            if (simple.length() == 1) {
                alike[each] = simple.charAt(0);
            }
        }
        for (int each = 0; each < alike.length; each++) {
            int twin = TWINS.indexOf(alike[each]);
            if (twin % 2 == 1) {
                alike[each] = TWINS.charAt(twin - 1);
            }
        }
        return alike;
    }
}
