package cn.jinshan.chronicle.text;

import java.util.Locale;

/** Patterns for {@code like} of SQL, with the backslash as the escape character. */
public final class LikePattern {

    private LikePattern() {}

    /** What lower-case texts match that have these words anywhere, each character as it was typed. */
    public static String containing(String words) {
        return "%" + words.toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }
}
