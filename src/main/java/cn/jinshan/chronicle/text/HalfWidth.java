package cn.jinshan.chronicle.text;

import java.text.Normalizer;

/** Half width: what was typed as wide as a Chinese character becomes as narrow as on a typewriter. */
public final class HalfWidth {

    private HalfWidth() {}

    /** The same letter, digit, mark or space. */
    public static char of(char each) {
        return each == '　' ? ' ' : each >= '！' && each <= '～' ? (char) (each - '！' + '!') : each;
    }

    /** The same text; also each character that only looks different is what it stands for (Unicode NFKC). */
    public static String compatible(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC);
    }
}
