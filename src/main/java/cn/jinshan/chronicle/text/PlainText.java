package cn.jinshan.chronicle.text;

import java.util.regex.Pattern;

/** What somebody typed, as it is kept. */
public final class PlainText {

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\n\\t]]");

    private PlainText() {}

    /** Without what no text holds and a database may refuse: control characters, halves of characters. */
    public static String of(String typed) {
        return UNPRINTABLE
                .matcher(typed.replace("\r\n", "\n").replace('\r', '\n'))
                .replaceAll("");
    }

    /** The same without space around it. */
    public static String stripped(String typed) {
        return of(typed).strip();
    }
}
