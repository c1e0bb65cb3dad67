package cn.jinshan.chronicle.text;

import java.text.Normalizer;

/** Half width: what was typed as wide as a Chinese character becomes as narrow as on a typewriter. */
public final class HalfWidth {

    private HalfWidth() {}

    /** The same letter, digit, mark or space. */
    public static char of(char each) {
        return (char) of((int) each);
    }

    /** The same for a character of any plane. */
    static int of(int each) {
        return each == '　' ? ' ' : each >= '！' && each <= '～' ? each - '！' + '!' : each;
    }

    /** The same text; also each character that only looks different is what it stands for (Unicode NFKC). */
    public static String compatible(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC);
    }
}
