package cn.jinshan.chronicle.text;

import java.util.regex.Pattern;

/** Clean-up of typed text before it is stored. */
public final class PlainText {

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\n\\t]]");

    private PlainText() {}

    /** Removes control characters and half surrogates, which a database may refuse. */
    public static String of(String typed) {
        return UNPRINTABLE.matcher(LineEnds.of(typed)).replaceAll("");
    }

    /** The same, stripped of surrounding space. */
    public static String stripped(String typed) {
        return of(typed).strip();
    }
}
