package cn.jinshan.chronicle.text;

import java.util.regex.Pattern;

/** Line ends of a text: those of every system and editor become line feeds (Unicode Standard, section 5.8). */
public final class LineEnds {

    private static final Pattern ANY = Pattern.compile("\\r\\n|[\\r\\x0B\\f\\x85\\u2028\\u2029]");

    private LineEnds() {}

    /** The same text. */
    public static String of(String text) {
        return ANY.matcher(text).replaceAll("\n");
    }
}
