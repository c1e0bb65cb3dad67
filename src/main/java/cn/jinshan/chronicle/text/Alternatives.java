package cn.jinshan.chronicle.text;

import java.util.List;
import java.util.regex.Pattern;

/** Words of which each will do, typed in one field with slashes between them. */
public final class Alternatives {

    private static final Pattern SLASH = Pattern.compile("[/／]");

    private Alternatives() {}

    /** The words, each once, in the order in which they were typed. */
    public static List<String> of(String typed) {
        return SLASH.splitAsStream(typed)
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }
}
